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

from typing import TYPE_CHECKING, Protocol

import msgspec

from hall_server.domain.dispatch.credits import Tariff
from hall_server.domain.dispatch.reason import Reason
from hall_server.domain.dispatch.values import CounterMemory, DispatchRules, Waiting, may_call
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
    mine = [ticket for ticket in waiting if may_call(counter, ticket)]
    if not mine:
        return None
    tariff = Tariff(counter, at, rules)
    counted = tariff.counted_arrival
    walk_in = min((t for t in mine if t.booked_for is None), key=counted, default=None)
    booked = min((t for t in mine if t.booked_for is not None), key=counted, default=None)
    ticket, turn = _pick(walk_in, booked, tariff, memory)
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
    line = sorted((ticket for ticket in waiting if may_call(counter, ticket)), key=tariff.counted_arrival)
    return tuple(_calls(line, tariff, memory))


def _calls(line: Sequence[Waiting], tariff: Tariff, memory: CounterMemory) -> Iterator[Waiting]:
    walk_ins = iter([ticket for ticket in line if ticket.booked_for is None])
    bookeds = iter([ticket for ticket in line if ticket.booked_for is not None])
    walk_in, booked = next(walk_ins, None), next(bookeds, None)
    for _ in line:
        ticket, _turn = _pick(walk_in, booked, tariff, memory)
        yield ticket
        memory = memory.after(ticket)
        if ticket is walk_in:
            walk_in = next(walk_ins, None)
        else:
            booked = next(bookeds, None)


def _pick(
    walk_in: Waiting | None, booked: Waiting | None, tariff: Tariff, memory: CounterMemory
) -> tuple[Waiting, Turn]:
    """Of the first walk-in and the first booked visitor the one who goes; at least one of them is there."""
    first = min((one for one in (walk_in, booked) if one is not None), key=tariff.counted_arrival)
    if tariff.over_the_cap(first):
        return first, Turn.LONGEST_WAIT
    if walk_in is not None and first is not walk_in and memory.booked_run >= tariff.rules.booked_in_a_row:
        return walk_in, Turn.WALK_IN
    return first, Turn.SCORE
