"""Watches the slot of a PC/SC reader and reads the card that is put in.

Knows no tickets and no screens, and does not come back by itself: when the reader or its daemon dies it raises and
stops; reopening is the supervisor's. What it last told of the slot outlives a loss, so that a card that stays in is not
told twice and one that was taken out meanwhile is told to be gone.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
import math
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceLostError
from devices.smart_card.reading import Unread, reading
from devices.values.health import Health
from devices.values.smart_card import (
    CardEventKind,
    Media,
    SlotTrouble,
    SlotView,
    SmartCardEvent,
    SmartCardReaderCapabilities,
    SmartCardReaderStatus,
    SocialSecurityCard,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.ports.smart_card import CardSlot

LOG = logging.getLogger("kapok.device.smart_card")


@dataclass(frozen=True, slots=True)
class Timing:
    """All waiting, in seconds. The standard lets a chip think about one second and ask for more time."""

    watch_s: float = 3600.0  # between two cards there is nothing to do; closing wakes the watching
    left_behind_s: float = 20.0  # a card that is still in so long after it was dealt with is forgotten
    connect_s: float = 5.0  # power-up; chips need up to 1, drivers try several voltages
    answer_s: float = 5.0  # one answer
    card_s: float = 20.0  # all of one card
    settle_s: float = 1.0  # so long the daemon may take to notice that the card is out (pcscd looks every 0.4)
    find_s: float = 2.0  # so long a daemon that was started anew may take to find a card that is in
    busy_tries: int = 5  # another program may hold the card for a moment
    busy_pause_s: float = 0.2


class PcscCardReader:
    """`SmartCardReader` over any `CardSlot`. `open()` works again after a loss."""

    def __init__(self, slot: CardSlot, *, device: str = "smart_card", timing: Timing | None = None) -> None:
        self._slot = slot
        self._device = device
        self._timing = timing or Timing()
        self._view = SlotView()
        self._told: SlotView | None = None  # the card of which READING was told and GONE was not
        self._mark = b""  # how to know it again after a loss, when it was read; not the card itself
        self._key = secrets.token_bytes(32)
        self._forgotten_at = math.inf  # when LEFT_BEHIND is to be told, loop time
        self._owes = False  # READING was told, what came of it was not
        self._reading = False
        self._open = False
        self._fault = ""
        self.capabilities = SmartCardReaderCapabilities()

    async def open(self) -> None:
        await self._slot.open()
        self._view, self._open, self._fault = SlotView(), True, ""

    async def events(self) -> AsyncGenerator[SmartCardEvent, None]:
        if self._owes:  # somebody left the stream in the middle of a card
            self._told, self._view = None, SlotView()
        try:
            while self._open:
                view = await self._slot.change(self._view, self._patience_s())
                if view is None:
                    if self._patience_s() <= 0:
                        self._forgotten_at = math.inf
                        yield SmartCardEvent(CardEventKind.LEFT_BEHIND)
                    continue
                after_a_loss = self._view == SlotView()
                if after_a_loss and self._told is not None and not view.present:  # a new daemon finds cards later
                    view = await self._slot.change(view, self._timing.find_s) or view
                self._view = view
                async with contextlib.aclosing(self._news(view, after_a_loss=after_a_loss)) as news:
                    async for event in news:
                        yield event
                        del event  # a whole card: not to be kept while waiting
        except DeviceError as error:
            if not self._open:
                return
            self._fault = error.code
            raise

    async def status(self) -> SmartCardReaderStatus:
        """Asks the daemon, not the card; while a card is read, what is known without asking."""
        if not self._open or self._fault:
            return SmartCardReaderStatus(Health.FAULT, self._fault or DeviceLostError.code)
        try:
            view = self._view if self._reading else await self._slot.look()
        except DeviceError as error:
            return SmartCardReaderStatus(Health.FAULT, error.code)
        return SmartCardReaderStatus(Health.NORMAL, "", Media.PRESENT if view.present else Media.NOT_PRESENT)

    async def close(self) -> None:
        self._open = False
        await self._slot.close()

    def _patience_s(self) -> float:
        """How long nothing may happen until there is something to do; 0 when a card is forgotten now."""
        left_s = self._forgotten_at - asyncio.get_running_loop().time()
        return max(0.0, min(self._timing.watch_s, left_s))

    async def _news(self, view: SlotView, *, after_a_loss: bool) -> AsyncGenerator[SmartCardEvent, None]:
        """What is to be told of this view."""
        if self._told is not None and view.present and after_a_loss and self._mark:
            read = await self._read()
            if isinstance(read, SocialSecurityCard) and self._mark_of(read) == self._mark:
                self._told = view  # it has been in all the while
                return
            yield self._gone()
            if read != Unread(SlotTrouble.PULLED):
                yield self._found(view)
                yield self._outcome(read)
            return
        if self._told is not None and (not view.present or view.swaps != self._told.swaps or after_a_loss):
            yield self._gone()
        if view.present and self._told is None:
            yield self._found(view)
            try:
                read = await self._read()
            except DeviceError as error:
                yield self._outcome(Unread(DeviceLostError.code))  # who put it in is not left waiting
                raise error from None
            yield self._outcome(read)

    def _found(self, view: SlotView) -> SmartCardEvent:
        self._told, self._mark, self._owes = view, b"", True
        return SmartCardEvent(CardEventKind.READING)

    def _outcome(self, read: SocialSecurityCard | Unread) -> SmartCardEvent:
        self._owes = False
        self._forgotten_at = asyncio.get_running_loop().time() + self._timing.left_behind_s
        if isinstance(read, Unread):
            LOG.info("%s: a card could not be read: %s", self._device, read.reason)
            return SmartCardEvent(CardEventKind.UNREADABLE, reason=read.reason)
        self._mark = self._mark_of(read)
        return SmartCardEvent(CardEventKind.CARD, card=read)

    def _gone(self) -> SmartCardEvent:
        self._told, self._mark, self._owes, self._forgotten_at = None, b"", False, math.inf
        return SmartCardEvent(CardEventKind.GONE)

    def _mark_of(self, card: SocialSecurityCard) -> bytes:
        return hmac.digest(self._key, f"{card.card_id} {card.card_number}".encode(), "sha256")

    async def _read(self) -> SocialSecurityCard | Unread:
        self._reading = True
        try:
            async with asyncio.timeout(self._timing.card_s):
                read = await self._converse()
        except TimeoutError:
            read = Unread(SlotTrouble.SILENT)
        finally:
            self._reading = False
            await self._slot.release()
        if isinstance(read, SlotTrouble):
            return Unread(await self._why(read))
        return read

    async def _converse(self) -> SocialSecurityCard | Unread | SlotTrouble:
        """Power up, put the questions, hear the answers."""
        trouble = await self._connect()
        if trouble is not None:
            return trouble
        talk = reading()
        question = next(talk)
        while True:
            answer = await self._slot.exchange(question, self._timing.answer_s)
            if isinstance(answer, SlotTrouble):
                return answer
            LOG.debug("%s > %d bytes < %d bytes", self._device, len(question), len(answer))
            try:
                question = talk.send(answer)
            except StopIteration as end:
                result: SocialSecurityCard | Unread = end.value
                return result

    async def _connect(self) -> SlotTrouble | None:
        trouble = None
        for _ in range(self._timing.busy_tries):
            trouble = await self._slot.connect(self._timing.connect_s)
            if trouble is not SlotTrouble.BUSY:
                return trouble
            await asyncio.sleep(self._timing.busy_pause_s)
        return trouble

    async def _why(self, trouble: SlotTrouble) -> str:
        """The daemon notices a card that is out later than the chip that falls silent with it."""
        if trouble in {SlotTrouble.BROKEN, SlotTrouble.SILENT}:
            view = await self._slot.change(self._view, self._timing.settle_s)
            if view is not None:
                return SlotTrouble.PULLED
        return trouble
