"""The host's end of a line to a small box: one question at a time, events taken once. Knows frames, no box's words.

A question that is not answered is repeated under its number; an event that comes again is acknowledged again and told
once, also after the line was cut and opened anew. The beat notices a box that went mute or lost its power.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from random import SystemRandom
from typing import TYPE_CHECKING, Protocol

from devices.errors import DeviceError, DeviceLostError, DeviceProtocolError, DeviceRefusedError, DeviceSilentError
from devices.transports.box_frames import (
    HELLO,
    LIFE_BYTES,
    STATUS,
    BoxFrame,
    EventVerdict,
    FrameDecoder,
    FrameKind,
    Reply,
    encode_frame,
)
from devices.values.completion import DONE, Completion, End, refused

if TYPE_CHECKING:
    from devices.ports.transport import Transport

LOG = logging.getLogger("kapok.device.box")

_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True)
class BoxTiming:
    """All waiting, in seconds, and the counting. Defaults suit 9600 baud, where the longest frame takes 0.27 s."""

    answer_s: float = 0.5  # to the answer of one question
    attempts: int = 3  # how often a question is put
    gap_s: float = 0.15  # silence inside a frame that means: the rest will not come
    beat_s: float = 1.0  # a box that said nothing for so long is asked how it is


USUAL = BoxTiming()


class BoxListener(Protocol):
    """Who hears what a box says by itself."""

    def on_event(self, word: int, arguments: bytes) -> EventVerdict:
        """An event, told once. Must not wait and must not raise."""

    def on_lost(self, error: DeviceError) -> None:
        """The line or the box is gone, told once for each opening. Not after `close`."""


class NothingToSay:
    """Hears a box that only answers; whoever asks next hears that it is lost."""

    def on_event(self, word: int, arguments: bytes) -> EventVerdict:
        del word, arguments
        return EventVerdict.NOT_UNDERSTOOD

    def on_lost(self, error: DeviceError) -> None:
        """Nobody waits for anything."""


class BoxTalk:
    """The conversation over one wire. `repeats` counts events that came again and were not told again."""

    def __init__(self, wire: Transport, device: str, listener: BoxListener, timing: BoxTiming = USUAL) -> None:
        self._wire = wire
        self._device = device
        self._listener = listener
        self._timing = timing
        self._decoder = FrameDecoder()
        self._tasks: list[asyncio.Task[None]] = []
        self._asking = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._seq = 0
        self._answer: asyncio.Future[bytes] | None = None
        self._error: DeviceError | None = DeviceLostError(device, "not open")
        self._life = b""
        self._last_event: tuple[bytes, int] | None = None  # LIFE and SEQ; kept when the line is opened again
        self._heard = False  # since the last beat
        self.model = ""
        self.repeats = 0

    @property
    def life(self) -> bytes:
        """Another value after each power-up of the box; empty before it was greeted."""
        return self._life

    async def open(self) -> None:
        """Open the wire and greet the box. Raises DeviceError; the wire is closed then."""
        await self.close()
        await self._wire.open()
        self._error, self._decoder = None, FrameDecoder()
        self._tasks = [asyncio.create_task(self._pump())]
        try:
            await self._greet()
            self._raise_when_lost()  # the answer and the end of the line may have come together
        except BaseException:
            await self.close()
            raise
        self._tasks.append(asyncio.create_task(self._beat()))

    async def ask(self, word: int, arguments: bytes = b"") -> bytes:
        """Put a question, repeated until it is answered; what the answer says behind DONE.

        Raises DeviceRefusedError (the box said no: `status` is a Reply), DeviceSilentError, DeviceLostError. Cancelled
        in the middle, the box may have carried it out or not.
        """
        async with self._asking:
            self._seq = self._seq % 255 + 1
            question = encode_frame(BoxFrame(FrameKind.ASK, self._seq, bytes((word,)) + arguments))
            for _ in range(self._timing.attempts):
                self._raise_when_lost()
                self._answer = asyncio.get_running_loop().create_future()
                try:
                    await self._write(question)
                    async with asyncio.timeout(self._timing.answer_s):
                        return self._judged(await self._answer)
                except TimeoutError:
                    LOG.debug("%s: word 0x%02X not answered", self._device, word)
                finally:
                    self._answer = None
            raise DeviceSilentError(self._device, "not answered")

    async def order(self, word: int, arguments: bytes = b"") -> Completion:
        """Put a question that gives nothing back; how it ended."""
        try:
            await self.ask(word, arguments)
        except DeviceRefusedError as error:
            return refused(error.code)
        except DeviceError as error:
            return Completion(End.UNKNOWN, error.code)
        return DONE

    async def status(self) -> bytes:
        """What the box says of itself, behind its LIFE. Raises DeviceError; DeviceLostError when it lost its power."""
        said = await self.ask(STATUS)
        if said[:LIFE_BYTES] != self._life:
            error = DeviceLostError(self._device, "restarted")
            self._end(error)
            raise error
        return said[LIFE_BYTES:]

    async def look(self) -> tuple[str, bytes]:
        """(reason, what the box says of itself) for a status: a box that does not answer now is "device_silent".

        Raises DeviceLostError when the line is gone or the box lost its power: it has to be opened anew.
        """
        try:
            return "", await self.status()
        except DeviceLostError:
            raise
        except DeviceError as error:
            return error.code, b""

    async def close(self) -> None:
        """Stop and close the wire; closing twice is allowed."""
        self._error = self._error or DeviceLostError(self._device, "closed")
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._fail_question()
        await self._wire.close()

    async def _greet(self) -> None:
        hello = await self.ask(HELLO, _RANDOM.randbytes(2))
        if len(hello) < LIFE_BYTES:
            raise DeviceProtocolError(self._device, "a greeting without a life")
        self._life = hello[:LIFE_BYTES]
        self.model = hello[LIFE_BYTES:].decode("ascii", "replace")

    async def _pump(self) -> None:
        try:
            while True:
                wait_s = self._timing.gap_s if self._decoder.pending else self._timing.beat_s
                data = await self._wire.read_some(wait_s)
                for frame in self._decoder.feed(data) if data else self._decoder.flush():
                    self._heard = True
                    await self._take(frame)
        except DeviceError as error:
            self._end(error)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._timing.beat_s)
            heard, self._heard = self._heard, False
            if heard:
                continue
            try:
                await self.status()
            except DeviceRefusedError:
                continue  # it answered
            except DeviceError as error:
                self._end(error)
                return

    async def _take(self, frame: BoxFrame) -> None:
        if frame.kind is FrameKind.ANSWER:
            if self._answer is not None and not self._answer.done() and frame.seq == self._seq:
                self._answer.set_result(frame.data)
        elif frame.kind is FrameKind.EVENT and len(frame.data) > LIFE_BYTES:
            verdict = self._told(frame)
            await self._write(encode_frame(BoxFrame(FrameKind.TAKEN, frame.seq, bytes((verdict,)))))

    def _told(self, frame: BoxFrame) -> EventVerdict:
        event = (frame.data[:LIFE_BYTES], frame.seq)
        if event == self._last_event:
            self.repeats += 1
            return EventVerdict.TAKEN
        self._last_event = event
        return self._listener.on_event(frame.data[LIFE_BYTES], frame.data[LIFE_BYTES + 1 :])

    def _judged(self, answer: bytes) -> bytes:
        if not answer:
            raise DeviceProtocolError(self._device, "an empty answer")
        if answer[0] != Reply.DONE:
            raise DeviceRefusedError(self._device, answer[0])
        return answer[1:]

    async def _write(self, data: bytes) -> None:
        async with self._writing:  # a wire has one writer at a time
            await self._wire.write(data)

    def _end(self, error: DeviceError) -> None:
        if self._error is None:
            self._error = error
            LOG.info("%s", error)
            self._fail_question()
            self._listener.on_lost(error)

    def _fail_question(self) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(self._lost())
            self._answer.exception()  # whoever asked may have been cancelled

    def _raise_when_lost(self) -> None:
        if self._error is not None:
            raise self._lost()

    def _lost(self) -> DeviceError:
        if isinstance(self._error, DeviceLostError):
            return DeviceLostError(self._device, self._error.detail)
        return DeviceLostError(self._device, self._error.code if self._error else "")
