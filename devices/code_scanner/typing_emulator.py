"""Pretends to be a scanner that types like a keyboard: key events of Linux on a pty, as the kernel would give them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from devices.code_scanner.keymap import strokes
from devices.transports.input_events import EV_KEY, EV_SYN, KEY_DOWN, KEY_UP, SYN_REPORT, InputEvent
from devices.transports.pty_stand_in import InputStandIn

if TYPE_CHECKING:
    from pathlib import Path

SHIFT, ENTER, CONTROL = 42, 28, 29
KEY_S = 0.004  # between two keys, as scanners type


class TypingScannerEmulator(InputStandIn):
    """A scanner to hold codes before. `address` is what the driver `evdev` opens."""

    def __init__(self, *, link: str | Path | None = None) -> None:
        super().__init__(name="typing_scanner", link=link)
        self._at_s = 0.0

    async def scan(self, data: bytes, *, enter: bool = True, key_s: float = KEY_S) -> None:
        """Type one code. Raises ValueError for what no key writes, DeviceLostError while unplugged."""
        keys = strokes(data.decode("ascii") + "\r" * enter)
        self._at_s = max(self._at_s + 1, time.time())  # a second scan comes later, also by the kernel's clock
        await self.send(*(one for code, shifted in keys for one in self._stroke(code, (SHIFT,) * shifted, key_s)))

    async def command(self, code: int, *held: int) -> None:
        """One key with others held down, such as Ctrl and O."""
        await self.send(*self._stroke(code, held, KEY_S))

    def _stroke(self, code: int, held: tuple[int, ...], key_s: float) -> list[InputEvent]:
        self._at_s += key_s
        downs = [(one, KEY_DOWN) for one in (*held, code)]
        ups = [(one, KEY_UP) for one in (code, *reversed(held))]
        report = InputEvent(self._at_s, EV_SYN, SYN_REPORT, 0)
        return [one for key, value in downs + ups for one in (InputEvent(self._at_s, EV_KEY, key, value), report)]
