"""The table pinned line by line (CL-F9): a rule that changes unnoticed fails here, and so does its picture."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.life_diagram import document
from hall_server.domain.moves import BIRTHS, ENDED, LINES, TABLE, UNDOABLE, When

DOCUMENT = Path(__file__).parents[4] / "docs" / "ticket-life.md"

# state: move[?condition]>target …; conditions that stand first are asked first
PINNED = {
    "reserved": "confirm_print?slip_out>waiting confirm_print?slip_void>void confirm_print?slip_unknown>unconfirmed",
    "unconfirmed": (
        "confirm_print?slip_out>waiting confirm_print?slip_void>void confirm_print?slip_unknown>unconfirmed "
        "call>called cancel?day_over>void cancel>cancelled"
    ),
    "waiting": (
        "confirm_print?slip_out>waiting confirm_print?slip_unknown>waiting call>called transfer>waiting "
        "cancel?day_over>expired cancel>cancelled undo?before_it>-"
    ),
    "called": (
        "confirm_print?unconfirmed_void>void confirm_print?slip_out>called confirm_print?slip_unknown>called "
        "recall>called serve>serving transfer>waiting no_show?unconfirmed>void no_show?missed_before>expired "
        "no_show>no_show cancel>cancelled undo?before_it>-"
    ),
    "serving": (
        "confirm_print?slip_out>serving confirm_print?slip_unknown>serving complete>completed hold>held "
        "transfer>waiting undo?before_it>-"
    ),
    "held": (
        "confirm_print?slip_out>held confirm_print?slip_unknown>held resume>serving transfer>waiting "
        "cancel?day_over>expired cancel>cancelled undo?before_it>-"
    ),
    "no_show": (
        "confirm_print?slip_out>no_show confirm_print?slip_unknown>no_show return>waiting cancel?day_over>expired "
        "cancel>cancelled undo?before_it>-"
    ),
    "completed": "confirm_print?slip_out>completed confirm_print?slip_unknown>completed undo?before_it>-",
    "cancelled": "confirm_print?slip_out>cancelled confirm_print?slip_unknown>cancelled undo?before_it>-",
    "void": "confirm_print?void_by_silence>waiting confirm_print?slip_void>void confirm_print?slip_unknown>void",
    "expired": (
        "confirm_print?slip_out>expired confirm_print?slip_unknown>expired return?by_staff>waiting undo?before_it>-"
    ),
}


@pytest.mark.parametrize("state", list(TicketState))
def test_each_state_has_the_lines_that_are_pinned(state: TicketState) -> None:
    lines = [line for line in TABLE if line.state is state]
    told = [f"{line.move}{'' if line.when is When.ALWAYS else f'?{line.when}'}>{line.target or '-'}" for line in lines]
    assert told == PINNED[state.value].split()


def test_a_condition_stands_before_the_line_that_holds_always() -> None:
    for lines in LINES.values():
        always = [line.when is When.ALWAYS for line in lines]
        assert always == sorted(always)
        assert sum(always) <= 1


def test_every_state_is_reached_and_every_move_is_used() -> None:
    assert {line.target for line in TABLE} - {None} == set(TicketState) - {TicketState.RESERVED}
    assert {line.move for line in TABLE} | BIRTHS == set(Move)


def test_who_has_ended_is_not_called() -> None:
    assert not [line for line in TABLE if line.state in ENDED and line.move is Move.CALL]


def test_nothing_that_the_visitor_or_the_hall_itself_did_can_be_undone() -> None:
    assert not UNDOABLE & {Move.TAKE, Move.CHECK_IN, Move.CONFIRM_PRINT, Move.UNDO}


def test_the_picture_in_the_docs_is_drawn_from_the_table() -> None:
    if os.environ.get("KAPOK_REGEN"):
        DOCUMENT.write_text(document())
    assert document() == DOCUMENT.read_text(), "run with KAPOK_REGEN=1 to draw it again"
