"""How long ago a ticket was taken or called, while the process that saw it lives: by a clock that never steps.

Wall time is what events carry, but somebody may set it while a visitor walks to a counter. Knows no lock and no limit.
After a restart nothing is known here and the tickets' own times stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import Move, TicketState

if TYPE_CHECKING:
    from hall_server.domain.hall_state import Moved
    from hall_server.domain.seams import Clock
    from hall_server.domain.ticket import Ticket

_TIMED = frozenset({TicketState.RESERVED, TicketState.CALLED})  # the states in which a timer runs or a lock holds
_STARTS = {
    Move.TAKE: ("taken_at",),
    Move.CHECK_IN: ("taken_at",),
    Move.CALL: ("called_at", "last_called_at"),
    Move.RECALL: ("last_called_at",),
}


class Elapsed:
    """The steady moments of tickets in which time matters now. Written from one thread, read from any."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._moments: dict[str, dict[str, int]] = {}

    def note(self, moved: Moved) -> None:
        """Remember when a committed move started something; forget a ticket that nothing runs for."""
        ticket = moved.ticket
        if ticket.state not in _TIMED:
            self._moments.pop(ticket.id, None)
            return
        started = dict.fromkeys(_STARTS.get(moved.event.move, ()), self._clock.steady())
        if started:
            self._moments[ticket.id] = {**self._moments.get(ticket.id, {}), **started}

    def timed(self, ticket: Ticket, at: int) -> Ticket:
        """The ticket with its times as if the clock had always stood as it does at `at`: only for judging locks."""
        moments = self._moments.get(ticket.id)
        if moments is None:
            return ticket
        steady = self._clock.steady()
        return msgspec.structs.replace(ticket, **{name: at - (steady - then) for name, then in moments.items()})
