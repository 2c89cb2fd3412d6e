"""Which version this machine is to run: what the hall told is wished of `kapok-slots`, whose book says what came of it.

A kiosk may not change its own program: it leaves a file, and a service of the machine takes it up and asks the new
version how it is (ADR 0020). A machine without slots cannot, and says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

BOOK = Path("/var/lib/kapok/slots/kiosk.json")
WISH = "wished-version"  # beside the kiosk's store; packaging/slots/roles/kiosk.toml names it too


@dataclass(frozen=True)
class VersionWish:
    """`folder` is the kiosk's own; `book` is what the slots wrote last."""

    folder: Path
    book: Path = BOOK

    def wish(self, version: str) -> None:
        """Ask for a version, once. Raises OSError."""
        file = self.folder / WISH
        if file.is_file():
            return
        new = file.with_suffix(".new")
        new.write_text(f"{version}\n", encoding="ascii")
        new.replace(file)

    def failed(self, version: str) -> bool:
        """Whether it was tried and is not at work, or nobody here can try it."""
        try:
            told = json.loads(self.book.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return not self.book.parent.is_dir()
        return isinstance(told, dict) and told.get("wished") == version and told.get("came") != 0
