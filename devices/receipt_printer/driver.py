"""The conversation with an ESC/POS printer over any Transport: status, slip, cut, and an honest word on how it ended.

A slip is PRINTED when the printer has answered, in its turn, a question that was sent after the cut, and nothing speaks
against it. It is NOT_PRINTED when the printer says no before or during it. Anything else after the first byte of the
slip is UNKNOWN, and nothing is ever printed again by itself (definitions.md 2). The log names jobs, counts and codes;
never what is on the slip. Knows no ticket; does not reopen a dead wire, the supervisor does.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceLostError, DeviceSilentError
from devices.receipt_printer import codec, fonts
from devices.receipt_printer.job import slip_chunks
from devices.receipt_printer.layout import SlipTooLongError, lay_out
from devices.receipt_printer.status import (
    QUERIES,
    Answer,
    Flags,
    Processed,
    Pushed,
    StatusReader,
    printer_status,
    pushed_status,
    refusal,
)
from devices.values import PaperProfile, PrinterStatus, PrintOutcome, PrintResult

if TYPE_CHECKING:
    from devices.ports import Transport
    from devices.receipt_printer.status import StatusEvent
    from devices.values import PrintDocument

JOBS_REMEMBERED = 256
_MUTE = PrinterStatus(answered=False)
_GLANCE_S = 0.001  # what has come already; zero would give the loop no chance to look
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the driver waits, in seconds."""

    answer_s: float = 0.6  # for one status question
    look_s: float = 0.25  # between two looks at a printer that is printing
    slip_s: float = 20.0  # for a slip to come out once its last byte is sent
    mute_looks: int = 3  # looks without any answer before we say "cannot tell"
    unacknowledged_s: float = 3.0  # for the slip of a printer that knows no GS r, before "online" is believed


class ReceiptPrinterDriver:
    """A receipt printer that speaks ESC/POS."""

    def __init__(
        self,
        transport: Transport,
        profile: PaperProfile | None = None,
        *,
        patience: Patience | None = None,
        device: str = "receipt_printer",
    ) -> None:
        self._transport = transport
        self._profile = profile or PaperProfile()
        self._patience = patience or Patience()
        self._device = device
        self._reader = StatusReader()
        self._jobs: OrderedDict[str, PrintResult] = OrderedDict()
        self._turn = asyncio.Lock()
        self._scrap = False  # an unfinished slip may hang in the printer

    async def open(self) -> None:
        await self._transport.open()
        self._reader = StatusReader()
        status = await self.status()
        if not status.answered:
            await self._transport.close()
            raise DeviceSilentError(self._device)
        if self._profile.has_asb:
            await self._transport.write(codec.push_status())
        fonts.shelf()  # a machine without fonts fails here, not at the first visitor

    async def close(self) -> None:
        await self._transport.close()

    async def status(self) -> PrinterStatus:
        async with self._turn:
            return await self._ask()

    async def print(self, document: PrintDocument) -> PrintResult:
        async with self._turn:
            known = self._jobs.get(document.job_id)
            if known is not None and not document.reprint:
                _log.info("%s: job %s is known, not printed again", self._device, document.job_id)
                return known
            result = PrintResult(PrintOutcome.UNKNOWN, _MUTE, "interrupted")
            try:
                result = await self._print(document)
            finally:
                self._remember(document.job_id, result)
            return result

    def _remember(self, job_id: str, result: PrintResult) -> None:
        _log.info("%s: job %s: %s %s", self._device, job_id, result.outcome.value, result.reason)
        if job_id:
            self._jobs[job_id] = result
            self._jobs.move_to_end(job_id)
            while len(self._jobs) > JOBS_REMEMBERED:
                self._jobs.popitem(last=False)

    # --- one slip --------------------------------------------------------------------------------------------------

    async def _print(self, document: PrintDocument) -> PrintResult:
        try:
            chunks = slip_chunks(lay_out(document, self._profile, fonts.shelf()), self._profile, scrap=self._scrap)
        except SlipTooLongError as error:
            return _no(_MUTE, error.code)
        except DeviceError as error:
            return _no(_MUTE, error.code)
        try:
            before = await self._ask()
        except DeviceLostError as error:
            return _no(_MUTE, error.code)
        if reason := refusal(before):
            return _no(before, reason)
        _log.info("%s: job %s: %d bytes to send", self._device, document.job_id, sum(map(len, chunks)))
        self._scrap = True
        try:
            result = await self._send(chunks) or await self._await_end()
            if result.outcome is PrintOutcome.NOT_PRINTED:
                await self._transport.write(codec.clear_buffer())
                await self._look()  # an answer behind it: nothing of this slip comes out later
        except DeviceLostError as error:
            return PrintResult(PrintOutcome.UNKNOWN, _MUTE, error.code)
        self._scrap = result.outcome is not PrintOutcome.PRINTED
        return result

    async def _send(self, chunks: list[bytes]) -> PrintResult | None:
        """Send all; a printer that pushes a no on the way is believed at once."""
        for chunk in chunks:
            await self._transport.write(chunk)
            for event in await self._hear(_GLANCE_S):
                if isinstance(event, Pushed) and (reason := refusal(pushed_status(event.flags))):
                    return _no(pushed_status(event.flags), reason)
        return None

    async def _await_end(self) -> PrintResult:
        """Wait for the answer behind the cut, looking at the status meanwhile."""
        if self._profile.acknowledges:
            self._reader.expect_processed()
            await self._transport.write(codec.processed_query())
        loop = asyncio.get_running_loop()
        begun = loop.time()
        deadline = begun + self._patience.slip_s
        mute, done, status = 0, False, _MUTE
        while mute < self._patience.mute_looks and loop.time() < deadline:
            done = any(isinstance(event, Processed) for event in await self._hear(self._patience.look_s)) or done
            status, came = await self._look()
            done = done or came or self._long_enough(loop.time() - begun)
            mute = 0 if status.answered else mute + 1
            if (result := self._verdict(status, done=done)) is not None:
                return result
        return PrintResult(PrintOutcome.UNKNOWN, status, "no_acknowledgement" if status.answered else "device_silent")

    def _long_enough(self, waited_s: float) -> bool:
        return not self._profile.acknowledges and waited_s >= self._patience.unacknowledged_s

    def _verdict(self, status: PrinterStatus, *, done: bool) -> PrintResult | None:
        reason = refusal(status)
        if done and (not reason or (self._profile.acknowledges and _only_next_slip(reason))):
            return PrintResult(PrintOutcome.PRINTED, status)
        if status.answered and reason:
            return _no(status, reason)
        return None

    # --- status ----------------------------------------------------------------------------------------------------

    async def _ask(self) -> PrinterStatus:
        """A fresh status: what came earlier is dropped first, so that no late answer passes for a new one."""
        while await self._transport.read_some(_GLANCE_S):
            pass
        self._reader.forget()
        return (await self._look())[0]

    async def _look(self) -> tuple[PrinterStatus, bool]:
        """DLE EOT 1-4, one after the other; and whether GS r had its turn meanwhile."""
        answers: dict[int, Flags] = {}
        processed = False
        for query in QUERIES:
            self._reader.expect(query)
            await self._transport.write(codec.realtime_query(query))
            events = await self._hear_answer(query)
            processed = processed or any(isinstance(event, Processed) for event in events)
            answers.update((event.query, event.flags) for event in events if isinstance(event, Answer))
            if not answers:
                break  # mute; three more questions would only take longer
        return printer_status(answers), processed

    async def _hear_answer(self, query: int) -> list[StatusEvent]:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._patience.answer_s
        heard: list[StatusEvent] = []
        while (left := deadline - loop.time()) > 0:
            heard += await self._hear(left)
            if any(isinstance(event, Answer) and event.query == query for event in heard):
                break
        return heard

    async def _hear(self, timeout_s: float) -> list[StatusEvent]:
        return self._reader.feed(await self._transport.read_some(timeout_s))


def _no(status: PrinterStatus, reason: str) -> PrintResult:
    return PrintResult(PrintOutcome.NOT_PRINTED, status, reason)


def _only_next_slip(reason: str) -> bool:
    """True for what, after the cut was answered for, can only concern the next slip: this one is out."""
    return reason in {"paper_out", "cover_open", "offline"}
