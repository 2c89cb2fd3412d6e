"""One printer's life: slip after slip with faults, in a world without waiting, and what the paper says of it.

The real driver under the real supervisor talks bytes with the emulator; time is a number, chance comes from the seed,
so that a series happens again exactly. A person asks for a slip again as people do: after "not printed" without a mark,
after anything else with 补打 on it.
"""

from __future__ import annotations

import asyncio
import dataclasses
import uuid
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from devices.receipt_printer.driver import ReceiptPrinterDriver
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator
from devices.supervisor import Supervisor, watch_status
from devices.transports.memory import MemoryTransport, joined_pair
from devices.values.health import Health
from devices.values.receipt_printer import Letters, PaperProfile, PrintOutcome
from hall_server.contract.slip_code import slip_code
from kiosk.runner.boxes import SupervisedPrinter
from kiosk.slip import SlipData, slip_document
from tests.drills.partition.loop import VirtualLoop
from tests.drills.slips import pictures
from tests.drills.slips.faults import EXCUSES, Cut, Incident, incidents

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.ports.receipt_printer import ReceiptPrinter
    from devices.values.health import DeviceHealth
    from devices.values.receipt_printer import PrintDocument, PrintResult
    from tests.drills.slips.pictures import Ink

    Make = Callable[[MemoryTransport, PaperProfile, Callable[[], float]], ReceiptPrinter]

WELL = frozenset({Health.NORMAL, Health.WARNING})
BACK_S = 180.0
GOOD_FOR_S = 30.0
NARROW_DOTS = 384
PLACES = ("二楼 A 区 4、9 号窗口", "一楼大厅 2 号窗口", "𠮷祥楼 3 号窗口", "㙍圳厅 11 号窗口（￥ 收费）")


def the_driver(wire: MemoryTransport, profile: PaperProfile, clock: Callable[[], float]) -> ReceiptPrinter:
    """What ships."""
    return ReceiptPrinterDriver(wire, profile, clock=clock)


@dataclass
class Attempt:
    """One slip that was asked for, and what was said of it."""

    number: int
    marked: bool
    happens: list[Incident]
    stale: bool
    picture: Ink
    seen: set[str] = field(default_factory=set)  # troubles that were there meanwhile
    result: PrintResult | None = None

    @property
    def outcome(self) -> PrintOutcome:
        assert self.result is not None
        return self.result.outcome

    def __str__(self) -> str:
        assert self.result is not None
        happened = "; ".join(map(str, self.happens)) or "nothing"
        mark = " 补打" if self.marked else ""
        return f"number {self.number}{mark}: {self.outcome.value} {self.result.reason}, while: {happened}"


class Series:
    """`slips` numbers on one printer; afterwards `attempts` and `emulator.slips` are there to be compared."""

    def __init__(self, seed: int, slips: int, make: Make = the_driver) -> None:
        self.seed, self.count = seed, slips
        self.chance = Random(seed)
        self.profile, self.clone = _profile(self.chance)
        self.void = pictures.void(self.profile)
        self.attempts: list[Attempt] = []
        self.findings: list[str] = []
        ours, self._far = joined_pair("receipt_printer")
        self.emulator = ReceiptPrinterEmulator(
            width_dots=self.profile.width_dots,
            line=self._far,
            mm_per_s=self.chance.choice((None, 80.0, 150.0, 250.0)),
            process_ids=not self.clone,
            letters=self.profile.letters,
            seed=seed,
        )
        self.loop = VirtualLoop()
        self._plugged = True
        self.printer = make(ours, self.profile, self.loop.time)
        self.supervisor: Supervisor[ReceiptPrinter, DeviceHealth] = Supervisor(
            "receipt_printer",
            self.printer,
            partial(watch_status, device="receipt_printer"),
            clock=self.loop.time,
            chance=self.chance.random,
        )
        self.desk = SupervisedPrinter(self.supervisor)

    def run(self) -> None:
        """Live through it."""
        try:
            self.loop.run_until_complete(self._live())
        finally:
            self.loop.run_out()
            self.loop.close()

    async def _live(self) -> None:
        await self.emulator.start()
        kept = asyncio.create_task(self.supervisor.run())
        for number in range(self.count):
            await self._visit(number)
        kept.cancel()
        await asyncio.gather(kept, return_exceptions=True)
        await self.emulator.stop()

    async def _visit(self, number: int) -> None:
        attempt = await self._attempt(number, marked=False)
        while attempt.outcome is PrintOutcome.NOT_PRINTED and self.chance.random() < 0.5:
            attempt = await self._attempt(number, marked=False)
        if attempt.outcome is not PrintOutcome.NOT_PRINTED and self.chance.random() < 0.2:
            await self._attempt(number, marked=True)

    async def _attempt(self, number: int, *, marked: bool) -> Attempt:
        await self._until_well(number)
        stale = self.chance.random() < 0.03
        document = self._document(number, marked=marked)
        picture = pictures.whole(document, self.profile)
        attempt = Attempt(number, marked, incidents(self.chance, picture.height), stale, picture)
        again = any(other.number == number for other in self.attempts)
        document = dataclasses.replace(
            document, reprint=marked or again, good_until=self.loop.time() + (-1.0 if stale else GOOD_FOR_S)
        )
        self.attempts.append(attempt)
        troubles = [asyncio.create_task(self._happen(each, attempt)) for each in attempt.happens]
        attempt.result = await self.desk.print(document)
        if self.chance.random() < 0.1:
            await self._ask_twice(attempt, document)
        await asyncio.gather(*troubles)
        await self._heal_all()
        return attempt

    async def _ask_twice(self, attempt: Attempt, document: PrintDocument) -> None:
        """The same job once more, as a program does that did not hear the answer: nothing may be printed."""
        first, second = attempt.result, await self.desk.print(dataclasses.replace(document, reprint=False))
        lost = second.outcome is PrintOutcome.NOT_PRINTED and second.reason in {"device_lost", "device_silent"}
        if second != first and not lost:
            self.findings.append(f"{self.name}: {attempt}: asked again, {second.outcome.value} {second.reason}")

    def _document(self, number: int, *, marked: bool) -> PrintDocument:
        data = SlipData(
            hall_name="木棉区政务服务中心",
            label=f"A{number + 1:03d}",
            item_name="社保卡挂失补换",
            where=PLACES[number % len(PLACES)],
            slip_code=slip_code(uuid.UUID(int=self.seed << 32 | number).bytes),
            kiosk_name="1 号机",
            hotline="12345",
            ahead=number,
            wait_low_min=10,
            wait_high_min=18,
            bring=("身份证",),
            reprint=marked,
        )
        narrow = self.profile.width_dots == NARROW_DOTS
        return slip_document(data, 58 if narrow else 80, job_id=f"{self.seed}-{number}")

    # --- what happens ----------------------------------------------------------------------------------------------

    async def _happen(self, incident: Incident, attempt: Attempt) -> None:
        await asyncio.sleep(incident.at_s)
        if isinstance(incident.trouble, Cut):
            if attempt.result is None:
                attempt.seen.add(incident.trouble)
            await self._unplug(incident.trouble)
            await asyncio.sleep(incident.for_s)
            await self._plug()
            return
        self.emulator.fail(incident.trouble, after_rows=incident.after_rows)
        while incident.trouble not in self.emulator.machine.faults and attempt.result is None:
            await asyncio.sleep(0.05)  # its row comes later, or never
        if attempt.result is None:
            attempt.seen.add(incident.trouble)
        await asyncio.sleep(incident.for_s)
        self.emulator.heal(incident.trouble)

    async def _unplug(self, how: Cut) -> None:
        if self._plugged:
            self._plugged = False
            self._far.cut()
            await self.emulator.stop(tear_off=False)
        if how is Cut.POWER:
            self.emulator.machine.lose_power()

    async def _plug(self) -> None:
        if not self._plugged:
            self._plugged = True
            self._far.mend()
            await self.emulator.start()

    async def _heal_all(self) -> None:
        await self._plug()
        for fault in Fault:
            self.emulator.heal(fault)

    async def _until_well(self, number: int) -> None:
        """Nobody asks for slips of a printer that the kiosk shows as out of order."""
        end = self.loop.time() + BACK_S
        while self.supervisor.health.health not in WELL:
            if self.loop.time() > end:
                raise AssertionError(f"{self.name}: before number {number}: not well again after {BACK_S:g} s")
            await asyncio.sleep(0.2)

    @property
    def name(self) -> str:
        return f"SEED={self.seed}"


def _profile(chance: Random) -> tuple[PaperProfile, bool]:
    """A printer of some kind, and whether it knows no process ids (a clone)."""
    narrow = chance.random() < 0.4
    profile = PaperProfile(
        width_dots=NARROW_DOTS if narrow else 576,
        letters=chance.choice(list(Letters)),
        fast=chance.random() < 0.4,
        has_asb=chance.random() < 0.7,
    )
    return profile, chance.random() < 0.2


def excused(attempt: Attempt) -> bool:
    """True when nobody could tell: the printer was cut off or mute meanwhile."""
    return bool(attempt.seen & EXCUSES)
