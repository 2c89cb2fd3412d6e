"""Many short strings of letters as one long one, so that all of them are looked through at once. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EDGE = "\n"


class Letters:
    """Strings by number; `holding` and `in_order` say which of them hold some letters."""

    def __init__(self, rows: Sequence[tuple[int, str]]) -> None:
        self._numbers = [number for number, _ in rows]
        self._starts: list[int] = []
        at = 1
        for _, letters in rows:
            self._starts.append(at)
            at += len(letters) + 1
        self._text = _EDGE + _EDGE.join(letters for _, letters in rows) + _EDGE

    def holding(self, letters: str, *, inside: bool) -> Iterator[tuple[int, int]]:
        """(number, place of the letters in its string); without `inside` only those that begin with them."""
        sought = letters if inside else _EDGE + letters
        skip = 0 if inside else 1
        at = self._text.find(sought)
        while at >= 0:
            row = bisect_right(self._starts, at + skip) - 1
            yield self._numbers[row], at + skip - self._starts[row]
            at = self._text.find(sought, at + 1)

    def in_order(self, letters: str) -> Iterator[int]:
        """Those that hold the letters one after the other, with others between."""
        gap = f"[^{_EDGE}]*?"
        row_of = re.compile(_EDGE + gap + gap.join(map(re.escape, letters)))
        for found in row_of.finditer(self._text):
            yield self._numbers[bisect_right(self._starts, found.start() + 1) - 1]
