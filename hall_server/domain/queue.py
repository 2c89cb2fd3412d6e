"""The next-ticket rule, first version: the earliest taken of all waiting tickets of a counter's queues.

One pure function that a richer rule can replace without its callers noticing. Knows no store and no clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import TicketState, Why
from hall_server.domain.ticket import Ticket

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.domain.site import CounterRule

CALLABLE = frozenset({TicketState.WAITING, TicketState.UNCONFIRMED})


class Next(msgspec.Struct, frozen=True):
    """The choice and its reason."""

    ticket: Ticket
    why: Why


def in_order(waiting: Iterable[Ticket], counter: CounterRule, at: int) -> tuple[Ticket, ...]:
    """The tickets that this counter may call at `at`, the next one first."""
    del at  # the order of taking does not depend on the moment; credits that grow with waiting will
    mine = (ticket for ticket in waiting if ticket.queue in counter.queues and ticket.state in CALLABLE)
    return tuple(sorted(mine, key=lambda ticket: ticket.place))


def next_ticket(waiting: Iterable[Ticket], counter: CounterRule, at: int) -> Next | None:
    """Whom this counter calls next and why; None when nobody waits for it."""
    order = in_order(waiting, counter, at)
    if not order:
        return None
    return Next(order[0], Why.ONLY_ONE_WAITING if len(order) == 1 else Why.EARLIEST_TAKEN)
