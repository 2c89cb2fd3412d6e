"""The rating pad at a counter: lit while its visitor is invited, as the window's tablet is. Never tells the grade.

Nobody has to press (CL-F2). One press is one rating; what the hall does not take any more is dropped.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from typing import TYPE_CHECKING, Any

from devices.errors import DeviceLostError
from devices.values.rating_pad import Grade, RatingEnd
from kiosk.hall_client.answers import HallRefusedError, HallSilentError

if TYPE_CHECKING:
    from devices.ports.rating_pad import RatingPad
    from devices.supervisor import Supervisor
    from hall_server.contract.counter_screen import Invite
    from kiosk.counter.door import CounterDoor
    from kiosk.counter.watch import Seen

LOG = logging.getLogger("kapok.counter.rating")

STARS = {
    Grade.VERY_SATISFIED: 5,
    Grade.SATISFIED: 4,
    Grade.BASICALLY_SATISFIED: 3,
    Grade.DISSATISFIED: 2,
    Grade.VERY_DISSATISFIED: 1,
}
AGAIN_S = 1.0
US = 1_000_000


class Rating:
    """Lights one pad for one visit after the other. `hear` what stands at the window; `run()` until cancelled."""

    def __init__(self, pad: RatingPad, keeper: Supervisor[RatingPad, Any], door: CounterDoor) -> None:
        self._pad, self._keeper, self._door = pad, keeper, door
        self._invite: Invite | None = None
        self._until_s = 0.0
        self._ended = 0  # the visit that needs no light any more
        self._change = asyncio.Event()

    def hear(self, seen: Seen | None) -> None:
        """A look at the window; None: the hall is lost, and nobody can be asked."""
        self._invite = seen.screen.invite if seen else None
        if seen and self._invite:
            self._until_s = seen.at_s + (self._invite.until - seen.screen.at) / US
        self._change.set()

    def came_back(self) -> None:
        """The pad was away: whoever is still invited may press."""
        self._change.set()

    async def run(self) -> None:
        """Until cancelled; the pad goes dark then."""
        while True:
            await self._change.wait()
            self._change.clear()
            if self._invite and self._invite.at != self._ended:
                await self._ask(self._invite)

    async def _ask(self, invite: Invite) -> None:
        left_s = self._until_s - time.monotonic()
        if left_s <= 0:
            return
        withdrawing = asyncio.create_task(self._withdraw_with(invite))
        try:
            async with self._keeper.use() as pad:
                result = await pad.invite(left_s)
        except DeviceLostError:
            return  # asked again when it comes back in time
        finally:
            withdrawing.cancel()
            await asyncio.gather(withdrawing, return_exceptions=True)
        if result.end is RatingEnd.UNKNOWN:
            return  # nobody can tell whether there was a press: the hall takes one only
        self._ended = invite.at
        if result.grade is not None:
            await self._send(invite.at, STARS[result.grade])
        self._change.set()  # another visit may have been invited meanwhile

    async def _withdraw_with(self, invite: Invite) -> None:
        """As soon as this visit is not invited any more: rated elsewhere, another one, the hall lost."""
        while self._invite and self._invite.at == invite.at:
            self._change.clear()
            await self._change.wait()
        await self._pad.withdraw()

    async def _send(self, visit: int, stars: int) -> None:
        """Until the hall answers, or its time is over; sent twice it counts once."""
        while True:
            with contextlib.suppress(HallSilentError):
                try:
                    await asyncio.to_thread(self._door.rate, visit, stars)
                except HallRefusedError:
                    LOG.info("a rating came too late, or for the second time")
                return
            if time.monotonic() >= self._until_s:
                LOG.warning("a rating could not be handed to the hall in time")
                return
            await asyncio.sleep(AGAIN_S)
