"""The polite conversation with an SDT card reader: look, select, read, wait until the card is gone.

Knows no tickets and no screens, and does not come back by itself: when the wire dies it raises and stops; reopening is
the supervisor's. Logs directions and lengths only, never bytes, because a card read is personal data.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceLostError, DeviceRefusedError, DeviceSilentError
from devices.id_card.codec import (
    Answer,
    Bad,
    BadFrame,
    CardPresent,
    CardRecord,
    Command,
    Done,
    Frame,
    FrameDecoder,
    NoCard,
    Refused,
    State,
    Unexpected,
    answer_of,
    encode_command,
)
from devices.id_card.identity import CardTextError, parse_text_block
from devices.values import CardEvent, CardEventKind, DeviceHealth, Health, IdCard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.ports import Transport

LOG = logging.getLogger("kapok.device.id_card")

READER_FAULTS = {State.SELF_TEST_FAILED: "self_test_failed", State.NOT_AUTHORISED: "not_authorised"}


@dataclass(frozen=True, slots=True)
class Timing:
    """All waiting, in seconds, and all counting. Defaults suit 9600 to 230400 baud."""

    poll_s: float = 0.3  # between two looks at the glass; our choice, others use 0.1 to 1
    short_s: float = 0.3  # to the first byte of a short answer (readers need up to 0.1)
    read_s: float = 2.0  # to the first byte of text and photo: the reader talks to the card meanwhile
    gap_s: float = 0.3  # silence inside an answer that means: no more will come
    quiet_s: float = 0.05  # silence after trouble that means: the line is clear
    noise_limit_s: float = 2.0  # a line that is not quiet by then is left as it is
    attempts: int = 3  # reads of one card before it counts as unreadable
    gone_after: int = 2  # looks in a row that must find nothing before the card counts as gone
    mute_after: int = 4  # exchanges in a row without any sound answer before the reader counts as mute


class Silent:
    """No sound answer came; `reason` says what came instead: silent | broken_frame | wrong_checksum."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


class _Glass(Enum):
    EMPTY = auto()
    FOUND = auto()  # READING was said, the card is to be read
    READ = auto()  # a good read: FIND now says "no card" until it is lifted
    FAILED = auto()  # unreadable: FIND goes on finding it until it is lifted


class SdtCardReader:
    """`IdCardReader` over any transport, SDT protocol (GA 450, GA 467). `open()` works again after a loss."""

    def __init__(self, transport: Transport, *, device: str = "id_card", timing: Timing | None = None) -> None:
        self._wire = transport
        self._device = device
        self._timing = timing or Timing()
        self._decoder = FrameDecoder()
        self._talking = asyncio.Lock()
        self._open = False
        self._glass = _Glass.EMPTY
        self._last: IdCard | None = None  # only while it lies there
        self._absences = 0
        self._mute = 0

    async def open(self) -> None:
        await self._wire.open()
        self._open, self._glass, self._last, self._absences, self._mute = True, _Glass.EMPTY, None, 0, 0
        for _ in range(self._timing.attempts):
            answer = await self._ask(Command.STATUS)
            if isinstance(answer, Done):
                return
        await self.close()
        if isinstance(answer, Silent):
            raise DeviceSilentError(self._device, answer.reason)
        raise DeviceRefusedError(self._device, answer.state if isinstance(answer, Refused) else State.UNKNOWN_ERROR)

    async def events(self) -> AsyncIterator[CardEvent]:
        while self._open:
            try:
                async with self._talking:
                    event = await self._look()
            except DeviceLostError:
                if self._open:
                    raise
                return
            if event is not None:
                yield event
            if self._glass is not _Glass.FOUND:
                await asyncio.sleep(self._timing.poll_s)

    async def probe(self) -> DeviceHealth:
        try:
            async with self._talking:
                answer = await self._ask(Command.STATUS)
        except DeviceError as error:
            return DeviceHealth(self._device, Health.FAULT, error.code)
        if isinstance(answer, Done):
            return DeviceHealth(self._device, Health.NORMAL)
        code = DeviceSilentError.code if isinstance(answer, Silent) else DeviceRefusedError.code
        return DeviceHealth(self._device, Health.FAULT, code)

    async def close(self) -> None:
        self._open, self._last = False, None
        await self._wire.close()

    async def _look(self) -> CardEvent | None:
        """One step of the glass; at most one event."""
        if self._glass is _Glass.FOUND:
            return await self._read_card()
        if self._glass is _Glass.READ and await self._still_there():
            self._absences = 0
            return None
        answer = await self._ask(Command.FIND)
        self._watch_over(answer)
        if self._glass is _Glass.EMPTY:
            return self._found() if isinstance(answer, CardPresent) else None
        if isinstance(answer, NoCard):
            self._absences += 1
            return self._gone() if self._absences >= self._timing.gone_after else None
        if isinstance(answer, CardPresent):
            return await self._found_again()
        return None

    def _found(self) -> CardEvent:
        self._glass, self._absences = _Glass.FOUND, 0
        return CardEvent(CardEventKind.READING)

    def _gone(self) -> CardEvent:
        self._glass, self._last, self._absences = _Glass.EMPTY, None, 0
        return CardEvent(CardEventKind.GONE)

    async def _still_there(self) -> bool:
        """Whether the card that was read still lies there: it lets us ask for its address again, which is short."""
        answer = await self._ask(Command.READ_ADDRESS)
        return isinstance(answer, Done) or answer == Refused(State.NOT_ON_CARD)

    async def _found_again(self) -> CardEvent | None:
        """FIND says "found" while we think that a card lies there: the same one, or another laid in its place?"""
        if self._glass is _Glass.FAILED:
            self._absences = 0
            return None
        read = await self._try_reading()
        if isinstance(read, IdCard) and self._last is not None and read.raw_text == self._last.raw_text:
            self._absences = 0  # a reader that finds a card again and again: still one tap
            return None
        return self._gone()  # the next look finds the new card

    async def _read_card(self) -> CardEvent:
        reason = ""
        for attempt in range(self._timing.attempts):
            if attempt and await self._is_away():
                reason = "pulled_away"
                break
            read = await self._try_reading()
            if isinstance(read, IdCard):
                self._glass, self._last = _Glass.READ, read
                return CardEvent(CardEventKind.CARD, card=read)
            reason = read
        self._glass = _Glass.FAILED
        return CardEvent(CardEventKind.UNREADABLE, reason=reason)

    async def _is_away(self) -> bool:
        """Two looks in a row find nothing: a reader may miss a card once right after a failed read."""
        for _ in range(2):
            if not isinstance(await self._ask(Command.FIND), NoCard):
                return False
        return True

    async def _try_reading(self) -> IdCard | str:
        """Select and read once. The card, or why not. SELECT's refusal is ignored: a card that lies there may still read."""
        selected = await self._ask(Command.SELECT)
        if isinstance(selected, Silent):
            return selected.reason
        answer = await self._ask(Command.READ)
        self._watch_over(answer)
        if isinstance(answer, CardRecord):
            try:
                return parse_text_block(answer.text)
            except CardTextError as error:
                LOG.warning("%s: card text refused: %s", self._device, error.reason)
                return "unknown_card"
        if isinstance(answer, Silent):
            return answer.reason
        return "refused" if isinstance(answer, Refused) else "broken_frame"

    def _watch_over(self, answer: Answer | Silent) -> None:
        """Raise when it is the reader, not the card, that is ill."""
        if isinstance(answer, Refused) and answer.state in READER_FAULTS:
            raise DeviceRefusedError(self._device, answer.state, READER_FAULTS[State(answer.state)])
        if self._mute >= self._timing.mute_after and isinstance(answer, Silent):
            raise DeviceSilentError(self._device, answer.reason)

    async def _ask(self, command: Command) -> Answer | Silent:
        """One question, one answer; after trouble the line is cleared so that the next answer is the next question's."""
        self._decoder.reset()
        request = encode_command(command)
        LOG.debug("%s > %s %d bytes", self._device, command.name, len(request))
        await self._wire.write(request)
        heard = await self._hear(self._timing.read_s if command is Command.READ else self._timing.short_s)
        if isinstance(heard, Silent):
            self._mute += 1
            LOG.debug("%s < nothing sound: %s", self._device, heard.reason)
            await self._clear_line()
            return heard
        self._mute = 0
        LOG.debug("%s < %d bytes", self._device, len(heard.payload))
        answer = answer_of(command, heard)
        if answer == Unexpected():
            await self._clear_line()
        return answer

    async def _hear(self, first_byte_s: float) -> Frame | Silent:
        """The first sound frame. Noise before it does not matter; a wrong checksum or a half answer ends the hearing."""
        wait, reason = first_byte_s, "silent"
        while data := await self._wire.read_some(wait):
            for found in self._decoder.feed(data):
                if isinstance(found, Frame):
                    return found
                reason = "wrong_checksum" if found == BadFrame(Bad.CHECKSUM) else "broken_frame"
            if self._decoder.mid_frame:
                reason = reason if reason != "silent" else "broken_frame"
            wait = self._timing.gap_s
        return Silent(reason)

    async def _clear_line(self) -> None:
        """Throw away what still comes, until the line is quiet."""
        self._decoder.reset()
        try:
            async with asyncio.timeout(self._timing.noise_limit_s):
                while await self._wire.read_some(self._timing.quiet_s):
                    pass
        except TimeoutError:
            LOG.warning("%s: the line is not quiet", self._device)
