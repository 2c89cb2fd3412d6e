"""Where identity numbers stand on a page, from its letters alone. Pure; knows no PDF library.

Whatever looks like one is covered but for its last four (definitions.md 10): runs of fifteen digits and more, with an X
at the end or without, with single blanks and hyphens in between as forms print them; and numbers of travel permits.
Where letters cannot be trusted, nothing says where a number stands: then the page is not to be read at all.
"""

from __future__ import annotations

import re
import unicodedata

from kiosk.values import Value

SHOWN = 4
_RUN = re.compile(r"\d(?:[ \-]{0,2}\d){14,}(?:[ \-]{0,2}[Xx])?")  # resident cards: 15 digits, 18, or 17 and an X
_PERMIT = re.compile(r"(?<![A-Za-z])[HMChmc][A-Za-z]?(?:[ \-]{0,2}\d){8,10}")  # 回乡证, 台胞证
_PASSPORT = re.compile(r"(?<![A-Za-z])[DEGPSdegps][A-Za-z]?(?:[ \-]?\d){7,8}(?!\d)")  # E12345678
_LONG = re.compile(r"[!-'*+\-/-~]{15,}")  # a font that names its digits wrongly still sets fifteen in a row
_BLANK = frozenset(" -")


class Letter(Value, frozen=True):
    """One letter of a page. `known` False: the file does not say which letter this picture is."""

    text: str
    known: bool = True


def covered(letters: list[Letter]) -> list[int]:
    """Which letters (by their index) are to be covered."""
    said = "".join(_plain(letter.text) for letter in letters)
    found: set[int] = set()
    for pattern in (_RUN, _LONG, _PERMIT, _PASSPORT):
        for match in pattern.finditer(said):
            marks = [at for at in range(*match.span()) if said[at] not in _BLANK]
            found.update(marks[:-SHOWN])
    return sorted(found)


def trusted(letters: list[Letter]) -> bool:
    """True when the letters say what is to be seen: there are some, and none is a riddle."""
    seen = [letter for letter in letters if letter.text.strip()]
    return bool(seen) and all(letter.known and not _riddle(letter.text) for letter in seen)


def _plain(text: str) -> str:
    """One letter for one letter: ０ is 0, a line's end a blank, whatever would become several stays one."""
    if text.isspace() or not text:
        return " "
    folded = unicodedata.normalize("NFKC", text)
    if len(folded) != 1:
        return "?"
    if folded.isdigit():
        return str(unicodedata.digit(folded))
    return "-" if folded in "‐‑‒–—−" else folded


def _riddle(text: str) -> bool:
    return any(unicodedata.category(letter) in {"Cc", "Cn", "Co", "Cs"} for letter in text)
