"""Moves of made-up tickets, as those who tell the city of them are handed them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hall_server.contract.vocabulary import ActorKind, Move, Outcome, TicketState
from hall_server.domain.city.telling import TicketMoved
from hall_server.domain.ticket import TicketEvent
from tests.unit.hall_server.halls import NOON, SITE, ticket

if TYPE_CHECKING:
    from hall_server.domain.appointment import Booking


def moved(
    move: Move,
    state: TicketState,
    *,
    n: int = 5,
    outcome: Outcome | None = None,
    undone: Move | None = None,
    booking: Booking | None = None,
    **more: Any,
) -> TicketMoved:
    """A move of a ticket that is now in `state`; `more`: fields of the ticket."""
    after = ticket(state, **more)
    event = TicketEvent(
        n=n,
        at=NOON + n,
        business_day=after.business_day,
        move=move,
        ticket=after.id,
        label=after.label,
        queue=after.queue,
        state=state,
        actor_kind=ActorKind.SERVER,
        counter=after.counter,
        outcome=outcome,
        undone=undone,
    )
    return TicketMoved(SITE, event, after, booking)
