"""Pretends to be an SDT card reader at the far end of a wire, so that the real driver runs against real bytes.

Knows the codec from the other side and nothing of the driver. Unlike some real readers it verifies checksums.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from devices.errors import DeviceLostError
from devices.id_card.codec import (
    CardRecord,
    Command,
    Frame,
    FrameDecoder,
    State,
    command_of,
    encode_answer,
    encode_record,
)
from devices.id_card.faults import Fault, FaultPlan, spoilt
from devices.id_card.identity import encode_newest_address, encode_text_block
from devices.id_card.sam import encode_sam_id
from devices.ports.transport import Transport
from devices.transports.pty import PtyLine

if TYPE_CHECKING:
    from pathlib import Path

    from devices.values.id_card import IdCard

__all__ = ["Fault", "IdCardReaderEmulator"]

Content = tuple[bytes, bytes, bytes]  # text, photo, prints
NOTHING = (b"", b"", b"")
PHOTO = bytes(1024)  # an empty WLT photo: no open encoder exists
SERIAL_NUMBER = bytes(8)
SAM_ID = encode_sam_id(5, 1, 20240301, 465706, 1058989032)  # made up
GARBLED = b"\xff\x00\xfe"  # what is heard at another baud rate
BITS_PER_BYTE = 10  # 8N1
SLICE_S = 0.01  # wire time is spent in slices of this length


class Line(Transport, Protocol):
    """The reader's end of a wire: a pty, TCP, USB."""

    @property
    def path(self) -> str:
        """What a driver opens."""


class IdCardReaderEmulator:
    """A reader with a glass: `lay`, `lay_unreadable`, `lift`, and faults to switch on with `fail`.

    It stands on `line`, or on a pty of its own, under the symbolic link `link` when given. `baud` (bits per second),
    when given, makes answers take the time they take on a wire; with `only_at` it understands its pty at no other rate.
    Firmwares: `always_finds` goes on finding a card that was read; one that does not `knows_address` refuses to tell
    one after a read; one that does not `knows_prints` knows no such command. `address` is what a driver opens.
    """

    def __init__(
        self,
        *,
        line: Line | None = None,
        link: str | Path | None = None,
        baud: int | None = None,
        only_at: int | None = None,
        late_s: float = 0.5,
        always_finds: bool = False,
        knows_address: bool = True,
        knows_prints: bool = True,
    ) -> None:
        self._line = line or PtyLine(link, device="id_card_emulator")
        self._baud = baud
        self._only_at = only_at
        self._late_s = late_s
        self._always_finds = always_finds
        self._knows_address = knows_address
        self._knows_prints = knows_prints
        self._task: asyncio.Task[None] | None = None
        self._content: Content = NOTHING  # of the card that lies there
        self._newest_address = b""
        self._refusal: State | None = None
        self._present = False
        self._was_read = False
        self._selected = False
        self._faults = FaultPlan()
        self._heard_news = asyncio.Condition()
        self.heard: Counter[Command] = Counter()
        self.broken_requests = 0
        self.garbled = 0  # what came at another baud rate
        self.complaint = State.COMMAND_ERROR  # what Fault.REFUSED says
        self.health = State.OK  # what STATUS answers; SELF_TEST_FAILED is a dead SAM
        self.reset_helps = True

    @property
    def address(self) -> str:
        return self._line.path

    async def start(self) -> None:
        """Plug the reader in; also after `unplug()`."""
        await self._line.open()
        self._task = asyncio.create_task(self._serve())

    async def stop(self) -> None:
        """Unplug the reader: the driver's side gets a hang-up."""
        await self._line.close()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    unplug = stop
    plug = start

    def lay(self, card: IdCard, *, photo: bytes = PHOTO, prints: bytes = b"") -> None:
        """Lay a card on the glass. Raises ValueError when it cannot be put into a text block."""
        newest = encode_newest_address(card.newest_address) if card.newest_address else b""
        self._put((encode_text_block(card), photo, prints), newest)

    def lay_text(self, text: bytes) -> None:
        """Lay a card with this raw text block, which may be nonsense."""
        self._put((text, PHOTO, b""))

    def lay_unreadable(self, refusal: State = State.READ_FAILED) -> None:
        """Lay something that is found and then refused: a bent card, another kind of card."""
        self._put(NOTHING, refusal=refusal)

    def lift(self) -> None:
        """Take away what lies there."""
        self._put(NOTHING, present=False)

    def fail(self, fault: Fault, *, times: int = 1, on: Command | None = None) -> None:
        """Spoil the next `times` answers (to `on`, or to anything). Faults wait in line."""
        self._faults.add(fault, times, on)

    def heal(self) -> None:
        """Forget all planned faults."""
        self._faults.clear()

    async def wait_until_heard(self, command: Command, times: int = 1) -> None:
        """Return when `command` has come `times` times from now on."""
        goal = self.heard[command] + times
        async with self._heard_news:
            await self._heard_news.wait_for(lambda: self.heard[command] >= goal)

    def _put(
        self, content: Content, newest: bytes = b"", *, refusal: State | None = None, present: bool = True
    ) -> None:
        self._content, self._newest_address, self._refusal, self._present = content, newest, refusal, present
        self._was_read = self._selected = False

    async def _serve(self) -> None:
        decoder = FrameDecoder()
        try:
            while True:
                data = await self._line.read_some(3600)
                if self._only_at not in {None, getattr(self._line, "baud", None)}:
                    self.garbled += 1
                    await self._line.write(GARBLED)
                    continue
                for found in decoder.feed(data):
                    await self._answer(found if isinstance(found, Frame) else None)
        except DeviceLostError:
            return

    async def _answer(self, request: Frame | None) -> None:
        if request is None:
            self.broken_requests += 1
            await self._send(encode_answer(State.CHECKSUM_ERROR))
            return
        command = command_of(request)
        if command is None:
            await self._send(encode_answer(State.COMMAND_ERROR))
            return
        answer, fault = self._reply_to(command), self._faults.next(command)
        async with self._heard_news:
            self.heard[command] += 1
            self._heard_news.notify_all()
        await self._send_spoiled(answer, fault)

    def _reply_to(self, command: Command) -> bytes:
        if command is Command.STATUS:
            return encode_answer(self.health)
        if command is Command.SAM_ID:
            return encode_answer(State.OK, SAM_ID)
        if command is Command.RESET:
            self.health = State.OK if self.reset_helps else self.health
            return encode_answer(State.OK)
        if command is Command.FIND:
            visible = self._present and (self._always_finds or not self._was_read)
            return encode_answer(State.FOUND, bytes(4)) if visible else encode_answer(State.NO_CARD)
        if command is Command.SELECT:
            if not self._present or self._was_read:
                return encode_answer(State.SELECT_FAILED)
            self._selected = True
            return encode_answer(State.OK, SERIAL_NUMBER)
        return self._reply_to_reading(command)

    def _reply_to_reading(self, command: Command) -> bytes:
        if command is Command.READ_WITH_PRINTS and not self._knows_prints:
            return encode_answer(State.COMMAND_ERROR)
        if not self._selected or self._refusal is not None:
            return encode_answer(self._refusal or State.READ_FAILED)
        if command is Command.READ_ADDRESS:
            if not self._knows_address:
                return encode_answer(State.READ_FAILED)
            newest = self._newest_address
            return encode_answer(State.OK, newest) if newest else encode_answer(State.NOT_ON_CARD)
        self._was_read = True
        with_prints = command is Command.READ_WITH_PRINTS
        return encode_answer(State.OK, encode_record(CardRecord(*self._content), with_prints=with_prints))

    async def _send_spoiled(self, answer: bytes, fault: Fault | None) -> None:
        if fault is Fault.MUTE:
            return
        if fault is Fault.STRAY:
            await self._line.write(b"\x00")
        if fault in {Fault.LATE, Fault.STRAY}:
            await asyncio.sleep(self._late_s)
        if fault is Fault.CUT:
            self.lift()
        await self._send(spoilt(answer, fault, self.complaint), split=fault is Fault.SPLIT)
        if fault is Fault.UNPLUGGED:
            await self._line.close()

    async def _send(self, data: bytes, *, split: bool = False) -> None:
        """All of `data`; in pieces when split or when the wire is slow."""
        size, pause_s = len(data), 0.0
        if self._baud is not None:
            size, pause_s = max(1, int(self._baud / BITS_PER_BYTE * SLICE_S)), SLICE_S
        if split:
            size = max(1, len(data) // 7)
        for at in range(0, len(data), size):
            await asyncio.sleep(pause_s)
            await self._line.write(data[at : at + size])
