"""The drill of receipt printers on TCP, USB and a node that only takes; the serial line has the whole set."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from devices.drill.slip_slot import KIND, NATIVE, kept_printer
from devices.receipt_printer.driver import ReceiptPrinterDriver
from devices.receipt_printer.emulator import ReceiptPrinterEmulator
from devices.registry.receipt_printer import receipt_printer
from devices.transports.usb import UsbBulkTransport
from devices.transports.usb_device import Pipes
from devices.transports.usb_far_end import UsbFarEnd
from devices.values.receipt_printer import PaperProfile, PrintOutcome

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from devices.drill.bench import Bench
    from devices.drill.slip_slot import Slot
    from devices.ports.receipt_printer import ReceiptPrinter

OUT_S = 1.5  # how long a plug stays out
A_THIRD = 200  # rows of paper
PRINTER_PIPES = Pipes((0x02,), (0x81,))
PRINTER_CLASS = 0x07


class OtherWire:
    """The rows of a printer on another wire: two slips, and one in whose middle the plug comes out."""

    def __init__(self, wire: Callable[[Bench], tuple[ReceiptPrinterEmulator, Callable[[], ReceiptPrinter]]]) -> None:
        self._wire = wire

    @contextlib.asynccontextmanager
    async def _slot(self, bench: Bench) -> AsyncIterator[Slot]:
        box, driver = self._wire(bench)
        await box.start()
        try:
            async with kept_printer(bench, box, driver()) as slot:
                yield slot
        finally:
            await box.stop()

    async def normal(self, bench: Bench) -> None:
        """Two slips."""
        async with self._slot(bench) as slot:
            await slot.until_printed()
            await slot.until_printed()

    async def unplug_replug(self, bench: Bench) -> None:
        """The printer goes off the wire in the middle of a slip."""
        async with self._slot(bench) as slot:
            printing = asyncio.create_task(slot.ask())
            await slot.box.wait_for_rows(A_THIRD)
            await slot.box.stop()
            await printing
            await asyncio.sleep(OUT_S)
            await slot.box.start()
            bench.over()
            await slot.until_printed()


def _tcp(_bench: Bench) -> tuple[ReceiptPrinterEmulator, Callable[[], ReceiptPrinter]]:
    box = ReceiptPrinterEmulator(port=0, mm_per_s=200)
    return box, lambda: receipt_printer({"driver": "escpos", "address": box.address, **NATIVE})


def _usb(_bench: Bench) -> tuple[ReceiptPrinterEmulator, Callable[[], ReceiptPrinter]]:
    end = UsbFarEnd(0x04B8, 0x0202, PRINTER_PIPES, interface_class=PRINTER_CLASS)
    box = ReceiptPrinterEmulator(line=end, mm_per_s=200)
    wire = UsbBulkTransport(end.vid, end.pid, backend=end, device=KIND)
    return box, lambda: ReceiptPrinterDriver(wire, PaperProfile(fast=True))


def _node(bench: Bench) -> tuple[ReceiptPrinterEmulator, Callable[[], ReceiptPrinter]]:
    box = ReceiptPrinterEmulator(pipe=bench.folder / "lp0", mm_per_s=200)
    return box, lambda: receipt_printer({"driver": "escpos", "address": box.address, **NATIVE})


class Node(OtherWire):
    """The rows of a node that only takes: every slip is UNKNOWN, and the paper is what counts."""

    async def normal(self, bench: Bench) -> None:
        """Two slips; nobody can tell of either, and both are there, once."""
        async with self._slot(bench) as slot:
            for _ in range(2):
                await slot.refuse(PrintOutcome.UNKNOWN)
                await self._lies(slot)

    async def unplug_replug(self, bench: Bench) -> None:
        """Nobody takes what is written any more; then there is somebody again."""
        async with self._slot(bench) as slot:
            await slot.refuse(PrintOutcome.UNKNOWN)
            await self._lies(slot)
            await slot.box.stop()
            await slot.refuse(PrintOutcome.NOT_PRINTED, PrintOutcome.UNKNOWN)
            await asyncio.sleep(OUT_S)
            await slot.box.start()
            bench.over()
            await slot.until(PrintOutcome.UNKNOWN)
            await self._lies(slot)

    async def _lies(self, slot: Slot) -> None:
        await slot.wait_for_paper()
        slot.bench.back()


WIRES = {"tcp": OtherWire(_tcp), "usb": OtherWire(_usb), "node": Node(_node)}
