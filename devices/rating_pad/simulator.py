"""Stands in for having no rating pad: the same port, pressed by a script. Knows no wire."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.rating_pad.codec import LONGEST_S
from devices.values.health import Health
from devices.values.rating_pad import RatingEnd, RatingPadCapabilities, RatingPadStatus, RatingResult

if TYPE_CHECKING:
    from devices.values.rating_pad import Grade


class SimulatedRatingPad:
    """`RatingPad` that is played by `press`, `unplug` and `plug`; `inviting` is set while an invitation stands."""

    def __init__(self, *, device: str = "rating_pad") -> None:
        self._device = device
        self._plugged, self._open = True, False
        self._ended: asyncio.Future[RatingResult] | None = None
        self._stray = 0
        self.inviting = asyncio.Event()
        self.capabilities = RatingPadCapabilities(longest_s=LONGEST_S)

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True

    async def invite(self, timeout_s: float) -> RatingResult:
        if self._ended is not None:
            return RatingResult(RatingEnd.REFUSED, reason="inviting_already")
        if not 0 < timeout_s <= LONGEST_S:
            return RatingResult(RatingEnd.REFUSED, reason="timeout_out_of_range")
        if not self._open:
            return RatingResult(RatingEnd.UNKNOWN, reason=DeviceLostError.code)
        self._ended = asyncio.get_running_loop().create_future()
        self.inviting.set()
        try:
            async with asyncio.timeout(timeout_s):
                return await self._ended
        except TimeoutError:
            return RatingResult(RatingEnd.LAPSED)
        finally:
            self._ended = None
            self.inviting.clear()

    async def withdraw(self) -> None:
        self._end(RatingResult(RatingEnd.WITHDRAWN))

    async def status(self) -> RatingPadStatus:
        if not self._open:
            raise DeviceLostError(self._device, "not open")
        return RatingPadStatus(Health.NORMAL, inviting=self.inviting.is_set(), stray=self._stray)

    async def close(self) -> None:
        self._open = False
        self._end(RatingResult(RatingEnd.UNKNOWN, reason="closed"))

    def press(self, grade: Grade) -> None:
        """Press a key; without an invitation it is only counted."""
        if not self._end(RatingResult(RatingEnd.RATED, grade)):
            self._stray += 1

    def unplug(self) -> None:
        """Pull the cable: a standing invitation ends as UNKNOWN, `open` raises DeviceLostError until `plug`."""
        self._plugged = self._open = False
        self._end(RatingResult(RatingEnd.UNKNOWN, reason=DeviceLostError.code))

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True

    def _end(self, result: RatingResult) -> bool:
        if self._ended is None or self._ended.done():
            return False
        self._ended.set_result(result)
        return True
