"""Designs that are known to be wrong, run in the same harness: the drill must catch each of them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.receipt_printer import codec, fonts
from devices.receipt_printer.driver import ReceiptPrinterDriver
from devices.receipt_printer.job import slip_chunks
from devices.receipt_printer.layout import lay_out
from devices.receipt_printer.status import QUERIES, Answer, StatusReader, printer_status
from devices.values.receipt_printer import Paper, PrinterStatus, PrintOutcome, PrintResult

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from devices.transports.memory import MemoryTransport
    from devices.values.receipt_printer import PaperProfile, PrintDocument

ANSWER_S = 0.3
SILENT_IS_WELL = PrinterStatus(answered=True, online=True, paper=Paper.OK)


class TrustsSilence:
    """Writes the slip, asks once, and takes no answer for a good one, as a well-known library does."""

    def __init__(self, wire: MemoryTransport, profile: PaperProfile, _clock: Callable[[], float]) -> None:
        self._wire, self._profile = wire, profile
        self.capabilities = profile

    async def open(self) -> None:
        await self._wire.open()

    async def close(self) -> None:
        await self._wire.close()

    def keep_roll_in(self, memory: MutableMapping[str, float]) -> None:
        """It reckons nothing."""

    async def status(self) -> PrinterStatus:
        reader, answers = StatusReader(), {}
        for query in QUERIES:
            reader.expect(query)
            await self._wire.write(codec.realtime_query(query))
            for event in reader.feed(await self._wire.read_some(ANSWER_S)):
                if isinstance(event, Answer):
                    answers[event.query] = event.flags
        return printer_status(answers) if answers else SILENT_IS_WELL

    async def print(self, document: PrintDocument) -> PrintResult:
        if (status := await self.status()).fault:
            return PrintResult(PrintOutcome.NOT_PRINTED, status, status.fault)
        try:
            for chunk in slip_chunks(lay_out(document, self._profile, fonts.shelf()), self._profile):
                await self._wire.write(chunk)
            status = await self.status()
        except DeviceError as error:
            return PrintResult(PrintOutcome.NOT_PRINTED, SILENT_IS_WELL, error.code)
        if status.fault:
            return PrintResult(PrintOutcome.NOT_PRINTED, status, status.fault)
        return PrintResult(PrintOutcome.PRINTED, status)


class TriesAgain(ReceiptPrinterDriver):
    """What ships, but a slip that nobody can tell of is printed once more, so that the visitor has one for sure."""

    async def print(self, document: PrintDocument) -> PrintResult:
        result = await super().print(document)
        while result.outcome is PrintOutcome.UNKNOWN:
            await asyncio.sleep(1.0)
            try:
                await self.open()
                result = await super().print(replace(document, reprint=True, good_until=None))
            except DeviceError:
                continue
        return result


def tries_again(wire: MemoryTransport, profile: PaperProfile, clock: Callable[[], float]) -> TriesAgain:
    """One of them on a wire."""
    return TriesAgain(wire, profile, clock=clock)
