"""A clerk closes a counter, with nobody left standing at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.flows.desk import seated

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def sign_out(tx: Transaction, here: Here, counter: int, by: Caller) -> None:
    """Close the counter; closing a closed one changes nothing.

    Raises HallProblem(counter_unknown | counter_taken), counter_busy while a ticket is at hand.
    """
    here.site.counter(counter)
    if tx.session(counter) is None:
        return
    seated(tx, counter, by)
    at_hand = tx.at_counter(counter)
    if at_hand is not None:
        raise HallProblem(ProblemCode.COUNTER_BUSY, at_hand.label)
    tx.drop_session(counter)
