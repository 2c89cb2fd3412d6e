"""The checker's own specification beside the hall's table: written apart, they say the same."""

from __future__ import annotations

import pytest

from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.moves import LINES, UNDOABLE, When
from tests.drills.history.operations import Operation, Seen
from tests.drills.history.register import RECALLS, VERBS, Register, after, outcomes

HERE, ELSEWHERE = 3, 7
STATES = [
    state for state in TicketState if state not in {TicketState.UNCONFIRMED, TicketState.VOID}
]  # not in the drill
MOVES = [Move(verb) for verb in sorted(VERBS - {"take", "read", "call_next"})]
HOLD_HERE = {When.ALWAYS, When.SLIP_OUT, When.BY_STAFF, When.BEFORE_IT}
BEFORE = Register("waiting", queue="A")


def ticket(state: TicketState, missed: int = 0) -> Register:
    return Register(state.value, HERE, "A", missed=missed, clerk=HERE, before=BEFORE)


def asked(move: Move, counter: int = HERE) -> Operation:
    return Operation(move.value, counter, 0.0, 1.0, queue="A")


@pytest.mark.parametrize("missed", [0, 1])
@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("state", STATES)
def test_the_specification_allows_what_the_hall_allows(state: TicketState, move: Move, missed: int) -> None:
    holding = HOLD_HERE | ({When.MISSED_BEFORE} if missed else set())
    line = next((line for line in LINES.get((state, move), ()) if line.when in holding), None)
    then = after(ticket(state, missed), asked(move))
    if line is None:
        assert isinstance(then, frozenset)
        assert "illegal_move" in then
    else:
        assert isinstance(then, Register)
        assert then.state == (line.target or BEFORE.state)


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("state", STATES)
def test_the_specification_lets_take_back_what_the_hall_lets(state: TicketState, move: Move) -> None:
    then = after(ticket(state), asked(move))
    if isinstance(then, Register) and move is not Move.CONFIRM_PRINT:
        assert (then.before is not None) == (move in UNDOABLE)


@pytest.mark.parametrize("move", ["serve", "complete", "hold", "no_show", "recall", "undo", "cancel", "transfer"])
def test_a_move_is_refused_when_the_ticket_is_at_another_counter(move: str) -> None:
    state = TicketState.SERVING if move in {"complete", "hold"} else TicketState.CALLED
    assert isinstance(after(ticket(state), asked(Move(move), HERE)), Register)
    assert isinstance(after(ticket(state), asked(Move(move), ELSEWHERE)), frozenset)


def test_a_recall_is_refused_when_all_are_used_up() -> None:
    called = Register("called", HERE, "A", recalls=RECALLS)
    assert after(called, asked(Move.RECALL)) == {"recalls_used_up"}


def test_the_hall_brings_back_only_who_missed_one_call() -> None:
    for missed, allowed in ((1, True), (2, False)):
        then = after(Register("no_show", HERE, "A", missed=missed), Operation("return", 0, 0.0))
        assert isinstance(then, Register) == allowed


def test_an_answer_has_to_show_what_the_move_makes_of_the_ticket() -> None:
    waiting = Register("waiting", queue="A")
    for seen, explained in (
        (Seen("called", HERE, "A", 0, 0, None), 1),
        (Seen("called", ELSEWHERE, "A", 0, 0, None), 0),
    ):
        assert len(outcomes(waiting, Operation("call", HERE, 0.0, 1.0, seen))) == explained


def test_too_soon_is_an_answer_only_when_it_would_be_right_later() -> None:
    soon = Operation("recall", HERE, 0.0, 1.0, refused="recall_too_soon")
    assert outcomes(ticket(TicketState.CALLED), soon) == (ticket(TicketState.CALLED),)
    assert outcomes(ticket(TicketState.SERVING), soon) == ()
    assert outcomes(ticket(TicketState.CALLED), Operation("serve", HERE, 0.0, 1.0, refused="recall_too_soon")) == ()
