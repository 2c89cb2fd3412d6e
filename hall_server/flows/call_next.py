"""叫号: call the ticket whose turn it is at a counter, and remember why it was this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Move
from hall_server.domain.queue import next_ticket
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.desk import move, seated

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def call_next(tx: Transaction, here: Here, counter: int, by: Caller) -> Ticket:
    """The called ticket.

    Raises HallProblem(counter_unknown | not_allowed | counter_closed | counter_taken | counter_busy | nobody_waiting).
    """
    rule = here.site.counter(counter)
    if by.counter not in {None, counter}:
        raise HallProblem(ProblemCode.NOT_ALLOWED, f"this caller sits at counter {by.counter}")
    actor = seated(tx, counter, by)
    at_hand = tx.at_counter(counter)
    if at_hand is not None:
        raise HallProblem(ProblemCode.COUNTER_BUSY, at_hand.label)
    at = here.clock.now()
    day = here.day(at)
    choice = next_ticket(tx.callable_tickets(rule.queues, day), rule, at)
    if choice is None:
        raise HallProblem(ProblemCode.NOBODY_WAITING)
    step = Step(Move.CALL, counter=counter, reason=choice.why.value)
    return move(tx, here, choice.ticket, step, actor)
