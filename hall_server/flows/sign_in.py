"""A clerk opens a counter. One clerk sits at one counter; taking over another's seat must be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.hall_state import CounterSession
from hall_server.domain.life import passed

if TYPE_CHECKING:
    from hall_server.contract.messages import SignIn
    from hall_server.domain.seams import Transaction
    from hall_server.domain.ticket import Ticket
    from hall_server.flows.here import Here

LEFT_ALONE_S = 15 * 60


def sign_in(tx: Transaction, here: Here, counter: int, order: SignIn) -> CounterSession:
    """The clerk's seat; signing in again where one sits already changes nothing.

    Raises HallProblem(counter_unknown), counter_taken when another clerk sits there and nothing was said of taking
    over, counter_busy when it has a ticket at hand that somebody is busy with, or the clerk has one at another
    counter, not_allowed when the site file does not know the clerk or keeps them to other counters.
    """
    here.site.counter(counter)
    if not here.site.may_sit(order.clerk, counter):
        raise HallProblem(ProblemCode.NOT_ALLOWED, f"not a clerk of counter {counter}", field="$.clerk")
    there = tx.session(counter)
    if there is not None and there.clerk == order.clerk:
        return there
    if there is not None and not order.take_over:
        raise HallProblem(ProblemCode.COUNTER_TAKEN, f"counter {counter}")
    left = tx.at_counter(counter) if there is not None else None
    if left is not None and not _left_alone(left, here.clock.now()):
        raise HallProblem(ProblemCode.COUNTER_BUSY, f"{left.label} is at counter {counter}")
    elsewhere = tx.session_of(order.clerk)
    if elsewhere is not None:
        at_hand = tx.at_counter(elsewhere.counter)
        if at_hand is not None:
            raise HallProblem(ProblemCode.COUNTER_BUSY, f"{at_hand.label} at counter {elsewhere.counter}")
        tx.drop_session(elsewhere.counter)
    session = CounterSession(counter=counter, clerk=order.clerk, since=here.clock.now())
    tx.put_session(session)
    return session


def _left_alone(ticket: Ticket, at: int) -> bool:
    """Whether nothing has happened to a ticket at a counter for so long that its clerk may be taken to be gone.

    Whoever takes the counter over then takes the visitor over too: nobody stands before an empty chair for ever.
    """
    last = max(ticket.last_called_at or 0, ticket.served_at or 0)
    return passed(last, at, LEFT_ALONE_S)
