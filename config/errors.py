"""What is wrong with a file that a site may change: which file, which key, what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ConfigError(Exception):
    """A site's mistake, told so that the person who made it can mend it."""

    def __init__(self, file: Path | str, key: str, expected: str) -> None:
        super().__init__(f"{file}: {key}: {expected}" if key else f"{file}: {expected}")
        self.file = str(file)
        self.key = key
        self.expected = expected
