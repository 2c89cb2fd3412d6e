"""Stands in for having no card reader: the same port, fed by a script. Knows no bytes and no wire."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.values.health import Health
from devices.values.smart_card import (
    CardEventKind,
    Media,
    SmartCardEvent,
    SmartCardReaderCapabilities,
    SmartCardReaderStatus,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.smart_card import SocialSecurityCard


class SimulatedSmartCardReader:
    """`SmartCardReader` that is played by `insert`, `insert_unreadable`, `forget`, `pull`, `unplug` and `plug`."""

    def __init__(self, *, device: str = "smart_card") -> None:
        self._device = device
        self.capabilities = SmartCardReaderCapabilities()
        self._news: asyncio.Queue[SmartCardEvent | None] = asyncio.Queue()  # None: look at the flags
        self._plugged = True
        self._open = False
        self._inside: SmartCardEvent | None = None  # what comes of the card that is in the slot
        self._told = False  # READING was told, GONE was not

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True
        if self._told and self._inside is None:
            self._say_gone()
        elif self._inside is not None and not self._told:
            self._say_found(self._inside)

    async def events(self) -> AsyncGenerator[SmartCardEvent, None]:
        while True:
            if not self._plugged:
                raise DeviceLostError(self._device, "unplugged")
            if not self._open:
                return
            event = await self._news.get()
            if event is not None:
                yield event

    async def status(self) -> SmartCardReaderStatus:
        if self._plugged and self._open:
            media = Media.NOT_PRESENT if self._inside is None else Media.PRESENT
            return SmartCardReaderStatus(Health.NORMAL, "", media)
        return SmartCardReaderStatus(Health.FAULT, DeviceLostError.code)

    async def close(self) -> None:
        self._open = False
        self._news.put_nowait(None)

    def insert(self, card: SocialSecurityCard) -> None:
        """Put in a card that reads well; what was in comes out first."""
        self._put(SmartCardEvent(CardEventKind.CARD, card=card))

    def insert_unreadable(self, reason: str = "unknown_card") -> None:
        """Put in a card that cannot be read, for one of the reasons of `SmartCardEvent.reason`."""
        self._put(SmartCardEvent(CardEventKind.UNREADABLE, reason=reason))

    def pull(self) -> None:
        """Take the card out; nothing happens when none is in."""
        self._inside = None
        if self._told and self._open:
            self._say_gone()

    def forget(self) -> None:
        """Time goes by: the visitor walks off without the card that is in."""
        if self._told and self._open:
            self._news.put_nowait(SmartCardEvent(CardEventKind.LEFT_BEHIND))

    def unplug(self) -> None:
        """Pull the cable: `events` and `open` raise DeviceLostError until `plug`."""
        self._plugged = self._open = False
        self._news.put_nowait(None)

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True

    def _put(self, outcome: SmartCardEvent) -> None:
        self.pull()
        self._inside = outcome
        if self._open:
            self._say_found(outcome)

    def _say_found(self, outcome: SmartCardEvent) -> None:
        self._told = True
        self._news.put_nowait(SmartCardEvent(CardEventKind.READING))
        self._news.put_nowait(outcome)

    def _say_gone(self) -> None:
        self._told = False
        self._news.put_nowait(SmartCardEvent(CardEventKind.GONE))
