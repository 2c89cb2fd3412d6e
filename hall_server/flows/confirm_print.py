"""What became of the slip (definitions.md 2): told by whoever gave the number. A late answer always wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Move, PrintAnswer
from hall_server.domain.ticket import Actor, Step, Ticket
from hall_server.flows.desk import find, move

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def confirm_print(tx: Transaction, here: Here, ticket_id: str, answer: PrintAnswer, by: Caller) -> Ticket:
    """The ticket after the answer. Raises HallProblem(ticket_unknown | not_your_ticket | illegal_move)."""
    ticket = find(tx, ticket_id)
    if by.id != ticket.kiosk:
        raise HallProblem(ProblemCode.NOT_YOUR_TICKET, "another kiosk took it")
    step = Step(Move.CONFIRM_PRINT, answer=answer)
    kind = ActorKind.CLERK if by.kind is ActorKind.CLERK else ActorKind.KIOSK
    return move(tx, here, ticket, step, Actor(kind, by.id))
