"""叫号: call the ticket whose turn it is at a counter, or one by hand, and remember why it was this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Move
from hall_server.domain.dispatch import BY_HAND, CounterMemory
from hall_server.domain.queue import for_anybody, next_ticket
from hall_server.domain.ticket import Step
from hall_server.flows.calling import bring_back_missed, call
from hall_server.flows.desk import find, free_counter

if TYPE_CHECKING:
    from hall_server.contract.messages import CallTicket
    from hall_server.domain.seams import Transaction
    from hall_server.domain.ticket import Ticket
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def call_next(tx: Transaction, here: Here, counter: int, by: Caller) -> Ticket:
    """The called ticket.

    Raises HallProblem(counter_unknown | not_allowed | counter_closed | counter_taken | counter_busy | nobody_waiting).
    """
    rule = here.site.counter(counter)
    actor = free_counter(tx, counter, by)
    at = here.clock.now()
    day = here.day(at)
    bring_back_missed(tx, here, rule.queues, day)
    memory = CounterMemory(tx.booked_run(counter, day))
    line = for_anybody(tx.callable_tickets(rule.queues, day), lambda no: tx.session(no) is not None)
    choice = next_ticket(line, rule, at, here.site, memory)
    if choice is None:
        raise HallProblem(ProblemCode.NOBODY_WAITING)
    return call(tx, here, find(tx, choice.ticket.id), Step(Move.CALL, counter=counter, reason=str(choice.why)), actor)


def call_by_hand(tx: Transaction, here: Here, ticket_id: str, order: CallTicket, by: Caller) -> Ticket:
    """A ticket that the clerk names, out of its turn: the event says so and why, whoever was passed over can ask.

    Raises HallProblem(ticket_unknown | illegal_move) and what `call_next` raises about the counter.
    """
    here.site.counter(order.counter)
    actor = free_counter(tx, order.counter, by)
    reason = f"{BY_HAND}:{order.reason}" if order.reason else BY_HAND
    return call(tx, here, find(tx, ticket_id), Step(Move.CALL, counter=order.counter, reason=reason), actor)
