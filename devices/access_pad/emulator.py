"""Pretends to be the pad at the far end of a pty: the kernel's events, as the real driver reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.access_pad.codec import KEYS
from devices.transports.input_events import EV_SW, SW_HEADPHONE_INSERT
from devices.transports.pty_stand_in import InputStandIn

if TYPE_CHECKING:
    from pathlib import Path

    from devices.values.access_pad import PadKey

CODES = {key: code for code, key in reversed(KEYS.items())}


class AccessPadEmulator(InputStandIn):
    """Keys and a socket: `press`, `plug_in`, `pull_out`."""

    def __init__(self, *, link: str | Path | None = None) -> None:
        super().__init__(name="access_pad", link=link)

    async def press(self, key: PadKey, *, at_s: float | None = None, held: int = 0) -> None:
        """Press and release; `held`: how often it repeats before that. Raises DeviceLostError while unplugged."""
        await self.type(CODES[key], at_s=at_s, held=held)

    async def plug_in(self) -> None:
        """Put headphones in."""
        await self.tell(EV_SW, SW_HEADPHONE_INSERT, 1)

    async def pull_out(self) -> None:
        """Take them out."""
        await self.tell(EV_SW, SW_HEADPHONE_INSERT, 0)
