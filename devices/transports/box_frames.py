"""Frames of the small boxes on a counter (caller, rating pad, strip, lamp, sensors), for both ends of a line. Sans-IO.

Vendors differ and publish little; this line protocol is ours. A site's own box is a small adapter: another codec.

    02 | LEN | KIND | SEQ | DATA … | CRC (2, low byte first)

LEN counts KIND, SEQ and DATA (2 to 250). CRC is CRC-16/MODBUS (poly 0x8005 reflected, start 0xFFFF) of LEN up to the
last byte of DATA. Integers inside DATA are big endian. 9600 baud 8N1 unless the site says otherwise.

    KIND 51 ASK     host -> box   DATA = WORD, arguments. The host repeats one that is not answered, under its SEQ; the
                                  box answers a repeat as before and does not carry it out again.
    KIND 41 ANSWER  box -> host   SEQ of the question, DATA = REPLY, results
    KIND 45 EVENT   box -> host   DATA = LIFE (2), WORD, arguments. Sent again, under its SEQ, until it is TAKEN; the
                                  next one waits for that. LIFE is another number after each power-up of the box.
    KIND 4B TAKEN   host -> box   SEQ of the event, DATA = VERDICT

All boxes know two words: 48 HELLO (arguments: 2 bytes of the host's choice; forgets earlier SEQs; before it a box sends
no event; answers LIFE and its model in ASCII) and 53 STATUS (answers LIFE, then what the kind says of itself).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

START = 0x02
SHORTEST, LONGEST = 2, 250  # values of LEN
MAX_DATA = LONGEST - SHORTEST
CRC_BYTES = 2
LIFE_BYTES = 2
HELLO, STATUS = 0x48, 0x53


class FrameKind(IntEnum):
    """Who says what."""

    ASK = 0x51
    ANSWER = 0x41
    EVENT = 0x45
    TAKEN = 0x4B


class Reply(IntEnum):
    """The first byte of an answer."""

    DONE = 0
    UNKNOWN_WORD = 1
    BAD_ARGUMENTS = 2
    NOT_NOW = 3  # busy with what cannot be disturbed, or not in the state for it
    BROKEN = 4  # the box knows that a part of it does not work


class EventVerdict(IntEnum):
    """What the host says of an event."""

    TAKEN = 0
    TOO_LATE = 1  # heard, and not carried out: it lay too long
    NOT_UNDERSTOOD = 2


@dataclass(frozen=True, slots=True)
class BoxFrame:
    """A whole frame with a right checksum."""

    kind: FrameKind
    seq: int  # 0..255
    data: bytes = b""


def crc16(data: bytes) -> int:
    """CRC-16/MODBUS; 0x4B37 for b"123456789"."""
    crc = 0xFFFF
    for byte in data:
        crc = crc >> 8 ^ _TABLE[(crc ^ byte) & 0xFF]
    return crc


def encode_frame(frame: BoxFrame) -> bytes:
    """The bytes on the line. Raises ValueError for more than MAX_DATA bytes of data."""
    if len(frame.data) > MAX_DATA:
        raise ValueError(f"a frame holds {MAX_DATA} bytes")
    body = bytes((SHORTEST + len(frame.data), frame.kind, frame.seq)) + frame.data
    return bytes((START,)) + body + crc16(body).to_bytes(CRC_BYTES, "little")


class FrameDecoder:
    """Cuts a byte stream into frames, whatever the chunks and whatever lies between them. Never raises.

    Counts what was no frame: `noise` in bytes, `broken` in frames whose checksum was wrong. A start byte in the noise
    may make it wait for bytes that never come: after a silence `flush` looks for frames behind it.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.noise = 0
        self.broken = 0

    @property
    def pending(self) -> bool:
        """True while something has begun that may be a frame."""
        return bool(self._buffer)

    def feed(self, data: bytes) -> list[BoxFrame]:
        """Take what came, return the frames that ended in it."""
        self._buffer += data
        found: list[BoxFrame] = []
        while (frame := self._next()) is not None:
            found.append(frame)
        return found

    def flush(self) -> list[BoxFrame]:
        """The line is silent: what has begun will not end. Returns the frames that lie behind its beginning."""
        found: list[BoxFrame] = []
        while self._buffer:
            self._drop()
            found += self.feed(b"")
        return found

    def _next(self) -> BoxFrame | None:
        """The first whole frame, taken out of the buffer; None when more bytes are needed."""
        while self._hunt():
            end = 2 + self._buffer[1]
            if len(self._buffer) < end + CRC_BYTES:
                return None
            body = bytes(self._buffer[1:end])
            if crc16(body) != int.from_bytes(self._buffer[end : end + CRC_BYTES], "little"):
                self.broken += 1
                self._drop()
                continue
            del self._buffer[: end + CRC_BYTES]
            if body[1] in _KINDS:
                return BoxFrame(FrameKind(body[1]), body[2], body[3:])
            self.noise += end + CRC_BYTES  # a kind of a later protocol
        return None

    def _hunt(self) -> bool:
        """Throw away what cannot begin a frame. True when a start and a length stand in front."""
        while self._buffer:
            at = self._buffer.find(START)
            skipped = len(self._buffer) if at < 0 else at
            self.noise += skipped
            del self._buffer[:skipped]
            if len(self._buffer) < 2:  # noqa: PLR2004 -- start and length
                return False
            if SHORTEST <= self._buffer[1] <= LONGEST:
                return True
            self._drop()
        return False

    def _drop(self) -> None:
        del self._buffer[0]
        self.noise += 1


def _table_entry(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ (0xA001 if byte & 1 else 0)
    return byte


_TABLE = tuple(map(_table_entry, range(256)))
_KINDS = frozenset(FrameKind)
