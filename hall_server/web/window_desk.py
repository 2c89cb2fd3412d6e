"""What stands at windows and nowhere else: captions of this moment, and who was asked for a rating. Memory only.

A caption may name anything, so it is kept nowhere: it goes with the visitor that it was written for.
"""

from __future__ import annotations

from collections import OrderedDict

LINES = 2  # the newest, and the one before it
_ASKED_KEPT = 500


class CounterScreens:
    """The screens at the counters of one hall."""

    def __init__(self) -> None:
        self._captions: dict[int, tuple[str, tuple[str, ...]]] = {}
        self._answered: OrderedDict[str, None] = OrderedDict()
        self._invited: OrderedDict[str, int] = OrderedDict()

    def caption(self, counter: int, ticket: str, words: str) -> None:
        """Another line for the visitor at a counter; "" takes all of them away."""
        before = self.captions(counter, ticket)
        self._captions[counter] = (ticket, (*before, words)[-LINES:] if words else ())

    def captions(self, counter: int, ticket: str) -> tuple[str, ...]:
        """What was written for this visitor; nothing once somebody else is there."""
        whose, lines = self._captions.get(counter, ("", ()))
        return lines if whose == ticket else ()

    def answered(self, ticket: str) -> None:
        """A visit was rated, or its visitor would not: it is not asked again."""
        self._answered[ticket] = None
        while len(self._answered) > _ASKED_KEPT:
            self._answered.popitem(last=False)

    def invite(self, ticket: str, at: int) -> None:
        """请评价 by the clerk's key: the one invitation of the visit; again changes nothing."""
        self._invited.setdefault(ticket, at)
        while len(self._invited) > _ASKED_KEPT:
            self._invited.popitem(last=False)

    def invited_at(self, ticket: str) -> int | None:
        """When a visit was invited by the clerk's key; None: it was not."""
        return self._invited.get(ticket)

    def may_ask(self, ticket: str) -> bool:
        """Whether a visit was not asked yet."""
        return ticket not in self._answered
