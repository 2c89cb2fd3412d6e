"""Listens to a caller box on a serial line and shows on it what it is told. Knows no tickets."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from devices.caller.codec import DISPLAY, LABEL_BYTES, PRESS, decode_press, encode_display
from devices.transports.box_frames import EventVerdict
from devices.transports.box_talk import USUAL, BoxTalk, BoxTiming
from devices.transports.event_stream import EventStream
from devices.values.caller import CallerCapabilities, CallerStatus, KeyPress
from devices.values.completion import Completion, refused
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.errors import DeviceError
    from devices.ports.transport import Transport
    from devices.values.caller import CallerDisplay

LOG = logging.getLogger("kapok.device.caller")

STALE_S = 8.0  # a press that lay longer in the box is not carried out: the clerk has gone on


class SerialCaller:
    """`Caller` over any transport. A press is told once, however often the box has to send it.

    Presses made while the cable was out come after it is back, unless they are older than `stale_s` seconds.
    """

    def __init__(
        self,
        wire: Transport,
        *,
        device: str = "caller",
        stale_s: float = STALE_S,
        timing: BoxTiming = USUAL,
    ) -> None:
        self._device = device
        self._talk = BoxTalk(wire, device, self, timing)
        self._stale_s = stale_s
        self._presses: EventStream[KeyPress] = EventStream()
        self._number = 0
        self._dropped = 0
        self.capabilities = CallerCapabilities(display_characters=LABEL_BYTES, keeps_presses=True)

    async def open(self) -> None:
        await self._talk.open()
        self._presses.begin()

    def presses(self) -> AsyncGenerator[KeyPress, None]:
        return self._presses.events()

    async def show(self, display: CallerDisplay) -> Completion:
        try:
            arguments = encode_display(display)
        except ValueError:
            return refused("label_not_showable")
        return await self._talk.order(DISPLAY, arguments)

    async def status(self) -> CallerStatus:
        reason, _said = await self._talk.look()
        return CallerStatus(Health.FAULT if reason else Health.NORMAL, reason, self._dropped)

    async def close(self) -> None:
        await self._talk.close()
        self._presses.end()

    def on_event(self, word: int, arguments: bytes) -> EventVerdict:
        """A press, as the box tells it."""
        said = decode_press(arguments) if word == PRESS else None
        if said is None:
            self._dropped += 1
            LOG.warning("%s: an event that is no press", self._device)
            return EventVerdict.NOT_UNDERSTOOD
        key, age_s = said
        if age_s > self._stale_s or not self._presses.put(KeyPress(key, self._number + 1, age_s)):
            self._dropped += 1
            LOG.warning("%s: a press of %s came too late", self._device, key)
            return EventVerdict.TOO_LATE
        self._number += 1
        return EventVerdict.TAKEN

    def on_lost(self, error: DeviceError) -> None:
        """The line or the box is gone."""
        self._presses.end(error)
