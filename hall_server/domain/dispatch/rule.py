"""The next-ticket rule, first version: a declared formula. This text is the rule; docs/next-ticket.md tells people.

A counter looks at the tickets that it may call: of its queues or directed to it, and asking for nothing it lacks.

1. Longest wait. Who has waited for the cap (60 min) or longer goes before everybody, the longest wait first.
2. Walk-in's turn. After 3 booked calls in a row at this counter, a walk-in goes next if one waits.
3. Score, in minutes, the highest first; of equal scores the one who came first:

       score = waited + booked credit (15) + priority credit (12) + affinity of the queue at this counter

   The booked credit begins with the slot, not with an early check-in. Affinity belongs to the queue's position at the
   counter, never to a ticket.

Why nobody overtakes within a queue and class (definitions.md 16): at one moment all tickets of a queue and class have
the same credits and the same affinity, so the score orders them by arrival; so does the cap, for those over it are the
earliest; and the walk-in's turn picks among walk-ins by the same order. A credit counts like having come earlier
(`waited + credit = at - (since - credit)`), so the order is a sort by a *counted arrival* and no sum grows with time.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

import msgspec

from hall_server.domain.dispatch.credits import Tariff
from hall_server.domain.dispatch.reason import Reason
from hall_server.domain.dispatch.values import CounterMemory, DispatchRules, Waiting, callable_by
from hall_server.domain.dispatch.why import Turn, explain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hall_server.domain.dispatch.values import CallingCounter

DEFAULTS = DispatchRules()
FRESH = CounterMemory()


class Next(msgspec.Struct, frozen=True):
    """The choice and its reason."""

    ticket: Waiting
    why: Reason


class NextTicketRule(Protocol):
    """What stands behind the call: `next_ticket` is the first of its kind, a learned rule may replace it."""

    def __call__(
        self,
        waiting: Iterable[Waiting],
        counter: CallingCounter,
        at: int,
        rules: DispatchRules = ...,
        memory: CounterMemory = ...,
    ) -> Next | None:
        """Whom the counter calls at `at` (UTC microseconds) and why; None when nobody waits for it."""


def next_ticket(
    waiting: Iterable[Waiting],
    counter: CallingCounter,
    at: int,
    rules: DispatchRules = DEFAULTS,
    memory: CounterMemory = FRESH,
) -> Next | None:
    """Whom this counter calls next and why, by the rule above; None when nobody waits for it.

    `at` is UTC microseconds. The order in which `waiting` comes does not matter. One pass, nothing is kept.
    """
    mine = callable_by(counter, waiting)
    tariff = Tariff(counter, at, rules)
    first = tariff.first(mine)
    if first is None:
        return None
    ticket, turn = first, Turn.LONGEST_WAIT if tariff.over_the_cap(first) else Turn.SCORE
    if tariff.owes_a_walk_in(first, memory):
        walk_in = tariff.first(ticket for ticket in mine if ticket.booked_for is None)
        if walk_in is not None:
            ticket, turn = walk_in, Turn.WALK_IN
    return Next(ticket, explain(ticket, turn, mine, tariff, memory))


def in_order(
    waiting: Iterable[Waiting],
    counter: CallingCounter,
    at: int,
    rules: DispatchRules = DEFAULTS,
    memory: CounterMemory = FRESH,
) -> tuple[Waiting, ...]:
    """The tickets that this counter may call, in the order in which calling at `at` again and again would take them."""
    tariff = Tariff(counter, at, rules)
    line = sorted(callable_by(counter, waiting), key=tariff.counted_arrival)
    return tuple(_calls(line, tariff, memory))


def _calls(line: Sequence[Waiting], tariff: Tariff, memory: CounterMemory) -> Iterator[Waiting]:
    """Merge the sorted walk-ins and the sorted booked visitors, by score and by turn."""
    walk_ins = deque(ticket for ticket in line if ticket.booked_for is None)
    booked = deque(ticket for ticket in line if ticket.booked_for is not None)
    while walk_ins and booked:
        bookings_turn = tariff.counted_arrival(booked[0]) < tariff.counted_arrival(walk_ins[0])
        if bookings_turn and not tariff.owes_a_walk_in(booked[0], memory):
            ticket = booked.popleft()
        else:
            ticket = walk_ins.popleft()
        memory = memory.after(ticket)
        yield ticket
    yield from walk_ins
    yield from booked
