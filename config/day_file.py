"""A day file: who comes to a hall on a day, half hour by half hour, and how long their business takes. For plans only.

Knows no hall: queues are names here; whether a site has them is judged by whoever puts both together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import msgspec

from config.errors import ConfigError
from config.reader import read_toml, shaped

if TYPE_CHECKING:
    from pathlib import Path

_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
Weight = Annotated[float, msgspec.Meta(ge=0, le=1_000_000)]
Minutes = Annotated[float, msgspec.Meta(gt=0, le=1440)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Service(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of a queue: its share of all visitors, and minutes at the counter."""

    queue: str
    share: Share
    mean_min: Minutes
    p90_min: Minutes | None = None


class Arrivals(msgspec.Struct, frozen=True):
    """How many visitors come on a day, how they spread over it, and their habits, which only simulations read."""

    start: str
    step_min: Annotated[int, msgspec.Meta(ge=1, le=240)]
    weights: Annotated[tuple[Weight, ...], msgspec.Meta(min_length=1, max_length=1440)]
    day_total: Weight
    weekday_factor: dict[str, Weight] = msgspec.field(default_factory=dict)
    no_show: Share = 0.0
    booked_share: Share = 0.0
    priority_share: Share = 0.0
    abandon_after_min: Minutes = 1440.0  # until then nobody gives up
    abandon_hazard_per_min: Annotated[float, msgspec.Meta(gt=0, le=1)] = 0.001  # chance to give up in a minute, then


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    arrivals: Arrivals
    service: Annotated[tuple[Service, ...], msgspec.Meta(min_length=1)]

    @property
    def start_min(self) -> int:
        """When the first step begins, in minutes of the day."""
        hour, minute = self.arrivals.start.split(":")
        return int(hour) * 60 + int(minute)

    def visitors(self, weekday: str) -> dict[str, tuple[float, ...]]:
        """Visitors of each queue by step on a weekday ("mon" … "sun")."""
        arrivals, weights = self.arrivals, self.arrivals.weights
        total = arrivals.day_total * arrivals.weekday_factor.get(weekday, 1.0)
        spread = [total * weight / sum(weights) for weight in weights]
        return {one.queue: tuple(one.share * many for many in spread) for one in self.service}


def load_day(path: Path) -> Day:
    """A checked day file. Raises ConfigError: file, key, what was expected."""
    day = shaped(path, read_toml(path), Day)
    if not _TIME.fullmatch(day.arrivals.start):
        raise ConfigError(path, "arrivals.start", f"{day.arrivals.start!r} is no time as in 08:30")
    if sum(day.arrivals.weights) <= 0:
        raise ConfigError(path, "arrivals.weights", "at least one above 0")
    if day.start_min + day.arrivals.step_min * len(day.arrivals.weights) > 24 * 60:
        raise ConfigError(path, "arrivals.weights", "fewer: they go on after midnight")
    twice = {one.queue for one in day.service if sum(other.queue == one.queue for other in day.service) > 1}
    if twice:
        raise ConfigError(path, "service", f"one entry for each queue; twice: {', '.join(sorted(twice))}")
    return day
