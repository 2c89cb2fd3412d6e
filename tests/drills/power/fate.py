"""What becomes of each un-synced step when the power goes: chosen by a seed, the same seed chooses the same. Pure."""

from __future__ import annotations

import random
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTOR = 512


class How(StrEnum):
    """What kind of cache the disk had."""

    DROPPED = "dropped"  # nothing of it survives
    IN_ORDER = "in order"  # all up to some moment, the last write torn
    SHUFFLED = "shuffled"  # each step or not, whatever its order
    TORN = "torn"  # each sector of each write or not


class Fate:
    """One cut. `steps` is the number of the newest step, `since` of the oldest that may be waiting."""

    def __init__(self, seed: int, since: int, steps: int) -> None:
        self._random = random.Random(seed)
        self.how = self._random.choice(list(How))
        self._share = self._random.random()
        self._last = self._random.randint(since, steps + 1)
        self._chosen: dict[int, bool] = {}

    def keeps(self, step: int) -> bool:
        """Whether a step survives; a move between two folders is one step and is asked for twice."""
        match self.how:
            case How.DROPPED:
                return False
            case How.IN_ORDER:
                return step < self._last
        if step not in self._chosen:
            self._chosen[step] = self._random.random() < self._share
        return self._chosen[step]

    def parts(self, step: int, offset: int, size: int) -> Iterator[tuple[int, int]]:
        """Which bytes of a write survive: (begin, end) within it. Sectors are the disk's, not the write's."""
        torn = self.how is How.TORN or (self.how is How.IN_ORDER and step == self._last)
        if not torn:
            if self.keeps(step):
                yield 0, size
            return
        begin = 0
        while begin < size:
            end = min(size, begin + SECTOR - (offset + begin) % SECTOR)
            if self._random.random() < self._share:
                yield begin, end
            begin = end
