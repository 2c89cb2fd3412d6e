"""Stands in for having no card reader: the same port, fed by a script. Knows no bytes and no wire."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.values.health import Health
from devices.values.id_card import CardEvent, CardEventKind, CardReaderCapabilities, CardReaderStatus, Media

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.id_card import IdCard


class SimulatedCardReader:
    """`IdCardReader` whose glass is played by `tap`, `tap_unreadable`, `lift`, `unplug` and `plug`.

    A card that was tapped counts as left behind after `left_behind_s` seconds, as with a real reader.
    """

    def __init__(self, *, device: str = "id_card", left_behind_s: float = 20.0) -> None:
        self._device = device
        self._left_behind_s = left_behind_s
        self._alarm: asyncio.TimerHandle | None = None
        self.capabilities = CardReaderCapabilities()
        self._news: asyncio.Queue[CardEvent | None] = asyncio.Queue()  # None: look at the flags
        self._plugged = True
        self._open = False
        self._lies_there = False

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True

    async def events(self) -> AsyncGenerator[CardEvent, None]:
        while True:
            if not self._plugged:
                raise DeviceLostError(self._device, "unplugged")
            if not self._open:
                return
            event = await self._news.get()
            if event is not None:
                yield event

    async def status(self) -> CardReaderStatus:
        if self._plugged and self._open:
            return CardReaderStatus(Health.NORMAL, media=Media.PRESENT if self._lies_there else Media.NOT_PRESENT)
        return CardReaderStatus(Health.FAULT, DeviceLostError.code)

    async def close(self) -> None:
        self._open = False
        self._disarm()
        self._news.put_nowait(None)

    def tap(self, card: IdCard) -> None:
        """Lay a card that reads well; what lay there before is lifted."""
        self._lay(CardEvent(CardEventKind.CARD, card=card))

    def tap_unreadable(self, reason: str = "refused") -> None:
        """Lay a card that cannot be read, for one of the reasons of `CardEvent.reason`."""
        self._lay(CardEvent(CardEventKind.UNREADABLE, reason=reason))

    def lift(self) -> None:
        """Take the card away; nothing happens when none lies there."""
        if self._lies_there:
            self._lies_there = False
            self._disarm()
            self._news.put_nowait(CardEvent(CardEventKind.GONE))

    def unplug(self) -> None:
        """Pull the cable: `events` and `open` raise DeviceLostError until `plug`. What was not yet told is lost."""
        self._plugged = self._open = self._lies_there = False
        self._disarm()
        while not self._news.empty():
            self._news.get_nowait()
        self._news.put_nowait(None)

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True

    def _lay(self, outcome: CardEvent) -> None:
        self.lift()
        if not self._plugged:
            return
        self._lies_there = True
        self._news.put_nowait(CardEvent(CardEventKind.READING))
        self._news.put_nowait(outcome)
        left = CardEvent(CardEventKind.LEFT_BEHIND)
        self._alarm = asyncio.get_running_loop().call_later(self._left_behind_s, self._news.put_nowait, left)

    def _disarm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
