"""Invites on a rating pad and hears one grade or none. Knows no tickets and no clerks."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from random import SystemRandom
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceRefusedError
from devices.rating_pad.codec import (
    INVITE,
    LAPSED,
    LONGEST_S,
    NUMBERS,
    RATED,
    WITHDRAW,
    decode_grade,
    decode_rated,
    decode_state,
    encode_invite,
    encode_number,
)
from devices.transports.box_frames import EventVerdict
from devices.transports.box_talk import USUAL, BoxTalk, BoxTiming
from devices.values.health import Health
from devices.values.rating_pad import RatingEnd, RatingPadCapabilities, RatingPadStatus, RatingResult

if TYPE_CHECKING:
    from devices.ports.transport import Transport

LOG = logging.getLogger("kapok.device.rating_pad")

_RANDOM = SystemRandom()
SLACK_S = 1.0  # after the end of an invitation the pad has so long to say how it ended


class SerialRatingPad:
    """`RatingPad` over any transport.

    Grades that belong to no standing invitation are counted and dropped: they are somebody's, but not this visitor's.
    """

    def __init__(
        self, wire: Transport, *, device: str = "rating_pad", slack_s: float = SLACK_S, timing: BoxTiming = USUAL
    ) -> None:
        self._device = device
        self._talk = BoxTalk(wire, device, self, timing)
        self._slack_s = slack_s
        self._number = _RANDOM.randrange(NUMBERS)  # so that a restarted program does not meet its own old invitation
        self._ended: asyncio.Future[RatingResult] | None = None  # of the invitation that stands
        self._left: int | None = None  # an invitation that may still stand on the pad
        self._putting_right: asyncio.Task[None] | None = None
        self._late = 0
        self.capabilities = RatingPadCapabilities(longest_s=LONGEST_S)

    async def open(self) -> None:
        await self._talk.open()
        await self._put_right()

    async def invite(self, timeout_s: float) -> RatingResult:
        if self._ended is not None:
            return RatingResult(RatingEnd.REFUSED, reason="inviting_already")
        if not 0 < timeout_s <= LONGEST_S:
            return RatingResult(RatingEnd.REFUSED, reason="timeout_out_of_range")
        self._number = self._number % NUMBERS + 1
        number = self._number
        self._ended = asyncio.get_running_loop().create_future()
        try:
            return await self._invited(number, timeout_s, self._ended)
        except asyncio.CancelledError:
            self._left = number
            self._putting_right = asyncio.create_task(self._put_right())
            raise
        finally:
            self._ended = None

    async def withdraw(self) -> None:
        if self._ended is not None:
            self._end(await self._taken_back(self._number, RatingEnd.WITHDRAWN))

    async def status(self) -> RatingPadStatus:
        reason, said = await self._talk.look()
        state = decode_state(said)
        health = Health.FAULT if reason else Health.NORMAL
        return RatingPadStatus(health, reason, bool(state.invitation), state.stray + self._late)

    async def close(self) -> None:
        if self._putting_right is not None:
            self._putting_right.cancel()
            await asyncio.gather(self._putting_right, return_exceptions=True)
        await self._talk.close()
        self._end(RatingResult(RatingEnd.UNKNOWN, reason="closed"))

    def on_event(self, word: int, arguments: bytes) -> EventVerdict:
        """A key, or the end of the time."""
        number, grade = decode_rated(arguments)
        if word not in {RATED, LAPSED} or (word == RATED and grade is None):
            LOG.warning("%s: an event that says nothing", self._device)
            return EventVerdict.NOT_UNDERSTOOD
        if self._ended is None or self._ended.done() or number != self._number:
            self._late += word == RATED
            return EventVerdict.TOO_LATE
        self._end(RatingResult(RatingEnd.RATED, grade) if grade else RatingResult(RatingEnd.LAPSED))
        return EventVerdict.TAKEN

    def on_lost(self, error: DeviceError) -> None:
        """The line or the pad is gone."""
        if self._ended is not None:
            self._left = self._number
        self._end(RatingResult(RatingEnd.UNKNOWN, reason=error.code))

    async def _invited(self, number: int, timeout_s: float, ended: asyncio.Future[RatingResult]) -> RatingResult:
        seconds = max(1, round(timeout_s))
        try:
            await self._talk.ask(INVITE, encode_invite(number, seconds))
        except DeviceRefusedError as error:
            return RatingResult(RatingEnd.REFUSED, reason=error.code)
        except DeviceError as error:
            self._left = number  # it may have lit its keys
            return ended.result() if ended.done() else RatingResult(RatingEnd.UNKNOWN, reason=error.code)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds + self._slack_s):
                return await asyncio.shield(ended)
        return await self._taken_back(number, RatingEnd.LAPSED)

    async def _taken_back(self, number: int, end: RatingEnd) -> RatingResult:
        """The pad settles who was faster: its answer holds the grade, if a key was pressed."""
        try:
            said = await self._talk.ask(WITHDRAW, encode_number(number))
        except DeviceError as error:
            self._left = number
            return RatingResult(RatingEnd.UNKNOWN, reason=error.code)
        grade = decode_grade(said)
        return RatingResult(RatingEnd.RATED, grade) if grade else RatingResult(end)

    async def _put_right(self) -> None:
        """Take back what may still stand on the pad; a grade on it came too late."""
        if self._left is None:
            return
        with contextlib.suppress(DeviceError):
            said = await self._talk.ask(WITHDRAW, encode_number(self._left))
            self._late += decode_grade(said) is not None
            self._left = None

    def _end(self, result: RatingResult) -> None:
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(result)
