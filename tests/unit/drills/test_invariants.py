"""A number is one visitor's on one business day: what the drills find in a store, and what they must not find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.drills.invariants import number_findings
from tests.unit.hall_server.halls import ticket

if TYPE_CHECKING:
    from hall_server.domain.ticket import Ticket

DAY, NEXT_DAY = "2026-11-22", "2026-11-23"


def kept(name: str, label: str, day: str = DAY) -> Ticket:
    return ticket(id=name, label=label, business_day=day)


def test_the_same_label_on_two_business_days_is_no_finding() -> None:
    tickets = [kept("one", "A001"), kept("two", "A001", NEXT_DAY)]
    assert number_findings(tickets, {"one": "A001", "two": "A001"}) == []


def test_the_same_label_twice_on_one_day_is_found_in_the_store_and_in_what_was_told() -> None:
    found = number_findings([kept("one", "A001"), kept("two", "A001")], {"one": "A001", "two": "A001"})
    assert found == [f"number A001 of {DAY} was given 2 times", f"number A001 of {DAY} was told to 2 visitors"]


def test_one_number_told_to_two_visitors_is_found_when_the_store_has_another_for_one_of_them() -> None:
    found = number_findings([kept("one", "A001"), kept("two", "A002")], {"one": "A001", "two": "A001"})
    assert found == ["ticket two was told as A001, the store has A002", f"number A001 of {DAY} was told to 2 visitors"]


def test_a_ticket_that_was_told_and_is_not_there_is_found() -> None:
    assert number_findings([], {"one": "A001"}) == ["ticket one was told as A001, the store has nothing"]
