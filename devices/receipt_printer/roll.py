"""How much paper is left: what was printed since the roll was changed, and how long a roll turned out to be. Pure.

Kept in a mapping that the owner hands in and may store (six numbers, nothing else); lengths in millimetres. A roll's
length comes from the settings until one was used up from its beginning to its end; how much is left when the near-end
sensor speaks is learnt in the same way. Knows no printer and no file.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from devices.values.receipt_printer import Paper, PaperLeft

if TYPE_CHECKING:
    from collections.abc import MutableMapping

PRINTED, ROLL, TAIL, LOW_AT, SLIP, ENDED = "printed_mm", "roll_mm", "tail_mm", "low_at_mm", "slip_mm", "ended"
_NOT_LOW = -1.0
_SHORTEST_MM = 2000.0  # less than this was no roll, but a torn one
_NEW_SHARE = 0.3  # of what was just learnt, in what is known
_SURE_SLIPS = 3  # the near-end sensor flickers while the roll turns, and may rest on either side


def new_roll(memory: MutableMapping[str, float]) -> None:
    """Somebody says that a new roll is in; what was learnt of rolls stays."""
    memory.update({PRINTED: 0.0, LOW_AT: _NOT_LOW, ENDED: 0.0})


class RollMeter:
    """Counts what is printed and watches the paper sensors; `left` is what it makes of them."""

    def __init__(self, memory: MutableMapping[str, float] | None = None, *, roll_mm: float = 0.0) -> None:
        self._memory: MutableMapping[str, float] = {} if memory is None else memory
        self._roll_mm = roll_mm
        self._better = 0  # slips since it last said "near end"

    def keep_in(self, memory: MutableMapping[str, float]) -> None:
        """Go on with what an earlier life of this program left in `memory`, and write there from now on."""
        self._memory = memory

    def printed(self, millimetres: float) -> None:
        """So much paper came out for one slip."""
        self._memory[PRINTED] = self._number(PRINTED) + millimetres
        self._better += 1
        self._learn(SLIP, millimetres)

    def seen(self, paper: Paper) -> None:
        """What the sensors say now."""
        match paper:
            case Paper.OUT:
                self._end()
            case Paper.LOW:
                self._low()
            case Paper.OK:
                self._well()
            case _:
                pass

    def left(self) -> PaperLeft:
        """What is left now."""
        printed = self._number(PRINTED)
        left = self._left_mm(printed)
        slip = self._number(SLIP)
        return PaperLeft(printed, left, int(left // slip) if left is not None and slip else None)

    def _left_mm(self, printed: float) -> float | None:
        if self._number(ENDED):
            return 0.0
        roll, tail, low_at = self._number(ROLL) or self._roll_mm, self._number(TAIL), self._low_at
        if low_at is not None and tail:
            return max(0.0, tail - (printed - low_at))
        return max(tail, roll - printed) if roll else None

    @property
    def _low_at(self) -> float | None:
        low_at = self._number(LOW_AT, _NOT_LOW)
        return None if low_at < 0 else low_at

    def _end(self) -> None:
        if self._number(ENDED):
            return
        printed, low_at = self._number(PRINTED), self._low_at
        if printed >= _SHORTEST_MM:
            self._learn(ROLL, printed)
        if low_at is not None and printed > low_at:
            self._learn(TAIL, printed - low_at)
        self._memory[ENDED] = 1.0

    def _low(self) -> None:
        self._better = 0
        if self._number(ENDED):
            self._begin()
        if self._low_at is None:
            self._memory[LOW_AT] = self._number(PRINTED)

    def _well(self) -> None:
        changed_early = self._low_at is not None and self._better >= _SURE_SLIPS
        if self._number(ENDED) or changed_early:
            self._begin()

    def _begin(self) -> None:
        """A new roll."""
        self._memory.update({PRINTED: 0.0, LOW_AT: _NOT_LOW, ENDED: 0.0})
        self._better = 0

    def _learn(self, key: str, value: float) -> None:
        known = self._number(key)
        self._memory[key] = known + _NEW_SHARE * (value - known) if known else value

    def _number(self, key: str, otherwise: float = 0.0) -> float:
        """What is kept under `key`; what is no number of ours counts as nothing."""
        value = self._memory.get(key, otherwise)
        sound = isinstance(value, int | float) and math.isfinite(value) and (value >= 0 or value == otherwise)
        return float(value) if sound else otherwise
