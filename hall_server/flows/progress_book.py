"""办件进度 of visits that somebody looks at: what the city said last, in memory, bounded; no look waits (CL-E21).

A case that was asked for is put on a list; whoever carries questions to the city takes it from there and brings the
answer back. Nothing of a person is in it. Knows no carrier.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hall_server.contract.city.progress import CaseStatus
    from hall_server.domain.seams import Clock

MOST = 2_000
FRESH_US = 60 * 1_000_000  # asked again after that
AT_ONCE = 5


class Known(NamedTuple):
    """What is known of a case. `asked_at`: on the steady clock; 0 = not yet."""

    status: CaseStatus | None
    asked_at: int


class ProgressBook:
    """By case. Used from the hall's loop alone."""

    def __init__(self, clock: Clock, *, there: bool) -> None:
        self._clock = clock
        self._there = there
        self._known: OrderedDict[str, Known] = OrderedDict()
        self._wanted: OrderedDict[str, None] = OrderedDict()

    def look(self, case: str) -> CaseStatus | None:
        """What the city said last, if anything; it will be asked unless it was a moment ago."""
        if not self._there:
            return None
        known = self._known.get(case)
        if known is None or self._clock.steady() - known.asked_at > FRESH_US:
            self._wanted[case] = None
            while len(self._wanted) > MOST:
                self._wanted.popitem(last=False)
        return known.status if known else None

    def take_out(self) -> list[str]:
        """The next cases to ask for."""
        return [self._wanted.popitem(last=False)[0] for _ in range(min(AT_ONCE, len(self._wanted)))]

    def heard(self, case: str, status: CaseStatus | None, *, answered: bool = True) -> None:
        """The city's answer. `answered` False: it gave none, and what it said before stands."""
        known = self._known.pop(case, None)
        if not answered:
            status = known.status if known else None
        self._known[case] = Known(status, self._clock.steady())
        while len(self._known) > MOST:
            self._known.popitem(last=False)
