"""The whole hall's waits in one pure function: the live state and what was learned in, (p10, p50, p90) out.

A queue that the hall has learned enough about is told by its model, every other one by the formula. Whoever comes
finds what the newest ticket finds; whoever is in line already knows their place, and is never told longer than that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from hall_server.domain.forecast.formula import NEXT_PRESS, Forecast, forecast
from hall_server.domain.forecast.situation import Served, situation
from hall_server.domain.forecast.wait import wait_in

if TYPE_CHECKING:
    from hall_server.domain.forecast.model import Model
    from hall_server.domain.forecast.situation import Situation

ENOUGH_RECORDS = 40


class Waiting(NamedTuple):
    """A ticket in line: how many people are ahead of it, and since when it waits (seconds on the state's clock)."""

    ticket: str
    ahead: int
    issued_s: float


class Line(msgspec.Struct, frozen=True):
    """One queue now.

    `people` stand before whoever comes. `counters` are open for it, `share` is what of them the queue gets (they may
    work for others too), `free` have nobody and nobody else to call. `service_s` is the site file's guess.
    """

    queue: str
    people: int
    counters: int
    share: float
    free: int
    service_s: float
    waiting: tuple[Waiting, ...] = ()  # in order
    served: tuple[Served, ...] = ()  # today's calls in order
    head_issued_s: float | None = None


class LiveState(msgspec.Struct, frozen=True):
    """The hall at a moment: seconds on the clock that its lines are told by, and the hour on the hall's wall."""

    at_s: float
    hour: int
    lines: tuple[Line, ...]


class Forecasts(NamedTuple):
    """By queue for somebody who comes now, by ticket for those in line; None when no counter is open for them."""

    queues: dict[str, Forecast | None]
    tickets: dict[str, Forecast | None]


class Forecaster(Protocol):
    """What tells the waits of a hall; pure."""

    def __call__(self, state: LiveState, model: Model) -> Forecasts:
        """Everybody's wait."""


def tell(state: LiveState, model: Model) -> Forecasts:
    """Everybody's wait by the model where it knows the queue, else by the formula."""
    queues: dict[str, Forecast | None] = {}
    tickets: dict[str, Forecast | None] = {}
    for line in state.lines:
        coming = situation(
            line.queue,
            state.at_s,
            line.people,
            line.served,
            head_issued_s=line.head_issued_s,
            counters=line.counters or None,
            hour=state.hour,
        )
        queues[line.queue] = last = _told(model, line, coming)
        for one in line.waiting:
            # LES and HOL speak of whole waits, from the end of the line; who stands in it has part behind them
            placed = coming._replace(ahead=max(0, one.ahead), last_wait_s=None, last_waits_s=None, head_wait_s=None)
            told = _told(model, line, placed)
            tickets[one.ticket] = _no_longer(told, last) if one.ahead <= line.people else told
    return Forecasts(queues, tickets)


FORECASTER: Forecaster = tell


def _told(model: Model, line: Line, here: Situation) -> Forecast | None:
    if line.counters <= 0 or line.share <= 0:
        return None
    known = model.queues.get(line.queue)
    if known is None or known.records < ENOUGH_RECORDS:
        told = forecast(here.ahead, line.share, line.service_s)
    else:
        told = wait_in(model, here)
    return _no_longer(told, NEXT_PRESS) if here.ahead < line.free else told


def _no_longer(told: Forecast | None, than: Forecast | None) -> Forecast | None:
    if told is None or than is None:
        return told
    return Forecast(*(min(one, other) for one, other in zip(told, than, strict=True)))
