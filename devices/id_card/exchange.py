"""One question, one answer with an SDT reader, over any wire. Knows time-outs and resynchronising; knows no cards.

Logs directions and lengths only, never bytes, because a card read is personal data.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.id_card.codec import (
    Answer,
    Bad,
    BadFrame,
    Command,
    Frame,
    FrameDecoder,
    Unexpected,
    answer_of,
    encode_command,
)

if TYPE_CHECKING:
    from devices.ports import Transport

LOG = logging.getLogger("kapok.device.id_card")


@dataclass(frozen=True, slots=True)
class Timing:
    """All waiting, in seconds, and all counting. Defaults suit 9600 to 230400 baud."""

    poll_s: float = 0.3  # between two looks at the glass; our choice, others use 0.1 to 1
    short_s: float = 0.3  # to the first byte of a short answer (readers need up to 0.1)
    read_s: float = 2.0  # to the first byte of text and photo: the reader talks to the card meanwhile
    gap_s: float = 0.3  # silence inside an answer that means: no more will come
    longest_s: float = 6.0  # a whole answer, noise and all (2321 bytes at 9600 baud take 2.4)
    quiet_s: float = 0.05  # silence after trouble that means: the line is clear
    noise_limit_s: float = 2.0  # a line that is not quiet by then is left as it is
    attempts: int = 3  # reads of one card before it counts as unreadable
    gone_after: int = 2  # looks in a row that must find nothing before the card counts as gone
    mute_after: int = 4  # exchanges in a row without a sound answer before the reader counts as mute


@dataclass(frozen=True, slots=True)
class Silent:
    """No sound answer came; `reason` says what came instead: silent | broken_frame | wrong_checksum."""

    reason: str


class Exchange:
    """The half-duplex conversation. `failures` counts exchanges in a row that brought nothing sound."""

    def __init__(self, wire: Transport, device: str, timing: Timing) -> None:
        self._wire = wire
        self._device = device
        self._timing = timing
        self._decoder = FrameDecoder()
        self.failures = 0

    async def ask(self, command: Command) -> Answer | Silent:
        """Ask and hear. After trouble the line is cleared, so that the next answer belongs to the next question.

        Raises DeviceLostError.
        """
        self._decoder.reset()
        request = encode_command(command)
        LOG.debug("%s > %s, %d bytes", self._device, command.name, len(request))
        await self._wire.write(request)
        heard = await self._hear(self._timing.read_s if command is Command.READ else self._timing.short_s)
        answer = answer_of(command, heard) if isinstance(heard, Frame) else heard
        if isinstance(answer, Silent | Unexpected):
            self.failures += 1
            LOG.debug("%s < nothing sound: %r", self._device, answer)
            await self._clear_line()
        else:
            self.failures = 0
            LOG.debug("%s < %s", self._device, type(answer).__name__)
        return answer

    async def _hear(self, first_byte_s: float) -> Frame | Silent:
        """The first sound frame, noise before it or not. Silence in the middle means that no more will come."""
        wait, reason = first_byte_s, "silent"
        try:
            async with asyncio.timeout(first_byte_s + self._timing.longest_s):
                while data := await self._wire.read_some(wait):
                    for found in self._decoder.feed(data):
                        if isinstance(found, Frame):
                            return found
                        reason = "wrong_checksum" if found == BadFrame(Bad.CHECKSUM) else "broken_frame"
                    wait = self._timing.gap_s
        except TimeoutError:
            reason = "broken_frame"  # a line that never stops talking
        if self._decoder.mid_frame and reason == "silent":
            reason = "broken_frame"
        return Silent(reason)

    async def _clear_line(self) -> None:
        """Throw away what still comes, until the line is quiet."""
        self._decoder.reset()
        try:
            async with asyncio.timeout(self._timing.noise_limit_s):
                while await self._wire.read_some(self._timing.quiet_s):
                    pass
        except TimeoutError:
            LOG.warning("%s: the line is not quiet", self._device)
