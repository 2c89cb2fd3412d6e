"""统一申办受理 (CL-H4, CL-H5): every ending of a visit reaches the platform once, whatever happens on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.city.line import Line, Where
from hall_server.contract.city.ports import PortName
from hall_server.contract.messages import CompleteTicket
from hall_server.contract.vocabulary import CounterState, Outcome
from tests.contracts.city.cut_line import CUT_AFTER, CUT_BEFORE, cut_line
from tests.contracts.city.telling_faults import arrived, prove
from tests.contracts.city.telling_halls import FAULTS, Telling, platform_of, telling
from tests.integration.hall_server.made import clerk, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.hall_server.city_served import ServedCity

PORT = PortName.ACCEPTANCE


@pytest.fixture
def hall(reference_city: ServedCity, tmp_path: Path) -> Iterator[Telling]:
    with telling(PORT, tmp_path, platform_of(reference_city, PORT)) as one:
        yield one


def visit(hall: Telling, outcome: Outcome = Outcome.ACCEPTED) -> str:
    """Somebody comes, is called, served, and it ends so; the ticket's id."""
    made = hall.made
    ticket = made.waiting().id
    if made.hall.now().counters[0].state is CounterState.CLOSED:
        made.open(1)
    who = clerk(1)
    made.call(who)
    made.hall.serve(who, fresh(), ticket).result()
    made.hall.complete(who, fresh(), ticket, CompleteTicket(outcome)).result()
    return ticket


def undo(hall: Telling, ticket: str) -> None:
    hall.made.hall.undo(clerk(1), fresh(), ticket).result()


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_city_does_no_case_is_lost_and_none_doubled(hall: Telling, fault: str) -> None:
    def happen(hall: Telling) -> None:
        for _ in range(2):
            ticket = visit(hall)
            undo(hall, ticket)
            hall.made.clock.forward(1)
            hall.made.hall.complete(clerk(1), fresh(), ticket, CompleteTicket()).result()

    assert prove(hall, fault, happen) == 6


def test_an_ending_that_is_no_case_is_not_told(hall: Telling) -> None:
    visit(hall, Outcome.CONSULTED)
    hall.carry_all()
    assert hall.heard() == []


def test_a_case_names_the_visit_by_every_id_and_nobody(hall: Telling) -> None:
    ticket = visit(hall, Outcome.TOLERANT_ACCEPTED)
    hall.carry_all()
    (case,) = hall.heard("case")
    assert (case["ticket"], case["outcome"], case["counter"]) == (ticket, "tolerant_accepted", 1)
    assert case["items"] == [{"id": "i1", "code": "i1"}]
    assert hall.ask("GET", f"/progress/cases/{ticket}")["state"] == "accepted"


def test_an_ending_taken_back_withdraws_the_case_and_the_next_one_counts(hall: Telling) -> None:
    ticket = visit(hall)
    undo(hall, ticket)
    hall.carry_all()
    assert hall.ask("GET", f"/progress/cases/{ticket}")["state"] == "withdrawn"
    hall.made.hall.complete(clerk(1), fresh(), ticket, CompleteTicket(Outcome.DONE_AT_ONCE)).result()
    hall.carry_all()
    assert hall.ask("GET", f"/progress/cases/{ticket}")["state"] == "closed"
    told = hall.heard("case")
    assert [one["withdrawn"] for one in told] == [False, True, False]
    assert [one["version"] for one in told] == sorted({one["version"] for one in told})


@pytest.mark.parametrize("cut", [CUT_BEFORE, CUT_AFTER])
def test_a_line_that_is_cut_while_a_case_is_sent_delivers_it_once_when_it_is_back(hall: Telling, cut: str) -> None:
    """CL-H5: the network killed mid-submit."""
    visit(hall)
    hall.follow()
    with cut_line(hall.there.address, [cut, cut]) as address:
        line = Line(Where(address, hall.name, "", 5.0))
        for why in ("unreachable", "unreachable", ""):
            hall.rest()
            assert hall.carry(line) == [why]
        line.close()
    assert hall.waiting() == []
    assert arrived(hall) == 1
