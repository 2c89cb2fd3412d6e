"""撤销: the clerk takes back their last move, for some seconds (definitions.md 17). The history keeps both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Move
from hall_server.domain.hall_state import AT_COUNTER
from hall_server.domain.life import replay
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.calling import count_call
from hall_server.flows.desk import find, move, seated, staff

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def undo(tx: Transaction, here: Here, ticket_id: str, by: Caller) -> Ticket:
    """The ticket as it stood before its last move.

    Raises HallProblem(ticket_unknown | illegal_move | nothing_to_undo | undo_too_late), or counter_busy when somebody
    else is at its counter by now.
    """
    ticket = find(tx, ticket_id)
    history = tx.history(ticket_id)
    last, before = history[-1], replay(history[:-1])
    actor = staff(tx, by)
    if before is not None and before.state in AT_COUNTER and before.counter is not None:
        if by.kind is ActorKind.CLERK and seated(tx, before.counter, by).id != actor.id:
            raise HallProblem(ProblemCode.NOTHING_TO_UNDO, "another clerk sits at that counter now")
        if by.counter not in {None, before.counter}:
            raise HallProblem(ProblemCode.NOTHING_TO_UNDO, f"it was done at counter {before.counter}")
        there = tx.at_counter(before.counter)
        if there is not None and there.id != ticket.id:
            raise HallProblem(ProblemCode.COUNTER_BUSY, there.label)
    after = move(tx, here, ticket, Step(Move.UNDO, undoes=last, before=before, run=last.run), actor)
    if last.move is Move.CALL and last.counter is not None:
        count_call(tx, ticket, -1)
        tx.put_booked_run(last.counter, ticket.business_day, last.run)
    return after
