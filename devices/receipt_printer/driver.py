"""Slips on an ESC/POS printer over any Transport, and an honest word on how each ended.

A slip goes out in two parts: what is printed, and, once the printer has acknowledged that, the cut, which it has to
acknowledge too. So paper that ends in the middle is known before the cut is sent: NOT_PRINTED, when the printer says
no while the cut is not sent and the rest was thrown away. PRINTED, when the cut is acknowledged and nothing speaks
against it. Anything else after the first byte is UNKNOWN, also a no behind the cut: the slip may be out. Then the
connection is broken off, so that nothing of it comes out for the next person, and the supervisor opens it again;
the driver clears the printer's buffer first. Nothing is ever printed again by itself (definitions.md 2).

A printer that falls silent gets the rest of its slip all the same: it may print without a word.
The log names jobs, counts and codes; never what is on the slip. Knows no ticket and no answer's bytes (`talk`).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import OrderedDict
from enum import Enum, auto
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceSilentError
from devices.receipt_printer import codec, fonts
from devices.receipt_printer.job import slip_chunks
from devices.receipt_printer.layout import SlipTooLongError, lay_out
from devices.receipt_printer.talk import MUTE, Patience, Talk
from devices.values.receipt_printer import Acknowledge, PaperProfile, PrinterStatus, PrintOutcome, PrintResult

if TYPE_CHECKING:
    from devices.ports.transport import Transport
    from devices.values.receipt_printer import PrintDocument

__all__ = ["Patience", "ReceiptPrinterDriver"]

JOBS_REMEMBERED = 256
_log = logging.getLogger(__name__)


class _Turn(Enum):
    """How waiting for an acknowledgement ended."""

    DONE = auto()
    REFUSED = auto()
    MUTE = auto()
    LATE = auto()


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
        self._profile = self.capabilities = profile or PaperProfile()
        self._patience = patience or Patience()
        self._device = device
        self._talk = Talk(transport, self._profile.acknowledges, self._patience, device)
        self._way = self._profile.acknowledges  # found out at each opening when it is AUTO
        self._jobs: OrderedDict[str, PrintResult] = OrderedDict()
        self._turn = asyncio.Lock()
        self._scrap = False  # an unfinished slip may hang in the printer
        self._unclear = True  # the printer may hold what was sent before
        self._begun = self._cut_sent = self._silent = False  # of the slip at hand

    async def open(self) -> None:
        """Open the wire, clear what an earlier slip left, read the status.

        Raises DeviceSilentError for a mute printer; but not after a slip that was broken off: then it is better to
        hold the wire and clear the printer as soon as it answers.
        """
        await self._transport.open()
        self._talk.restart()
        self._unclear = True
        try:
            await self._talk.write(codec.fill())
            status = await self._ask(sent=len(codec.fill()))
            if not status.answered and not self._scrap:
                raise DeviceSilentError(self._device)
        except DeviceError:
            await self._transport.close()
            raise
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
            result = PrintResult(PrintOutcome.UNKNOWN, MUTE, "interrupted")
            self._begun = self._cut_sent = self._silent = False
            try:
                result = await self._print(document)
            finally:
                self._remember(document.job_id, result)
                if result.outcome is PrintOutcome.UNKNOWN:
                    await self._transport.close()  # throws away what is on the way; whoever asks next finds it lost
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
        except (SlipTooLongError, DeviceError) as error:
            return _no(MUTE, error.code)
        _log.info("%s: job %s: %d bytes to send", self._device, document.job_id, sum(map(len, chunks)))
        try:
            async with asyncio.timeout(self._patience.print_s):
                result = await self._converse(chunks)
        except DeviceError as error:
            result = _unknown(MUTE, error.code) if self._begun else _no(MUTE, error.code)
        except TimeoutError:
            result = await self._too_late()
        if self._begun:
            self._scrap = result.outcome is not PrintOutcome.PRINTED
        return result

    async def _converse(self, chunks: list[bytes]) -> PrintResult:
        before = await self._ask()
        if reason := before.fault:
            return _no(before, reason)
        if not await self._talk.settle_debt():
            return _no(before, "device_busy")  # an answer to an earlier slip may come yet and pass for this one's
        self._begun = self._scrap = True
        status = await self._send(chunks[:-1])
        if status is None:
            turn, status = await self._await_turn(within_s=self._patience.body_s)
            if turn is not _Turn.REFUSED:
                return await self._cut(chunks[-1])
        return await self._give_up(status, status.fault)

    async def _send(self, body: list[bytes]) -> PrinterStatus | None:
        """Send all but the cut, no more than the printer keeps up with; the status, when that is a no on the way."""
        sent = 0
        for chunk in body:
            await self._talk.write(chunk)
            sent += len(chunk)
            await self._talk.hear(0)
            if self._silent or (sent < codec.MAX_SLICE_BYTES and not self._talk.alarmed):
                continue
            stands = await self._talk.standing_still(sent)
            sent, self._silent = 0, stands is None
            if stands or self._talk.alarmed:
                status = await self._talk.sure_look()
                if status.answered and status.fault:
                    return status
        return None

    async def _cut(self, cut: bytes) -> PrintResult:
        self._cut_sent = True
        await self._talk.write(cut)
        turn, status = await self._await_turn(within_s=self._patience.print_s)
        match turn:
            case _Turn.DONE:
                return PrintResult(PrintOutcome.PRINTED, status)
            case _Turn.REFUSED:
                return _unknown(status, status.fault)
            case _:
                return _unknown(status, "no_acknowledgement" if status.answered else "device_silent")

    async def _await_turn(self, *, within_s: float) -> tuple[_Turn, PrinterStatus]:
        """Until what was sent is acknowledged; a no in the same look outweighs an acknowledgement."""
        await self._talk.ask_turn()
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within_s
        mute, status = 0, MUTE
        while loop.time() < deadline:
            await self._talk.hear_turn()
            status = await self._talk.sure_look()
            if status.answered and status.fault:
                return _Turn.REFUSED, status
            if status.answered and self._talk.turned(status):
                return _Turn.DONE, status
            mute = 0 if status.answered else mute + 1
            self._silent = mute >= (1 if self._silent else self._patience.mute_looks)
            if self._silent:
                return _Turn.MUTE, status
        return _Turn.LATE, status

    async def _give_up(self, status: PrinterStatus, reason: str) -> PrintResult:
        """No cut was sent, so no slip is out; sure only when the printer has thrown away the rest."""
        cleared = await self._talk.clear()
        if not cleared and self._way is not Acknowledge.PROCESS_ID:
            cleared = (await self._talk.look()).answered  # it may know no answer to that; behind it, it answers this
        return _no(status, reason) if cleared else _unknown(status, reason)

    async def _too_late(self) -> PrintResult:
        if not self._begun:
            return _no(MUTE, "device_silent")
        if self._cut_sent:
            return _unknown(MUTE, "no_acknowledgement")
        with contextlib.suppress(DeviceError, TimeoutError):
            async with asyncio.timeout(3 * self._patience.answer_s):
                return await self._give_up(MUTE, "print_too_slow")
        return _unknown(MUTE, "print_too_slow")

    async def _ask(self, *, sent: int = 0) -> PrinterStatus:
        """A sure look at a printer that holds nothing of an earlier slip; a mute one is asked twice."""
        cleared = self._unclear and await self._talk.clear(sent=sent)
        status = await self._talk.sure_look()
        if not status.answered:
            status = await self._talk.sure_look()
        if self._unclear and status.answered:
            if not cleared:
                _log.warning("%s: does not say that its buffer was cleared", self._device)
            self._unclear = False
            if self._profile.acknowledges is Acknowledge.AUTO:
                self._way = await self._talk.find_way()
            if self._way is Acknowledge.STATUS:
                await self._talk.write(codec.push_status(on=False))  # a push that lost a byte looks like GS r
            elif self._profile.has_asb:
                await self._talk.write(codec.push_status())
        return status


def _no(status: PrinterStatus, reason: str) -> PrintResult:
    return PrintResult(PrintOutcome.NOT_PRINTED, status, reason)


def _unknown(status: PrinterStatus, reason: str) -> PrintResult:
    return PrintResult(PrintOutcome.UNKNOWN, status, reason)
