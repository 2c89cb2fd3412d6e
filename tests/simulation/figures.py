"""What a played day comes to: waits, what people were told and whether it was so, proofs that nothing went wrong."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import mean
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.business_day import hall_time
from hall_server.domain.dispatch import may_call, overtakes
from hall_server.domain.dispatch.values import MINUTE
from hall_server.domain.hall_state import AT_COUNTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hall_server.domain.ticket import TicketEvent
    from tests.simulation.day import SimulatedDay, Visit

TOO_LONG_MIN = 30
_PAGE = 1000


@dataclass
class Figures:
    """One day in numbers; waits in minutes, from the number to the call unless something else is said."""

    visitors: int
    served: int
    mean: float
    p90: float
    worst: float
    too_long: float  # share of waits over 30 min
    sitting_mean: float  # without the time for which people were told to go away
    sitting_too_long: float
    by_queue: dict[str, float]
    told_to_come_back: int
    called_while_away: int
    caught_by_a_break: int  # called after a break of their queue that nobody had told them about
    given_up: int
    booked: int  # served with a booking
    booked_late: float  # from the slot (or from coming after it) to the call
    walk_in_mean: float
    refused: int
    last_call: str
    covered: float  # share of waits inside the band that was told with the number
    bands: int
    single_error: dict[str, float]  # by half-hour of coming: mean absolute error of people ahead × mean ÷ counters
    wrong: list[str] = field(default_factory=list)  # duplicates, double calls, overtakes; must stay empty


def figures(played: SimulatedDay) -> Figures:
    """Look at a played day; reads the hall's events, so before `close`."""
    visits = list(played.visits.values())
    served = [visit for visit in visits if visit.served]
    waits = sorted(visit.wait_min for visit in served)
    sitting = [visit.sitting_min for visit in served]
    told = [visit for visit in served if visit.band is not None and visit.back_at is None]
    by_queue: dict[str, list[float]] = defaultdict(list)
    for visit in served:
        by_queue[visit.visitor.queue].append(visit.wait_min)
    return Figures(
        visitors=len(visits),
        served=len(served),
        mean=mean(waits),
        p90=quantile(waits, 0.9),
        worst=waits[-1],
        too_long=share(wait > TOO_LONG_MIN for wait in waits),
        sitting_mean=mean(sitting),
        sitting_too_long=share(wait > TOO_LONG_MIN for wait in sitting),
        by_queue={queue: mean(found) for queue, found in sorted(by_queue.items())},
        told_to_come_back=sum(visit.back_at is not None for visit in visits),
        called_while_away=sum(visit.called_away for visit in visits),
        caught_by_a_break=sum(caught(played, visit) for visit in served),
        given_up=sum(visit.gave_up for visit in visits),
        booked=sum(visit.booked_for is not None for visit in served),
        booked_late=average(visit.late_min for visit in served if visit.booked_for is not None),
        walk_in_mean=average(visit.wait_min for visit in served if visit.booked_for is None),
        refused=sum(bool(visit.refused) for visit in visits),
        last_call=half_hour(played, max(visit.called_at or 0 for visit in visits), 1),
        covered=share(within(visit) for visit in told),
        bands=len(told),
        single_error=_single_error(played, served),
        wrong=[*wrong_in(events_of(played)), *_overtaken(played), *_booked_in_a_row(played), *_left(visits)],
    )


def caught(played: SimulatedDay, visit: Visit) -> bool:
    """Whether a break of the queue lay in the wait, and nobody had said so."""
    if visit.back_at is not None or visit.called_at is None:
        return False
    return any(
        visit.came_at < begins and visit.called_at >= ends for begins, ends in played.breaks(visit.visitor.queue)
    )


def within(visit: Visit) -> bool:
    """Whether the wait was one that the visitor had been told."""
    return visit.band is not None and visit.band.low_min <= visit.wait_min <= visit.band.high_min


def quantile(ordered: Sequence[float], part: float) -> float:
    """The value below which that part of them lies."""
    return ordered[min(len(ordered) - 1, math.ceil(part * len(ordered)) - 1)]


def share(marks: Iterable[bool]) -> float:
    """Part of true marks; 0 of nothing."""
    all_of = list(marks)
    return sum(all_of) / len(all_of) if all_of else 0.0


def average(values: Iterable[float]) -> float:
    """Their mean; 0 of nothing."""
    all_of = list(values)
    return mean(all_of) if all_of else 0.0


def half_hour(played: SimulatedDay, at: int, step_min: int = 30) -> str:
    """The step of the day that a moment is in, as 10:30."""
    shown = hall_time(at, played.site.zone)
    minute = (shown.hour * 60 + shown.minute) // step_min * step_min
    return f"{minute // 60:02}:{minute % 60:02}"


def _single_error(played: SimulatedDay, served: Iterable[Visit]) -> dict[str, float]:
    """Of those whom nobody told a time: they would have been told this one figure."""
    errors: dict[str, list[float]] = defaultdict(list)
    for visit in served:
        if visit.back_at is None and visit.counters:
            said = visit.ahead * played.site.queues[visit.visitor.queue].service_s / 60 / visit.counters
            errors[half_hour(played, visit.came_at)].append(abs(said - visit.wait_min))
    return {begins: mean(found) for begins, found in sorted(errors.items())}


def events_of(played: SimulatedDay) -> list[TicketEvent]:
    """All events of the hall, in order."""
    found: list[TicketEvent] = []
    while page := played.made.reader.events(found[-1].n if found else 0, _PAGE):
        found += page
    return found


def wrong_in(events: Sequence[TicketEvent]) -> list[str]:
    """Numbers given twice, tickets called twice, counters with two people; judged from the events alone."""
    labels = Counter((event.business_day, event.label) for event in events if event.birth is not None)
    found = [f"{label} was given {times} times" for (_, label), times in labels.items() if times > 1]
    at_hand: dict[int, str] = {}
    states: dict[str, TicketState] = {}
    for event in events:
        if event.move is Move.CALL and states.get(event.ticket) in AT_COUNTER:
            found.append(f"{event.label} was called twice")
        if event.move is Move.CALL and event.counter is not None:
            if event.counter in at_hand:
                found.append(f"counter {event.counter} called {event.label} while it had somebody")
            at_hand[event.counter] = event.ticket
        if event.state not in AT_COUNTER:
            at_hand = {no: ticket for no, ticket in at_hand.items() if ticket != event.ticket}
        states[event.ticket] = event.state
    return found


def _overtaken(played: SimulatedDay) -> list[str]:
    return [f"{one.called.label} overtook {one.passed.label}" for one in overtakes(played.calls)]


def _booked_in_a_row(played: SimulatedDay) -> list[str]:
    """Booked visitors who were called although it was the turn of a walk-in who waited (CL-C10)."""
    rules, runs, found = played.site.dispatch, Counter[int](), []
    for call in played.calls:
        line = {one.id: one for one in call.waiting}
        called = line.get(call.called)
        if called is None:
            continue
        walk_in = any(one.booked_for is None and may_call(call.counter, one) for one in call.waiting)
        over_the_cap = call.at - called.since >= rules.longest_wait_min * MINUTE
        booked = called.booked_for is not None
        if booked and walk_in and not over_the_cap and runs[call.counter.no] >= rules.booked_in_a_row:
            found.append(f"{called.label} was one booking too many")
        runs[call.counter.no] = runs[call.counter.no] + 1 if booked else 0
    return found


def _left(visits: Iterable[Visit]) -> list[str]:
    return [f"{visit.label} was never served" for visit in visits if visit.visitor.comes and not _ended(visit)]


def _ended(visit: Visit) -> bool:
    return visit.served or visit.gave_up or bool(visit.refused)
