from __future__ import annotations

from hall_server.contract.vocabulary import TicketState, Why
from hall_server.domain.queue import in_order, next_ticket
from tests.unit.hall_server.halls import NOON, SITE, ticket

S = TicketState
BOTH, ONE = SITE.counters[2], SITE.counters[1]


def test_the_earliest_taken_of_all_queues_comes_next() -> None:
    line = [ticket(id="b", place=5), ticket(id="c", place=3, queue="C"), ticket(id="a", place=4)]
    choice = next_ticket(line, BOTH, NOON)
    assert choice is not None
    assert (choice.ticket.id, choice.why) == ("c", Why.EARLIEST_TAKEN)
    assert [one.id for one in in_order(line, BOTH, NOON)] == ["c", "a", "b"]


def test_a_counter_calls_only_from_its_queues() -> None:
    line = [ticket(id="c", place=1, queue="C"), ticket(id="a", place=2)]
    choice = next_ticket(line, ONE, NOON)
    assert choice is not None
    assert (choice.ticket.id, choice.why) == ("a", Why.ONLY_ONE_WAITING)


def test_reserved_and_called_tickets_are_not_callable_but_unconfirmed_ones_are() -> None:
    line = [
        ticket(S.RESERVED, id="r", place=1),
        ticket(S.CALLED, id="k", place=2),
        ticket(S.UNCONFIRMED, id="u", place=3),
    ]
    choice = next_ticket(line, ONE, NOON)
    assert choice is not None
    assert choice.ticket.id == "u"


def test_nobody_waiting_is_nobody() -> None:
    assert next_ticket([], ONE, NOON) is None
