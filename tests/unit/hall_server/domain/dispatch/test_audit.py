from __future__ import annotations

import pytest

from hall_server.domain.dispatch import Call, CallingCounter, Overtake, Waiting, overtakes
from tests.unit.hall_server.domain.dispatch.lines import AT, COUNTER, booked, waiting

ACCESSIBLE = frozenset({"accessible"})
EARLIER, LATER = waiting(1, 20), waiting(2, 10)


def call(called: Waiting, *others: Waiting, counter: CallingCounter = COUNTER) -> Call:
    return Call(AT, counter, called.id, (called, *others))


def test_the_later_one_called_first_is_an_overtake() -> None:
    assert overtakes([call(EARLIER, LATER), call(LATER, EARLIER)]) == (Overtake(AT, 1, LATER, EARLIER),)


@pytest.mark.parametrize(
    "earlier",
    [
        waiting(1, 20, queue="C"),
        waiting(1, 20, priority=True),
        waiting(1, 20, returned=True),
        waiting(1, 20, needs=ACCESSIBLE),
        waiting(1, 20, directed_to=2),
        booked(1, 20),
        booked(1, 20, slot=-10),
    ],
)
def test_another_queue_or_class_and_who_could_not_be_served_there_is_not_overtaken(earlier: Waiting) -> None:
    """CL-G3: nor is an accessible-only ticket, even at a counter that could call it."""
    equipped = CallingCounter(1, ("A", "C"), ACCESSIBLE)
    assert overtakes([call(LATER, earlier, counter=equipped)]) == ()


@pytest.mark.parametrize("called", [waiting(2, 10, returned=True), waiting(2, 10, needs=ACCESSIBLE)])
def test_returned_and_accessible_only_tickets_overtake_nobody(called: Waiting) -> None:
    assert overtakes([call(called, EARLIER)]) == ()


def test_among_booked_visitors_the_slot_makes_the_class() -> None:
    early, due = booked(1, 20, slot=-5), booked(2, 10, slot=5)
    assert overtakes([call(due, early)]) == ()
    assert overtakes([call(due, booked(1, 20, slot=1))]) != ()


def test_a_call_of_nobody_who_waited_is_skipped() -> None:
    assert overtakes([Call(AT, COUNTER, "gone", (EARLIER,))]) == ()
