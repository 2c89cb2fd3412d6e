"""What the next-ticket rule looks at: who waits, which counter asks, what the hall has declared. Values only.

Knows no ticket states, no site file and no clock: `hall_server.domain.queue` makes these from the hall's own values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

MINUTE = 60_000_000  # in the microseconds that `since` and `at` count

ACCESSIBLE = "accessible"  # the one skill that the hall's own chips ask for (CL-G3)


class Waiting(msgspec.Struct, frozen=True):
    """One ticket in line, for the rule. Times are UTC microseconds.

    `since` is the effective arrival: transfer, hold and return leave it alone, the age of an offline ticket is in it.
    `place` settles equal arrivals. `booked_for` is the beginning of the slot; None for a walk-in. `needs` are skills
    without which a counter must not call it. `directed_to`: only that counter calls it. `returned`: back in line after
    a no-show. `items` are for rules that learn service times; this one does not look at them.
    """

    id: str
    label: str
    queue: str
    since: int
    place: int
    booked_for: int | None = None
    priority: bool = False
    needs: frozenset[str] = frozenset()
    directed_to: int | None = None
    returned: bool = False
    items: tuple[str, ...] = ()

    @property
    def arrival(self) -> tuple[int, int, str]:
        """The order of coming; the id makes it total."""
        return (self.since, self.place, self.id)


class CallingCounter(msgspec.Struct, frozen=True):
    """The counter 窗口 that asks: its queues in order of affinity, its own first, and what it can do."""

    no: int
    queues: tuple[str, ...]
    skills: frozenset[str] = frozenset()


class DispatchRules(msgspec.Struct, frozen=True):
    """What the hall has declared (definitions.md 17); minutes.

    `affinity_min` belongs to the positions of a counter's queues, the own one first; later positions have none.
    """

    booked_credit_min: int = 15
    priority_credit_min: int = 12
    longest_wait_min: int = 60
    booked_in_a_row: int = 3
    affinity_min: tuple[int, ...] = ()


class CounterMemory(msgspec.Struct, frozen=True):
    """What a counter remembers from call to call: how many booked visitors it has called in a row."""

    booked_run: int = 0

    def after(self, called: Waiting) -> CounterMemory:
        """The memory after a call."""
        return CounterMemory(self.booked_run + 1) if called.booked_for is not None else CounterMemory()


class TicketClass(NamedTuple):
    """Tickets of one queue and class are called in the order of coming, always (definitions.md 16).

    Who is there before the slot begins is a class of its own: the credit comes with the slot.
    """

    booked: bool
    due: bool
    priority: bool


def class_of(ticket: Waiting, at: int) -> TicketClass:
    """The class of a ticket at a moment."""
    booked = ticket.booked_for is not None
    return TicketClass(booked, is_due(ticket, at), ticket.priority)


def is_due(ticket: Waiting, at: int) -> bool:
    """Whether the slot of a booked visitor has begun."""
    return ticket.booked_for is not None and ticket.booked_for <= at


def may_call(counter: CallingCounter, ticket: Waiting) -> bool:
    """Whether this counter may call this ticket at all.

    A ticket directed to a counter is called there whatever its queue, and nowhere else.
    """
    if not ticket.needs <= counter.skills:
        return False
    if ticket.directed_to is None:
        return ticket.queue in counter.queues
    return ticket.directed_to == counter.no


def callable_by(counter: CallingCounter, waiting: Iterable[Waiting]) -> list[Waiting]:
    """The tickets that a counter may call; asks the long question only about those that are special."""
    queues = counter.queues
    return [
        ticket
        for ticket in waiting
        if (may_call(counter, ticket) if ticket.needs or ticket.directed_to is not None else ticket.queue in queues)
    ]
