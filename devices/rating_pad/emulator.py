"""Pretends to be a rating pad at the far end of a pty, so that the real driver runs against real bytes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.rating_pad.codec import (
    INVITE,
    LAPSED,
    RATED,
    WITHDRAW,
    PadState,
    decode_invite,
    encode_grade,
    encode_number,
    encode_state,
    number_of,
)
from devices.transports.box_frames import Reply
from devices.transports.box_stand_in import BoxStandIn

if TYPE_CHECKING:
    from pathlib import Path

    from devices.values.rating_pad import Grade


class RatingPadEmulator(BoxStandIn):
    """A pad to press keys on: `press`. `forgetful` is one that never says that the time is over."""

    def __init__(self, *, link: str | Path | None = None, late_s: float = 0.2, forgetful: bool = False) -> None:
        super().__init__(name="rating_pad", link=link, late_s=late_s)
        self._forgetful = forgetful
        self._invitation = 0  # its number; 0: the keys are dark
        self._graded: tuple[int, Grade] | None = None  # the last invitation that somebody answered
        self._clock: asyncio.TimerHandle | None = None
        self._saying: set[asyncio.Task[None]] = set()
        self.stray = 0

    @property
    def inviting(self) -> bool:
        """The keys are lit."""
        return bool(self._invitation)

    async def press(self, grade: Grade) -> None:
        """Press a key; a dark one is only counted."""
        if not self._invitation:
            self.stray += 1
            return
        number = self._invitation
        self._graded = (number, grade)
        self._dark()
        await self.say(RATED, encode_number(number) + encode_grade(grade))

    async def stop(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
        await super().stop()

    def execute(self, word: int, arguments: bytes) -> tuple[Reply, bytes]:
        if word == INVITE:
            return self._invite(arguments), b""
        if word == WITHDRAW:
            number = number_of(arguments)
            if number == self._invitation:
                self._dark()
            grade = self._graded[1] if self._graded and self._graded[0] == number else None
            return Reply.DONE, encode_grade(grade)
        return Reply.UNKNOWN_WORD, b""

    def state(self) -> bytes:
        return encode_state(PadState(self._invitation, self.stray))

    def forget(self) -> None:
        self._dark()
        self._graded, self.stray = None, 0

    def _invite(self, arguments: bytes) -> Reply:
        asked = decode_invite(arguments)
        if asked is None or not asked[0]:
            return Reply.BAD_ARGUMENTS
        if self._invitation not in {0, asked[0]}:
            return Reply.NOT_NOW
        self._invitation, seconds = asked
        if not self._forgetful:
            self._clock = asyncio.get_running_loop().call_later(seconds, self._lapse)
        return Reply.DONE

    def _lapse(self) -> None:
        number = self._invitation
        self._dark()
        saying = asyncio.get_running_loop().create_task(self.say(LAPSED, encode_number(number)))
        self._saying.add(saying)
        saying.add_done_callback(self._saying.discard)

    def _dark(self) -> None:
        self._invitation = 0
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None
