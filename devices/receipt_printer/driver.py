"""Slips on an ESC/POS printer over any Transport, and an honest word on how each ended.

What one slip goes through is in `course`. Here are jobs (the same one prints once), their deadline, what an earlier
slip left hanging, and the roll. After an UNKNOWN the connection is broken off, so that nothing of the slip comes out
for the next person, and the supervisor opens it again; the driver clears the printer's buffer first. What hangs in the
printer and was never told to be printed is marked void before it is cut off. Nothing is ever printed again by itself
(definitions.md 2).

The log names jobs, counts and codes; never what is on the slip. Knows no ticket and no answer's bytes (`talk`).
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceSilentError
from devices.receipt_printer import codec, fonts
from devices.receipt_printer.course import EXPIRED, Course, not_printed, unknown
from devices.receipt_printer.job import Leftover, slip_chunks
from devices.receipt_printer.layout import SlipTooLongError, lay_out, void_mark
from devices.receipt_printer.patience import Patience
from devices.receipt_printer.roll import RollMeter
from devices.receipt_printer.talk import MUTE, Talk
from devices.values.receipt_printer import ONE_WAY, Acknowledge, PaperProfile, PrinterStatus, PrintOutcome, PrintResult

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping, Sequence

    from devices.ports.transport import Transport
    from devices.receipt_printer.layout import Row
    from devices.values.receipt_printer import PrintDocument

__all__ = ["Patience", "ReceiptPrinterDriver"]

JOBS_REMEMBERED = 256
BLIND = PrinterStatus(answered=False, blind=True)
NO_ANSWERS = "no_answers"
_KNIFE_MM = 12.0  # from the head to the knife
_log = logging.getLogger(__name__)


class ReceiptPrinterDriver:
    """A receipt printer that speaks ESC/POS. `clock` is what a document's `good_until` is read on."""

    def __init__(
        self,
        transport: Transport,
        profile: PaperProfile | None = None,
        *,
        patience: Patience | None = None,
        device: str = "receipt_printer",
        memory: MutableMapping[str, float] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._profile = self.capabilities = profile or PaperProfile()
        self._patience = patience or Patience()
        self._device = device
        self._clock = clock
        self._talk = Talk(transport, self._profile.acknowledges, self._patience, device)
        self._way = self._profile.acknowledges  # found out at each opening when it is AUTO
        self._roll = RollMeter(memory, roll_mm=self._profile.roll_m * 1000)
        self._jobs: OrderedDict[str, PrintResult] = OrderedDict()
        self._turn = asyncio.Lock()
        self._leftover = Leftover.NOTHING
        self._unclear = True  # the printer may hold what was sent before
        self.broken_off = False  # the connection was ended behind an UNKNOWN: to be opened anew

    def keep_roll_in(self, memory: MutableMapping[str, float]) -> None:
        """Where the numbers of the paper roll are kept; the owner stores the mapping as it likes."""
        self._roll.keep_in(memory)

    async def open(self) -> None:
        """Open the wire, clear what an earlier slip left, read the status.

        Raises DeviceSilentError for a mute printer; but not after a slip that was broken off: then it is better to
        hold the wire and clear the printer as soon as it answers.
        """
        await self._transport.open()
        self._talk.restart()
        self._unclear, self.broken_off = True, False
        try:
            await self._talk.write(codec.fill())
            status = await self._ask(sent=len(codec.fill()))
            if not status.answered and not status.blind and self._leftover is Leftover.NOTHING:
                raise DeviceSilentError(self._device)
        except DeviceError:
            await self._transport.close()
            raise
        fonts.shelf()  # a machine without fonts fails here, not at the first visitor

    async def close(self) -> None:
        await self._transport.close()

    async def status(self) -> PrinterStatus:
        async with self._turn:
            return self._with_roll(await self._ask())

    async def print(self, document: PrintDocument) -> PrintResult:
        async with self._turn:
            known = self._jobs.get(document.job_id)
            if known is not None and not document.reprint:
                _log.info("%s: job %s is known, not printed again", self._device, document.job_id)
                return known
            course = Course(self._talk, self._patience, lambda: self._way)
            result = unknown(MUTE, "interrupted")
            try:
                result = await self._print(document, course)
            except asyncio.CancelledError:
                if not course.begun:
                    result = not_printed(MUTE, "interrupted")
                raise
            finally:
                self._remember(document.job_id, result)
                if course.begun:
                    self._leftover = _leftover(result)
                if result.outcome is PrintOutcome.UNKNOWN and result.reason != NO_ANSWERS:
                    self.broken_off = True
                    await self._transport.close()  # throws away what is on the way; whoever asks next finds it lost
            return result

    def _remember(self, job_id: str, result: PrintResult) -> None:
        _log.info("%s: job %s: %s %s", self._device, job_id, result.outcome.value, result.reason)
        if job_id:
            self._jobs[job_id] = result
            self._jobs.move_to_end(job_id)
            while len(self._jobs) > JOBS_REMEMBERED:
                self._jobs.popitem(last=False)

    async def _print(self, document: PrintDocument, course: Course) -> PrintResult:
        def expired() -> bool:
            return document.good_until is not None and self._clock() > document.good_until

        if expired():
            return not_printed(MUTE, EXPIRED)
        try:
            rows = lay_out(document, self._profile, fonts.shelf())
            void = void_mark(self._profile, fonts.shelf()) if self._leftover is Leftover.PART else ()
        except (SlipTooLongError, DeviceError) as error:
            return not_printed(MUTE, error.code)
        chunks = slip_chunks(rows, self._profile, leftover=self._leftover, void=void)
        _log.info("%s: job %s: %d bytes to send", self._device, document.job_id, sum(map(len, chunks)))
        if self._way in ONE_WAY:
            result = await self._throw(chunks, course)
        else:
            result = await course.run(chunks, self._ask, expired)
        if course.begun:
            self._roll.printed(self._length_mm((*void, *rows)))
        self._roll.seen(result.status.paper)
        return replace(result, status=self._with_roll(result.status))

    async def _throw(self, chunks: list[bytes], course: Course) -> PrintResult:
        """Write to a printer that cannot answer: whether that is enough is for the site to say, not for us."""
        try:
            await self._write_unheard()
            for chunk in chunks:
                course.begun = True
                await self._talk.write(chunk)
        except DeviceError as error:
            return unknown(BLIND, error.code) if course.begun else not_printed(BLIND, error.code)
        if self._way is Acknowledge.WRITTEN:
            return PrintResult(PrintOutcome.PRINTED, BLIND, "unconfirmed")
        return unknown(BLIND, NO_ANSWERS)

    def _length_mm(self, rows: Sequence[Row]) -> float:
        return sum(row.height for row in rows) / self._profile.dots_per_mm + _KNIFE_MM

    def _with_roll(self, status: PrinterStatus) -> PrinterStatus:
        self._roll.seen(status.paper)
        return replace(status, left=self._roll.left())

    async def _ask(self, *, sent: int = 0) -> PrinterStatus:
        """A sure look at a printer that holds nothing of an earlier slip; a mute one is asked twice."""
        if self._way in ONE_WAY:
            return await self._write_unheard()
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

    async def _write_unheard(self) -> PrinterStatus:
        """A NUL, which no printer minds, tells whether anybody takes what is written."""
        await self._talk.write(codec.clear_buffer() if self._unclear else bytes(1))
        self._unclear = False
        return BLIND


def _leftover(result: PrintResult) -> Leftover:
    if (result.status.blind and result.outcome is PrintOutcome.PRINTED) or result.reason == NO_ANSWERS:
        return Leftover.NOTHING
    if result.outcome is not PrintOutcome.PRINTED:
        return Leftover.PART
    return Leftover.WHOLE if result.reason else Leftover.NOTHING
