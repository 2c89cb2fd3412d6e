"""Where documents of one visit lie until the page is left: in memory only, overwritten before they are let go.

What Python copies on the way to a printer is out of reach of an overwriting; core dumps are off (`config.process`) and
a kiosk has no swap, or an encrypted one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.paper.apart import PaperError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_DOCUMENTS = 20
MOST_BYTES = 40 * 1024 * 1024


class Drawer:
    """Documents by key."""

    def __init__(self) -> None:
        self._kept: dict[str, bytearray] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._kept))

    def put(self, key: str, document: bytes) -> None:
        """Keep it; what was there under this key is gone. Raises PaperError `drawer_full`."""
        self.drop(key)
        full = sum(map(len, self._kept.values())) + len(document) > MOST_BYTES
        if full or len(self._kept) >= MOST_DOCUMENTS:
            raise PaperError("drawer_full")
        self._kept[key] = bytearray(document)

    def get(self, key: str) -> bytes:
        """The document. Raises PaperError `paper_gone`."""
        if key not in self._kept:
            raise PaperError("paper_gone")
        return bytes(self._kept[key])

    def drop(self, key: str) -> None:
        """Overwrite it and let it go; dropping twice is allowed."""
        if (document := self._kept.pop(key, None)) is not None:
            document[:] = bytes(len(document))

    def shred(self) -> None:
        """Nothing is left."""
        for key in tuple(self._kept):
            self.drop(key)
