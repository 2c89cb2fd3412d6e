"""Days played one after another: a folder each, and a hall that learns its waits from the days before.

The folders lie in memory where the machine has such a place: SQLite writes and flushes as it does for a real hall, only
faster. What a power cut leaves is proved elsewhere.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hall_server.domain.forecast import learn, observations_of
from tests.simulation.day import SimulatedDay
from tests.simulation.figures import events_of, figures
from tests.simulation.halls import ORDINARY, TUESDAY, WEEK_BEFORE, demo_day, items_of
from tests.simulation.people import visitors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hall_server.domain.forecast import Model, Observation
    from hall_server.domain.site import HallSite
    from tests.simulation.figures import Figures

_MEMORY = Path("/dev/shm")


@contextmanager
def played(
    site: HallSite,
    many: int = ORDINARY,
    seed: int = 1,
    *,
    on: date = TUESDAY,
    shut: frozenset[int] = frozenset(),
    model: Model | None = None,
    bookings: bool = True,
) -> Iterator[SimulatedDay]:
    """A day that is over, to look at; leaving it proves that its events give its rows."""
    people = visitors(demo_day(), items_of(site), many, seed)
    with tempfile.TemporaryDirectory(prefix="kapok-day-", dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        day = SimulatedDay(Path(folder), site, on, people, shut=shut, model=model, bookings=bookings)
        day.play()
        yield day
        day.close()


def figures_of(
    site: HallSite,
    many: int = ORDINARY,
    seed: int = 1,
    *,
    on: date = TUESDAY,
    shut: frozenset[int] = frozenset(),
    model: Model | None = None,
    bookings: bool = True,
) -> Figures:
    """The same day in numbers."""
    with played(site, many, seed, on=on, shut=shut, model=model, bookings=bookings) as day:
        return figures(day)


def learned(site: HallSite, days: int, seed: int) -> Model:
    """What the hall has learned from some days before, each with other people."""
    seen: list[Observation] = []
    for number, on in enumerate(WEEK_BEFORE[:days]):
        with played(site, seed=1000 * seed + number, on=on) as day:
            seen += observations_of(events_of(day), site.zone, TUESDAY.isoformat())
    return learn(seen)
