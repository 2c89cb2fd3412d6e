"""`make bench-offline`: from the touch on 取号 to the slip's print job, with the hall there, stalled, and known gone.

The runner, the store and the hall client are the real ones, against a real hall process; the printer only notes when
its job came. Between the visits the disk's own time for a commit is taken, so that a busy minute slows both.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from hall_server.contract.vocabulary import Origin
from kiosk.hall_client import HallAccess, HallClient
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.slips import slip_maker
from kiosk.session.events import Choice, Touch
from kiosk.session.state import Page, Rules
from tests.bench.report import Row, report
from tests.integration.kiosk.programs import RealHall

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.values.receipt_printer import PrintDocument, PrintResult

VISITS, STALLS = 200, 12
GOAL_UP_MS, GOAL_DOWN_MS = 100, 50
TAKE_S = 0.8


class NotingPrinter(SimulatedReceiptPrinter):
    """Notes when a job came."""

    at = 0.0

    async def print(self, document: PrintDocument) -> PrintResult:
        self.at = time.monotonic()
        return await super().print(document)


@dataclass
class Measured:
    """Milliseconds, by case."""

    up: list[float] = field(default_factory=list)
    stalled: list[float] = field(default_factory=list)
    down: list[float] = field(default_factory=list)
    commit: list[float] = field(default_factory=list)


class Visits:
    """One kiosk and whoever comes to it."""

    def __init__(self, kiosk: Kiosk, printer: NotingPrinter, folder: Path, measured: Measured) -> None:
        self._kiosk, self._printer = kiosk, printer
        self._file = os.open(folder / "floor", os.O_CREAT | os.O_WRONLY)
        self._measured = measured
        self.alone = 0  # numbers that were given without the hall

    async def until(self, holds: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not holds():
                await asyncio.sleep(0.002)

    async def one(self) -> float:
        """From the touch to the print job, in milliseconds."""
        kiosk = self._kiosk
        await self.until(lambda: kiosk.session.page is Page.HOME and kiosk.session.visit is None)
        kiosk.touch(Touch.TAKE_A_NUMBER)
        kiosk.choose(Choice.ITEM, "i05")
        await self.until(lambda: kiosk.session.page is Page.CONFIRM)
        began, self._printer.at = time.monotonic(), 0.0
        kiosk.touch(Touch.PRINT_NUMBER)
        await self.until(lambda: self._printer.at)
        await self.until(lambda: kiosk.session.page is Page.TICKET)
        ticket = kiosk.session.current_visit().ticket
        self.alone += ticket is None or ticket.origin is not Origin.ONLINE
        kiosk.touch(Touch.FINISH)
        self._measured.commit.append(self._commit_ms())
        return (self._printer.at - began) * 1000

    def _commit_ms(self) -> float:
        began = time.monotonic()
        os.pwrite(self._file, b"x" * 4096, 0)
        os.fdatasync(self._file)
        return (time.monotonic() - began) * 1000


def kiosk_of(access: HallAccess, folder: Path, printer: NotingPrinter) -> Kiosk:
    """A kiosk with nothing but a printer."""
    return Kiosk(
        Parts(
            hall=HallClient(access),
            store=LocalStore(folder / "kiosk.db"),
            boxes=Boxes(printer=printer),
            slip_of=slip_maker("1 号机", 80),
            pseudonym_key=b"a key of this hall",
            rules=Rules(cleared_s=0.0, same_touch_s=0.0),
            kiosk_id="K1",
        )
    )


async def measure() -> Measured:
    measured = Measured()
    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as name:
        folder = Path(name)
        async with RealHall(folder) as hall:
            printer = NotingPrinter()
            kiosk = kiosk_of(hall.access(answer_timeout_s=TAKE_S), folder, printer)
            running = asyncio.create_task(kiosk.run())
            try:
                await _days(Visits(kiosk, printer, folder, measured), kiosk, hall, measured)
            finally:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)
    return measured


async def _days(visits: Visits, kiosk: Kiosk, hall: RealHall, measured: Measured) -> None:
    standby = kiosk._desk.standby
    await visits.until(lambda: kiosk.session.online and kiosk.session.devices.printer)
    while not await asyncio.wrap_future(kiosk._journal.submit(standby.store.facts.emergency_letter)):
        await asyncio.sleep(0.01)
    for _ in range(VISITS):
        measured.up.append(await visits.one())
    print(f"{VISITS} visits with the hall", file=sys.stderr)
    for _ in range(STALLS):
        await visits.until(lambda: standby.answers)
        hall.pause()
        measured.stalled.append(await visits.one() - TAKE_S * 1000)
        hall.go_on()
    print(f"{STALLS} visits to a hall that stalls", file=sys.stderr)
    await hall.end()
    await visits.until(lambda: not standby.answers)
    for _ in range(VISITS):
        measured.down.append(await visits.one())


def rows(measured: Measured) -> list[Row]:
    """P8 of the plan, and the floor that it stands on."""
    up, down, stalled = (worst_of_100(values) for values in (measured.up, measured.down, measured.stalled))
    floor = statistics.median(measured.commit)
    middle = statistics.median(measured.down)
    in_time = stalled <= GOAL_DOWN_MS
    return [
        Row("P8", "touch to print job, hall there, p99", up, "ms", f"<= {GOAL_UP_MS}", up <= GOAL_UP_MS),
        Row("P8mid", "the same, p50", statistics.median(measured.up), "ms"),
        Row("P8off", "hall known to be gone, p99", down, "ms", f"<= {GOAL_DOWN_MS}", down <= GOAL_DOWN_MS),
        Row("P8offmid", "the same, p50", middle, "ms"),
        Row("P8stall", "hall stalls: beyond the 800 ms, worst", stalled, "ms", f"<= {GOAL_DOWN_MS}", in_time),
        Row("P0", "floor: one durable 4 KiB write beside the store, p50", floor, "ms"),
        Row("P8/P0", "known to be gone, p50, times the floor", middle / floor, "× floor"),
    ]


def worst_of_100(values: list[float]) -> float:
    """The 99th percentile; of few values the worst."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]


if __name__ == "__main__":
    report("bench-offline", rows(asyncio.run(measure())))
