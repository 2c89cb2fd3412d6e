"""What recognisers are handed: a code's text, and the moment in which it was shown. Knows no code and no scanner.

Bytes become text once, here, and strictly: UTF-8, else GB 18030. What is neither, or holds control characters, or more
than any code can hold, is refused before a recogniser sees it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.codes.words import CodeReason
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from datetime import date

MAX_BYTES = 2953  # of the largest QR code (ISO/IEC 18004, version 40 at level L)
_ENCODINGS = ("utf-8", "gb18030")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # all but tab and line ends: strips have lines


class Scan(Hushed, Value, frozen=True):
    """A code's text, as it came: nothing is trimmed."""

    text: str


class Moment(Value, frozen=True):
    """When a code was shown, by clocks that come in."""

    hall_us: int  # hall time as well as it is known: microseconds since 1970
    steady_us: int  # a clock that nobody can set back (CLOCK_BOOTTIME)
    clock_known: bool  # whether this kiosk knows its offset from hall time (definitions.md 14)
    day: date  # the business day


def scan_of(data: bytes) -> Scan | CodeReason:
    """What there is to recognise in a code's bytes, or why nothing is. Never raises."""
    if len(data) > MAX_BYTES:
        return CodeReason.OVERSIZE
    text = _text(data)
    if text is None:
        return CodeReason.NOT_TEXT
    if not text.strip():
        return CodeReason.EMPTY
    return CodeReason.CONTROL_CHARACTERS if _CONTROLS.search(text) else Scan(text)


def _text(data: bytes) -> str | None:
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
