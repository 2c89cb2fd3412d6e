"""Who looks at a simulated server from outside: labels of days far apart, and machines with one identity."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import TicketState
from tests.drills.partition.net import Answer, Asked
from tests.drills.partition.referees import Fence, LiveLabels
from tests.unit.hall_server.halls import ticket

WELL = Answer(200, b"{}")


def refused(code: ProblemCode) -> Answer:
    return Answer(409, msgspec.json.encode(HallProblem(code).problem()))


def asked(path: str, key: str = "k") -> Asked:
    return Asked("POST", path, {"Idempotency-Key": key}, b"{}")


@pytest.mark.parametrize(
    ("day", "state", "found"),
    [
        ("2025-01-02", TicketState.WAITING, True),
        ("2027-01-03", TicketState.RESERVED, True),
        ("2025-12-31", TicketState.WAITING, False),  # two days before
        ("2026-01-02", TicketState.WAITING, False),  # the same day is the store's business
        ("2025-01-02", TicketState.EXPIRED, False),
    ],
)
def test_two_live_numbers_of_one_label_are_told_when_their_days_are_far_apart(
    day: str, state: TicketState, found: bool
) -> None:
    live, here = LiveLabels(set()), ticket(TicketState.WAITING)
    live.stands(msgspec.structs.replace(here, id="one", business_day="2026-01-02"))
    live.stands(msgspec.structs.replace(here, id="other", business_day=day, state=state))
    assert bool(live.judged()) is found
    assert live.judged() == []  # told once


def test_a_number_that_is_over_stands_beside_nobody() -> None:
    live, here = LiveLabels(set()), ticket(TicketState.WAITING)
    live.stands(msgspec.structs.replace(here, id="one", business_day="2026-01-02"))
    live.stands(msgspec.structs.replace(here, id="one", business_day="2026-01-02", state=TicketState.EXPIRED))
    live.stands(msgspec.structs.replace(here, id="other", business_day="2025-01-02"))
    assert live.judged() == []


def test_what_the_tick_closes_was_not_there() -> None:
    live, here = LiveLabels(set()), ticket(TicketState.WAITING)
    late = msgspec.structs.replace(here, id="late", business_day="2025-01-02")
    for moved in (here, late, msgspec.structs.replace(late, state=TicketState.CANCELLED)):
        live.stands(moved)
    assert live.judged() == []


def test_whoever_was_served_at_another_server_holds_the_label_no_more() -> None:
    over: set[str] = set()
    lost, restored, here = LiveLabels(over), LiveLabels(over), ticket(TicketState.WAITING)
    old = msgspec.structs.replace(here, id="one", business_day="2026-01-02")
    restored.stands(old)
    lost.stands(msgspec.structs.replace(old, state=TicketState.COMPLETED))
    restored.stands(msgspec.structs.replace(here, id="other", business_day="2025-01-02"))
    assert restored.judged() == []


def test_a_second_machine_with_one_identity_must_be_under_quarantine() -> None:
    fence = Fence()
    assert fence.heard("K1", "K1", asked("leases"), WELL, set) == ""
    assert "not under quarantine" in fence.heard("K1", "K1x", asked("kiosks/K1/outbox"), WELL, set)
    assert fence.met == 1


def test_an_identity_under_quarantine_is_lent_nothing_but_the_same_answer_again() -> None:
    fence, fenced = Fence(), {"K1"}
    fence.heard("K1", "K1", asked("leases", "first"), WELL, set)
    assert fence.heard("K1", "K1x", asked("leases", "x"), refused(ProblemCode.LEASE_FENCED), lambda: fenced) == ""
    assert fence.heard("K1", "K1", asked("leases", "first"), WELL, lambda: fenced) == ""
    assert fence.heard("K1", "K1", asked("kiosks/K1/outbox", "rows"), WELL, lambda: fenced) == ""
    assert "lent numbers" in fence.heard("K1", "K1", asked("leases", "second"), WELL, lambda: fenced)


@pytest.mark.parametrize("answer", [refused(ProblemCode.HALL_ROLLED_BACK), refused(ProblemCode.QUEUE_UNKNOWN)])
def test_a_word_that_the_hall_answers_before_it_looks_who_speaks_counts_for_nobody(answer: Answer) -> None:
    fence = Fence()
    fence.heard("K1", "K1", asked("leases"), WELL, set)
    assert fence.heard("K1", "K1x", asked("leases", "x"), answer, set) == ""
    assert fence.heard("K1", "K1x", asked("tickets", "y"), WELL, set) == ""
    assert fence.met == 0


def test_after_a_technician_settled_it_the_next_machine_is_the_only_one() -> None:
    fence = Fence()
    fence.heard("K1", "K1", asked("leases"), WELL, set)
    fence.settled("K1")
    assert fence.heard("K1", "K1x", asked("leases", "x"), WELL, set) == ""
