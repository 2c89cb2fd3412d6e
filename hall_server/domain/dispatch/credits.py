"""What waiting, booking, priority and the counter's own queue are worth at one moment at one counter.

The arithmetic of the rule, in whole microseconds: a credit of 15 minutes makes a ticket count as if it had come 15
minutes earlier. Knows nothing of turns and reasons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.domain.dispatch.values import MINUTE, is_due

if TYPE_CHECKING:
    from hall_server.domain.dispatch.values import CallingCounter, DispatchRules, Waiting

_BEFORE_EVERYBODY = 1 << 60  # microseconds; outweighs every credit


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

    def over_the_cap(self, ticket: Waiting) -> bool:
        """Whether the ticket has waited for the longest time that the hall allows, or longer."""
        return ticket.since <= self._overdue_since

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
