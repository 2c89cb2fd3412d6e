"""The drill of receipt printers: slips over every wire and through every fault, held against the emulator's paper."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING

from devices.drill.relay import Relay
from devices.drill.rows import Row, exempt
from devices.drill.slip_slot import KIND, NATIVE, kept_printer
from devices.drill.slip_wires import WIRES
from devices.errors import DeviceProtocolError
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator
from devices.registry.receipt_printer import receipt_printer
from devices.values.receipt_printer import PrintOutcome

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from devices.drill.bench import Bench
    from devices.drill.slip_slot import Slot
    from devices.ports.receipt_printer import ReceiptPrinter

OUT_S = 1.5  # how long a cable stays out
FAULT_S = 1.0  # how long a fault stays when nothing waits for it
HALF_A_SLIP = 4000  # bytes
A_THIRD = 200  # rows of paper


class SerialPrinter:
    """The rows of a printer on a bad serial line; `make` gives the driver for an address."""

    def __init__(self, make: Callable[[str], ReceiptPrinter]) -> None:
        self._make = make

    @contextlib.asynccontextmanager
    async def _slot(self, bench: Bench) -> AsyncIterator[tuple[Slot, Relay]]:
        box = ReceiptPrinterEmulator(link=bench.folder / "box", mm_per_s=200)
        await box.start()
        cable = Relay(box.address, bench.folder)
        await cable.plug()
        try:
            async with kept_printer(bench, box, self._make(cable.address)) as slot:
                yield slot, cable
        finally:
            await cable.unplug()
            await box.stop()

    async def normal(self, bench: Bench) -> None:
        """Two slips."""
        async with self._slot(bench) as (slot, _):
            await slot.until_printed()
            await slot.until_printed()

    async def slow(self, bench: Bench) -> None:
        """Answers take up to a second longer than they should."""
        await self._through(bench, Fault.LATE, PrintOutcome.PRINTED)

    async def split(self, bench: Bench) -> None:
        """Answers byte for byte."""
        async with self._slot(bench) as (slot, cable):
            cable.piece_bytes = 1
            await slot.refuse(PrintOutcome.PRINTED)
            cable.heal()
            bench.over()
            await slot.until_printed()

    async def merged(self, bench: Bench) -> None:
        """Answers are kept back and come in one go, in the middle of a slip."""
        async with self._slot(bench) as (slot, cable):
            printing = asyncio.create_task(slot.ask())
            await slot.box.wait_for_rows(1)
            cable.hold()
            await asyncio.sleep(FAULT_S)
            await cable.release()
            bench.over()
            await printing
            await slot.until_printed()

    async def noise(self, bench: Bench) -> None:
        """A quarter of all answers loses a byte, gets one too many, or has a bit turned over."""
        await self._through(bench, Fault.NOISE, *PrintOutcome)

    async def mute(self, bench: Bench) -> None:
        """It prints, and says nothing any more from the middle of a slip on."""
        await self._through(bench, Fault.MUTE, PrintOutcome.UNKNOWN, after_rows=A_THIRD)

    async def unplug_replug(self, bench: Bench) -> None:
        """The cable comes out in the middle of a slip."""
        async with self._slot(bench) as (slot, cable):
            cable.cut_after(told=HALF_A_SLIP)
            await slot.refuse(PrintOutcome.UNKNOWN)
            await asyncio.sleep(OUT_S)
            await cable.plug()
            bench.over()
            await slot.until_printed()

    async def expired(self, bench: Bench) -> None:
        """A slip that nobody waits for any more is not printed when the printer is there again."""
        async with self._slot(bench) as (slot, _):
            result = await slot.ask(good_until=time.monotonic() - 1)
            if result is None or result.reason != "expired":
                raise DeviceProtocolError(KIND, "a slip past its deadline was not refused")
            await slot.until_printed()

    def fault(self, fault: Fault, *outcomes: PrintOutcome, after_rows: int = 0) -> Callable[[Bench], Awaitable[None]]:
        """One of the printer's own faults: what a slip may end like while it is there."""
        return lambda bench: self._through(bench, fault, *outcomes, after_rows=after_rows)

    async def _through(self, bench: Bench, fault: Fault, *outcomes: PrintOutcome, after_rows: int = 0) -> None:
        async with self._slot(bench) as (slot, _):
            slot.box.fail(fault, after_rows=after_rows)
            await slot.refuse(*outcomes)
            await asyncio.sleep(FAULT_S)
            slot.box.heal()
            bench.over()
            await slot.until_printed()


_LINE = SerialPrinter(lambda address: receipt_printer({"driver": "escpos", "address": address, **NATIVE}))
_NOT, _PRINTED = PrintOutcome.NOT_PRINTED, PrintOutcome.PRINTED
_CHECKSUMS = "ESC/POS has no checksums: answers are told apart by fixed bits and by names of ours that they give back"

ROWS = (
    Row("escpos", "normal", _LINE.normal),
    Row("escpos", "slow", _LINE.slow),
    Row("escpos", "split", _LINE.split),
    Row("escpos", "merged", _LINE.merged),
    Row("escpos", "noise", _LINE.noise),
    exempt("escpos", "wrong_checksum", _CHECKSUMS),
    Row("escpos", "mute", _LINE.mute),
    Row("escpos", "unplug_replug", _LINE.unplug_replug),
    Row("escpos", "paper_near_end", _LINE.fault(Fault.PAPER_NEAR_END, _PRINTED)),
    Row("escpos", "paper_out", _LINE.fault(Fault.PAPER_OUT, _NOT, after_rows=A_THIRD)),
    Row("escpos", "cover_open", _LINE.fault(Fault.COVER_OPEN, _NOT, after_rows=A_THIRD)),
    Row("escpos", "head_too_hot", _LINE.fault(Fault.HOT, _NOT, after_rows=A_THIRD)),
    Row("escpos", "knife_jams", _LINE.fault(Fault.CUTTER, _PRINTED)),
    Row("escpos", "offline", _LINE.fault(Fault.OFFLINE, _NOT)),
    Row("escpos", "expired", _LINE.expired),
    *(
        Row("escpos", f"{fault}_{wire}", run)
        for wire, rows in WIRES.items()
        for fault, run in (("normal", rows.normal), ("unplug_replug", rows.unplug_replug))
    ),
)
