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

    def may_ask(self, ticket: str) -> bool:
        """Whether a visit was not asked yet."""
        return ticket not in self._answered
