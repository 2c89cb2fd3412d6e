"""A hall's figures of one hour out of its tickets, each with what it is (CL-F11, CL-H23). Nobody is in them.

What was not there to be counted has no value: whoever makes an index of it leaves it out, it is not zero.
"""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING

from hall_server.contract.city.index import Definition, Figure
from hall_server.contract.vocabulary import TicketState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hall_server.domain.ticket import Ticket

HOUR = 3_600_000_000
_S = 1_000_000
_TICKETS = "tickets of the hall, this hour"
DEFINITIONS = (
    Definition("taken", "tickets", "count of tickets taken in the hour", _TICKETS),
    Definition("called", "tickets", "count of tickets whose first call was in the hour", _TICKETS),
    Definition("completed", "tickets", "count of tickets completed in the hour, by outcome", _TICKETS),
    Definition("wait_p50", "seconds", "median of (first call - begin of waiting), nearest rank", _TICKETS),
    Definition("wait_p90", "seconds", "90th percentile of (first call - begin of waiting), nearest rank", _TICKETS),
    Definition("service_p50", "seconds", "median of (end - begin of service) of completed tickets", _TICKETS),
)


def figures(tickets: Iterable[Ticket], queues: Sequence[str], starts_at: int) -> tuple[Figure, ...]:
    """Of the hour that begins then; first of the whole hall, then of each queue, then outcomes."""
    everything = list(tickets)
    ends_at = starts_at + HOUR

    def within(at: int | None) -> bool:
        return at is not None and starts_at <= at < ends_at

    found: list[Figure] = []
    for queue in ("", *queues):
        own = [one for one in everything if queue in {"", one.queue}]
        waits = [(one.called_at - one.since) / _S for one in own if one.called_at is not None and within(one.called_at)]
        found += [
            Figure("taken", float(sum(within(one.taken_at) for one in own)), queue),
            Figure("called", float(len(waits)), queue),
            Figure("wait_p50", quantile(waits, 0.5), queue, len(waits)),
            Figure("wait_p90", quantile(waits, 0.9), queue, len(waits)),
        ]
    over = [one for one in everything if one.state is TicketState.COMPLETED and within(one.ended_at)]
    served = [(one.ended_at - one.served_at) / _S for one in over if one.ended_at and one.served_at]
    found.append(Figure("service_p50", quantile(served, 0.5), "", len(served)))
    outcomes = Counter(one.outcome.value for one in over if one.outcome is not None)
    found += [Figure("completed", float(count), outcome) for outcome, count in sorted(outcomes.items())]
    return tuple(found)


def quantile(values: Sequence[float], share: float) -> float | None:
    """The nearest rank; None of nothing."""
    if not values:
        return None
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]
