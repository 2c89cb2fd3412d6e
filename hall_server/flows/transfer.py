"""转移: to another queue or to one counter. Number, place and the time of waiting go along: nobody loses a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.priority import PriorityReason
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Move
from hall_server.domain.hall_state import AT_COUNTER
from hall_server.domain.priority_cost import goes_first, prioritised
from hall_server.domain.ticket import Step, Ticket
from hall_server.flows.desk import find, move, move_at_counter, staff
from hall_server.flows.greeter_desk import priority_entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.messages import Transfer
    from hall_server.contract.priority import PriorityCost
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

    Cost = Callable[[Ticket], PriorityCost]


def transfer(tx: Transaction, here: Here, ticket_id: str, order: Transfer, by: Caller, *, cost: Cost) -> Ticket:
    """The ticket, waiting in its new queue, or for the one counter that was named. `cost`: to others, if it goes first.

    Raises HallProblem(ticket_unknown | queue_unknown | counter_unknown | illegal_move | not_your_ticket), or
    bad_request when neither is named or the counter does not serve the queue.
    """
    ticket = find(tx, ticket_id)
    first = order.first and not goes_first(ticket.chips)
    step = Step(
        Move.TRANSFER,
        queue=_queue(here, ticket, order),
        to_counter=order.counter,
        reason=order.reason,
        chips=prioritised(ticket).chips if first else None,
    )
    if ticket.state in AT_COUNTER:
        moved = move_at_counter(tx, here, ticket, step, by)
    else:
        moved = move(tx, here, ticket, step, staff(tx, by))
    if first:
        tx.add_record(priority_entry(moved, PriorityReason.SENT_ON, cost(moved), staff(tx, by), here.clock.now()))
    return moved


def _queue(here: Here, ticket: Ticket, order: Transfer) -> str:
    if not order.queue and order.counter is None:
        raise HallProblem(ProblemCode.BAD_REQUEST, "name a queue, a counter or both", field="$.queue")
    if order.queue and order.queue not in here.site.queues:
        raise HallProblem(ProblemCode.QUEUE_UNKNOWN, order.queue, field="$.queue")
    if order.counter is None:
        if not here.site.counters_of(order.queue):
            raise HallProblem(ProblemCode.BAD_REQUEST, f"no counter serves queue {order.queue}", field="$.queue")
        return order.queue
    served = here.site.counter(order.counter).queues
    if not served or (order.queue and order.queue not in served):
        raise HallProblem(ProblemCode.BAD_REQUEST, f"counter {order.counter} does not serve it", field="$.counter")
    return order.queue or (ticket.queue if ticket.queue in served else served[0])
