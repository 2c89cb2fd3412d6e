"""The box's end of the line of `box_frames`, over a pty: what all emulated boxes have in common. Knows no box's words.

Carries each question out once, however often it is repeated; sends each event until it is taken. Faults spoil what
the box sends and are switched while it runs.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from enum import StrEnum
from random import SystemRandom
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.transports.box_frames import HELLO, STATUS, BoxFrame, FrameDecoder, FrameKind, Reply, encode_frame
from devices.transports.pty_stand_in import PtyStandIn

if TYPE_CHECKING:
    from pathlib import Path

RESEND_S = 0.15  # an event that is not taken is sent again
GAP_S = 0.1  # silence inside a frame of the host that means: the rest will not come
PIECE_S = 0.01  # between two pieces of a split frame
LASTING = 1 << 30  # faults that stay until `heal`
NOISE = b"\xff\x00\x02\x02\xfa\x51"  # ends in a start and a length that swallow what follows
_RANDOM = SystemRandom()


class BoxFault(StrEnum):
    """What can be wrong with a frame that the box sends. DEAF is a question that was not even heard.

    LATE comes after `late_s`; DOUBLED comes twice; NOISE has bytes before it that look like beginnings; CUT is a cable
    pulled in the middle of it.
    """

    LATE = "late"
    SPLIT = "split"
    DOUBLED = "doubled"
    NOISE = "noise"
    WRONG_CHECKSUM = "wrong-checksum"
    HALF = "half"
    MUTE = "mute"
    DEAF = "deaf"
    REFUSED = "refused"
    CUT = "cut"


class BoxStandIn(PtyStandIn):
    """A box on a pty. Kinds give `execute` and `state`; `say` sends an event.

    `carried_out` counts words that were carried out, `repeats` questions that came again, `taken` verdicts on events.
    """

    def __init__(self, *, name: str, link: str | Path | None = None, late_s: float = 0.2) -> None:
        super().__init__(name=name, link=link)
        self._name = name
        self._late_s = late_s
        self._tasks: list[asyncio.Task[None]] = []
        self._faults: deque[BoxFault] = deque()
        self._lasting: BoxFault | None = None
        self._life = _RANDOM.randrange(1, 0xFFFF)
        self._greeted = False
        self._last: tuple[int, bytes] | None = None  # SEQ and the answer to it
        self._event_seq = 0
        self._events: deque[tuple[int, bytes]] = deque()
        self._news = asyncio.Condition()
        self._writing = asyncio.Lock()  # a wire has one writer at a time, and no frame begins inside another
        self.carried_out: Counter[int] = Counter()
        self.taken: Counter[int] = Counter()
        self.repeats = 0
        self.broken_questions = 0

    @property
    def untold(self) -> int:
        """Events that nobody has taken yet."""
        return len(self._events)

    async def start(self) -> None:
        """Plug the cable in; also after `stop()`. The box itself had power all the time."""
        if self._tasks:
            await self.stop()
        await super().start()
        self._greeted = False
        self._tasks = [asyncio.create_task(self._serve()), asyncio.create_task(self._deliver())]

    async def stop(self) -> None:
        """Pull the cable: the driver's side gets a hang-up."""
        await super().stop()
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            if task is not asyncio.current_task():
                task.cancel()
        await asyncio.gather(*(task for task in tasks if task is not asyncio.current_task()), return_exceptions=True)

    def power_cycle(self) -> None:
        """The box loses its power and comes back, the cable stays: it forgets all, untold events too."""
        self._life = self._life % 0xFFFF + 1
        self._greeted, self._last = False, None
        self._events.clear()
        self._event_seq = 0
        self.forget()

    def fail(self, fault: BoxFault, *, times: int = 1) -> None:
        """Spoil the next `times` frames; LASTING: all until `heal`. Faults wait in line."""
        if times >= LASTING:
            self._lasting = fault
        else:
            self._faults.extend([fault] * times)

    def heal(self) -> None:
        """Forget all planned faults."""
        self._faults.clear()
        self._lasting = None

    async def wait_until_heard(self, word: int, times: int = 1) -> None:
        """Return when `word` has been carried out `times` times in all."""
        async with self._news:
            await self._news.wait_for(lambda: self.carried_out[word] >= times)

    async def wait_until_taken(self) -> None:
        """Return when no event is untold."""
        async with self._news:
            await self._news.wait_for(lambda: not self._events)

    def execute(self, word: int, arguments: bytes) -> tuple[Reply, bytes]:
        """Carry a word out; its reply and what the answer says behind it. For each kind to give."""
        del word, arguments
        return Reply.UNKNOWN_WORD, b""

    def state(self) -> bytes:
        """What STATUS answers behind LIFE. For each kind to give."""
        return b""

    def forget(self) -> None:
        """The power was away. For each kind to give."""

    async def say(self, word: int, arguments: bytes = b"") -> None:
        """Something happened: an event, sent until it is taken; kept while nobody listens."""
        self._event_seq = self._event_seq % 255 + 1
        async with self._news:
            self._events.append((self._event_seq, bytes((word,)) + arguments))
            self._news.notify_all()

    async def _serve(self) -> None:
        decoder = FrameDecoder()
        try:
            while True:
                data = await self._line.read_some(GAP_S if decoder.pending else 3600)
                for frame in decoder.feed(data) if data else decoder.flush():
                    await self._hear(frame)
                self.broken_questions = decoder.broken
        except DeviceLostError:
            return

    async def _hear(self, frame: BoxFrame) -> None:
        if frame.kind is FrameKind.ASK and frame.data:
            fault = self._next_fault()
            if fault is not BoxFault.DEAF:
                await self._send(self._answer_to(frame, fault), fault)
        elif frame.kind is FrameKind.TAKEN:
            async with self._news:
                if self._events and self._events[0][0] == frame.seq:
                    self._events.popleft()
                    self.taken[frame.data[0] if frame.data else 0] += 1
                self._news.notify_all()
        async with self._news:
            self._news.notify_all()

    def _answer_to(self, frame: BoxFrame, fault: BoxFault | None) -> BoxFrame:
        word, arguments = frame.data[0], frame.data[1:]
        if word != HELLO and self._last is not None and self._last[0] == frame.seq:
            self.repeats += 1
            return BoxFrame(FrameKind.ANSWER, frame.seq, self._last[1])
        life = self._life.to_bytes(2, "big")
        if fault is BoxFault.REFUSED and word not in {HELLO, STATUS}:
            reply, said = Reply.BROKEN, b""
        elif word == HELLO:
            reply, said, self._greeted = Reply.DONE, life + self._name.encode("ascii", "replace"), True
        elif word == STATUS:
            reply, said = Reply.DONE, life + self.state()
        else:
            reply, said = self.execute(word, arguments)
        if reply is Reply.DONE:
            self.carried_out[word] += 1
        self._last = (frame.seq, bytes((reply,)) + said)
        return BoxFrame(FrameKind.ANSWER, frame.seq, self._last[1])

    async def _deliver(self) -> None:
        try:
            while True:
                async with self._news:
                    await self._news.wait_for(lambda: self._events and self._greeted)
                    seq, said = self._events[0]
                frame = BoxFrame(FrameKind.EVENT, seq, self._life.to_bytes(2, "big") + said)
                await self._send(frame, self._next_fault())
                await self._taken_in_time(seq)
        except DeviceLostError:
            return

    async def _taken_in_time(self, seq: int) -> None:
        def gone() -> bool:
            return not self._events or self._events[0][0] != seq

        try:
            async with asyncio.timeout(RESEND_S), self._news:
                await self._news.wait_for(gone)
        except TimeoutError:
            return

    def _next_fault(self) -> BoxFault | None:
        if self._faults:
            return self._faults.popleft()
        return self._lasting

    async def _send(self, frame: BoxFrame, fault: BoxFault | None) -> None:
        if fault in {BoxFault.MUTE, BoxFault.DEAF}:
            return
        if fault is BoxFault.LATE:
            await asyncio.sleep(self._late_s)
        data = _spoiled(encode_frame(frame), fault)
        async with self._writing:
            if fault is BoxFault.SPLIT:
                await self._write_in_pieces(data)
            else:
                await self._line.write(data)
        if fault is BoxFault.CUT:
            await self.stop()
            raise DeviceLostError(self._name, "cut")  # whoever sent it ends too: it would go on over the next cable

    async def _write_in_pieces(self, data: bytes) -> None:
        for at in range(len(data)):
            await self._line.write(data[at : at + 1])
            await asyncio.sleep(PIECE_S if at % 4 == 0 else 0)


def _spoiled(data: bytes, fault: BoxFault | None) -> bytes:
    if fault is BoxFault.WRONG_CHECKSUM:
        return data[:-1] + bytes((data[-1] ^ 0xFF,))
    if fault is BoxFault.NOISE:
        return NOISE + data
    if fault in {BoxFault.HALF, BoxFault.CUT}:
        return data[: len(data) // 2]
    return data + data if fault is BoxFault.DOUBLED else data
