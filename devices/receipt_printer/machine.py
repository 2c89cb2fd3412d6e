"""The emulated printer without its wire: bytes in, answers out, faults to switch on, slips that fall out.

Commands are done in their turn; status questions are answered at once, also by a printer that stands still. Knows no
sockets; `emulator` moves the bytes.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.receipt_printer import status
from devices.receipt_printer.paper import Roll
from devices.receipt_printer.parser import IMMEDIATE, Command, CommandParser, Kind
from devices.receipt_printer.status import Flag
from devices.values.receipt_printer import Letters

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

_PROCESS_ID_BYTES = 2 + status.TOKEN_LENGTH
_ALL_ROWS = 1 << 40
MAX_WAITING = 20_000  # commands that wait while the printer stands still


class Fault(StrEnum):
    """What can be wrong with the printer."""

    PAPER_NEAR_END = "paper_near_end"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER = "cutter"  # jams at the next cut
    CUTTER_BEHIND = "cutter_behind"  # cuts, and jams on its way back
    HOT = "hot"  # the head has to cool down
    BROKEN = "broken"  # something that no cover opens and closes away
    OFFLINE = "offline"
    MUTE = "mute"  # prints, but answers nothing
    LATE = "late"  # every answer takes its time; the emulator's part, as is the next
    NOISE = "noise"  # answers lose bytes, get wrong ones and bits turned over


_FLAGS: dict[Fault, status.Flags] = {
    Fault.PAPER_NEAR_END: frozenset({Flag.PAPER_NEAR_END}),
    Fault.PAPER_OUT: frozenset({Flag.OFFLINE, Flag.PAPER_STOP, Flag.PAPER_NEAR_END, Flag.PAPER_END}),
    Fault.COVER_OPEN: frozenset({Flag.OFFLINE, Flag.COVER_OPEN}),
    Fault.HOT: frozenset({Flag.OFFLINE, Flag.RECOVERABLE}),
    Fault.BROKEN: frozenset({Flag.OFFLINE, Flag.ERROR, Flag.UNRECOVERABLE}),
    Fault.OFFLINE: frozenset({Flag.OFFLINE}),
}
_JAMS = frozenset({Fault.CUTTER, Fault.CUTTER_BEHIND})
_JAMMED = frozenset({Flag.OFFLINE, Flag.ERROR, Flag.CUTTER})
_STOPS = frozenset({Fault.PAPER_OUT, Fault.COVER_OPEN, Fault.OFFLINE, Fault.HOT, Fault.BROKEN})
_INKED = frozenset({Kind.TEXT, Kind.LINE_END, Kind.RASTER, Kind.SYMBOL})


class SlipOutcome(StrEnum):
    """Whether a visitor could use what came out."""

    COMPLETE = "complete"
    PARTIAL = "partial"  # the paper ended in it, or the rest was thrown away


@dataclass(frozen=True)
class EmulatedSlip:
    """What fell out: the picture, what the printer's own letters and QR codes said, and where the picture is kept."""

    outcome: SlipOutcome
    image: Image.Image
    text: str
    codes: tuple[str, ...]
    path: Path | None
    by_knife: bool = True  # else somebody took it out of the open printer, or its roll ended


class PrinterMachine:
    """Head, paper, knife and status of one printer.

    It does what it is sent at once; one that is `paced` only when `advance` is called, and answers for its status
    meanwhile, as a real one does while the paper moves.
    """

    def __init__(
        self,
        width_dots: int = 576,
        folder: Path | None = None,
        *,
        paced: bool = False,
        process_ids: bool = True,
        letters: Letters = Letters.GBK,
    ) -> None:
        self.slips: list[EmulatedSlip] = []
        self.letters = letters
        self.parser = CommandParser(letters)
        self.roll = Roll(width_dots, letters)
        self.faults: set[Fault] = set()
        self.overruns = 0
        self.burnt_rows = 0  # since it was switched on
        self._folder = folder
        self._paced = paced
        self._process_ids = process_ids  # many clones do not know GS ( H
        self._waiting: deque[Command] = deque()
        self._unburnt: Image.Image | None = None  # rows of the command at hand that are not on paper yet
        self._planned: dict[Fault, int] = {}  # fault -> rows of paper until it happens
        self._jammed = False
        self._broken = False  # the slip on the roll will never be whole
        self._pushes = False

    @property
    def flags(self) -> status.Flags:
        """What the printer would say of itself now."""
        jam = _JAMMED if self._jammed else frozenset()
        return jam.union(*(_FLAGS.get(fault, frozenset()) for fault in self.faults))

    def switch_on(self, fault: Fault, *, after_rows: int = 0) -> bytes:
        """Make something go wrong, now or after so many rows of paper; returns what the printer pushes."""
        if after_rows:
            self._planned[fault] = after_rows
            return b""
        before = self.flags
        self.faults.add(fault)
        if fault is Fault.PAPER_OUT:
            self._lose_paper()
        return self._push(before)

    def switch_off(self, fault: Fault) -> bytes:
        """Put it right; the printer goes on with what waits. Returns what it pushes and answers."""
        before = self.flags
        self.faults.discard(fault)
        self._planned.pop(fault, None)
        self._jammed = self._jammed and fault not in _JAMS
        return self._push(before) + (b"" if self._paced else self._work())

    def receive(self, data: bytes) -> bytes:
        """Take bytes from the wire; return the answers."""
        answers = b""
        for command in self.parser.feed(data):
            if command.kind in IMMEDIATE:
                answers += self._at_once(command)
            elif len(self._waiting) < MAX_WAITING:
                self._waiting.append(command)
                answers += b"" if self._paced else self._work()
            else:
                self.overruns += 1
        return answers

    def advance(self, rows: int) -> bytes:
        """Go on for so many rows of paper (paced printers); returns what it pushes and answers."""
        return self._work(rows)

    def lose_power(self) -> None:
        """Forget all that was sent and not printed; the paper stays as it is."""
        self._throw_away()
        self.parser = CommandParser(self.letters)
        self.roll.forget()
        self._pushes = self._jammed = False

    def _throw_away(self) -> None:
        lost = self._unburnt is not None or any(command.kind in _INKED for command in self._waiting)
        self._broken = self._broken or (lost and self.roll.has_ink)
        self._waiting.clear()
        self._unburnt = None

    def tear_off(self) -> None:
        """Whatever hangs in the printer uncut becomes a slip."""
        if self.roll.has_ink:
            self._keep(SlipOutcome.PARTIAL)

    def _say(self, answer: bytes) -> bytes:
        return b"" if Fault.MUTE in self.faults else answer

    def _push(self, before: status.Flags) -> bytes:
        return self._say(status.pushed_packet(self.flags)) if self._pushes and self.flags != before else b""

    def _at_once(self, command: Command) -> bytes:
        if command.kind is Kind.CLEAR:
            self._throw_away()
            return self._say(status.cleared_block())
        known = command.args[0] in status.QUERIES
        return self._say(bytes((status.realtime_byte(command.args[0], self.flags),))) if known else b""

    def _work(self, rows: int = _ALL_ROWS) -> bytes:
        answers, end = b"", self.burnt_rows + rows
        while self.burnt_rows < end and not (self._jammed or self.faults & _STOPS):
            if self._unburnt is not None:
                answers += self._burn(self._unburnt, end - self.burnt_rows)
            elif self._waiting:
                answers += self._do(self._waiting.popleft())
            else:
                break
        return answers

    def _do(self, command: Command) -> bytes:
        match command.kind:
            case Kind.CUT:
                return self._cut(command)
            case Kind.PROCESSED:
                return self._say(bytes((status.processed_byte(self.flags),)))
            case Kind.PROCESS_ID:
                known = self._process_ids and len(command.data) == _PROCESS_ID_BYTES
                return self._say(status.process_block(command.data[2:])) if known else b""
            case Kind.PUSH_STATUS:
                self._pushes = bool(command.args[0])
                return self._say(status.pushed_packet(self.flags)) if self._pushes else b""
            case _:
                self._unburnt = self.roll.render(command)
                return b""

    def _cut(self, command: Command) -> bytes:
        if Fault.CUTTER in self.faults:
            before, self._jammed = self.flags, True
            self._waiting.appendleft(command)
            return self._push(before)
        if self.roll.has_ink:
            self._keep(SlipOutcome.PARTIAL if self._broken else SlipOutcome.COMPLETE, by_knife=True)
        else:
            self.roll.cut()
        self._broken = False
        if Fault.CUTTER_BEHIND in self.faults:
            before, self._jammed = self.flags, True
            return self._push(before)
        return b""

    def _burn(self, rows: Image.Image, most: int) -> bytes:
        """Put rows on paper up to the next planned fault."""
        room = min([rows.height, most, *self._planned.values()])
        self.roll.append(rows.crop((0, 0, rows.width, room)))
        self.burnt_rows += room
        self._unburnt = rows.crop((0, room, rows.width, rows.height)) if room < rows.height else None
        self._planned = {fault: left - room for fault, left in self._planned.items()}
        due = [fault for fault, left in self._planned.items() if left <= 0]
        for fault in due:
            del self._planned[fault]
        return b"".join(self.switch_on(fault) for fault in due)

    def _lose_paper(self) -> None:
        if self.roll.has_ink:
            self._keep(SlipOutcome.PARTIAL)
            self._broken = True  # what follows on the new paper is the rest of a slip

    def _keep(self, outcome: SlipOutcome, *, by_knife: bool = False) -> None:
        text, codes = "\n".join(self.roll.text), tuple(self.roll.codes)
        image = self.roll.cut()
        path = None
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            mark = "" if outcome is SlipOutcome.COMPLETE else f"_{outcome.value}"
            path = self._folder / f"slip_{len(self.slips) + 1:04d}{mark}.png"
            image.save(path, dpi=(203, 203))
        self.slips.append(EmulatedSlip(outcome, image, text, codes, path, by_knife))
