"""回来了: a visitor who missed their call is there, and a person says so. They wait again, in their old place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.desk import find, move, staff

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def bring_back(tx: Transaction, here: Here, ticket_id: str, by: Caller) -> Ticket:
    """The waiting ticket; at any time until the day is over. Raises HallProblem(ticket_unknown | illegal_move)."""
    return move(tx, here, find(tx, ticket_id), Step(Move.RETURN), staff(tx, by))
