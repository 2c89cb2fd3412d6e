"""The table pinned pair by pair: a rule that changes unnoticed fails here."""

from __future__ import annotations

import pytest

from hall_server.contract.vocabulary import Move, PrintAnswer, TicketState
from hall_server.domain.moves import MOVES, PRINT_ANSWERS

S = TicketState

MOVES_PINNED = {
    ("unconfirmed", "call", "called"),
    ("waiting", "call", "called"),
    ("called", "recall", "called"),
    ("called", "serve", "serving"),
    ("called", "no_show", "no_show"),
    ("serving", "complete", "completed"),
}

# state -> what paper, screen, void, cannot_tell make of it; "-" = refused
ANSWERS_PINNED = {
    "reserved": ("waiting", "waiting", "void", "unconfirmed"),
    "unconfirmed": ("waiting", "waiting", "void", "unconfirmed"),
    "waiting": ("waiting", "waiting", "-", "waiting"),
    "called": ("called", "called", "void", "called"),
    "serving": ("serving", "serving", "-", "serving"),
    "held": ("-", "-", "-", "-"),
    "no_show": ("no_show", "no_show", "-", "no_show"),
    "completed": ("completed", "completed", "-", "completed"),
    "cancelled": ("-", "-", "-", "-"),
    "void": ("waiting", "waiting", "void", "void"),
    "expired": ("-", "-", "-", "-"),
}
ANSWERS = (PrintAnswer.PAPER, PrintAnswer.SCREEN, PrintAnswer.VOID, PrintAnswer.CANNOT_TELL)


@pytest.mark.parametrize("state", list(TicketState))
@pytest.mark.parametrize("move", list(Move))
def test_each_state_and_move_is_as_pinned(state: TicketState, move: Move) -> None:
    target = MOVES.get((state, move))
    pinned = {after for before, verb, after in MOVES_PINNED if (before, verb) == (state.value, move.value)}
    assert ({target.value} if target else set()) == pinned


@pytest.mark.parametrize("state", list(TicketState))
@pytest.mark.parametrize("answer", ANSWERS)
def test_each_state_and_answer_is_as_pinned(state: TicketState, answer: PrintAnswer) -> None:
    target = PRINT_ANSWERS.get((state, answer))
    assert (target.value if target else "-") == ANSWERS_PINNED[state.value][ANSWERS.index(answer)]


def test_no_move_begins_a_life_but_take() -> None:
    assert S.RESERVED not in {*MOVES.values()}
    assert not [move for _, move in MOVES if move is Move.TAKE]
