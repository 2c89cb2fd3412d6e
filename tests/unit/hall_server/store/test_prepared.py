from __future__ import annotations

import pytest
from sqlalchemy import bindparam, literal, select

from hall_server.store import statements
from hall_server.store.prepared import Prepared
from hall_server.store.tables import ticket


def test_values_are_laid_out_in_the_order_of_the_question_marks() -> None:
    prepared = Prepared(select(ticket.c.id).where(ticket.c.queue == bindparam("b"), ticket.c.state == bindparam("a")))
    assert prepared.sql.count("?") == 2
    assert prepared.values({"a": "state", "b": "queue"}) == ("queue", "state")


def test_values_that_the_statement_brings_along_are_not_lost() -> None:
    assert Prepared(select(ticket.c.id).where(ticket.c.number == literal(7))).values({}) == (7,)


def test_a_missing_value_is_our_mistake_and_found_at_once() -> None:
    with pytest.raises(KeyError, match="hall_id"):
        statements.HEAD.values({})


def test_nothing_can_be_nothing() -> None:
    assert None in statements.SET_TICKET.values({
        "of_hall": "h", "of_id": "t", "new_state": "waiting", "new_delivery": "paper", "new_n": 1, "new_counter": None,
        "new_called_at": None, "new_last_called_at": None, "new_served_at": None, "new_ended_at": None,
        "new_recalls": 0, "new_outcome": None, "new_end_reason": "", "new_queue": "A", "new_directed_to": None,
        "new_held_at": None, "new_no_shows": 0, "new_missed_at": None, "new_chips": "",
    })  # fmt: skip
