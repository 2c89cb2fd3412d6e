"""Figures by hand and by the program are the same; what was not there has no value."""

from __future__ import annotations

from hall_server.contract.vocabulary import Outcome, TicketState
from hall_server.domain.city.figures import DEFINITIONS, HOUR, figures, quantile
from tests.unit.hall_server.halls import NOON, ticket

S = 1_000_000


def called(wait_s: int, queue: str = "A", at: int = NOON + 60 * S) -> object:
    return ticket(TicketState.CALLED, id=f"c{wait_s}{queue}", queue=queue, called_at=at, since=at - wait_s * S)


def test_waits_are_those_of_the_hour_and_of_the_queue() -> None:
    tickets = [called(one) for one in (10, 20, 30, 40)] + [called(500, "C"), called(9, at=NOON + HOUR)]
    found = {(one.id, one.of): one for one in figures(tickets, ("A", "C"), NOON)}  # type: ignore[arg-type] # tickets
    assert [found["wait_p50", of].value for of in ("", "A", "C")] == [30, 20, 500]
    assert [found["wait_p90", of].value for of in ("", "A", "C")] == [500, 40, 500]
    assert [found["called", of].value for of in ("", "A", "C")] == [5, 4, 1]
    assert found["wait_p50", "A"].n == 4


def test_an_hour_of_nothing_has_counts_of_zero_and_no_waits() -> None:
    found = {(one.id, one.of): one.value for one in figures([], ("A",), NOON)}
    assert found == {
        ("taken", ""): 0, ("called", ""): 0, ("wait_p50", ""): None, ("wait_p90", ""): None,
        ("taken", "A"): 0, ("called", "A"): 0, ("wait_p50", "A"): None, ("wait_p90", "A"): None,
        ("service_p50", ""): None,
    }  # fmt: skip


def test_ends_are_counted_by_outcome() -> None:
    ended = [
        ticket(TicketState.COMPLETED, id=str(n), outcome=outcome, served_at=NOON, ended_at=NOON + (n + 1) * 60 * S)
        for n, outcome in enumerate((Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.LEFT))
    ]
    found = {(one.id, one.of): one.value for one in figures(ended, (), NOON)}
    assert (found["completed", "accepted"], found["completed", "left"], found["service_p50", ""]) == (2, 1, 120)


def test_every_figure_has_its_definition() -> None:
    ended = ticket(TicketState.COMPLETED, outcome=Outcome.LEFT, ended_at=NOON)
    assert {one.id for one in figures([ended], ("A",), NOON)} == {one.id for one in DEFINITIONS}


def test_the_nearest_rank_is_one_of_the_values() -> None:
    assert [quantile([3.0, 1.0, 2.0], share) for share in (0.0, 0.34, 0.9, 1.0)] == [1.0, 2.0, 3.0, 3.0]
