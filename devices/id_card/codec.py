"""Bytes of an SDT card reader <-> commands and events, for both ends of the wire (GA 450, GA 467). Sans-IO.

Knows no wire, no clock, no retries and not what the text block says (that is `identity`). Nothing here raises on what
comes from the wire: broken bytes become `BadFrame`, unknown answers become `Refused` or `Unexpected`.

    request:  AA AA AA 96 69 | LEN (2, big endian) | CMD PARA [DATA]    | CHK
    answer:   AA AA AA 96 69 | LEN (2, big endian) | SW1 SW2 SW3 [DATA] | CHK

LEN counts everything after itself including CHK; CHK is the XOR of LEN and all that follows it, CHK excluded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum, StrEnum
from functools import reduce
from operator import xor

PREAMBLE = bytes.fromhex("AAAAAA9669")
LENGTH_BYTES = 2
MIN_LEN = 3  # CMD PARA CHK
MAX_LEN = 4096  # the longest real answer (text, photo, two fingerprints) has 2314
STATUS_BYTES = 3  # SW1 SW2 SW3
TEXT_BYTES = 256


class Command(Enum):
    """CMD and PARA of what a reader can be asked."""

    RESET = b"\x10\xff"
    STATUS = b"\x11\xff"
    SAM_ID = b"\x12\xff"
    FIND = b"\x20\x01"
    SELECT = b"\x20\x02"
    READ = b"\x30\x01"  # text and photo
    READ_ADDRESS = b"\x30\x03"  # the newest address, if one was written later
    READ_WITH_PRINTS = b"\x30\x10"  # text, photo and fingerprints


class State(IntEnum):
    """SW3, the reader's own state (the table on which all public sources agree)."""

    OK = 0x90
    FOUND = 0x9F
    NOT_ON_CARD = 0x91
    NO_CARD = 0x80
    SELECT_FAILED = 0x81
    READ_FAILED = 0x41
    UNKNOWN_CARD = 0x40
    CARD_REFUSED_SAM = 0x31
    SAM_REFUSED_CARD = 0x32
    VERIFICATION_FAILED = 0x33
    RANDOM_FAILED = 0x47
    CHECKSUM_ERROR = 0x10
    LENGTH_ERROR = 0x11
    COMMAND_ERROR = 0x21
    NOT_ALLOWED = 0x23
    UNKNOWN_ERROR = 0x24
    SELF_TEST_FAILED = 0x60  # dead until reset
    NOT_AUTHORISED = 0x66


class Bad(StrEnum):
    """What can be wrong with a frame."""

    CHECKSUM = "wrong_checksum"
    LENGTH = "wrong_length"  # impossible, or longer than what came


@dataclass(frozen=True, slots=True)
class BadFrame:
    """A preamble was there, what followed was no frame; the hunt goes on behind the preamble's first byte."""

    reason: Bad


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """A whole frame with a right checksum: what lies between LEN and CHK."""

    payload: bytes

    def __repr__(self) -> str:  # the payload may be a person
        return f"Frame({len(self.payload)} bytes)"


@dataclass(frozen=True, slots=True)
class CardPresent:
    """FIND: a card lies there."""


@dataclass(frozen=True, slots=True)
class NoCard:
    """FIND: nothing there (or a card that was read already and not lifted since)."""


@dataclass(frozen=True, slots=True)
class Done:
    """The command was carried out; `data` is what it gives (a card's serial number, the SAM id, an address)."""

    data: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class CardRecord:
    """READ: the card's content. Personal data."""

    text: bytes  # 256 bytes, see `identity`
    photo: bytes  # WLT, usually 1024 bytes
    prints: bytes = b""  # 0, 512 or 1024 bytes

    def __repr__(self) -> str:
        return "CardRecord(content hidden)"


@dataclass(frozen=True, slots=True)
class Refused:
    """The reader says no; `state` is SW3, possibly one that `State` does not know."""

    state: int


@dataclass(frozen=True, slots=True)
class Unexpected:
    """A sound frame that is no answer to this command: too short, of another shape, or late for an earlier one."""


Answer = CardPresent | NoCard | Done | CardRecord | Refused | Unexpected


def checksum(data: bytes) -> int:
    """XOR over LEN and payload (GA 450)."""
    return reduce(xor, data, 0)


def encode_frame(payload: bytes) -> bytes:
    """Put preamble, LEN and CHK round `payload` (CMD PARA … or SW1 SW2 SW3 …); at most MAX_LEN - 1 bytes."""
    body = (len(payload) + 1).to_bytes(LENGTH_BYTES, "big") + payload
    return PREAMBLE + body + bytes([checksum(body)])


def encode_command(command: Command, data: bytes = b"") -> bytes:
    """The frame that asks the reader."""
    return encode_frame(command.value + data)


def encode_answer(state: int, data: bytes = b"", *, card_status: bytes = b"\0\0") -> bytes:
    """The frame with which a reader answers; `card_status` is SW1 SW2, the card's own two status bytes."""
    return encode_frame(card_status + bytes([state]) + data)


def encode_record(record: CardRecord, *, with_prints: bool = False) -> bytes:
    """The data of a good answer to READ (or READ_WITH_PRINTS): all lengths first, then the parts."""
    parts = [record.text, record.photo] + ([record.prints] if with_prints else [])
    return b"".join(len(part).to_bytes(LENGTH_BYTES, "big") for part in parts) + b"".join(parts)


def command_of(frame: Frame) -> Command | None:
    """The command in a request, None when there is no such command. Data behind CMD PARA is ignored."""
    try:
        return Command(frame.payload[:2])
    except ValueError:
        return None


def answer_of(command: Command, frame: Frame) -> Answer:
    """What `frame` means as the answer to `command`."""
    if len(frame.payload) < STATUS_BYTES:
        return Unexpected()
    state, data = frame.payload[STATUS_BYTES - 1], frame.payload[STATUS_BYTES:]
    if command is Command.FIND and state in {State.FOUND, State.NO_CARD}:
        return CardPresent() if state == State.FOUND else NoCard()
    if state in {State.FOUND, State.NO_CARD}:
        return Unexpected()  # only FIND is answered so
    if state == State.NOT_ON_CARD and command is not Command.READ_ADDRESS:
        return Unexpected()  # a late answer
    if state != State.OK:
        return Refused(state)
    if command is Command.FIND:
        return Unexpected()
    if command in {Command.READ, Command.READ_WITH_PRINTS}:
        return _record_of(data, 2 if command is Command.READ else 3)
    return Done(data)


def _record_of(data: bytes, count: int) -> Answer:
    """Cut `data` into `count` parts by the lengths at its head; anything that does not come out even is Unexpected."""
    head = LENGTH_BYTES * count
    lengths = [int.from_bytes(data[at : at + LENGTH_BYTES], "big") for at in range(0, head, LENGTH_BYTES)]
    if len(data) != head + sum(lengths) or lengths[0] != TEXT_BYTES:
        return Unexpected()
    parts, at = [], head
    for length in lengths:
        parts.append(data[at : at + length])
        at += length
    return CardRecord(*parts)


class FrameDecoder:
    """Finds frames in a byte stream, whatever the chunks. Same for both directions.

    Holds at most one unfinished frame (MAX_LEN + 7 bytes) between two calls.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()

    @property
    def mid_frame(self) -> bool:
        """True while a frame has begun and is not finished."""
        return self._buffer.startswith(PREAMBLE)

    def reset(self) -> None:
        """Forget an unfinished frame; to be called before a new question."""
        self._buffer.clear()

    def feed(self, data: bytes) -> list[Frame | BadFrame]:
        """Take what came, return what is complete. Never raises."""
        self._buffer += data
        found: list[Frame | BadFrame] = []
        while self._hunt():
            candidate = self._candidate()
            if candidate is None:
                break
            found.append(candidate)
        return found

    def silence(self) -> list[Frame | BadFrame]:
        """The box says no more: what is unfinished is no frame, but sound ones may stand inside it. Never raises."""
        found: list[Frame | BadFrame] = []
        while self.mid_frame:
            del self._buffer[0]
            found.append(BadFrame(Bad.LENGTH))
            found += self.feed(b"")
        return found

    def _hunt(self) -> bool:
        """Throw away what stands before the next preamble; False when there is none."""
        at = self._buffer.find(PREAMBLE)
        if at >= 0:
            del self._buffer[:at]
            return True
        keep = next(n for n in range(len(PREAMBLE) - 1, -1, -1) if self._buffer.endswith(PREAMBLE[:n]))
        del self._buffer[: len(self._buffer) - keep]
        return False

    def _candidate(self) -> Frame | BadFrame | None:
        """The frame at the head of the buffer; None while it is not complete."""
        start = len(PREAMBLE)
        if len(self._buffer) < start + LENGTH_BYTES:
            return None
        length = int.from_bytes(self._buffer[start : start + LENGTH_BYTES], "big")
        if not MIN_LEN <= length <= MAX_LEN:
            del self._buffer[0]
            return BadFrame(Bad.LENGTH)
        end = start + LENGTH_BYTES + length
        if len(self._buffer) < end:
            return None
        body, check = bytes(self._buffer[start : end - 1]), self._buffer[end - 1]
        if checksum(body) != check:
            del self._buffer[0]  # only this: a sound frame may begin inside what looked like this one's body
            return BadFrame(Bad.CHECKSUM)
        del self._buffer[:end]
        return Frame(body[LENGTH_BYTES:])
