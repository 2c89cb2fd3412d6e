"""叫值班长: a counter asks for whoever leads, because a service takes long or because it could help another queue.

Memory only: a call is over when the visitor has gone, or the counter that was free calls somebody. Knows no pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import CounterState

if TYPE_CHECKING:
    from hall_server.contract.messages import CounterNow


class LeadCall(msgspec.Struct, frozen=True):
    """One counter's call. `label`: the number at hand, "" for a free counter; `queue`: which one it could help."""

    counter: int
    at: int
    label: str = ""
    queue: str = ""


class LeadCalls:
    """The calls of one hall's counters, at most one each."""

    def __init__(self) -> None:
        self._calls: dict[int, LeadCall] = {}

    def put(self, call: LeadCall) -> None:
        """A counter asks; asked again it is the same call."""
        before = self._calls.get(call.counter)
        if before is None or (before.label, before.queue) != (call.label, call.queue):
            self._calls[call.counter] = call

    def of(self, counter: CounterNow) -> LeadCall | None:
        """A counter's call, while what it was about lasts."""
        call = self._calls.get(counter.no)
        if call is None:
            return None
        lasts = counter.label == call.label if call.label else counter.state is CounterState.IDLE
        if not lasts:
            del self._calls[counter.no]
            return None
        return call
