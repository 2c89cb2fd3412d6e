"""The polite conversation with an SDT card reader: look, read, wait until the card is gone, tell of one left behind.

Knows no tickets and no screens, and does not come back by itself: when the wire dies it raises and stops; reopening is
the supervisor's.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import secrets
from collections import deque
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceLostError, DeviceRefusedError
from devices.id_card.codec import Answer, CardPresent, Command, Done, NoCard, Refused, State
from devices.id_card.exchange import Exchange, Silent, Timing, error_of, misfits
from devices.id_card.photo import PlaceholderPhotos
from devices.id_card.reading import CardReading, Wishes
from devices.values.health import Health
from devices.values.id_card import (
    CardEvent,
    CardEventKind,
    CardReaderCapabilities,
    CardReaderStatus,
    IdCard,
    Media,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from devices.ports.id_card import PhotoDecoder
    from devices.ports.transport import Transport

TRIES_AT_A_RATE = 2  # questions at a baud rate before the next one is tried


class _Glass(Enum):
    EMPTY = auto()
    FOUND = auto()  # READING was said, the card is to be read
    READ = auto()  # a good read: FIND now says "no card" until it is lifted
    FAILED = auto()  # unreadable: FIND goes on finding it until it is lifted


class SdtCardReader:
    """`IdCardReader` over any transport, SDT protocol (GA 450, GA 467). `open()` works again after a loss.

    `rates` is the same line at other baud rates (bits per second), tried in this order when nobody answers on
    `transport`; the rate that answered comes first the next time.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        device: str = "id_card",
        timing: Timing | None = None,
        wishes: Wishes | None = None,
        photos: PhotoDecoder | None = None,
        rates: Mapping[int, Transport] | None = None,
    ) -> None:
        self._lines: list[tuple[int | None, Transport]] = [(None, transport), *(rates or {}).items()]
        self._device = device
        self._timing = timing or Timing()
        self._wire = transport
        self._exchange = Exchange(transport, device, self._timing)
        self._photos = photos or PlaceholderPhotos()
        self._reading = CardReading(self._exchange, device, wishes or Wishes(), self._photos)
        self._talking = asyncio.Lock()
        self._closed = asyncio.Event()
        self._glass = _Glass.EMPTY
        self._since = 0.0  # when the card that lies there was dealt with; loop time, inf once LEFT_BEHIND was told
        self._last = b""  # how to know again what lies there; not the card itself
        self._key = secrets.token_bytes(32)
        self._untold: deque[CardEvent] = deque()  # what else the last look has shown
        self._absences = 0
        wishes = wishes or Wishes()
        self.capabilities = CardReaderCapabilities(
            newest_address=wishes.newest_address, print_lengths=wishes.print_lengths, photo=self._photos.is_real
        )

    async def open(self) -> None:
        self._closed.clear()
        self._glass, self._last, self._absences = _Glass.EMPTY, b"", 0
        for place, (baud, wire) in enumerate(self._lines):
            try:
                sam_id = await self._open_on(wire)
            except DeviceError as error:
                others_left = place + 1 < len(self._lines)
                if isinstance(error, DeviceLostError | DeviceRefusedError) or not others_left:
                    raise
            else:
                self._lines.insert(0, self._lines.pop(place))
                self.capabilities = replace(self.capabilities, baud=baud, sam_id=sam_id)
                return

    async def events(self) -> AsyncGenerator[CardEvent, None]:
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
                if misfits(answer):  # the rest of a question that was given up; the line is clear now
                    answer = await self._exchange.ask(Command.STATUS)
        except DeviceError as error:
            return CardReaderStatus(Health.FAULT, error.code)
        if isinstance(answer, Done):
            media = Media.NOT_PRESENT if self._glass is _Glass.EMPTY else Media.PRESENT
            return CardReaderStatus(Health.NORMAL, media=media)
        return CardReaderStatus(Health.FAULT, error_of(self._device, answer).code)

    async def close(self) -> None:
        self._closed.set()
        self._last = b""
        self._untold.clear()
        await self._wire.close()
        await self._photos.close()

    async def _open_on(self, wire: Transport) -> str:
        """Open this wire and have the reader say that it is well: its SAM id. Raises DeviceError, the wire closed."""
        self._wire, self._exchange = wire, Exchange(wire, self._device, self._timing)
        self._reading.begin(self._exchange)
        answer: Answer | Silent = Silent("silent")
        try:
            await wire.open()
            for _ in range(self._timing.attempts if len(self._lines) == 1 else TRIES_AT_A_RATE):
                answer = await self._exchange.ask(Command.STATUS)
                if answer == Refused(State.SELF_TEST_FAILED):  # dead until it is reset
                    await self._exchange.ask(Command.RESET)
                    answer = await self._exchange.ask(Command.STATUS)
                if isinstance(answer, Done):
                    return await self._reading.sam_id()
        except BaseException:
            await wire.close()
            raise
        await wire.close()
        raise error_of(self._device, answer)

    async def _look(self) -> CardEvent | None:
        """One step of the glass; at most one event."""
        if self._untold:
            return self._untold.popleft()
        if self._glass is _Glass.FOUND:
            return await self._read_card()
        if self._glass is not _Glass.EMPTY and await self._still_there():
            return self._lies_on()
        answer = await self._exchange.ask(Command.FIND)
        self._exchange.watch_over(answer)
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

    def _dealt_with(self, glass: _Glass, mark: bytes = b"") -> None:
        self._glass, self._last = glass, mark
        self._since = asyncio.get_running_loop().time()

    def _lies_on(self) -> CardEvent | None:
        """What was dealt with still lies there: after a while, said once."""
        self._absences = 0
        if asyncio.get_running_loop().time() - self._since < self._timing.left_behind_s:
            return None
        self._since = float("inf")
        return CardEvent(CardEventKind.LEFT_BEHIND)

    async def _still_there(self) -> bool:
        """Whether the card still lies there, as far as it lets us ask for its newest address, a short question."""
        answer = await self._exchange.ask(Command.READ_ADDRESS)
        return isinstance(answer, Done) or answer == Refused(State.NOT_ON_CARD)

    async def _found_again(self) -> CardEvent | None:
        """FIND says "found" while we think that a card lies there: the same one, or another laid in its place?"""
        if self._glass is _Glass.FAILED:
            return self._lies_on()
        read = await self._reading.card(whole=False)
        if isinstance(read, IdCard):
            if self._mark(read) == self._last:  # a reader that finds a card again and again: still one tap
                return self._lies_on()
            gone = self._gone()
            self._untold.append(self._found())  # the next look but one reads it
            return gone
        return self._gone()  # the next look finds what lies there now

    async def _read_card(self) -> CardEvent:
        """Read, at most `attempts` times.

        FIND's word alone does not end it: it also says "no card" of a card whose answer was lost on the wire, and that
        one can still be read.
        """
        reason = ""
        for attempt in range(self._timing.attempts):
            not_found = attempt > 0 and isinstance(await self._exchange.ask(Command.FIND), NoCard)
            read = await self._reading.card()
            if isinstance(read, IdCard):
                self._dealt_with(_Glass.READ, self._mark(read))
                return CardEvent(CardEventKind.CARD, card=read)
            reason = read
            if not_found and read == "refused":
                # gone at once, not after the debounce: the visitor lays it again sooner than that, and must be read
                self._untold.append(self._gone())
                return CardEvent(CardEventKind.UNREADABLE, reason="pulled_away")
        self._dealt_with(_Glass.FAILED)
        return CardEvent(CardEventKind.UNREADABLE, reason=reason)

    def _mark(self, card: IdCard) -> bytes:
        return hmac.digest(self._key, card.raw_text, "sha256")
