"""What all checks of a site file need: each name once, no name of something that is not there. Knows no table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def unique(path: Path, table: str, key: str, values: list[str]) -> None:
    """Refuse a value that stands twice in a table."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            raise ConfigError(path, f"{table}[{index}].{key}", f"{value!r} stands twice; each must be its own")
        seen.add(value)


def known(path: Path, key: str, named: tuple[object, ...], there: set[str] | set[int]) -> None:
    """Refuse a name of something that is not there."""
    for value in named:
        if value not in there:
            choices = ", ".join(str(choice) for choice in sorted(there, key=str))
            raise ConfigError(path, key, f"{value!r} is not in this file; known: {choices}")
