"""What waiting, booking, priority and the counter's own queue are worth at one moment at one counter.

The arithmetic of the rule, in whole microseconds: a credit of 15 minutes makes a ticket count as if it had come 15
minutes earlier. Knows nothing of turns and reasons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.domain.dispatch.values import MINUTE, is_due

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.domain.dispatch.values import CallingCounter, CounterMemory, DispatchRules, Waiting

_BEFORE_EVERYBODY = 1 << 60  # microseconds; outweighs every credit
_AFTER_EVERYBODY = 1 << 61


class Credits(NamedTuple):
    """The minutes that a ticket has beside those it has waited."""

    booked: int
    priority: int
    affinity: int


class Tariff:
    """The declared minutes, worked out for one counter and one moment (UTC microseconds)."""

    def __init__(self, counter: CallingCounter, at: int, rules: DispatchRules) -> None:
        self.at = at
        self.rules = rules
        self._affinity = dict(zip(counter.queues, rules.affinity_min, strict=False))
        self._overdue_since = at - rules.longest_wait_min * MINUTE
        self._us = {queue: minutes * MINUTE for queue, minutes in self._affinity.items()}
        self._booked_us = rules.booked_credit_min * MINUTE
        self._priority_us = rules.priority_credit_min * MINUTE
        self._reach = self._booked_us + self._priority_us + max((0, *self._us.values()))

    def counted_arrival(self, ticket: Waiting) -> tuple[int, int, int, str]:
        """When a ticket counts as having come, its score as a moment: the earliest first; then the order of coming."""
        since = counted = ticket.since
        if since <= self._overdue_since:
            counted -= _BEFORE_EVERYBODY
        else:
            counted -= self._us.get(ticket.queue, 0)
            if ticket.priority:
                counted -= self._priority_us
            if ticket.booked_for is not None and ticket.booked_for <= self.at:
                counted -= self._booked_us
        return (counted, since, ticket.place, ticket.id)

    def first(self, line: Iterable[Waiting]) -> Waiting | None:
        """The one with the earliest counted arrival; None of nobody.

        Most of a long line came so late that no credit could bring them to the front: they cost one comparison each.
        """
        best, found = (_AFTER_EVERYBODY, 0, 0, ""), None
        hopeless = _AFTER_EVERYBODY
        for ticket in line:
            if ticket.since > hopeless:
                continue
            counted = self.counted_arrival(ticket)
            if counted < best:
                best, found = counted, ticket
                hopeless = max(counted[0] + self._reach, ticket.since)  # over the cap: whoever came later
        return found

    def over_the_cap(self, ticket: Waiting) -> bool:
        """Whether the ticket has waited for the longest time that the hall allows, or longer."""
        return ticket.since <= self._overdue_since

    def owes_a_walk_in(self, first: Waiting, memory: CounterMemory) -> bool:
        """Whether a walk-in, if one waits, goes before this booked visitor, whose turn it would be by score."""
        over = memory.booked_run >= self.rules.booked_in_a_row
        return over and first.booked_for is not None and not self.over_the_cap(first)

    def credits(self, ticket: Waiting) -> Credits:
        """What a ticket has beside its waiting, for the reason; the cap looks at none of it."""
        return Credits(
            self.rules.booked_credit_min if is_due(ticket, self.at) else 0,
            self.rules.priority_credit_min if ticket.priority else 0,
            self._affinity.get(ticket.queue, 0),
        )

    def waited_min(self, ticket: Waiting) -> int:
        """Whole minutes since the ticket came; a clock that went back makes nobody wait less than nothing."""
        return max(0, self.at - ticket.since) // MINUTE
