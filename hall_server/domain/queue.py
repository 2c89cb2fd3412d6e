"""Whom a counter calls next: the hall's tickets, counters and settings as the next-ticket rule sees them.

Holds no rule of its own: `hall_server.domain.dispatch` decides. Knows no store and no clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.vocabulary import Chip, TicketState
from hall_server.domain import dispatch
from hall_server.domain.dispatch import ACCESSIBLE, CallingCounter, CounterMemory, Reason, Waiting
from hall_server.domain.site import place_of
from hall_server.domain.ticket import Ticket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hall_server.domain.site import CounterRule, HallSite

CALLABLE = frozenset({TicketState.WAITING, TicketState.UNCONFIRMED})
FRESH = CounterMemory()

_PRIORITY = frozenset({Chip.ELDER, Chip.PRIORITY})
_EQUIPPED = frozenset({ACCESSIBLE})
_NOTHING: frozenset[str] = frozenset()


class Next(msgspec.Struct, frozen=True):
    """The choice and its reason."""

    ticket: Ticket
    why: Reason


def next_ticket(
    waiting: Iterable[Ticket], counter: CounterRule, at: int, site: HallSite, memory: CounterMemory = FRESH
) -> Next | None:
    """Whom this counter calls at `at` (UTC microseconds) and why; None when nobody waits for it."""
    tickets = {ticket.id: ticket for ticket in waiting if ticket.state in CALLABLE}
    line = [waiting_of(ticket, site) for ticket in tickets.values()]
    choice = dispatch.next_ticket(line, calling(counter), at, site.dispatch, memory)
    return None if choice is None else Next(tickets[choice.ticket.id], choice.why)


def in_order(
    waiting: Iterable[Ticket], counter: CounterRule, at: int, site: HallSite, memory: CounterMemory = FRESH
) -> tuple[Ticket, ...]:
    """The tickets that this counter may call at `at`, the next one first."""
    tickets = {ticket.id: ticket for ticket in waiting if ticket.state in CALLABLE}
    line = [waiting_of(ticket, site) for ticket in tickets.values()]
    return tuple(tickets[one.id] for one in dispatch.in_order(line, calling(counter), at, site.dispatch, memory))


def waiting_of(ticket: Ticket, site: HallSite) -> Waiting:
    """A ticket as the rule sees it. Tickets of before the column wait since they were taken."""
    return Waiting(
        id=ticket.id,
        label=ticket.label,
        queue=ticket.queue,
        since=ticket.since or ticket.taken_at,
        place=ticket.place,
        booked_for=ticket.booked_for,
        priority=not _PRIORITY.isdisjoint(ticket.chips),
        needs=_needs(ticket, site) if ticket.chips else _NOTHING,
        directed_to=ticket.directed_to,
        returned=ticket.no_shows > 0,
        items=ticket.items,
    )


def for_anybody(tickets: Iterable[Ticket], is_open: Callable[[int], bool]) -> list[Ticket]:
    """The same tickets; one that was sent to a counter where nobody sits any more is anybody's of its queue again."""
    return [
        ticket
        if ticket.directed_to is None or is_open(ticket.directed_to)
        else msgspec.structs.replace(ticket, directed_to=None)
        for ticket in tickets
    ]


def booked_run_after(run: int, called: Ticket) -> int:
    """How many booked visitors a counter has called in a row, after one more call."""
    return 0 if called.booked_for is None else run + 1


class CalledAt(NamedTuple):
    """Which counters may call a ticket, in order of their numbers, where they stand, and whether they are the low ones.

    `low`: it is called by 低位窗口 alone, since its visitor asked for one and there is one.
    """

    counters: tuple[int, ...]
    place: str
    low: bool = False


def called_at(ticket: Ticket, site: HallSite) -> CalledAt:
    """Where a ticket will be called."""
    if not (ticket.chips and _needs(ticket, site)):
        return CalledAt(site.counters_of(ticket.queue), site.place_of(ticket.queue))
    low = {no: site.counters[no] for no in site.counters_of(ticket.queue) if site.counters[no].accessible}
    return CalledAt(tuple(low), place_of(low, ticket.queue), low=True)


def calling(counter: CounterRule) -> CallingCounter:
    """A counter as the rule sees it."""
    return CallingCounter(counter.no, counter.queues, _EQUIPPED if counter.accessible else _NOTHING)


def _needs(ticket: Ticket, site: HallSite) -> frozenset[str]:
    """What a counter must have (CL-G3).

    Nobody waits for a counter that the hall has not got: where no counter of the queue is accessible, or staff have
    sent the ticket to a certain one, that counter helps as well as it can.
    """
    if Chip.WHEELCHAIR not in ticket.chips or ticket.directed_to is not None:
        return _NOTHING
    equipped = any(site.counters[no].accessible for no in site.counters_of(ticket.queue))
    return _EQUIPPED if equipped else _NOTHING
