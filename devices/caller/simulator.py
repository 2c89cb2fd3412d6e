"""Stands in for having no caller: the same port, pressed by a script. Knows no wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.caller.codec import LABEL_BYTES, encode_display
from devices.errors import DeviceLostError
from devices.transports.event_stream import EventStream
from devices.values.caller import CallerCapabilities, CallerDisplay, CallerStatus, KeyPress
from devices.values.completion import DONE, Completion, End, refused
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.values.caller import CallerKey


class SimulatedCaller:
    """`Caller` that is played by `press`, `unplug` and `plug`; `shown` is what its display shows."""

    def __init__(self, *, device: str = "caller") -> None:
        self._device = device
        self._presses: EventStream[KeyPress] = EventStream()
        self._plugged, self._open = True, False
        self._number = 0
        self.shown = CallerDisplay()
        self.capabilities = CallerCapabilities(display_characters=LABEL_BYTES)

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True
        self._presses.begin()

    def presses(self) -> AsyncGenerator[KeyPress, None]:
        return self._presses.events()

    async def show(self, display: CallerDisplay) -> Completion:
        try:
            encode_display(display)
        except ValueError:
            return refused("label_not_showable")
        if not self._open:
            return Completion(End.UNKNOWN, DeviceLostError.code)
        self.shown = display
        return DONE

    async def status(self) -> CallerStatus:
        if not self._open:
            raise DeviceLostError(self._device, "not open")
        return CallerStatus(Health.NORMAL)

    async def close(self) -> None:
        self._open = False
        self._presses.end()

    def press(self, key: CallerKey) -> None:
        """Press a key; nothing happens while unplugged."""
        if self._plugged:
            self._number += 1
            self._presses.put(KeyPress(key, self._number))

    def unplug(self) -> None:
        """Pull the cable: `presses` and `open` raise DeviceLostError until `plug`."""
        self._plugged = self._open = False
        self._presses.end(DeviceLostError(self._device, "unplugged"))

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True
