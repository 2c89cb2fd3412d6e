"""What the flows of a counter share: who sits there, which ticket is meant, and the one way a ticket moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.life import apply, decide
from hall_server.domain.ticket import Actor, Step, Ticket, TicketEvent

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def find(tx: Transaction, ticket_id: str) -> Ticket:
    """The ticket, or HallProblem(ticket_unknown)."""
    ticket = tx.ticket(ticket_id)
    if ticket is None:
        raise HallProblem(ProblemCode.TICKET_UNKNOWN, ticket_id)
    return ticket


def seated(tx: Transaction, counter: int, by: Caller) -> Actor:
    """The clerk at the counter, if the caller speaks for them; else HallProblem(counter_closed | counter_taken)."""
    session = tx.session(counter)
    if session is None:
        raise HallProblem(ProblemCode.COUNTER_CLOSED, str(counter))
    if by.id and by.id != session.clerk:
        raise HallProblem(ProblemCode.COUNTER_TAKEN, f"counter {counter} is somebody else's")
    return Actor(ActorKind.CLERK, session.clerk)


def free_counter(tx: Transaction, counter: int, by: Caller) -> Actor:
    """The clerk of a counter at which nobody is.

    Raises HallProblem(not_allowed | counter_closed | counter_taken | counter_busy).
    """
    if by.counter not in {None, counter}:
        raise HallProblem(ProblemCode.NOT_ALLOWED, f"this caller sits at counter {by.counter}")
    actor = seated(tx, counter, by)
    at_hand = tx.at_counter(counter)
    if at_hand is not None:
        raise HallProblem(ProblemCode.COUNTER_BUSY, at_hand.label)
    return actor


def staff(tx: Transaction, by: Caller) -> Actor:
    """Who acts: a kiosk for its visitor, the clerk of the caller's counter, or a desk without a counter (导办台)."""
    if by.kind is not ActorKind.CLERK:
        return Actor(by.kind, by.id)
    return Actor(ActorKind.CLERK, by.id) if by.counter is None else seated(tx, by.counter, by)


def move(tx: Transaction, here: Here, ticket: Ticket, step: Step, by: Actor) -> Ticket:
    """Decide a step and remember it; the ticket as it stands afterwards."""
    at = here.clock.now()
    event = decide(here.timed(ticket, at), step, at, by, here.site.limits)
    if event is None:
        return ticket

    def moved(numbered: TicketEvent) -> Ticket:
        return apply(ticket, numbered)

    return tx.remember(event, moved)


def move_at_counter(tx: Transaction, here: Here, ticket: Ticket, step: Step, by: Caller) -> Ticket:
    """A move that only the clerk may make at whose counter the ticket is."""
    counter = ticket.counter if by.counter is None else by.counter
    actor = Actor(ActorKind.CLERK, by.id) if counter is None else seated(tx, counter, by)
    return move(tx, here, ticket, msgspec.structs.replace(step, counter=counter), actor)
