"""The drill of A4 printers: jobs over a bad network, through every fault of the printer, and through a real CUPS.

Jobs are short and patience is a second or two, so that a row takes seconds; all else is as in a hall.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from devices.drill.page_tray import kept_tray
from devices.drill.relay import Relay
from devices.drill.rows import Row, exempt
from devices.errors import DeviceProtocolError
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.private_cups import PrivateCups, missing
from devices.registry.page_printer import page_printer
from devices.values.page_printer import PageOutcome

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from devices.drill.bench import Bench
    from devices.drill.page_tray import Tray

OUT_S = 1.5  # how long a cable stays out
SOON = {"station": "drill", "timeout_s": 4.0, "attention_s": 1.0, "silence_s": 1.0}
PIECE_BYTES = 64
HALF_A_JOB = 1500  # bytes that have gone to the printer
_PRINTED, _NOT, _UNKNOWN = PageOutcome.PRINTED, PageOutcome.NOT_PRINTED, PageOutcome.UNKNOWN


class Network:
    """The rows of a printer on a bad network."""

    @contextlib.asynccontextmanager
    async def _tray(self, bench: Bench) -> AsyncIterator[tuple[Tray, Relay]]:
        box = PagePrinterEmulator()
        await box.start()
        cable = Relay(box.address.replace("ipp://", "tcp://").removesuffix("/ipp/print"), bench.folder)
        await cable.plug()
        address = cable.address.replace("tcp://", "ipp://") + "/ipp/print"
        try:
            async with kept_tray(bench, box, page_printer({"driver": "ipp", "address": address, **SOON})) as tray:
                yield tray, cable
        finally:
            await cable.unplug()
            await box.stop()

    async def normal(self, bench: Bench) -> None:
        """Two jobs."""
        async with self._tray(bench) as (tray, _):
            await tray.until_printed()
            await tray.until_printed()

    async def split(self, bench: Bench) -> None:
        """Answers in small pieces."""
        async with self._tray(bench) as (tray, cable):
            cable.piece_bytes = PIECE_BYTES
            await tray.refuse(_PRINTED)
            cable.heal()
            bench.over()
            await tray.until_printed()

    async def merged(self, bench: Bench) -> None:
        """Every answer comes twice, in one go."""
        async with self._tray(bench) as (tray, cable):
            cable.spoil = lambda data: data + data
            await tray.refuse(_PRINTED)
            cable.heal()
            bench.over()
            await tray.until_printed()

    async def noise(self, bench: Bench) -> None:
        """Every answer begins with bytes that belong to nothing."""
        async with self._tray(bench) as (tray, cable):
            cable.spoil = lambda data: bytes(range(0x80, 0x90)) + data
            await tray.refuse(_NOT)
            cable.heal()
            bench.over()
            await tray.until_printed()

    async def unplug_replug(self, bench: Bench) -> None:
        """The cable comes out in the middle of a job that goes on printing."""
        async with self._tray(bench) as (tray, cable):
            tray.box.fail(Fault.PAPER_OUT, after_sheets=1)
            printing = asyncio.create_task(tray.ask())
            await tray.box.until(lambda machine: bool(machine.paper))
            await cable.unplug()
            await printing
            await asyncio.sleep(OUT_S)
            tray.box.heal()
            await cable.plug()
            bench.over()
            await tray.until_printed()
            _nothing_waits(tray)

    async def cut_document(self, bench: Bench) -> None:
        """The connection breaks in the middle of a document."""
        async with self._tray(bench) as (tray, cable):
            cable.cut_after(told=HALF_A_JOB)
            await tray.ask()
            await asyncio.sleep(OUT_S)
            await cable.unplug()
            await cable.plug()
            bench.over()
            await tray.until_printed()
            _nothing_waits(tray)

    def fault(self, fault: Fault, *outcomes: PageOutcome, after: int = 0) -> Callable[[Bench], Awaitable[None]]:
        """One of the printer's own faults, after some sheets: what a job may end like while it is there."""

        async def run(bench: Bench) -> None:
            async with self._tray(bench) as (tray, _):
                tray.box.fail(fault, after_sheets=after)
                await tray.refuse(*outcomes)
                tray.box.heal()
                bench.over()
                await tray.until_printed()
                _nothing_waits(tray)

        return run


class Queue:
    """The rows of a printer behind a queue of a real CUPS."""

    @contextlib.asynccontextmanager
    async def _tray(self, bench: Bench, scheme: str = "ipp") -> AsyncIterator[tuple[Tray, PrivateCups]]:
        box, cups = PagePrinterEmulator(), PrivateCups()
        await box.start()
        try:
            await cups.start()
            model = "everywhere" if scheme == "ipp" else "raw"
            address = await cups.queue("drill", box.address.replace("ipp://", f"{scheme}://"), model=model)
            async with kept_tray(bench, box, page_printer({"driver": "ipp", "address": address, **SOON})) as tray:
                yield tray, cups
                if cups.documents():
                    raise DeviceProtocolError("page_printer", "CUPS still holds a document")
        finally:
            await cups.stop()
            await box.stop()

    async def normal(self, bench: Bench) -> None:
        """Two jobs, through its filters and its ipp backend."""
        async with self._tray(bench) as (tray, _):
            await tray.until_printed()
            await tray.until_printed()

    async def vanishes(self, bench: Bench) -> None:
        """The printer is gone in the middle of a job, and CUPS goes on saying that it is printing."""
        async with self._tray(bench) as (tray, _):
            tray.box.fail(Fault.STUCK, after_sheets=1)
            printing = asyncio.create_task(tray.ask())
            await tray.box.until(lambda machine: bool(machine.paper))
            await tray.box.unplug()
            await printing
            tray.box.heal()
            await tray.box.plug()
            bench.over()
            await tray.until_printed()
            _nothing_waits(tray)

    async def paper_out(self, bench: Bench) -> None:
        """Paper ends in the middle of a job."""
        async with self._tray(bench) as (tray, _):
            tray.box.fail(Fault.PAPER_OUT, after_sheets=1)
            await tray.refuse(_UNKNOWN)
            tray.box.heal()
            bench.over()
            await tray.until_printed()
            _nothing_waits(tray)

    async def says_nothing(self, bench: Bench) -> None:
        """The printer stands still without a reason, and CUPS cannot be asked where it is."""
        async with self._tray(bench, "http") as (tray, _):
            tray.box.fail(Fault.STUCK, after_sheets=1)
            await tray.refuse(_UNKNOWN)
            tray.box.heal()
            bench.over()
            await tray.until_printed()
            _nothing_waits(tray)

    async def crashes(self, bench: Bench) -> None:
        """CUPS is killed in the middle of a job: it would send it again, were its spool not emptied before."""
        async with self._tray(bench) as (tray, cups):
            tray.box.fail(Fault.PAPER_OUT, after_sheets=1)
            printing = asyncio.create_task(tray.ask())
            await tray.box.until(lambda machine: bool(machine.paper))
            await cups.kill()
            await printing
            await cups.again()
            await asyncio.sleep(OUT_S)
            tray.box.heal()
            bench.over()
            await tray.until_printed()


def _nothing_waits(tray: Tray) -> None:
    """No job that was given up may be left in the printer: it would come out for a stranger."""
    left = [job.title for job in tray.box.machine.jobs if not job.ended]
    if left:
        raise DeviceProtocolError("page_printer", f"{len(left)} jobs are left in the printer")


def _with_cups(fault: str, run: Callable[[Bench], Awaitable[None]]) -> Row:
    lacking = missing()
    return exempt("ipp", fault, f"{lacking} is not installed here") if lacking else Row("ipp", fault, run)


_NET, _QUEUE = Network(), Queue()
_CHECKSUMS = "IPP over HTTP has no checksum of its own: lengths have to fit, and cut_answer and truncated show that"

ROWS = (
    Row("ipp", "normal", _NET.normal),
    Row("ipp", "slow", _NET.fault(Fault.SLOW, _PRINTED)),
    Row("ipp", "split", _NET.split),
    Row("ipp", "merged", _NET.merged),
    Row("ipp", "noise", _NET.noise),
    exempt("ipp", "wrong_checksum", _CHECKSUMS),
    Row("ipp", "mute", _NET.fault(Fault.MUTE, _UNKNOWN, after=1)),
    Row("ipp", "unplug_replug", _NET.unplug_replug),
    Row("ipp", "cut_document", _NET.cut_document),
    Row("ipp", "cut_answer", _NET.fault(Fault.CUT_ANSWER, _NOT)),
    Row("ipp", "truncated", _NET.fault(Fault.TRUNCATED, _UNKNOWN, after=1)),
    Row("ipp", "http_error", _NET.fault(Fault.HTTP_ERROR, _UNKNOWN, after=1)),
    Row("ipp", "wrong_version", _NET.fault(Fault.WRONG_VERSION, _NOT)),
    Row("ipp", "busy", _NET.fault(Fault.BUSY, _NOT)),
    Row("ipp", "refuses_format", _NET.fault(Fault.REFUSES_FORMAT, _NOT)),
    Row("ipp", "aborts", _NET.fault(Fault.ABORTS, _NOT)),
    Row("ipp", "paper_low", _NET.fault(Fault.PAPER_LOW, _PRINTED)),
    Row("ipp", "paper_out", _NET.fault(Fault.PAPER_OUT, _UNKNOWN, after=1)),
    Row("ipp", "paper_jam", _NET.fault(Fault.PAPER_JAM, _UNKNOWN, after=1)),
    Row("ipp", "door_open", _NET.fault(Fault.DOOR_OPEN, _NOT)),
    Row("ipp", "toner_low", _NET.fault(Fault.TONER_LOW, _PRINTED)),
    Row("ipp", "toner_out", _NET.fault(Fault.TONER_OUT, _UNKNOWN, after=1)),
    Row("ipp", "output_full", _NET.fault(Fault.OUTPUT_FULL, _UNKNOWN, after=1)),
    Row("ipp", "stands_still", _NET.fault(Fault.STUCK, _UNKNOWN, after=1)),
    _with_cups("normal_cups", _QUEUE.normal),
    _with_cups("vanishes_cups", _QUEUE.vanishes),
    _with_cups("paper_out_cups", _QUEUE.paper_out),
    _with_cups("says_nothing_cups", _QUEUE.says_nothing),
    _with_cups("crash_of_cups", _QUEUE.crashes),
)
