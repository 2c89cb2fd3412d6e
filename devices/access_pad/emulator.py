"""Pretends to be the pad at the far end of a pty: the kernel's events, as the real driver reads them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from devices.access_pad.codec import KEYS
from devices.transports.input_events import (
    EV_KEY,
    EV_SW,
    EV_SYN,
    SW_HEADPHONE_INSERT,
    SYN_REPORT,
    InputEvent,
    encode_event,
)
from devices.transports.pty import PtyLine

if TYPE_CHECKING:
    from pathlib import Path

    from devices.values.access_pad import PadKey

CODES = {key: code for code, key in reversed(KEYS.items())}


class AccessPadEmulator:
    """Keys and a socket: `press`, `plug_in`, `pull_out`. `address` is what a driver opens."""

    def __init__(self, *, link: str | Path | None = None) -> None:
        self._line = PtyLine(link, device="access_pad_emulator")

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

    async def press(self, key: PadKey, *, at_s: float | None = None, held: int = 0) -> None:
        """Press and release; `held`: how often it repeats before that. Raises DeviceLostError while unplugged."""
        at_s = time.time() if at_s is None else at_s
        for value in (1, *(2,) * held, 0):
            await self.send(InputEvent(at_s, EV_KEY, CODES[key], value), InputEvent(at_s, EV_SYN, SYN_REPORT, 0))

    async def plug_in(self) -> None:
        """Put headphones in."""
        await self._switch(on=True)

    async def pull_out(self) -> None:
        """Take them out."""
        await self._switch(on=False)

    async def send(self, *events: InputEvent) -> None:
        """These events, in one write."""
        await self._line.write(b"".join(map(encode_event, events)))

    async def send_bytes(self, data: bytes) -> None:
        """Bytes that need not be events."""
        await self._line.write(data)

    async def _switch(self, *, on: bool) -> None:
        at_s = time.time()
        event = InputEvent(at_s, EV_SW, SW_HEADPHONE_INSERT, int(on))
        await self.send(event, InputEvent(at_s, EV_SYN, SYN_REPORT, 0))
