"""What the disk and the loopback can do: the floors that the hall's figures are multiples of (definitions.md 26)."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

PAGE = bytes(4096)
PAGES = 256


@dataclass
class Slice:
    """One slice of one kind of work: how much was done in how many seconds, and how long each piece took (seconds)."""

    done: int
    seconds: float
    took: list[float] = field(repr=False)

    @property
    def rate(self) -> float:
        return self.done / self.seconds if self.seconds else 0.0

    def at(self, share: float) -> float:
        """A quantile of what each piece took; 0 when nothing was done."""
        if not self.took:
            return 0.0
        ordered = sorted(self.took)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


class Floor:
    """Writes 4 KiB and syncs, one after another, on the disk of a folder."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / "floor", os.O_RDWR | os.O_CREAT, 0o600)
        os.pwrite(self._file, PAGE * PAGES, 0)
        os.fsync(self._file)

    def slice(self, seconds: float) -> Slice:
        took: list[float] = []
        begin = before = time.perf_counter()
        while before - begin < seconds:
            os.pwrite(self._file, PAGE, len(PAGE) * (len(took) % PAGES))
            os.fdatasync(self._file)
            now = time.perf_counter()
            took.append(now - before)
            before = now
        return Slice(len(took), before - begin, took)

    def close(self) -> None:
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
