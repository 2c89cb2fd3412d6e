"""Machine-readable zones as text: which lines there are, and of which format. Knows no field.

Takes what scanners and cameras make of the lines: any line ends or none, spaces in between, quotation marks for `<<`,
fillers lost at the end of a line that holds names.
"""

from __future__ import annotations

import re
from enum import StrEnum

from hall_server.contract.identity.check_digits import FILLER
from hall_server.contract.identity.text import half_width

_LIKE_FILLERS = str.maketrans({"«": "<<", "≪": "<<", "‹": "<", "〈": "<", "《": "<<"})
_FIRST = frozenset("PVIAC")  # of passports, visas and cards (ICAO 9303-4 to -7)
_SHORTEST = 28  # characters; nothing shorter is taken for lines
_MOSTLY = 0.8  # of a text that may be meant as lines
_CHINESE_CARD = re.compile(r"C[A-Z0-9<][A-Z0-9]{10}<[A-Z0-9]{7}<[A-Z0-9]{7}<[A-Z0-9]")


class Format(StrEnum):
    """How many lines of how many characters."""

    TD1 = "td1"  # 3 × 30: cards
    TD2 = "td2"  # 2 × 36
    TD3 = "td3"  # 2 × 44: passports
    CHINESE_CARD = "chinese_card"  # 1 × 30: 往来港澳通行证 since 2014, and what is like it


class NoLines(StrEnum):
    """Why a text is none of these formats."""

    NOT_MEANT = "not_meant"  # something else altogether
    UNREADABLE = "unreadable"  # other characters among them
    INCOMPLETE = "incomplete"


_SHAPES: dict[Format, tuple[int, int]] = {Format.TD1: (3, 30), Format.TD2: (2, 36), Format.TD3: (2, 44)}
_NAMES_LAST = frozenset({Format.TD1})  # elsewhere names stand in the first line


def lines_in(text: str) -> tuple[Format, str] | NoLines:
    """The format, and all lines as one string of exactly its characters."""
    wide = half_width(text).translate(_LIKE_FILLERS)
    lines = [line for found in wide.splitlines() if (line := re.sub(r"[ \t]", "", found))]
    whole = "".join(lines).upper() if wide.isascii() else "".join(lines)
    right = len(re.findall(r"[A-Z0-9<]", whole))
    if len(whole) < _SHORTEST or whole[0] not in _FIRST or FILLER not in whole or right < len(whole) * _MOSTLY:
        return NoLines.NOT_MEANT
    if right < len(whole):
        return NoLines.UNREADABLE if FILLER * 2 in whole else NoLines.NOT_MEANT
    return _cut(whole, [line.upper() for line in lines])


def _cut(whole: str, lines: list[str]) -> tuple[Format, str] | NoLines:
    if _CHINESE_CARD.match(whole) and len(whole) in {30, 90}:  # 90: as its chip has it, with names behind
        return Format.CHINESE_CARD, whole[:30]
    for form, (count, width) in _SHAPES.items():
        if len(whole) == count * width:
            return form, whole
        if len(lines) == count and (filled := _filled(lines, form, width)):
            return form, filled
    return NoLines.INCOMPLETE


def _filled(lines: list[str], form: Format, width: int) -> str:
    """The lines with the fillers that the line of names has lost; "" when another line is short."""
    at = len(lines) - 1 if form in _NAMES_LAST else 0
    others = [line for index, line in enumerate(lines) if index != at]
    if any(len(line) != width for line in others) or not width // 4 < len(lines[at]) < width:
        return ""
    return "".join([*lines[:at], lines[at].ljust(width, FILLER), *lines[at + 1 :]])
