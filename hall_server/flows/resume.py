"""Held visitors come back: served at once, at the counter that takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Move
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.desk import find, free_counter, move

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def resume(tx: Transaction, here: Here, ticket_id: str, by: Caller) -> Ticket:
    """The ticket, served again: at the caller's counter, or where it was held.

    Raises HallProblem(ticket_unknown | illegal_move | counter_unknown | counter_closed | counter_taken | counter_busy).
    """
    ticket = find(tx, ticket_id)
    counter = ticket.counter if by.counter is None else by.counter
    if counter is None:
        raise HallProblem(ProblemCode.ILLEGAL_MOVE, "this ticket was never at a counter")
    here.site.counter(counter)
    actor = free_counter(tx, counter, by)
    return move(tx, here, ticket, Step(Move.RESUME, counter=counter), actor)
