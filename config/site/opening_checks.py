"""Whether opening hours make sense as they are written: days rise, times and dates follow each other.

Which day is a public holiday, and what follows for a counter, is the hall's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ConfigError
from config.shapes import weekdays

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from config.site.opening import Extended, Hours, Override


def check_hours(path: Path, hours: tuple[Hours, ...]) -> None:
    """ConfigError unless each weekday stands once for the same dates, and closes after it opens."""
    seen: set[tuple[int, date | None, date | None]] = set()
    for index, entry in enumerate(hours):
        key = f"hall.hours[{index}]"
        _rising(path, f"{key}.days", entry.days)
        days = {(day, entry.first, entry.last) for day in weekdays(entry.days)}
        if seen & days:
            raise ConfigError(path, f"{key}.days", f"each weekday once, rising, as in 1-5 or 6,7; found {entry.days!r}")
        _in_order(path, f"{key}.close", entry.open, entry.close)
        _dates(path, key, entry.first, entry.last)
        seen |= days


def check_extended(path: Path, extended: tuple[Extended, ...]) -> None:
    """ConfigError unless days rise and times and dates follow each other."""
    for index, entry in enumerate(extended):
        key = f"hall.extended[{index}]"
        _rising(path, f"{key}.days", entry.days)
        if entry.open is not None:
            _in_order(path, f"{key}.until", entry.open, entry.until)
        _dates(path, key, entry.first, entry.last)


def check_overrides(path: Path, overrides: tuple[Override, ...]) -> None:
    """ConfigError unless each says one thing: closed, open with close, or like; and no day stands in two."""
    taken: list[tuple[date, date]] = []
    for index, entry in enumerate(overrides):
        key = f"hall.overrides[{index}]"
        said = (entry.closed, entry.open is not None and entry.close is not None, entry.like is not None)
        if sum(said) != 1 or (entry.open is None) != (entry.close is None):
            raise ConfigError(path, key, "one of: closed = true; open and close; like = a weekday 1 to 7")
        if entry.open is not None and entry.close is not None:
            _in_order(path, f"{key}.close", entry.open, entry.close)
        _dates(path, key, entry.first, entry.last)
        first, last = entry.first, entry.last or entry.first
        if any(first <= end and begin <= last for begin, end in taken):
            raise ConfigError(path, f"{key}.first", f"days that stand in no other override; found {first}")
        taken.append((first, last))


def check_own_times(path: Path, key: str, lunch: str, *plans: tuple[str, str]) -> None:
    """ConfigError unless the spans of a lunch time and of (name, plan) pairs end after they begin."""
    if "-" in lunch:
        _in_order(path, f"{key}.lunch", *lunch.split("-"))
    for name, plan in plans:
        for part in plan.split("; ") if plan else ():
            days, _, span = part.partition(" ")
            _rising(path, f"{key}.{name}", days)
            _in_order(path, f"{key}.{name}", *span.split("-"))


def _rising(path: Path, key: str, days: str) -> None:
    found = weekdays(days)
    if not found or list(found) != sorted(set(found)) or any(part[-1] < part[0] for part in days.split(",")):
        raise ConfigError(path, key, f"each weekday once, rising, as in 1-5 or 6,7; found {days!r}")


def _in_order(path: Path, key: str, opens: str, closes: str) -> None:
    if closes <= opens:
        raise ConfigError(path, key, f"a time after {opens}, found {closes}")


def _dates(path: Path, key: str, first: date | None, last: date | None) -> None:
    if first is not None and last is not None and last < first:
        raise ConfigError(path, f"{key}.last", f"a date not before {first}, found {last}")
