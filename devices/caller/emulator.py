"""Pretends to be a caller box on a serial line, or a USB numeric key pad, at the far end of a pty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.caller.codec import DISPLAY, PAD_KEYS, PRESS, decode_display, encode_press
from devices.transports.box_frames import Reply
from devices.transports.box_stand_in import BoxStandIn
from devices.transports.pty_stand_in import InputStandIn
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


class KeypadEmulator(InputStandIn):
    """A key pad, by its keys."""

    def __init__(self, *, link: str | Path | None = None) -> None:
        super().__init__(name="keypad", link=link)

    async def press(self, key: CallerKey, *, at_s: float | None = None, held: int = 0) -> None:
        """Press and release a key; `held`: how often it repeats before that. Raises DeviceLostError while unplugged."""
        await self.type(PAD_CODES[key], at_s=at_s, held=held)
