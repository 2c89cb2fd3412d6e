"""How numbers are given (definitions.md 3): letter + at least three digits, never wrapping, never twice in a day.

Knows no tickets and no store; the counter row it works on is held by the store, one per hall, business day and letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Collection

ALPHABET = "ACDEFGHJKLMNPRTUWXY"  # letters of numbers: without what is misread: B I O Q S V Z
SERIES = ALPHABET[1:11]  # C … M, for lives of the database: AC001 first, AA001 sounds like a stammer
EMERGENCY = ALPHABET[11:]  # N … Y, for kiosks: what begins with different letters can never meet (ADR 0009)


class NumberRow(msgspec.Struct, frozen=True):
    """Where both number bands of a queue stand today: the next online number and the next number to lease."""

    online_next: int
    lease_next: int


def fresh_row(lease_from: int, highest: int = 0) -> NumberRow:
    """The row of a letter on a new business day; `lease_from` is the first number of the leased band.

    `highest` is the highest number that tickets of today bear behind this letter already, whoever gave it out.
    """
    return NumberRow(online_next=highest + 1, lease_next=max(lease_from, highest + 1))


def series(day: str, rebirths: Collection[str]) -> str:
    """What stands behind the queue's letter (definitions.md 4): "" in a life that was there before the day.

    `rebirths` are the business days on which lives began because the database had gone back. Each of them on `day`
    takes the next letter, so that numbers which were given out and forgotten are not given out again.
    """
    count, letters = sum(1 for one in rebirths if one == day), ""
    while count:
        count, at = divmod(count - 1, len(SERIES))
        letters = SERIES[at] + letters
    return letters


def take_number(row: NumberRow, lease_from: int) -> tuple[int, NumberRow]:
    """The next online number and the row after it.

    Online numbers run from 1 without gaps; when they reach the leased band they go on behind the highest block granted,
    and what they use up there is leased to nobody.
    """
    number = row.online_next if row.online_next < lease_from else max(row.online_next, row.lease_next)
    lease_next = row.lease_next if number < lease_from else max(row.lease_next, number + 1)
    return number, NumberRow(online_next=number + 1, lease_next=lease_next)


def label_of(letter: str, number: int, width: int = 3) -> str:
    """What is printed: A001 … A999, A1000; `letter` with its series, if there is one: AC001."""
    return f"{letter}{number:0{width}d}"
