"""One question, one answer with an SDT reader, over any wire. Knows time-outs and resynchronising; knows no cards.

Logs directions and lengths only, never bytes, because a card read is personal data.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceProtocolError, DeviceRefusedError, DeviceSilentError
from devices.id_card.codec import (
    Answer,
    Bad,
    BadFrame,
    Command,
    Frame,
    FrameDecoder,
    Refused,
    State,
    Unexpected,
    answer_of,
    encode_command,
)

if TYPE_CHECKING:
    from devices.ports.transport import Transport

LOG = logging.getLogger("kapok.device.id_card")


@dataclass(frozen=True, slots=True)
class Timing:
    """All waiting, in seconds, and all counting. Defaults suit 9600 to 230400 baud."""

    poll_s: float = 0.3  # between two looks at the glass; our choice, others use 0.1 to 1
    short_s: float = 0.3  # to the first byte of a short answer (readers need up to 0.1)
    address_s: float = 1.5  # to the first byte of the newest address, for which the reader asks the card
    read_s: float = 2.0  # to the first byte of text and photo: the reader talks to the card meanwhile
    prints_s: float = 3.0  # the same with fingerprints
    gap_s: float = 0.3  # silence inside an answer that means: no more will come
    longest_s: float = 6.0  # a whole answer, noise and all (2321 bytes at 9600 baud take 2.4)
    quiet_s: float = 0.05  # silence after trouble that means: the line is clear
    noise_limit_s: float = 2.0  # a line that is not quiet by then is left as it is
    attempts: int = 3  # reads of one card before it counts as unreadable
    left_behind_s: float = 20.0  # a card that still lies there so long after it was dealt with is forgotten
    gone_after: int = 2  # looks in a row that must find nothing before the card counts as gone
    mute_after: int = 4  # exchanges in a row without a sound answer before the reader counts as ill

    def answer_s(self, command: Command) -> float:
        """How long the first byte of the answer may take."""
        slow = {
            Command.READ_ADDRESS: self.address_s,
            Command.READ: self.read_s,
            Command.READ_WITH_PRINTS: self.prints_s,
        }
        return slow.get(command, self.short_s)


@dataclass(frozen=True, slots=True)
class Silent:
    """No sound answer came; `reason` says what came instead: silent | broken_frame | wrong_checksum."""

    reason: str


NOT_UNDERSTOOD = frozenset({State.CHECKSUM_ERROR, State.LENGTH_ERROR, State.COMMAND_ERROR, State.UNKNOWN_ERROR})
"""The reader's complaints about what we sent; what it says of a card is none of them."""
READER_FAULTS: dict[int, str] = {State.SELF_TEST_FAILED: "self_test_failed", State.NOT_AUTHORISED: "not_authorised"}


class Exchange:
    """The half-duplex conversation. `failures` counts exchanges in a row that brought nothing sound."""

    def __init__(self, wire: Transport, device: str, timing: Timing) -> None:
        self._wire = wire
        self._device = device
        self._timing = timing
        self._decoder = FrameDecoder()
        self._owed_until: float | None = None  # when the answer to a question that was given up must have come
        self._busy_s = 0.0  # so long the reader may still be at an earlier question, whose answer then comes first
        self.failures = 0

    def begin(self) -> None:
        """A new wire: nothing has failed. An answer to a question that was given up before may still come."""
        self._busy_s, self.failures = 0.0, 0
        self._decoder.reset()

    async def ask(self, command: Command) -> Answer | Silent:
        """Ask and hear. After trouble the line is cleared, so that the next answer belongs to the next question.

        May be cancelled at any time: the next question waits for what is still owed. Raises DeviceLostError.
        """
        await self._settle()
        asked_at, answer_s = asyncio.get_running_loop().time(), self._timing.answer_s(command) + self._busy_s
        try:
            return await self._ask(command)
        except asyncio.CancelledError:
            self._owed_until = asked_at + answer_s
            raise

    def watch_over(self, answer: Answer | Silent) -> None:
        """Raise when it is the reader, not the card, that is ill."""
        ill = isinstance(answer, Refused) and answer.state in READER_FAULTS
        if ill or self.failures >= self._timing.mute_after:
            raise error_of(self._device, answer)

    async def _ask(self, command: Command) -> Answer | Silent:
        self._decoder.reset()
        request = encode_command(command)
        LOG.debug("%s > %s, %d bytes", self._device, command.name, len(request))
        await self._wire.write(request)
        answer = await self._hear(command)
        was_busy, self._busy_s = self._busy_s > 0, 0.0
        if isinstance(answer, Silent) and command is Command.READ_ADDRESS and not was_busy:
            self._busy_s = (
                self._timing.address_s
            )  # some cards are slow here; the next question tells if it is the reader
            await self._clear_line()
        elif not (isinstance(answer, Silent) or misfits(answer)):
            self.failures = 0
            LOG.debug("%s < %s", self._device, type(answer).__name__)
        else:
            self.failures += 1 + was_busy
            LOG.debug("%s < nothing sound: %r", self._device, answer)
            await self._clear_line()
        return answer

    async def _hear(self, command: Command) -> Answer | Silent:
        """The first sound answer, noise before it or not. Only silence inside a frame means that no more will come."""
        first_byte_s, reason = self._timing.answer_s(command) + self._busy_s, "silent"
        loop = asyncio.get_running_loop()
        begins_by, wait = loop.time() + first_byte_s, first_byte_s
        try:
            async with asyncio.timeout(first_byte_s + self._timing.longest_s):
                while data := await self._wire.read_some(wait):
                    for found in self._decoder.feed(data):
                        if isinstance(found, BadFrame):
                            reason = "wrong_checksum" if found == BadFrame(Bad.CHECKSUM) else "broken_frame"
                        elif not isinstance(answer := answer_of(command, found), Unexpected) or not self._busy_s:
                            return answer
                    answer_is_here = self._decoder.mid_frame or reason == "wrong_checksum"
                    wait = self._timing.gap_s if answer_is_here else begins_by - loop.time()
                    if wait <= 0:
                        return Silent("broken_frame")  # it talks and talks
        except TimeoutError:
            reason = "broken_frame"  # a frame that never ends
        return self._inside(command, reason)

    def _inside(self, command: Command, reason: str) -> Answer | Silent:
        """No more comes: a sound answer behind the head of one that never came, or nothing, for this reason."""
        if self._decoder.mid_frame and reason == "silent":
            reason = "broken_frame"
        for found in self._decoder.silence():
            if isinstance(found, Frame) and not isinstance(answer := answer_of(command, found), Unexpected):
                return answer
        return Silent(reason)

    async def _settle(self) -> None:
        """Wait for the answer to a question that was given up, as long as it may come; throw it away."""
        if self._owed_until is None:
            return
        loop, heard = asyncio.get_running_loop(), False
        ends_by = loop.time() + self._timing.longest_s
        while not heard and (wait := min(self._owed_until, ends_by) - loop.time()) > 0:
            data = await self._wire.read_some(wait)
            heard = any(isinstance(found, Frame) for found in self._decoder.feed(data))
            if self._decoder.mid_frame:
                self._owed_until = max(self._owed_until, loop.time() + self._timing.gap_s)
        await self._clear_line()
        self._owed_until = None

    async def _clear_line(self) -> None:
        """Throw away what still comes, until the line is quiet."""
        self._decoder.reset()
        try:
            async with asyncio.timeout(self._timing.noise_limit_s):
                while await self._wire.read_some(self._timing.quiet_s):
                    pass
        except TimeoutError:
            LOG.warning("%s: the line is not quiet", self._device)


def error_of(device: str, answer: Answer | Silent) -> DeviceError:
    """What to raise when `answer` was all that came."""
    if isinstance(answer, Silent):
        return DeviceSilentError(device, answer.reason)
    if isinstance(answer, Refused) and not misfits(answer):
        return DeviceRefusedError(device, answer.state, READER_FAULTS.get(answer.state, ""))
    return DeviceProtocolError(device, "answers do not fit the questions")


def misfits(answer: Answer | Silent) -> bool:
    """It answers, and not to the question: something late, or the reader says that it did not understand."""
    if isinstance(answer, Refused):
        return answer.state in NOT_UNDERSTOOD
    return isinstance(answer, Unexpected)
