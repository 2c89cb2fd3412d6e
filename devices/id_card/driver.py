"""The polite conversation with an SDT card reader: look, select, read, wait until the card is gone.

Knows no tickets and no screens, and does not come back by itself: when the wire dies it raises and stops; reopening is
the supervisor's.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
import secrets
from collections import deque
from enum import Enum, auto
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceLostError, DeviceProtocolError, DeviceRefusedError, DeviceSilentError
from devices.id_card.codec import (
    Answer,
    CardPresent,
    CardRecord,
    Command,
    Done,
    NoCard,
    Refused,
    State,
)
from devices.id_card.exchange import NOT_UNDERSTOOD, Exchange, Silent, Timing
from devices.id_card.identity import CardTextError, parse_text_block
from devices.values.health import Health
from devices.values.id_card import CardEvent, CardEventKind, CardReaderCapabilities, CardReaderStatus, IdCard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.ports.transport import Transport

LOG = logging.getLogger("kapok.device.id_card")

READER_FAULTS: dict[int, str] = {State.SELF_TEST_FAILED: "self_test_failed", State.NOT_AUTHORISED: "not_authorised"}


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
        self._exchange = Exchange(transport, device, self._timing)
        self._talking = asyncio.Lock()
        self._closed = asyncio.Event()
        self._glass = _Glass.EMPTY
        self._last = b""  # how to know again what lies there; not the card itself
        self._key = secrets.token_bytes(32)
        self._untold: deque[CardEvent] = deque()  # what else the last look has shown
        self._absences = 0
        self.capabilities = CardReaderCapabilities()

    async def open(self) -> None:
        await self._wire.open()
        self._closed.clear()
        self._glass, self._last, self._absences = _Glass.EMPTY, b"", 0
        self._exchange.begin()
        answer: Answer | Silent = Silent("silent")
        for _ in range(self._timing.attempts):
            answer = await self._exchange.ask(Command.STATUS)
            if isinstance(answer, Done):
                return
        await self.close()
        raise self._error(answer)

    async def events(self) -> AsyncIterator[CardEvent]:
        while not self._closed.is_set():
            try:
                async with self._talking:
                    event = await self._look()
            except DeviceLostError:
                if self._closed.is_set():
                    return
                raise
            if event is not None:
                yield event
                del event  # a whole card: not to be kept while waiting
            if self._glass is not _Glass.FOUND and not self._untold:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._timing.poll_s):
                        await self._closed.wait()

    async def status(self) -> CardReaderStatus:
        try:
            async with self._talking:
                answer = await self._exchange.ask(Command.STATUS)
        except DeviceError as error:
            return CardReaderStatus(Health.FAULT, error.code)
        if isinstance(answer, Done):
            return CardReaderStatus(Health.NORMAL)
        return CardReaderStatus(Health.FAULT, self._error(answer).code)

    async def close(self) -> None:
        self._closed.set()
        self._last = b""
        self._untold.clear()
        await self._wire.close()

    async def _look(self) -> CardEvent | None:
        """One step of the glass; at most one event."""
        if self._untold:
            return self._untold.popleft()
        if self._glass is _Glass.FOUND:
            return await self._read_card()
        if self._glass is not _Glass.EMPTY and await self._still_there():
            self._absences = 0
            return None
        answer = await self._exchange.ask(Command.FIND)
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
        self._glass, self._last, self._absences = _Glass.EMPTY, b"", 0
        return CardEvent(CardEventKind.GONE)

    async def _still_there(self) -> bool:
        """Whether the card still lies there, as far as it lets us ask for its newest address, a short question."""
        answer = await self._exchange.ask(Command.READ_ADDRESS)
        return isinstance(answer, Done) or answer == Refused(State.NOT_ON_CARD)

    async def _found_again(self) -> CardEvent | None:
        """FIND says "found" while we think that a card lies there: the same one, or another laid in its place?"""
        if self._glass is _Glass.FAILED:
            self._absences = 0
            return None
        read = await self._try_reading()
        if not isinstance(read, IdCard):
            return self._gone()  # the next look finds what lies there now
        if self._mark(read) == self._last:
            self._absences = 0  # a reader that finds a card again and again: still one tap
            return None
        self._last = self._mark(read)
        self._untold += (CardEvent(CardEventKind.READING), CardEvent(CardEventKind.CARD, card=read))
        return CardEvent(CardEventKind.GONE)

    async def _read_card(self) -> CardEvent:
        """Read, at most `attempts` times.

        FIND's word alone does not end it: it also says "no card" of a card whose answer was lost on the wire, and that
        one can still be read.
        """
        reason = ""
        for attempt in range(self._timing.attempts):
            not_found = attempt > 0 and isinstance(await self._exchange.ask(Command.FIND), NoCard)
            read = await self._try_reading()
            if isinstance(read, IdCard):
                self._glass, self._last = _Glass.READ, self._mark(read)
                return CardEvent(CardEventKind.CARD, card=read)
            reason = read
            if not_found and read == "refused":
                # gone at once, not after the debounce: the visitor lays it again sooner than that, and must be read
                self._untold.append(self._gone())
                return CardEvent(CardEventKind.UNREADABLE, reason="pulled_away")
        self._glass = _Glass.FAILED
        return CardEvent(CardEventKind.UNREADABLE, reason=reason)

    def _mark(self, card: IdCard) -> bytes:
        return hmac.digest(self._key, card.raw_text, "sha256")

    async def _try_reading(self) -> IdCard | str:
        """Select and read once: the card, or why not. A refused SELECT is ignored, the card may still be readable."""
        selected = await self._exchange.ask(Command.SELECT)
        if isinstance(selected, Silent):
            return selected.reason
        answer = await self._exchange.ask(Command.READ)
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
            raise self._error(answer)
        if self._exchange.failures >= self._timing.mute_after:
            raise self._error(answer)

    def _error(self, answer: Answer | Silent) -> DeviceError:
        if isinstance(answer, Silent):
            return DeviceSilentError(self._device, answer.reason)
        if isinstance(answer, Refused) and answer.state not in NOT_UNDERSTOOD:
            return DeviceRefusedError(self._device, answer.state, READER_FAULTS.get(answer.state, ""))
        return DeviceProtocolError(self._device, "answers do not fit the questions")
