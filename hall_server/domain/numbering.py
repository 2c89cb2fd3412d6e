"""How numbers are given (definitions.md 3): letter + at least three digits, never wrapping, never twice in a day.

Knows no tickets and no store; the counter row it works on is held by the store, one per hall, business day and letter.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.domain.business_day import day_before

if TYPE_CHECKING:
    from collections.abc import Sequence

ALPHABET = "ACDEFGHJKLMNPRTUWXY"  # letters of numbers: without what is misread: B I O Q S V Z
SERIES = ALPHABET[1:11]  # C … M begin the letters of lives: ACKT001; AA001 sounds like a stammer
EMERGENCY = ALPHABET[11:]  # N … Y, for kiosks: what begins with different letters can never meet (ADR 0009)


class Rebirth(NamedTuple):
    """A life that began because the database had gone back in time, and its business day."""

    day: str
    life: str


class NumberRow(msgspec.Struct, frozen=True):
    """Where both number bands of a queue stand today: the next online number and the next number to lease."""

    online_next: int
    lease_next: int


def fresh_row(lease_from: int, highest: int = 0) -> NumberRow:
    """The row of a letter on a new business day; `lease_from` is the first number of the leased band.

    `highest` is the highest number that tickets of today bear behind this letter already, whoever gave it out.
    """
    return NumberRow(online_next=highest + 1, lease_next=max(lease_from, highest + 1))


@lru_cache(maxsize=4_096)  # asked for each number that is given
def letters_of(life: str) -> str:
    """Three letters that follow from the id of a life alone: whoever hears of a life knows them, also of a stranger's.

    A count would be the same in two databases that went apart: a backup restored twice, a server beside its own copy.
    """
    rest = int.from_bytes(hashlib.sha256(life.encode()).digest()[:8])
    rest, first = divmod(rest, len(SERIES))
    rest, second = divmod(rest, len(ALPHABET))
    return SERIES[first] + ALPHABET[second] + ALPHABET[rest % len(ALPHABET)]


def series(day: str, rebirths: Sequence[Rebirth]) -> str:
    """What stands behind the queue's letter (definitions.md 4): "" in a life that was there before the day before.

    `rebirths` in order, the present life last. No two lives of a day have the same letters, so that numbers which were
    given out and forgotten are not given out again. They stay on the day after, for a server that was taken for lost
    may still be there and count from 1. A day that is still to come counts too: a clock was wrong.
    """
    since = day_before(day)
    if not rebirths or rebirths[-1].day < since:
        return ""
    letters, taken = "", set[str]()
    for one in rebirths:
        if one.day >= since:
            letters = letters_of(one.life)
            while letters in taken:
                letters += ALPHABET[0]
            taken.add(letters)
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
    """What is printed: A001 … A999, A1000; `letter` with its series, if there is one: ACKT001."""
    return f"{letter}{number:0{width}d}"
