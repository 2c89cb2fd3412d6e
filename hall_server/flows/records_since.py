"""Where in the book of records a moment lies: found by halving, so that a long book costs a few looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hall_server.domain.records import RecordReader


def before_moment(reader: RecordReader, kind: str, since: int) -> int:
    """The number behind which entries of a kind are since a moment (UTC microseconds); 0 for all of them.

    Entries stand in the order of writing. Where somebody set the clock back, a few older ones may come along.
    """
    if since <= 0:
        return 0
    low, high = 0, 1
    while not _is_since(reader, kind, high, since):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if _is_since(reader, kind, middle, since):
            high = middle
        else:
            low = middle
    return low if _is_since(reader, kind, low, since) else high


def _is_since(reader: RecordReader, kind: str, after: int, since: int) -> bool:
    """Whether the first entry of the kind behind a number is since the moment, or there is none."""
    found = reader.records(kind, after, 1)
    return not found or found[0].at >= since
