"""From fuzz bytes to choices: the same bytes always make the same choices, with atheris and without. Knows no codec."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Draw:
    """Hands the bytes of one case out from the front; when they are used up, everything drawn is zero or empty."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        """How many bytes are not used yet."""
        return len(self._data) - self._at

    def byte(self) -> int:
        """One byte; 0 at the end."""
        if not self.left:
            return 0
        self._at += 1
        return self._data[self._at - 1]

    def number(self, size: int) -> int:
        """A whole number of so many bytes."""
        return int.from_bytes(self.take(size), "big")

    def take(self, size: int) -> bytes:
        """The next bytes, fewer at the end."""
        taken = self._data[self._at : self._at + size]
        self._at += len(taken)
        return taken

    def rest(self) -> bytes:
        """All that is left."""
        return self.take(self.left)

    def pick(self, choices: Sequence[T]) -> T:
        """One of at most 65 536."""
        wide = len(choices) > 256
        return choices[self.number(2 if wide else 1) % len(choices)]


def pieces(data: bytes, size: int) -> list[bytes]:
    """The same bytes as they may come over a wire: pieces of 1, 2, … up to `size` bytes, in turn."""
    found, at, length = [], 0, 1
    while at < len(data):
        found.append(data[at : at + length])
        at += length
        length = length % max(1, size) + 1
    return found
