"""Pretends to be a strip at the far end of a pty, so that the real driver runs against real bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.led_strip.codec import CLEAR, SHOW, decode_show, encode_state
from devices.transports.box_frames import Reply
from devices.transports.box_stand_in import BoxStandIn
from devices.values.lamp import Lamp

if TYPE_CHECKING:
    from pathlib import Path

    from devices.values.led_strip import StripText


class LedStripEmulator(BoxStandIn):
    """A strip to look at: `showing` stands on it now, `shown` is every line that it ever showed. `lamp` may be set."""

    def __init__(self, *, link: str | Path | None = None, late_s: float = 0.2) -> None:
        super().__init__(name="led_strip", link=link, late_s=late_s)
        self.showing: StripText | None = None
        self.shown: list[StripText] = []
        self.lamp = Lamp.OK

    def execute(self, word: int, arguments: bytes) -> tuple[Reply, bytes]:
        if word == CLEAR:
            self.showing = None
            return Reply.DONE, b""
        if word != SHOW:
            return Reply.UNKNOWN_WORD, b""
        text = decode_show(arguments)
        if text is None:
            return Reply.BAD_ARGUMENTS, b""
        self.showing = text
        self.shown.append(text)
        return Reply.DONE, b""

    def state(self) -> bytes:
        return encode_state(self.lamp, showing=self.showing is not None)

    def forget(self) -> None:
        self.showing = None
