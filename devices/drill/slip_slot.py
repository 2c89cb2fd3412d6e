"""A printer that is kept alive in the drill, somebody who asks it for slips, and what lies under its slot."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from devices.drill.bench import Kept, kept_alive
from devices.errors import DeviceLostError, DeviceProtocolError
from devices.receipt_printer.emulator import SlipOutcome
from devices.supervisor import watch_status
from devices.values.receipt_printer import Headline, Labelled, PrintDocument, PrintOutcome, Qr, Span, TextLine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.drill.bench import Bench
    from devices.ports.receipt_printer import ReceiptPrinter
    from devices.receipt_printer.emulator import ReceiptPrinterEmulator
    from devices.values.health import DeviceHealth
    from devices.values.receipt_printer import PrintResult

KIND = "receipt_printer"
NATIVE = {"fast": True}  # own letters and QR code: then the emulator can say which slip a piece of paper is
LOOK_S = 1.0
TRY_AGAIN_S, TRIES = 0.2, 100


@dataclass
class Slot:
    """A printer that is kept alive, somebody who asks for slips, and what lies under the slot."""

    bench: Bench
    box: ReceiptPrinterEmulator
    kept: Kept[ReceiptPrinter, DeviceHealth]
    number: int = 0
    _counted: int = 0

    async def ask(self, *, good_until: float | None = None) -> PrintResult | None:
        """One slip, as long as the printer is open; None when it is not. What is said has to be on the paper."""
        try:
            async with self.kept.supervisor.use() as printer:
                self.number += 1
                result = await printer.print(_slip(self.number, good_until=good_until))
        except DeviceLostError as error:
            self.bench.reported(error.code)
            return None
        if result.outcome is not PrintOutcome.NOT_PRINTED:
            self.bench.gave(_code(self.number))  # what was said not to be printed was never given
        self.bench.reported(result.reason)
        self._count()
        if result.outcome is PrintOutcome.PRINTED and not result.reason and not self._lies(self.number):
            raise DeviceProtocolError(KIND, f"slip {self.number} is said to be printed, and is not on the paper")
        return result

    async def until(self, outcome: PrintOutcome) -> None:
        """Ask again and again, as people do, until a slip ends like this."""
        for _ in range(TRIES):
            result = await self.ask()
            if result is not None and result.outcome is outcome and result.reason in {"", "no_answers"}:
                return
            await asyncio.sleep(TRY_AGAIN_S)
        raise DeviceProtocolError(KIND, f"no slip ended as {outcome.value}, asked {TRIES} times")

    async def until_printed(self) -> None:
        """It works again when a slip comes out."""
        await self.until(PrintOutcome.PRINTED)
        self.bench.back()

    async def refuse(self, *outcomes: PrintOutcome) -> None:
        """A slip during the fault; it must end like this."""
        result = await self.ask()
        if result is None or result.outcome not in outcomes:
            said = "not open" if result is None else f"{result.outcome.value} {result.reason}"
            raise DeviceProtocolError(KIND, f"slip {self.number}: {said}, expected {' or '.join(outcomes)}")

    async def wait_for_paper(self) -> None:
        """Until the last slip has come out."""
        while not self._lies(self.number):
            await self.box.wait_for_slips(len(self.box.slips) + 1)
        self._count()

    def _count(self) -> None:
        for slip in self.box.slips[self._counted :]:
            if slip.outcome is SlipOutcome.COMPLETE:
                for code in slip.codes:
                    self.bench.got(code)
        self._counted = len(self.box.slips)

    def _lies(self, number: int) -> bool:
        return any(_code(number) in slip.codes for slip in self.box.slips if slip.outcome is SlipOutcome.COMPLETE)


def _code(number: int) -> str:
    return f"KPT1:DRILL{number:03d}"


def _slip(number: int, *, good_until: float | None) -> PrintDocument:
    return PrintDocument(
        (
            Headline((Span(f"A{number:03d}", 14, bold=True, digits=True),)),
            Labelled(Span("在哪等"), (Span("二楼 A 区 4、9 号窗口"),)),
            Qr(_code(number), (TextLine((Span("扫一扫"),)),)),
        ),
        job_id=str(number),
        good_until=good_until,
    )


@contextlib.asynccontextmanager
async def kept_printer(bench: Bench, box: ReceiptPrinterEmulator, printer: ReceiptPrinter) -> AsyncIterator[Slot]:
    """`printer` kept alive by the supervisor beside its emulated `box`."""
    watch = partial(watch_status, device=KIND, look_s=LOOK_S)
    kept: Kept[ReceiptPrinter, DeviceHealth]
    async with kept_alive(bench, KIND, printer, watch) as kept:
        yield Slot(bench, box, kept)
