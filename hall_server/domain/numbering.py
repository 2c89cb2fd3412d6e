"""How numbers are given (definitions.md 3): letter + at least three digits, never wrapping, never twice in a day.

Knows no tickets and no store; the counter row it works on is held by the store, one per hall, business day and queue.
"""

from __future__ import annotations

import msgspec


class NumberRow(msgspec.Struct, frozen=True):
    """Where both number bands of a queue stand today: the next online number and the next number to lease."""

    online_next: int
    lease_next: int


def fresh_row(lease_from: int) -> NumberRow:
    """The row of a queue on a new business day; `lease_from` is the first number of the leased band."""
    return NumberRow(online_next=1, lease_next=lease_from)


def take_number(row: NumberRow, lease_from: int) -> tuple[int, NumberRow]:
    """The next online number and the row after it.

    Online numbers run from 1 without gaps; when they reach the leased band they go on behind the highest block granted.
    """
    number = row.online_next if row.online_next < lease_from else max(row.online_next, row.lease_next)
    return number, NumberRow(online_next=number + 1, lease_next=row.lease_next)


def label_of(letter: str, number: int, width: int = 3) -> str:
    """What is printed: A001 … A999, A1000."""
    return f"{letter}{number:0{width}d}"
