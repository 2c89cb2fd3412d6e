"""Text as it was typed, scanned or read by a camera, made comparable; and dates in digits. Knows no document."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

LONGEST = 512  # characters; the longest of what is read here has 90 and line ends
_SEPARATORS = re.compile(r"[ \t\-\u2010-\u2015\u2212]+")  # what people put between groups of digits
_DIGITS = len("YYYYMMDD")


def plain(text: str) -> str:
    """Half-width capitals without spaces and hyphens; "" for what cannot be a number: too long, not ASCII, controls.

    Only full-width and other compatible forms are folded (NFKC): a digit of another script is none of these numbers'.
    """
    folded = _SEPARATORS.sub("", half_width(text))
    return folded.upper() if folded.isascii() and folded.isprintable() else ""


def half_width(text: str) -> str:
    """NFKC of what is short enough to be looked at, without white space around it; "" for the rest."""
    return unicodedata.normalize("NFKC", text).strip() if len(text) <= LONGEST else ""


def day_of(digits: str) -> date | None:
    """YYYYMMDD, None for anything else."""
    if len(digits) != _DIGITS or not (digits.isascii() and digits.isdigit()):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
