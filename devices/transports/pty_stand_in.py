"""What emulators at the far end of a pty have in common: the cable, and for input devices the kernel's events.

For emulators only; knows no meaning of any key.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from devices.transports.input_events import (
    EV_KEY,
    EV_SYN,
    KEY_DOWN,
    KEY_REPEAT,
    KEY_UP,
    SYN_REPORT,
    InputEvent,
    encode_event,
)
from devices.transports.pty import PtyLine

if TYPE_CHECKING:
    from pathlib import Path


class PtyStandIn:
    """A box on a cable that can be pulled. `address` is what a driver opens: `link`, or the pty itself."""

    def __init__(self, *, name: str, link: str | Path | None = None) -> None:
        self._line = PtyLine(link, device=f"{name}_emulator")

    @property
    def address(self) -> str:
        return self._line.path

    async def start(self) -> None:
        """Plug it in; also after `stop()`."""
        await self._line.open()

    async def stop(self) -> None:
        """Unplug it: the driver's side gets a hang-up."""
        await self._line.close()

    async def unplug(self) -> None:
        """The same, for hands."""
        await self.stop()

    async def plug(self) -> None:
        """Plug it in again."""
        await self.start()

    async def send_bytes(self, data: bytes) -> None:
        """Any bytes. Raises DeviceLostError while unplugged."""
        await self._line.write(data)


class InputStandIn(PtyStandIn):
    """An input device: its events as the kernel gives them."""

    async def send(self, *events: InputEvent) -> None:
        """These events, in one write. Raises DeviceLostError while unplugged."""
        await self.send_bytes(b"".join(map(encode_event, events)))

    async def type(self, code: int, *, at_s: float | None = None, held: int = 0) -> None:
        """Press and release a key, by the kernel's clock at `at_s`; `held`: how often it repeats before that."""
        for value in (KEY_DOWN, *(KEY_REPEAT,) * held, KEY_UP):
            await self.tell(EV_KEY, code, value, at_s=at_s)

    async def tell(self, kind: int, code: int, value: int, *, at_s: float | None = None) -> None:
        """One event and the report that ends it; `at_s` None: now."""
        at_s = time.time() if at_s is None else at_s
        await self.send(InputEvent(at_s, kind, code, value), InputEvent(at_s, EV_SYN, SYN_REPORT, 0))
