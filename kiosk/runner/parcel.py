"""A document on its way to the hall in pieces: sealed on disk, read piece by piece, as often as the line breaks.

Knows no hall: whoever uploads asks for pieces by number, and shreds the parcel once all of them are acknowledged.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from devices.document_scanner.safe import Safe, SafeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECE_BYTES = 256 * 1024  # a second of a slow line (2 Mbit/s)


class ParcelGoneError(Exception):
    """It was shredded, or a piece of it cannot be read any more."""

    code = "parcel_gone"


class Parcel:
    """`size` in bytes, `sha256` in hex of the whole; `pages` as counted before."""

    def __init__(
        self, document: bytes, pages: int, *, piece_bytes: int = PIECE_BYTES, base: Path | None = None
    ) -> None:
        self.size, self.pages, self.sha256 = len(document), pages, hashlib.sha256(document).hexdigest()
        self._safe = Safe(base, in_memory_bytes=0)
        self._pieces = [self._safe.put(document[at : at + piece_bytes]) for at in range(0, len(document), piece_bytes)]

    def __len__(self) -> int:
        return len(self._pieces)

    def __iter__(self) -> Iterator[bytes]:
        return (self.piece(number) for number in range(len(self._pieces)))

    def __repr__(self) -> str:
        return f"Parcel({self.pages} pages, {self.size} bytes)"

    def piece(self, number: int) -> bytes:
        """One piece, counted from 0. Raises ParcelGoneError."""
        try:
            return self._safe.get(self._pieces[number])
        except (SafeError, IndexError) as error:
            raise ParcelGoneError(self.sha256[:8]) from error

    def shred(self) -> None:
        """Nothing of it is left; twice is allowed."""
        self._pieces.clear()
        self._safe.destroy()
