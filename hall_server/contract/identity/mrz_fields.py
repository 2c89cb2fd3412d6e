"""The fields of a machine-readable zone and which of their check digits hold (ICAO 9303-4, -5, -6). Knows no document.

Letters are read as digits only where nothing but a digit can stand, and digits as letters only where nothing but a
letter can. In a document number both can stand, so it is left as it was read; its check digit decides.

The line of 往来港澳通行证 (1 × 30) is in no published standard: its places are those that public readers of it use, and
its last check digit is of medium certainty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.identity.check_digits import FILLER, icao9303
from hall_server.contract.identity.mrz_lines import Format
from hall_server.contract.identity.text import day_of

if TYPE_CHECKING:
    from datetime import date

_AS_DIGITS = str.maketrans("OQDILZSGB", "000112568")
_AS_LETTERS = str.maketrans("01258", "OIZSB")
_UNUSED = frozenset({FILLER, "0"})  # check digits of a field that is empty


class Part(StrEnum):
    """What a check digit of its own, or a date, can be wrong in."""

    NUMBER = "number"
    BIRTH = "birth"
    EXPIRY = "expiry"
    OPTIONAL = "optional"
    COMPOSITE = "composite"


class Layout(NamedTuple):
    """Where the fields stand, counted through all lines; a field is followed by its check digit."""

    number: slice
    birth: slice
    expiry: slice
    composite_of: tuple[slice, ...]
    composite: int
    state: slice | None = None
    names: slice | None = None
    optional: slice | None = None  # with a check digit of its own
    more_number: slice | None = None  # where a number of more than nine characters goes on


_LAYOUTS: dict[Format, Layout] = {
    Format.TD1: Layout(
        number=slice(5, 14),
        birth=slice(30, 36),
        expiry=slice(38, 44),
        composite_of=(slice(5, 37), slice(38, 45), slice(48, 59)),
        composite=59,
        state=slice(2, 5),
        names=slice(60, 90),
        more_number=slice(15, 30),
    ),
    Format.TD2: Layout(
        number=slice(36, 45),
        birth=slice(49, 55),
        expiry=slice(57, 63),
        composite_of=(slice(36, 46), slice(49, 56), slice(57, 71)),
        composite=71,
        state=slice(2, 5),
        names=slice(5, 36),
        more_number=slice(64, 71),
    ),
    Format.TD3: Layout(
        number=slice(44, 53),
        birth=slice(57, 63),
        expiry=slice(65, 71),
        composite_of=(slice(44, 54), slice(57, 64), slice(65, 87)),
        composite=87,
        state=slice(2, 5),
        names=slice(5, 44),
        optional=slice(72, 86),
    ),
    Format.CHINESE_CARD: Layout(
        number=slice(2, 11),
        expiry=slice(13, 19),
        birth=slice(21, 27),
        composite_of=(slice(2, 12), slice(13, 20), slice(21, 28)),
        composite=29,
    ),
}


@dataclass(frozen=True, slots=True)
class Fields:
    """What the lines say. `wrong` holds every part whose check digit does not fit it."""

    format: Format
    code: str  # two characters: "P<", "CR"
    number: str = field(repr=False)
    birth: str = field(repr=False)  # YYMMDD, unknown parts as fillers
    expiry: str = field(repr=False)
    state: str = ""
    latin_name: str = field(default="", repr=False)
    wrong: frozenset[Part] = frozenset()
    mended: bool = False  # a letter was read as a digit, or a digit as a letter


def fields_of(form: Format, read: str) -> Fields:
    """The fields in the lines of a format, as `mrz_lines.lines_in` gives them."""
    layout = _LAYOUTS[form]
    lines = _mended(read, layout)
    number, check = _number(lines, layout)
    covered = "".join(lines[piece] for piece in layout.composite_of)
    wrong = {
        Part.NUMBER: not number or icao9303(number) != check,
        Part.BIRTH: not _fits(lines, layout.birth),
        Part.EXPIRY: not _fits(lines, layout.expiry),
        Part.OPTIONAL: layout.optional is not None and not _fits(lines, layout.optional),
        Part.COMPOSITE: icao9303(covered) != lines[layout.composite],
    }
    return Fields(
        format=form,
        code=lines[:2],
        number=number.replace(FILLER, ""),
        birth=lines[layout.birth],
        expiry=lines[layout.expiry],
        state=lines[layout.state].replace(FILLER, "") if layout.state else "",
        latin_name=" ".join(lines[layout.names].replace(FILLER, " ").split()) if layout.names else "",
        wrong=frozenset(part for part, is_wrong in wrong.items() if is_wrong),
        mended=lines != read,
    )


def _mended(read: str, layout: Layout) -> str:
    characters = list(read)

    def put(piece: slice, table: dict[int, int]) -> None:
        characters[piece] = list("".join(characters[piece]).translate(table))

    for piece in (layout.birth, layout.expiry):
        put(slice(piece.start, piece.stop + 1), _AS_DIGITS)  # with its check digit
    for at in (layout.number.stop, layout.composite, *((layout.optional.stop,) if layout.optional else ())):
        put(slice(at, at + 1), _AS_DIGITS)
    for letters in (slice(0, 2), layout.state, layout.names):
        if letters:
            put(letters, _AS_LETTERS)
    return "".join(characters)


def _number(lines: str, layout: Layout) -> tuple[str, str]:
    """The document number and its check digit; a longer one goes on in the optional data, its check digit behind it."""
    number, check = lines[layout.number].rstrip(FILLER), lines[layout.number.stop]
    if check != FILLER or layout.more_number is None:
        return number, check
    more = lines[layout.more_number].partition(FILLER)[0]
    return (number + more[:-1], more[-1]) if more else (number, check)


def _fits(lines: str, piece: slice) -> bool:
    value, check = lines[piece], lines[piece.stop]
    return icao9303(value) == check or (check in _UNUSED and not value.strip(FILLER))


def birth_in(digits: str, day: date) -> date | None:
    """The latest date with these two last digits of the year that is not after `day`; None when there is none.

    A child of two and somebody of 102 have the same digits: the child is meant.
    """
    dates = [found for found in _centuries(digits, day) if found <= day]
    return max(dates, default=None)


def expiry_in(digits: str, day: date) -> date | None:
    """The date with these two last digits of the year that is nearest to `day`; None when there is none."""
    return min(_centuries(digits, day), key=lambda found: abs(found - day), default=None)


def _centuries(digits: str, day: date) -> list[date]:
    this = day.year // 100
    found = (day_of(f"{century:02d}{digits}") for century in (this - 1, this, this + 1))
    return [one for one in found if one]
