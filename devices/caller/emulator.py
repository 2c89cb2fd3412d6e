"""Pretends to be a caller box on a serial line, or a USB numeric key pad, at the far end of a pty."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from devices.caller.codec import DISPLAY, PAD_KEYS, PRESS, decode_display, encode_press
from devices.transports.box_frames import Reply
from devices.transports.box_stand_in import BoxStandIn
from devices.transports.input_events import EV_KEY, EV_SYN, SYN_REPORT, InputEvent, encode_event
from devices.transports.pty import PtyLine
from devices.values.caller import CallerDisplay

if TYPE_CHECKING:
    from pathlib import Path

    from devices.values.caller import CallerKey

PAD_CODES = {key: code for code, key in reversed(PAD_KEYS.items())}


class CallerEmulator(BoxStandIn):
    """A box with keys and a small display: `press`; `shown` is what it shows, `shows` counts how often it was told."""

    def __init__(self, *, link: str | Path | None = None, late_s: float = 0.2) -> None:
        super().__init__(name="caller", link=link, late_s=late_s)
        self.shown = CallerDisplay()
        self.shows = 0

    async def press(self, key: CallerKey, age_s: float = 0.0) -> None:
        """Press a key, now or `age_s` seconds ago."""
        await self.say(PRESS, encode_press(key, age_s))

    def execute(self, word: int, arguments: bytes) -> tuple[Reply, bytes]:
        if word != DISPLAY:
            return Reply.UNKNOWN_WORD, b""
        display = decode_display(arguments)
        if display is None:
            return Reply.BAD_ARGUMENTS, b""
        self.shown = display
        self.shows += 1
        return Reply.DONE, b""

    def forget(self) -> None:
        self.shown = CallerDisplay()


class KeypadEmulator:
    """A key pad's events on a pty, as the kernel gives them. `address` is what a driver opens."""

    def __init__(self, *, link: str | Path | None = None) -> None:
        self._line = PtyLine(link, device="keypad_emulator")

    @property
    def address(self) -> str:
        return self._line.path

    async def start(self) -> None:
        """Plug the pad in; also after `stop()`."""
        await self._line.open()

    async def stop(self) -> None:
        """Unplug it."""
        await self._line.close()

    unplug = stop
    plug = start

    async def press(self, key: CallerKey, *, at_s: float | None = None, held: int = 0) -> None:
        """Press and release a key; `held`: how often it repeats before that. Raises DeviceLostError while unplugged."""
        await self.type(PAD_CODES[key], at_s=at_s, held=held)

    async def type(self, code: int, *, at_s: float | None = None, held: int = 0) -> None:
        """The same with any key code."""
        at_s = time.time() if at_s is None else at_s
        for value in (1, *(2,) * held, 0):
            await self.send(InputEvent(at_s, EV_KEY, code, value), InputEvent(at_s, EV_SYN, SYN_REPORT, 0))

    async def send(self, *events: InputEvent) -> None:
        """These events, in one write."""
        await self._line.write(b"".join(map(encode_event, events)))

    async def send_bytes(self, data: bytes) -> None:
        """Bytes that need not be events."""
        await self._line.write(data)
