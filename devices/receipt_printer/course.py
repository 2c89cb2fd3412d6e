"""One slip's way through the printer: what is sent when, and what the answers make of it. Knows no jobs, no layout.

A slip goes out in two parts: what is printed, and, once the printer has acknowledged that, the cut, which it has to
acknowledge too. So paper that ends in the middle is known before the cut is sent: NOT_PRINTED, when the printer says
no while the cut is not sent and the rest was thrown away; also when paper is there again by the time it is asked, for
then the slip is in two parts. Once the first part is acknowledged, the whole slip is on
paper: a no behind that concerns the knife, and the slip is PRINTED, with the reason why it may hang in the slot.
Anything else after the first byte is UNKNOWN: the wire died, or the printer fell mute. A printer that falls silent gets
the rest of its slip all the same: it may print without a word.
"""

from __future__ import annotations

import asyncio
import contextlib
from enum import Enum, auto
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.receipt_printer import codec
from devices.receipt_printer.talk import MUTE
from devices.values.receipt_printer import Acknowledge, PrinterStatus, PrintOutcome, PrintResult

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from devices.receipt_printer.patience import Patience
    from devices.receipt_printer.talk import Talk

_NAMED = frozenset({Acknowledge.PROCESS_ID, Acknowledge.STATUS})


class _Turn(Enum):
    """How waiting for an acknowledgement ended."""

    DONE = auto()
    REFUSED = auto()
    MUTE = auto()
    LATE = auto()


class Course:
    """One slip. `begun` tells whether anything of it was sent, `result` raises nothing for what the printer does."""

    def __init__(self, talk: Talk, patience: Patience, way: Callable[[], Acknowledge]) -> None:
        self._talk = talk
        self._patience = patience
        self._way = way
        self.begun = False
        self._cut_sent = self._silent = self._whole = False

    async def run(
        self, chunks: list[bytes], ask: Callable[[], Awaitable[PrinterStatus]], expired: Callable[[], bool]
    ) -> PrintResult:
        """Send `chunks`, the last of which is the cut, to a printer that `ask` finds well and in time."""
        try:
            async with asyncio.timeout(self._patience.print_s):
                return await self._converse(chunks, ask, expired)
        except DeviceError as error:
            return unknown(MUTE, error.code) if self.begun else not_printed(MUTE, error.code)
        except TimeoutError:
            return await self._too_late()

    async def _converse(
        self, chunks: list[bytes], ask: Callable[[], Awaitable[PrinterStatus]], expired: Callable[[], bool]
    ) -> PrintResult:
        before = await ask()
        if reason := before.fault:
            return not_printed(before, reason)
        if not await self._talk.settle_debt():
            return not_printed(before, "device_busy")  # an answer to an earlier slip may yet pass for this one's
        if expired():
            return not_printed(before, EXPIRED)
        self.begun = True
        self._talk.begin_slip()
        status = await self._send(chunks[:-1])
        if status is None:
            turn, status = await self._await_turn(within_s=self._patience.body_s)
            if turn is not _Turn.REFUSED and not self._talk.paper.spoilt:
                self._whole = turn is _Turn.DONE and self._way() in _NAMED and not self._was_silent()
                return await self._cut(chunks[-1])
        return await self._give_up(status, status.fault or self._talk.paper.spoilt)

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
                if status.answered and (status.fault or self._talk.paper.spoilt):
                    return status
        return None

    async def _cut(self, cut: bytes) -> PrintResult:
        self._cut_sent = True
        await self._talk.write(cut)
        turn, status = await self._await_turn(within_s=self._patience.print_s)
        done = turn is _Turn.DONE or self._talk.acknowledged  # what speaks against it, then, came after
        if done and not self._whole and self._was_silent():
            return unknown(status, "device_silent")
        match turn:
            case _ if done:
                return PrintResult(PrintOutcome.PRINTED, status)
            case _Turn.REFUSED if self._whole:
                return PrintResult(PrintOutcome.PRINTED, status, status.fault)
            case _Turn.REFUSED:
                return unknown(status, status.fault)
            case _:
                return unknown(status, "no_acknowledgement" if status.answered else "device_silent")

    def _was_silent(self) -> bool:
        """True when there was time enough, unheard, to put in a new roll in the middle of the slip."""
        return self._talk.paper.silent_s > self._patience.hands_s

    async def _await_turn(self, *, within_s: float) -> tuple[_Turn, PrinterStatus]:
        """Until what was sent is acknowledged; a no in the same look outweighs an acknowledgement."""
        await self._talk.ask_turn()
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within_s
        mute, status = 0, MUTE
        while loop.time() < deadline:
            heard = self._talk.heard
            await self._talk.hear_turn()
            status = await self._talk.sure_look()
            if status.answered and status.fault:
                return _Turn.REFUSED, status
            if status.answered and self._talk.turned(status):
                await self._talk.end_turn()
                return _Turn.DONE, status
            mute = 0 if self._talk.heard != heard else mute + 1  # noise is no silence
            self._silent = mute >= (1 if self._silent else self._patience.mute_looks)
            if self._silent:
                return _Turn.MUTE, status
        return _Turn.LATE, status

    async def _give_up(self, status: PrinterStatus, reason: str) -> PrintResult:
        """No cut was sent, so no slip is out; sure only when the printer has thrown away the rest."""
        cleared = await self._talk.clear()
        if not cleared and self._way() is not Acknowledge.PROCESS_ID:
            cleared = (await self._talk.look()).answered  # it may know no answer to that; behind it, it answers this
        return not_printed(status, reason) if cleared else unknown(status, reason)

    async def _too_late(self) -> PrintResult:
        if not self.begun:
            return not_printed(MUTE, "device_silent")
        if self._cut_sent:
            return unknown(MUTE, "no_acknowledgement")
        with contextlib.suppress(DeviceError, TimeoutError):
            async with asyncio.timeout(3 * self._patience.answer_s):
                return await self._give_up(MUTE, "print_too_slow")
        return unknown(MUTE, "print_too_slow")


EXPIRED = "expired"


def not_printed(status: PrinterStatus, reason: str) -> PrintResult:
    """No usable slip is out, and none will be."""
    return PrintResult(PrintOutcome.NOT_PRINTED, status, reason)


def unknown(status: PrinterStatus, reason: str) -> PrintResult:
    """Nobody can tell."""
    return PrintResult(PrintOutcome.UNKNOWN, status, reason)
