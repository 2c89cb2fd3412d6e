"""Which ends of a visit are cases, and what the acceptance platform hears of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.city.acceptance import CASE_OUTCOMES, CaseTold
from hall_server.contract.vocabulary import Move, Outcome, TicketState
from hall_server.domain.city.tell_acceptance import ticket_moved
from tests.unit.hall_server.domain.city.moves import moved

if TYPE_CHECKING:
    from hall_server.domain.city.telling import TicketMoved

S = TicketState


def told(move: TicketMoved) -> CaseTold | None:
    drafts = list(ticket_moved(move))
    return msgspec.convert(drafts[0].body, CaseTold) if drafts else None


@pytest.mark.parametrize("outcome", Outcome)
def test_an_end_is_told_when_it_is_a_case(outcome: Outcome) -> None:
    case = told(moved(Move.COMPLETE, S.COMPLETED, outcome=outcome))
    assert (case is not None) == (outcome in CASE_OUTCOMES)


@pytest.mark.parametrize("move", [one for one in Move if one is not Move.COMPLETE])
def test_no_other_move_is_told(move: Move) -> None:
    assert told(moved(move, S.WAITING)) is None


def test_all_items_of_the_visit_are_in_the_case() -> None:
    case = told(moved(Move.COMPLETE, S.COMPLETED, outcome=Outcome.ACCEPTED, items=("i1", "i2")))
    assert case is not None
    assert [one.id for one in case.items] == ["i1", "i2"]


def test_an_undone_end_withdraws_the_case_with_a_later_version() -> None:
    case = told(moved(Move.COMPLETE, S.COMPLETED, outcome=Outcome.ACCEPTED))
    back = told(moved(Move.UNDO, S.SERVING, n=9, undone=Move.COMPLETE))
    assert case is not None
    assert back is not None
    assert (back.withdrawn, back.outcome, back.version > case.version) == (True, None, True)
