"""Boxes as the session hears of them."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from devices.values.receipt_printer import PrintDocument, PrintOutcome
from kiosk.runner.boxes import Boxes, BoxWatch
from kiosk.session.events import DevicesChanged

if TYPE_CHECKING:
    from devices.values.receipt_printer import PrintResult
    from kiosk.session.events import Event


class SlowPrinter(SimulatedReceiptPrinter):
    """Prints until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.printing, self.let_go = asyncio.Event(), asyncio.Event()

    async def print(self, document: PrintDocument) -> PrintResult:
        self.printing.set()
        await self.let_go.wait()
        return await super().print(document)


async def test_a_printer_that_prints_does_not_count_as_missing() -> None:
    printer, heard, news = SlowPrinter(), list[DevicesChanged](), asyncio.Event()

    def post(event: Event) -> None:
        assert isinstance(event, DevicesChanged)
        heard.append(event)
        news.set()

    async def until_usable() -> None:
        while not (heard and heard[-1].devices.printer):
            news.clear()
            await news.wait()

    day = date(2026, 10, 16)
    watch = BoxWatch(
        Boxes(printer=printer),
        post=post,
        clock=lambda: 0.0,
        key=b"key",
        day=lambda: day,
        hear=lambda _code: None,
        fresh_id=lambda: "an id",
    )
    assert watch.printer is not None
    running = asyncio.create_task(watch.run())
    async with asyncio.timeout(20):
        await until_usable()
        before = len(heard)
        slip = asyncio.create_task(watch.printer.print(PrintDocument((), job_id="1")))
        await printer.printing.wait()
        printer.let_go.set()
        assert (await slip).outcome is PrintOutcome.PRINTED
        assert len(heard) == before  # nothing came, nothing went
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
