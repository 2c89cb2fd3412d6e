"""The keys of the pads (ui.md 1.4): digits, identity numbers, letters and digits, pinyin initials. Pure.

A key is a value that goes to the session and the place where it stands; what is written on it, where that is not the
value itself, says the page. Letters stand in their order, never as on a typewriter.
"""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

from kiosk.session.searching import LETTERS as INITIALS
from kiosk.values import Value

BACK, CLEAR, LOOK = "back", "clear", "look"
LEAVE = "leave"  # 返回, where it stands among the keys
LETTER_COLUMNS = 10
INITIALS_COLUMNS = 7
DIGIT_COLUMNS = 4


class PadKey(Value, frozen=True):
    """One key: its value, its cell (from 0) and how many columns it fills."""

    value: str
    row: int
    column: int
    span: int = 1


def digit_keys(*, x: bool = False) -> tuple[PadKey, ...]:
    """1 to 9 in threes, 0 below the 8; beside them what undoes, and X where identity numbers end in it."""
    beside = {0: BACK, 1: CLEAR, 2: "X" if x else LOOK}
    keys: list[PadKey] = []
    for row in range(3):
        keys += [PadKey(str(3 * row + column + 1), row, column) for column in range(3)]
        keys.append(PadKey(beside[row], row, 3))
    keys.append(PadKey("0", 3, 1))
    return (*keys, PadKey(LOOK, 3, 3)) if x else tuple(keys)


def letter_keys(*, digits: bool = True) -> tuple[PadKey, ...]:
    """Digits in one row, letters in three; the last row ends with what undoes. Without digits: letters only."""
    signs = ("1234567890" if digits else "") + ascii_uppercase
    keys = [PadKey(sign, at // LETTER_COLUMNS, at % LETTER_COLUMNS) for at, sign in enumerate(signs)]
    row, column = divmod(len(signs), LETTER_COLUMNS)
    return (*keys, PadKey(CLEAR, row, column, 2), PadKey(BACK, row, column + 2, 2))


def short_keys(last: str) -> tuple[PadKey, ...]:
    """Digits in two rows, where a short number is typed below something long; what undoes, and `last`, at their end."""
    rows = (("1", "2", "3", "4", "5", BACK), ("6", "7", "8", "9", "0", last))
    return tuple(PadKey(one, row, column) for row, keys in enumerate(rows) for column, one in enumerate(keys))


def decimal_keys() -> tuple[PadKey, ...]:
    """Digits and the point, where a length is typed."""
    return tuple(PadKey(".", key.row, key.column) if key.value == LOOK else key for key in digit_keys())


def address_keys() -> tuple[PadKey, ...]:
    """Digits, letters and what else stands in an address, in four rows; the last key undoes."""
    keys = ("1234567890" + ascii_lowercase + ".:-", BACK)
    cells = (*keys[0], keys[1])
    return tuple(PadKey(one, at // LETTER_COLUMNS, at % LETTER_COLUMNS) for at, one in enumerate(cells))


def initials_keys() -> tuple[PadKey, ...]:
    """Letters that syllables begin with, in their order; the last row ends with what undoes, and the way back."""
    keys = [PadKey(sign, at // INITIALS_COLUMNS, at % INITIALS_COLUMNS) for at, sign in enumerate(INITIALS)]
    row, column = divmod(len(INITIALS), INITIALS_COLUMNS)
    return (*keys, PadKey(BACK, row, column, 2), PadKey(CLEAR, row, column + 2), PadKey(LEAVE, row, column + 3, 2))
