"""收回优先: a priority given by mistake ends within ten minutes and before the call; what others gave stays (CL-A6)."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.messages import TakeTicket
from hall_server.contract.priority import BACK_WITHIN_S, GivePriority, PriorityReason, TakePriorityBack
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Chip, PrintAnswer
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh

if TYPE_CHECKING:
    from pathlib import Path

GREETER = Caller(ActorKind.CLERK, "0401")


def give(made: MadeHall, ticket: str) -> None:
    made.hall.greeters.give_priority(GREETER, fresh(), ticket, GivePriority(PriorityReason.UNWELL)).result()


def refusal(made: MadeHall, ticket: str) -> ProblemCode | None:
    try:
        made.hall.greeters.take_back(GREETER, fresh(), ticket, TakePriorityBack()).result()
    except HallProblem as problem:
        return problem.code
    return None


def test_after_ten_minutes_it_stands_and_the_tablet_offers_it_no_more(tmp_path: Path) -> None:
    with closing(MadeHall(tmp_path)) as made:
        ticket = made.waiting().id
        give(made, ticket)
        made.clock.forward(BACK_WITHIN_S - 1)
        assert made.hall.greeters.given_min_ago(ticket) == 9
        made.clock.forward(1)
        assert made.hall.greeters.given_min_ago(ticket) is None
        assert refusal(made, ticket) is ProblemCode.UNDO_TOO_LATE


def test_whoever_is_called_is_called(tmp_path: Path) -> None:
    with closing(MadeHall(tmp_path)) as made:
        ticket = made.waiting().id
        give(made, ticket)
        made.call(made.open(1))
        assert made.hall.greeters.given_min_ago(ticket) is None
        assert refusal(made, ticket) is ProblemCode.ILLEGAL_MOVE


def test_it_can_be_given_and_taken_back_again_and_whoever_was_passed_stands_before_them(tmp_path: Path) -> None:
    with closing(MadeHall(tmp_path)) as made:
        first, second = made.waiting().id, made.waiting().id
        for _ in range(2):
            give(made, second)
            assert refusal(made, second) is None
            assert refusal(made, second) is ProblemCode.NOTHING_TO_UNDO
        assert made.call(made.open(1)).id == first


@pytest.mark.parametrize("chip", [Chip.PRIORITY, Chip.ELDER])
def test_what_a_number_was_taken_with_is_nobodys_mistake(tmp_path: Path, chip: Chip) -> None:
    with closing(MadeHall(tmp_path)) as made:
        taken = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", chips=(chip,))).result()
        ticket = made.answer(taken.id, PrintAnswer.PAPER).id
        give(made, ticket)  # goes first already: nothing is given, nothing is written
        assert made.hall.greeters.given_min_ago(ticket) is None
        assert refusal(made, ticket) is ProblemCode.NOTHING_TO_UNDO
        assert made.hall.ticket(ticket).chips == (chip,)
