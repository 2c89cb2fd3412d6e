"""Questions to an ESC/POS printer and what may be believed of the answers. Knows no slip, no job and no outcome.

Bytes get lost, wrong and late. So: a look is a complete set of answers to DLE EOT 1-4 with nothing over, or it is no
answer at all; one that something was heard of is asked again; a no is asked twice; who answers late is given more
time; a turn (all that was sent is on paper) is a process id made for this one question,
or, from printers that know none, two GS r answers with nothing else on the wire, that agree with the paper sensor.
Every wait ends: a line that never falls quiet is a DeviceProtocolError.
"""

from __future__ import annotations

import asyncio
from random import SystemRandom
from typing import TYPE_CHECKING

from devices.errors import DeviceProtocolError
from devices.receipt_printer import codec
from devices.receipt_printer.status import (
    QUERIES,
    Acknowledged,
    Answer,
    Cleared,
    Flag,
    Flags,
    Processed,
    Pushed,
    StatusReader,
    printer_status,
    pushed_status,
    same_paper,
    token,
)
from devices.receipt_printer.watch import ANSWER, PUSH, PaperWatch
from devices.values.receipt_printer import Acknowledge, PrinterStatus

if TYPE_CHECKING:
    from devices.ports.transport import Transport
    from devices.receipt_printer.patience import Patience
    from devices.receipt_printer.status import StatusEvent

MUTE = PrinterStatus(answered=False)
SURE_TURNS = 2
LOOKS = 3  # at a printer that says something, but nothing whole
CLEARS = 4
GLANCE_S = 0.001  # what has come already; zero would give the loop no chance to look
_NUMBERS = SystemRandom()


class Talk:
    """One conversation over one wire; `restart` begins it anew on a wire that was reopened."""

    def __init__(self, transport: Transport, acknowledges: Acknowledge, patience: Patience, device: str) -> None:
        self._transport = transport
        self._acknowledges = acknowledges
        self._patience = patience
        self._device = device
        self._reader = StatusReader()
        self._number = _NUMBERS.randrange(1 << 19)  # no answer to an earlier life of this program fits
        self._tokens: set[bytes] = set()  # of the turn that is waited for
        self._acknowledged = self._cleared = self._alarm = False
        self._processed: list[Flags] = []  # GS r answers to the turn that is waited for
        self._owed = 0  # GS r answers to earlier turns that come first
        self._noise = 0  # the reader's count when the turn was asked for
        self._asked_at = 0.0
        self.paper = PaperWatch()
        self._slack_s = 0.0  # more time for a printer that was seen to answer late

    def restart(self) -> None:
        """The wire is new: what was half said on the old one is gone; what is owed stays owed."""
        turns = self._reader.turns
        self._reader = StatusReader()
        self._reader.turns = turns
        self._slack_s = 0.0

    @property
    def alarmed(self) -> bool:
        """True when a push said no since the last look; a look must tell whether that is so."""
        return self._alarm

    def begin_slip(self) -> None:
        """From here on `paper` counts what happens."""
        self.paper.begin(_now())

    @property
    def heard(self) -> int:
        """Bytes that came, whatever they were."""
        return self._reader.heard

    @property
    def acknowledged(self) -> bool:
        """True when a process id came back: all before it is done, whatever happened since."""
        return self._acknowledged

    async def write(self, data: bytes) -> None:
        await self._transport.write(data)

    # --- status ----------------------------------------------------------------------------------------------------

    async def sure_look(self) -> PrinterStatus:
        """A look; only a no that is said twice is a no. A printer that did not answer is not asked again."""
        status = await self.look()
        return await self.look() if status.answered and status.fault else status

    async def look(self) -> PrinterStatus:
        """DLE EOT 1-4: all of them answered and nothing over, or, after a few tries while anything comes, mute."""
        for _ in range(LOOKS):
            heard = self.heard
            status = await self._look()
            if status.answered or self.heard == heard:
                return status
        return MUTE

    async def _look(self) -> PrinterStatus:
        await self.quiet()
        self._alarm = False
        answers: dict[int, Flags] = {}
        unasked = self._reader.unasked
        for query in QUERIES:
            flags = await self.answer(query)
            if flags is None:
                return MUTE
            answers[query] = flags
        await self.hear(GLANCE_S)
        return printer_status(answers) if self._reader.unasked == unasked else MUTE

    async def answer(self, query: int, *, sent: int = 0) -> Flags | None:
        """What is answered to DLE EOT `query`, behind `sent` bytes that may still be on the wire; None for nothing."""
        self._reader.expect(query)
        await self._transport.write(codec.realtime_query(query))
        deadline = self._deadline(sent)
        while (left := deadline - _now()) > 0:
            for event in await self.hear(left):
                if isinstance(event, Answer) and event.query == query:
                    return event.flags
        self._reader.forget()
        self.paper.missed()
        await self.quiet(self._patience.settle_s)
        return None

    def _deadline(self, sent: int = 0) -> float:
        patience = self._patience
        return _now() + patience.answer_s + self._slack_s + sent / patience.slowest_bytes_s

    async def standing_still(self, sent: int) -> bool | None:
        """One short question between two pieces of a slip; None when it was not answered, asked twice."""
        for _ in range(2):
            flags = await self.answer(1, sent=sent)
            if flags is not None:
                return Flag.OFFLINE in flags
        return None

    async def quiet(self, for_s: float = GLANCE_S) -> None:
        """Hear until nothing came for so long. Raises DeviceProtocolError when the line never falls quiet."""
        deadline, unasked = _now() + self._patience.babble_s + for_s, self._reader.unasked
        while _now() < deadline:
            if await self._take(for_s) is None:
                self._reader.forget()
                if self._reader.unasked != unasked:  # a late answer, as it seems
                    self._slack_s = self._patience.answer_s
                return
        raise DeviceProtocolError(self._device, "the line is never quiet")

    async def hear(self, timeout_s: float) -> list[StatusEvent]:
        """What came, noted; empty when nothing whole did."""
        return (await self._take(timeout_s)) or []

    async def _take(self, timeout_s: float) -> list[StatusEvent] | None:
        """The events in what came, noted; None when nothing came at all."""
        data = await self._transport.read_some(max(timeout_s, GLANCE_S))
        if not data:
            return None
        self.paper.hear(_now())
        events = self._reader.feed(data)
        for event in events:
            self._note(event)
        return events

    def _note(self, event: StatusEvent) -> None:
        match event:
            case Acknowledged(name):
                self._acknowledged = self._acknowledged or name in self._tokens
            case Processed() if self._owed:
                self._owed -= 1
            case Processed(flags):
                self._processed.append(flags)
            case Cleared():
                self._cleared = True
            case Pushed(flags):
                self._alarm = self._alarm or bool(pushed_status(flags).fault)
                self.paper.note(flags, PUSH)
            case Answer(flags=flags):
                self.paper.note(flags, ANSWER)

    # --- turns -----------------------------------------------------------------------------------------------------

    async def find_way(self) -> Acknowledge:
        """How an idle printer acknowledges: by process ids if it answers one, asked twice; else by GS r."""
        self._acknowledges = Acknowledge.PROCESS_ID
        for again in (False, True):
            await self.ask_turn(again=again)
            deadline = self._deadline()
            while not self._acknowledged and (left := deadline - _now()) > 0:
                await self.hear(left)
            if self._acknowledged:
                return self._acknowledges
        self._acknowledges = Acknowledge.STATUS
        return self._acknowledges

    async def ask_turn(self, *, again: bool = False) -> None:
        """Ask to be told when all that was sent until now is on paper."""
        if not again:
            self._tokens.clear()
            self._acknowledged = False
            self._owed = self._reader.turns
            self._processed, self._noise = [], self._reader.noise
        self._asked_at = _now()
        if self._acknowledges is Acknowledge.PROCESS_ID:
            self._number += 1
            name = token(self._number)
            self._tokens.add(name)
            await self._transport.write(codec.process_query(name))
        elif self._acknowledges is Acknowledge.STATUS:
            self._reader.expect_processed()
            await self._transport.write(codec.processed_query())

    async def hear_turn(self) -> None:
        """Wait for the acknowledgement, a push that says no, or the time for the next look; ask again when in doubt."""
        deadline, had = _now() + self._patience.look_s, len(self._processed)
        while (left := deadline - _now()) > 0 and not (self._acknowledged or len(self._processed) > had or self._alarm):
            await self.hear(left)
        if self._reader.noise != self._noise:  # any of it may have been noise; the next answers are as good
            self._processed, self._noise = [], self._reader.noise
        if not self._acknowledged and self._acknowledges is not Acknowledge.NONE and self._doubtful():
            await self.ask_turn(again=True)

    def _doubtful(self) -> bool:
        """True when another question has to be asked: the answer is lost, or one is not enough."""
        return 0 < len(self._processed) < SURE_TURNS or _now() - self._asked_at >= self._patience.ask_again_s

    def turned(self, status: PrinterStatus) -> bool:
        """True when the printer has said so, and its status, looked at since, does not make that doubtful.

        GS r answers that contradict the status are dropped and asked for anew: the sensor may have flickered.
        """
        match self._acknowledges:
            case Acknowledge.PROCESS_ID:
                return self._acknowledged
            case Acknowledge.STATUS:
                if all(same_paper(flags, status) for flags in self._processed):
                    return len(self._processed) >= SURE_TURNS and self._reader.noise == self._noise
                self._processed, self._asked_at = [], -self._patience.ask_again_s
                return False
            case _:
                return status.answered and _now() - self._asked_at >= self._patience.unacknowledged_s

    async def end_turn(self) -> None:
        """All is on paper: GS r answers that are still due come now, or were lost."""
        if self._acknowledges is Acknowledge.STATUS and self._reader.turns:
            await self.quiet(self._patience.answer_s + self._slack_s)
            self._reader.turns = 0

    async def settle_debt(self) -> bool:
        """True when no GS r of an earlier slip is open any more, so that its late answer cannot pass for another's."""
        if not self._reader.turns:
            return True
        if _now() - self._asked_at < self._patience.forgive_s:
            deadline = self._deadline()
            while self._reader.turns and (left := deadline - _now()) > 0:
                await self.hear(left)
            return not self._reader.turns
        self._reader.turns = 0
        return True

    async def clear(self, *, sent: int = 0) -> bool:
        """Have the printer throw away what it holds, behind `sent` bytes; True when it said so.

        Asked twice; and again while anything comes that may have been the answer.
        """
        self._cleared = False
        for times in range(CLEARS):
            heard = self.heard
            await self._transport.write(codec.clear_buffer())
            deadline = self._deadline(sent)
            while not self._cleared and (left := deadline - _now()) > 0:
                await self.hear(left)
            if self._cleared:
                self._reader.turns = 0  # thrown away with the rest
                return True
            if times and self.heard == heard:
                return False
        return False


def _now() -> float:
    return asyncio.get_running_loop().time()
