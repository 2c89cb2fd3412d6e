"""What an ESC/POS printer's status bytes mean, in both directions. Pure; knows no wire, no clock and no slip.

Several kinds of answers share one wire and are told apart by their fixed bits (Epson ESC/POS command reference):

    DLE EOT n  one byte,   0xx1xx10   (b & 0x93) == 0x12   answered at once, even offline
    GS a       four bytes, 0xx1xx00   (b & 0x93) == 0x10   then three of 0xx0xxxx; pushed when something changes
    GS r       one byte,   0xx0xxxx   (b & 0x90) == 0x00   answered in its turn: everything before it has been done
    GS ( H     37 22, four characters, 00                  the same, and says which question it answers
    DLE DC4 8  37 25 00                                    the buffer is empty

GS r's byte looks like the rest of a pushed packet that lost its head: one lost byte makes a false answer. So process
ids (GS ( H) are what the driver asks for, and `noise` counts whatever makes a GS r answer doubtful. The characters of
an id never have bit 4 set: what is pushed or answered in real time in the middle of one is not taken for a part.

The emulator writes with the same tables; the tables themselves are held to values measured elsewhere (tests).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.values.receipt_printer import Paper, PrinterStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

QUERIES = (1, 2, 3, 4)  # n of DLE EOT n: printer, why offline, error, paper
_ASB_LENGTH = 4
_REALTIME_BITS, _REALTIME_MASK = 0x12, 0x93
_PUSHED_BITS = 0x10  # under the same mask
_PLAIN_MASK = 0x90  # of the rest of a pushed packet and of GS r: neither bit is set
_PAPER_QUERY = 4
_BLOCK_HEAD, _PROCESS_ID, _CLEARED = 0x37, 0x22, 0x25
_BLOCK_LENGTHS = {_PROCESS_ID: 7, _CLEARED: 3}
TOKEN_LENGTH = 4
TOKEN_LETTERS = bytes((*range(0x41, 0x50), *range(0x61, 0x70)))  # A-O, a-o: none of them has bit 4


class Flag(StrEnum):
    """One thing a printer can say of itself; absence means that all is well."""

    OFFLINE = "offline"
    WAITING = "waiting"  # waits to be told to go on after a recoverable error
    FEED_BUTTON = "feed_button"
    FEEDING = "feeding"  # paper is being fed by the button
    COVER_OPEN = "cover_open"
    PAPER_STOP = "paper_stop"  # stopped by paper end
    ERROR = "error"
    CUTTER = "cutter"
    UNRECOVERABLE = "unrecoverable"
    RECOVERABLE = "recoverable"  # by itself: the head is too hot
    PAPER_NEAR_END = "paper_near_end"
    PAPER_END = "paper_end"


Flags = frozenset[Flag]
_Table = tuple[tuple[Flag, int], ...]

_REALTIME: Mapping[int, _Table] = {
    1: ((Flag.OFFLINE, 0x08), (Flag.WAITING, 0x20), (Flag.FEED_BUTTON, 0x40)),
    2: ((Flag.COVER_OPEN, 0x04), (Flag.FEEDING, 0x08), (Flag.PAPER_STOP, 0x20), (Flag.ERROR, 0x40)),
    3: ((Flag.CUTTER, 0x08), (Flag.UNRECOVERABLE, 0x20), (Flag.RECOVERABLE, 0x40)),
    4: ((Flag.PAPER_NEAR_END, 0x0C), (Flag.PAPER_END, 0x60)),
}
_PUSHED: tuple[_Table, ...] = (
    ((Flag.OFFLINE, 0x08), (Flag.COVER_OPEN, 0x20), (Flag.FEEDING, 0x40)),
    (
        (Flag.WAITING, 0x01),
        (Flag.FEED_BUTTON, 0x02),
        (Flag.ERROR, 0x04),
        (Flag.CUTTER, 0x08),
        (Flag.UNRECOVERABLE, 0x20),
        (Flag.RECOVERABLE, 0x40),
    ),
    ((Flag.PAPER_NEAR_END, 0x03), (Flag.PAPER_END, 0x0C)),
    (),
)
_PROCESSED: _Table = ((Flag.PAPER_NEAR_END, 0x03), (Flag.PAPER_END, 0x0C))


def _read(table: _Table, byte: int) -> Flags:
    return frozenset(flag for flag, mask in table if byte & mask)


def _write(table: _Table, flags: Flags, fixed: int) -> int:
    for flag, mask in table:
        if flag in flags:
            fixed |= mask
    return fixed


def realtime_byte(query: int, flags: Flags) -> int:
    """The byte a printer answers to DLE EOT `query` (1-4)."""
    return _write(_REALTIME[query], flags, _REALTIME_BITS)


def pushed_packet(flags: Flags) -> bytes:
    """The four bytes of an automatic status back."""
    return bytes(_write(table, flags, 0 if place else _PUSHED_BITS) for place, table in enumerate(_PUSHED))


def processed_byte(flags: Flags) -> int:
    """The byte a printer answers to GS r 1 when its turn has come."""
    return _write(_PROCESSED, flags, 0)


def token(number: int) -> bytes:
    """Four characters for a process id; the numbers from 0 to 809 999 give different ones, then it starts anew."""
    base = len(TOKEN_LETTERS)
    return bytes(TOKEN_LETTERS[number // base**place % base] for place in range(TOKEN_LENGTH))


def process_block(token: bytes) -> bytes:
    """What a printer answers to GS ( H 48 when its turn has come."""
    return bytes((_BLOCK_HEAD, _PROCESS_ID, *token, 0))


def cleared_block() -> bytes:
    """What a printer answers to DLE DC4 8."""
    return bytes((_BLOCK_HEAD, _CLEARED, 0))


@dataclass(frozen=True, slots=True)
class Answer:
    """The printer answered DLE EOT `query`."""

    query: int
    flags: Flags


@dataclass(frozen=True, slots=True)
class Pushed:
    """The printer told its whole state by itself (GS a)."""

    flags: Flags


@dataclass(frozen=True, slots=True)
class Processed:
    """GS r had its turn: all that was sent before it has been printed and cut."""

    flags: Flags


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """GS ( H `token` had its turn: all that was sent before it has been printed and cut."""

    token: bytes


@dataclass(frozen=True, slots=True)
class Cleared:
    """DLE DC4 8 was done: nothing that was sent before it comes out any more."""


StatusEvent = Answer | Pushed | Processed | Acknowledged | Cleared


class StatusReader:
    """Bytes in, status events out, for one wire; stray bytes are skipped and counted in `stray`.

    Say what was asked with `expect` and `expect_processed`: those answers carry no number of their own, and one that
    nobody asked for is a stray; in `unasked` when it has the form of an answer to DLE EOT. `turns` are the GS r that
    were asked and not answered; giving up waiting does not pay them.
    """

    def __init__(self) -> None:
        self.heard = 0  # bytes of any kind
        self.stray = 0
        self.unasked = 0
        self.pushed = 0  # bytes
        self.turns = 0
        self._asked: deque[int] = deque()
        self._packet = bytearray()
        self._block = bytearray()

    @property
    def noise(self) -> int:
        """Grows with everything that makes a plain answer byte doubtful: strays, pushes and pieces of them."""
        return self.stray + self.pushed + len(self._packet)

    def expect(self, query: int) -> None:
        """DLE EOT `query` was sent."""
        self._asked.append(query)

    def expect_processed(self) -> None:
        """GS r 1 was sent."""
        self.turns += 1

    def forget(self) -> None:
        """No answer to a DLE EOT is expected any more (time-out), and what is half said is dropped."""
        self._asked.clear()
        self._break_off()

    def feed(self, data: bytes) -> list[StatusEvent]:
        """Take what came, in any chunks; return the events that are complete now."""
        self.heard += len(data)
        return [event for byte in data if (event := self._take(byte)) is not None]

    def _break_off(self) -> None:
        self.stray += len(self._packet) + len(self._block)
        self._packet.clear()
        self._block.clear()

    def _take(self, byte: int) -> StatusEvent | None:
        fixed = byte & _REALTIME_MASK
        if fixed == _REALTIME_BITS:  # a real-time answer may come in the middle of a pushed packet
            return self._take_realtime(byte)
        if byte & _PLAIN_MASK:  # the head of something, or a stray
            self._break_off()
            if fixed == _PUSHED_BITS:
                self._packet.append(byte)
            elif byte == _BLOCK_HEAD:
                self._block.append(byte)
            else:
                self.stray += 1
            return None
        if self._block:
            return self._take_block(byte)
        return self._take_packet(byte) if self._packet else self._take_plain(byte)

    def _take_realtime(self, byte: int) -> StatusEvent | None:
        if self._asked:
            query = self._asked.popleft()
            return Answer(query, _read(_REALTIME[query], byte))
        self.stray += 1
        self.unasked += 1
        return None

    def _take_block(self, byte: int) -> StatusEvent | None:
        self._block.append(byte)
        length = _BLOCK_LENGTHS.get(self._block[1])
        if length is None:
            self._break_off()
        elif len(self._block) == length:
            kind, letters, end = self._block[1], bytes(self._block[2:-1]), self._block[-1]
            if end == 0 and all(letter in TOKEN_LETTERS for letter in letters):
                self._block.clear()
                return Acknowledged(letters) if kind == _PROCESS_ID else Cleared()
            self._break_off()  # a byte of it was lost
        return None

    def _take_packet(self, byte: int) -> StatusEvent | None:
        self._packet.append(byte)
        if len(self._packet) < _ASB_LENGTH:
            return None
        flags = frozenset().union(*map(_read, _PUSHED, self._packet))
        self._packet.clear()
        self.pushed += _ASB_LENGTH
        return Pushed(flags)

    def _take_plain(self, byte: int) -> StatusEvent | None:
        if self.turns:
            self.turns -= 1
            return Processed(_read(_PROCESSED, byte))
        self.stray += 1
        return None


def printer_status(answers: Mapping[int, Flags]) -> PrinterStatus:
    """Put answers to DLE EOT 1-4 together; what was not answered counts as well, paper then as unknown."""
    if not answers:
        return PrinterStatus(answered=False)
    flags: Flags = frozenset().union(*answers.values())
    return PrinterStatus(
        answered=True,
        online=Flag.OFFLINE not in flags,
        paper=_paper(flags, told=_PAPER_QUERY in answers),
        cover_open=Flag.COVER_OPEN in flags,
        cutter_error=Flag.CUTTER in flags,
        error=bool(flags & {Flag.ERROR, Flag.UNRECOVERABLE, Flag.RECOVERABLE}),
    )


def pushed_status(flags: Flags) -> PrinterStatus:
    """The same from one automatic status back, which tells everything at once."""
    return printer_status(dict.fromkeys(QUERIES, flags))


def same_paper(flags: Flags, status: PrinterStatus) -> bool:
    """True when GS r's `flags` and the status say the same of the paper."""
    ended, low = Flag.PAPER_END in flags, Flag.PAPER_NEAR_END in flags
    return (ended, ended or low) == (status.paper is Paper.OUT, status.paper in {Paper.OUT, Paper.LOW})


def _paper(flags: Flags, *, told: bool) -> Paper:
    if flags & {Flag.PAPER_END, Flag.PAPER_STOP}:
        return Paper.OUT
    if Flag.PAPER_NEAR_END in flags:
        return Paper.LOW
    return Paper.OK if told else Paper.UNKNOWN
