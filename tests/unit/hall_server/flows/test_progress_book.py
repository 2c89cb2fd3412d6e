"""Whoever looks at a case never waits; the city is asked now and then."""

from __future__ import annotations

from hall_server.contract.city.progress import CaseState, CaseStatus
from hall_server.flows.progress_book import AT_ONCE, MOST, ProgressBook
from tests.unit.hall_server.halls import NOON, HandClock

DECIDED = CaseStatus(case="c", state=CaseState.DECIDED, at=NOON)


def test_a_case_is_asked_for_once_and_shown_when_there_is_an_answer() -> None:
    book = ProgressBook(HandClock(), there=True)
    assert (book.look("c"), book.look("c")) == (None, None)
    assert (book.take_out(), book.take_out()) == (["c"], [])
    book.heard("c", DECIDED)
    assert (book.look("c"), book.take_out()) == (DECIDED, [])


def test_a_case_is_asked_for_again_after_a_minute_and_meanwhile_what_was_said_stands() -> None:
    clock = HandClock()
    book = ProgressBook(clock, there=True)
    book.heard("c", DECIDED)
    clock.forward(61)
    assert (book.look("c"), book.take_out()) == (DECIDED, ["c"])
    book.heard("c", None, answered=False)
    assert (book.look("c"), book.take_out()) == (DECIDED, [])
    book.heard("c", None)
    assert book.look("c") is None


def test_few_are_asked_for_at_once_and_not_too_many_are_wished() -> None:
    book = ProgressBook(HandClock(), there=True)
    for number in range(MOST + 7):
        book.look(str(number))
    assert len(book.take_out()) == AT_ONCE
    for number in range(MOST + 7):
        book.heard(str(number), DECIDED)
    assert book.look("0") is None


def test_a_hall_without_the_platform_asks_nobody() -> None:
    book = ProgressBook(HandClock(), there=False)
    assert (book.look("c"), book.take_out()) == (None, [])
