"""Everyday phrases to measure the kiosk's search with: an open half, a frozen half, and some the hall has nothing for.

Knows nothing of the search itself nor of any synonym: whoever measures asks the search and compares its first three
answers with `Phrase.ids`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FIRST = 3


class Kind(StrEnum):
    """How somebody asks: the word they use, the life they tell of, or the way they type."""

    MANDARIN = "mandarin"
    CANTONESE = "cantonese"
    SITUATION = "situation"
    SLIP = "slip"
    INITIALS = "initials"
    ENGLISH = "english"


class Half(StrEnum):
    """Open phrases may be read by whoever writes synonyms, frozen ones may not."""

    OPEN = "phrases_open"
    FROZEN = "phrases_frozen"


@dataclass(frozen=True)
class Phrase:
    """What is typed or said, and the 1–3 ids of items and bundles of the demo hall that are a right answer."""

    text: str
    ids: frozenset[str]
    kind: Kind

    def is_hit(self, found: list[str]) -> bool:
        """Whether a right id is among the first three of the `found` ids (best first)."""
        return not self.ids.isdisjoint(found[:FIRST])


def path_of(half: Half) -> Path:
    """The file of a half."""
    return HERE / f"{half.value}.toml"


def phrases(half: Half) -> list[Phrase]:
    """All phrases of a half, in the order of the file; ValueError or KeyError if one is not of the known shape."""
    return [Phrase(row["text"], frozenset(row["ids"]), Kind(row["kind"])) for row in _rows(path_of(half))]


def nothing() -> list[str]:
    """Texts for which the demo hall has neither item nor bundle: none may get a confident hit."""
    return [row["text"] for row in _rows(HERE / "nothing.toml")]


def folded(text: str) -> str:
    """The text without case, blanks and punctuation: two phrases that differ in these only are one."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["phrase"]
    return rows
