"""The drill of receipt printers: slips over a bad cable, counted on the paper of the emulated printer.

A slip's QR code is its key. What was said to be printed must lie there whole; what was not, may not.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import zxingcpp

from devices.drill.bench import kept_alive
from devices.drill.relay import Relay
from devices.drill.rows import NotHeldError, Row
from devices.errors import DeviceLostError
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator, SlipOutcome
from devices.registry.receipt_printer import receipt_printer
from devices.supervisor import watch_status
from devices.values.receipt_printer import Headline, PrintDocument, PrintOutcome, Qr, Span

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from PIL.Image import Image

    from devices.drill.bench import Bench, Kept
    from devices.ports.receipt_printer import ReceiptPrinter
    from devices.values.health import DeviceHealth

KEY = "KAPOK-DRILL-{:04d}".format
IN_THE_MIDDLE_ROWS = 150  # of paper: 19 mm
IN_THE_MIDDLE_BYTES = 4000  # of a slip
OUT_S = 2.0  # how long the cable stays out, and the printer mute
TRY_AGAIN_S = 0.1
STRAY = b"\x00\xff\x21"  # nothing that a printer answers


@dataclass(slots=True)
class _Slot:
    """A printer on a bad cable, kept alive, and somebody who wants slips."""

    bench: Bench
    box: ReceiptPrinterEmulator
    cable: Relay
    kept: Kept[ReceiptPrinter, DeviceHealth]
    number: int = 0

    async def print(self) -> PrintOutcome:
        """Ask for one slip under the next number; what does not come out is reported."""
        self.number += 1
        key = KEY(self.number)
        self.bench.gave(key)
        blocks = (Headline((Span(f"A{self.number:03d}", 21, bold=True, digits=True),)), Qr(key))
        try:
            async with self.kept.supervisor.use() as printer:
                result = await printer.print(PrintDocument(blocks, job_id=key))
        except DeviceLostError as error:
            self.bench.reported(error.code)
            return PrintOutcome.NOT_PRINTED
        self.bench.reported(result.reason)
        whole = self.keys_on_paper().count(key)
        if result.outcome is PrintOutcome.PRINTED and whole != 1:
            raise NotHeldError(f"said to be printed, and {whole} lie there")
        if result.outcome is PrintOutcome.NOT_PRINTED and whole:
            raise NotHeldError("said not to be printed, and it lies there")
        return result.outcome

    async def print_again(self) -> None:
        """Ask for new slips until one comes out."""
        while True:
            if await self.print() is PrintOutcome.PRINTED:
                break
            await asyncio.sleep(TRY_AGAIN_S)
        self.bench.back()

    def keys_on_paper(self) -> list[str]:
        """The keys of the whole slips: from their QR codes, which stand there as dots or by the printer's own means."""
        whole = [slip for slip in self.box.slips if slip.outcome is SlipOutcome.COMPLETE]
        return [code for slip in whole for code in slip.codes or _read(slip.image)]


class Escpos:
    """The rows of an ESC/POS printer; `make` gives the driver for an address, `port` 0 is TCP, None a serial line."""

    def __init__(self, make: Callable[[str], ReceiptPrinter], *, port: int | None = 0) -> None:
        self._make = make
        self._port = port

    @contextlib.asynccontextmanager
    async def _slot(self, bench: Bench) -> AsyncIterator[_Slot]:
        box = ReceiptPrinterEmulator(port=self._port)
        await box.start()
        cable = Relay(box.address, bench.folder)
        await cable.plug()
        kept: Kept[ReceiptPrinter, DeviceHealth]
        try:
            async with kept_alive(bench, "receipt_printer", self._make(cable.address), _watch) as kept:
                slot = _Slot(bench, box, cable, kept)
                yield slot
                for key in slot.keys_on_paper():
                    bench.got(key)
        finally:
            await cable.unplug()
            await box.stop()

    async def _through(self, slot: _Slot) -> None:
        """One slip with the fault on, then without it."""
        await slot.print()
        slot.cable.heal()
        slot.box.heal()
        slot.bench.over()
        await slot.print_again()

    async def normal(self, bench: Bench) -> None:
        """Three slips, and a job that is asked for twice."""
        async with self._slot(bench) as slot:
            for _ in range(3):
                await slot.print_again()

    async def slow(self, bench: Bench) -> None:
        """Answers take 50 ms a byte."""
        async with self._slot(bench) as slot:
            slot.cable.piece_bytes, slot.cable.piece_s = 1, 0.05
            await self._through(slot)

    async def split(self, bench: Bench) -> None:
        """Each byte of an answer comes alone."""
        async with self._slot(bench) as slot:
            slot.cable.piece_bytes = 1
            await self._through(slot)

    async def merged(self, bench: Bench) -> None:
        """Late answers come in one go with those to later questions."""
        async with self._slot(bench) as slot:
            slot.cable.hold()
            printing = asyncio.ensure_future(slot.print())
            await asyncio.sleep(OUT_S)
            await slot.cable.release()
            await printing
            bench.over()
            await slot.print_again()

    async def noise(self, bench: Bench) -> None:
        """Bytes that no printer answers, between those that one does."""
        async with self._slot(bench) as slot:
            slot.cable.spoil = lambda data: STRAY + data
            await self._through(slot)

    async def wrong_checksum(self, bench: Bench) -> None:
        """ESC/POS has fixed bits instead of a checksum: they are wrong in each byte."""
        async with self._slot(bench) as slot:
            slot.cable.spoil = lambda data: bytes(byte ^ 0x83 for byte in data)
            await self._through(slot)

    async def mute(self, bench: Bench) -> None:
        """It prints, and answers nothing."""
        async with self._slot(bench) as slot:
            await slot.print_again()
            slot.cable.mute = True
            await self._through(slot)

    async def unplug_replug(self, bench: Bench) -> None:
        """The cable comes out in the middle of a slip."""
        async with self._slot(bench) as slot:
            await slot.print_again()
            slot.cable.cut_after(told=IN_THE_MIDDLE_BYTES)
            await slot.print()
            await slot.cable.out.wait()
            await asyncio.sleep(OUT_S)
            await slot.cable.plug()
            bench.over()
            await slot.print_again()

    async def stopped(self, bench: Bench, fault: Fault) -> None:
        """The printer stops in the middle of a slip, and is put right."""
        async with self._slot(bench) as slot:
            slot.box.fail(fault, after_rows=IN_THE_MIDDLE_ROWS)
            await self._through(slot)

    async def twice_asked(self, bench: Bench) -> None:
        """The same job comes again, as after a lost answer: it is not printed again."""
        async with self._slot(bench) as slot:
            await slot.print_again()
            slot.number -= 1
            async with slot.kept.supervisor.use() as printer:
                await printer.print(PrintDocument((Qr(KEY(1)),), job_id=KEY(1)))
            slot.number += 1
            bench.over()
            await slot.print_again()


def _watch(printer: ReceiptPrinter) -> AsyncIterator[DeviceHealth]:
    return watch_status(printer, device="receipt_printer")


def _read(image: Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(image)]


def _rows(made: Escpos, name: str = "") -> tuple[Row, ...]:
    end = f"_on_{name}" if name else ""
    runs: dict[str, Callable[[Bench], Awaitable[None]]] = {
        "normal": made.normal,
        "slow": made.slow,
        "split": made.split,
        "merged": made.merged,
        "noise": made.noise,
        "wrong_checksum": made.wrong_checksum,
        "mute": made.mute,
        "unplug_replug": made.unplug_replug,
        "paper_out": partial(made.stopped, fault=Fault.PAPER_OUT),
        "cover_open": partial(made.stopped, fault=Fault.COVER_OPEN),
        "offline": partial(made.stopped, fault=Fault.OFFLINE),
        "job_asked_twice": made.twice_asked,
    }
    return tuple(Row("escpos", fault + end, run) for fault, run in runs.items())


def _make(address: str, *, fast: bool = False) -> ReceiptPrinter:
    return receipt_printer({"driver": "escpos", "address": address, "fast": fast})


ROWS = (*_rows(Escpos(_make)), *_rows(Escpos(partial(_make, fast=True), port=None), "serial"))
