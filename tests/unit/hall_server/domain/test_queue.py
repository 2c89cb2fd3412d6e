"""The hall's tickets and counters as the next-ticket rule sees them."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.vocabulary import Chip, TicketState, Why
from hall_server.domain.dispatch import CounterMemory, DispatchRules, Waiting
from hall_server.domain.queue import Next, booked_run_after, called_at, calling, in_order, next_ticket, waiting_of
from hall_server.domain.site import CounterRule
from hall_server.domain.ticket import SECOND, Ticket
from tests.unit.hall_server.halls import NOON, SITE, ticket

S = TicketState
MINUTE = 60 * SECOND
LOW = CounterRule(3, "三号", ("A",), accessible=True)
EQUIPPED = msgspec.structs.replace(SITE, counters={**SITE.counters, 3: LOW})
BOTH, ONE = SITE.counters[2], SITE.counters[1]
IN_A_WHEELCHAIR = ticket(id="w", place=1, chips=(Chip.WHEELCHAIR,))


def choice(*line: Ticket, counter: CounterRule = ONE, run: int = 0) -> Next:
    found = next_ticket(line, counter, NOON, SITE, CounterMemory(run))
    assert found is not None
    return found


def test_the_earliest_taken_of_all_queues_comes_next() -> None:
    """CL-A7."""
    line = [ticket(id="b", place=5), ticket(id="c", place=3, queue="C"), ticket(id="a", place=4)]
    found = choice(*line, counter=BOTH)
    assert (found.ticket, found.why.why) == (line[1], Why.EARLIEST_TAKEN)
    assert [one.id for one in in_order(line, BOTH, NOON, SITE)] == ["c", "a", "b"]


def test_a_counter_calls_only_from_its_queues() -> None:
    found = choice(ticket(id="c", place=1, queue="C"), ticket(id="a", place=2))
    assert (found.ticket.id, found.why.why) == ("a", Why.ONLY_ONE_WAITING)


def test_reserved_and_called_tickets_are_not_callable_but_unconfirmed_ones_are() -> None:
    line = [
        ticket(S.RESERVED, id="r", place=1),
        ticket(S.CALLED, id="k", place=2),
        ticket(S.UNCONFIRMED, id="u", place=3),
    ]
    assert choice(*line).ticket.id == "u"
    assert [one.id for one in in_order(line, ONE, NOON, SITE)] == ["u"]


def test_nobody_waiting_is_nobody() -> None:
    assert next_ticket([], ONE, NOON, SITE) is None


def test_a_ticket_waits_since_it_came_and_one_of_before_the_column_since_it_was_taken() -> None:
    assert waiting_of(ticket(), SITE).since == NOON - 10 * MINUTE
    assert waiting_of(ticket(since=NOON - 30 * MINUTE), SITE).since == NOON - 30 * MINUTE


def test_a_ticket_brings_along_all_that_the_rule_asks_for() -> None:
    """CL-A7: several items are one ticket, called once."""
    one = ticket(place=4, booked_for=NOON, directed_to=2, no_shows=1, items=("i1", "i3"), chips=(Chip.PRIORITY,))
    assert waiting_of(one, SITE) == Waiting(
        id="t1",
        label="A001",
        queue="A",
        since=NOON - 10 * MINUTE,
        place=4,
        booked_for=NOON,
        priority=True,
        directed_to=2,
        returned=True,
        items=("i1", "i3"),
    )


@pytest.mark.parametrize(
    ("chips", "priority"),
    [((), False), ((Chip.CANTONESE,), False), ((Chip.ELDER,), True), ((Chip.CANTONESE, Chip.PRIORITY), True)],
)
def test_priority_by_law_is_for_elders_and_those_who_said_so(chips: tuple[Chip, ...], priority: bool) -> None:
    """CL-G4."""
    assert waiting_of(ticket(chips=chips), SITE).priority is priority


def test_a_wheelchair_ticket_is_called_by_an_accessible_counter_only() -> None:
    """CL-G3."""
    assert next_ticket([IN_A_WHEELCHAIR], ONE, NOON, EQUIPPED) is None
    found = next_ticket([IN_A_WHEELCHAIR, ticket(id="b", place=2)], LOW, NOON, EQUIPPED)
    assert found is not None
    assert (found.ticket.id, found.why.why) == ("w", Why.ACCESSIBLE_ONLY_HERE)
    assert calling(LOW).skills == {"accessible"}


def test_cl_g3_whoever_sits_is_told_of_the_low_counters_alone_and_where_they_are() -> None:
    placed = msgspec.structs.replace(LOW, place="一楼大厅")
    hall = msgspec.structs.replace(SITE, counters={**SITE.counters, 3: placed})
    assert called_at(IN_A_WHEELCHAIR, hall) == ((3,), "一楼大厅", True)
    anybody, nowhere_low = called_at(ticket(id="b"), hall), called_at(IN_A_WHEELCHAIR, SITE)
    assert (anybody.counters, anybody.low) == (hall.counters_of("A"), False)
    assert anybody.counters != (3,)
    assert (nowhere_low.counters, nowhere_low.low) == (SITE.counters_of("A"), False)  # none is low: any of them helps


def test_nobody_waits_for_an_accessible_counter_that_the_queue_has_not_got() -> None:
    """CL-G3: the hall comes to the visitor; a ticket without any counter would starve."""
    assert choice(IN_A_WHEELCHAIR).ticket.id == "w"
    for_companies = ticket(queue="C", chips=(Chip.WHEELCHAIR,))
    assert next_ticket([for_companies], BOTH, NOON, EQUIPPED) is not None


def test_a_wheelchair_ticket_that_staff_sent_to_a_counter_is_called_there() -> None:
    sent = ticket(chips=(Chip.WHEELCHAIR,), directed_to=1)
    assert next_ticket([sent], ONE, NOON, EQUIPPED) is not None
    assert next_ticket([sent], LOW, NOON, EQUIPPED) is None


def test_the_counters_memory_and_the_halls_settings_count() -> None:
    """CL-C10."""
    line = [ticket(id="b", place=1, booked_for=NOON), ticket(id="w", place=2)]
    assert choice(*line, run=2).ticket.id == "b"
    assert choice(*line, run=3).ticket.id == "w"
    strict = msgspec.structs.replace(SITE, dispatch=DispatchRules(booked_in_a_row=1))
    assert [one.id for one in in_order(line, ONE, NOON, strict, CounterMemory(1))] == ["w", "b"]


def test_booked_calls_in_a_row_are_counted_until_a_walk_in_is_called() -> None:
    """CL-C10."""
    assert booked_run_after(2, ticket(booked_for=NOON)) == 3
    assert booked_run_after(2, ticket()) == 0
