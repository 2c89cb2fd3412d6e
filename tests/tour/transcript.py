"""What happened when: one line per happening, to the reader and to a file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Transcript:
    """Seconds since the start, who, what."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._start = time.monotonic()
        path.write_text("", encoding="utf-8")

    def line(self, who: str, what: str) -> None:
        self.text(f"{time.monotonic() - self._start:7.2f} s  {who:<12} {what}")

    def text(self, text: str) -> None:
        print(text, flush=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(text + "\n")
