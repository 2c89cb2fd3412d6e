"""The outbox on a real disk: contiguous in each life of the hall, kept for 72 h, never out of step."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import Origin, PrintAnswer
from kiosk.local_store import LocalStore
from kiosk.local_store.numbers import GivenNumber, Standing
from kiosk.local_store.outbox import KEPT_US
from tests.integration.kiosk.machines import SECOND, T0, Bench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STANDING = Standing(incarnation="one", business_day="2026-10-16", hall_us=T0)
ORDER = TakeTicket(item="i05")
YEAR_US = 365 * 86_400 * SECOND


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    opened = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    opened.facts.keep_emergency_letter("K")
    opened.begin_life("one")
    yield opened
    opened.close()


def printed(store: LocalStore, *names: str) -> None:
    for name in names:
        store.give(name, ORDER, queue="A", letter="A", standing=STANDING)
        store.answer(name, PrintAnswer.PAPER)


def online(store: LocalStore, name: str, label: str, answer: PrintAnswer | None = PrintAnswer.PAPER) -> None:
    store.asked(name)
    known = GivenNumber(name, label, 1, "A", "A", "2026-10-16", Origin.ONLINE, ORDER, Bench().boot, 5, given_at=T0)
    store.reserved(name, label, "2026-10-16", known)
    if answer is not None:
        store.answer(name, answer)
        store.told(name, answer)


def days_pass(store: LocalStore, until_us: int, from_us: int = 0) -> None:
    """As a kiosk that runs forgets: again and again."""
    for us in range(from_us, until_us, 6 * 3600 * SECOND):
        store.forget(T0 + us)
    store.forget(T0 + until_us)


def rows(store: LocalStore) -> list[tuple[int, str]]:
    return [(row.seq, row.told.ticket_id) for row in store.outbox.batch(100)]


def test_rows_are_numbered_from_one_and_leave_when_they_are_acknowledged(store: LocalStore) -> None:
    printed(store, "a", "b", "c")
    assert rows(store) == [(1, "a"), (2, "b"), (3, "c")]
    assert store.outbox.acknowledged("one", 2, {}, T0) == ["a", "b"]
    assert rows(store) == [(3, "c")]
    assert store.outbox.acknowledged("one", 2, {}, T0) == []  # the same answer once more
    row = store.row("a")
    assert row is not None
    assert row.told


def test_numbers_of_rows_go_on_when_old_rows_are_forgotten(store: LocalStore) -> None:
    printed(store, "a")
    store.outbox.acknowledged("one", 1, {}, T0)
    days_pass(store, KEPT_US)
    assert store.begin_life("two") == 1, "72 h are not over"
    store.outbox.acknowledged("two", 1, {}, T0 + KEPT_US)
    days_pass(store, 2 * KEPT_US + 1, KEPT_US)
    printed(store, "b")
    assert rows(store) == [(2, "b")]


def test_an_acknowledgement_of_another_life_changes_nothing(store: LocalStore) -> None:
    printed(store, "a")
    store.begin_life("two")
    assert store.outbox.acknowledged("one", 1, {1: "illegal_move"}, T0) == []
    assert rows(store) == [(1, "a")]
    assert store.outbox.refused() == {}


def test_a_new_life_is_offered_everything_again_the_halls_own_numbers_first(store: LocalStore) -> None:
    online(store, "x", "A001")
    printed(store, "a", "b")
    store.outbox.acknowledged("one", 1, {}, T0)
    online(store, "y", "A002", None)
    assert store.begin_life("two") == 4
    assert rows(store) == [(1, "x"), (2, "y"), (3, "a"), (4, "b")]
    origins = [row.told.number.origin for row in store.outbox.batch(9) if row.told.number]
    assert origins == [Origin.ONLINE, Origin.ONLINE, Origin.EMERGENCY, Origin.EMERGENCY]
    store.answer("y", PrintAnswer.SCREEN)  # noted down meanwhile: the hall may know the number only from here
    assert rows(store)[-1] == (5, "y")
    assert store.begin_life("two") == 0
    assert store.begin_life("three") == 5


def test_the_first_life_is_told_nothing_of_the_halls_own_numbers(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    online(store, "x", "A001")
    assert store.begin_life("one") == 0
    store.close()


def test_the_halls_own_numbers_are_forgotten_after_72_h(store: LocalStore) -> None:
    online(store, "x", "A001")
    days_pass(store, KEPT_US + 1)
    assert store.begin_life("two") == 0


@pytest.mark.parametrize("jump_us", [YEAR_US, -YEAR_US])
def test_a_clock_that_jumps_by_a_year_and_back_lets_nothing_be_forgotten(store: LocalStore, jump_us: int) -> None:
    online(store, "x", "A001")
    printed(store, "a")
    store.outbox.acknowledged("one", 1, {}, T0)
    store.forget(T0 + jump_us)
    online(store, "y", "A001")
    store.forget(T0 + 3600 * SECOND)
    assert store.begin_life("two") == 3


@pytest.mark.parametrize("life", ["another", ""])
def test_a_number_of_another_life_is_offered_to_whichever_is_heard_next(store: LocalStore, life: str) -> None:
    printed(store, "a")
    store.outbox.acknowledged("one", 1, {}, T0)
    store.asked("x")
    known = GivenNumber("x", "A001", 1, "A", "A", "2026-10-16", Origin.ONLINE, ORDER, Bench().boot, 5, given_at=T0)
    store.reserved("x", "A001", "2026-10-16", known, life=life)
    store.answer("x", PrintAnswer.PAPER)
    assert rows(store) == []
    assert store.begin_life("one") == 2  # the same server as before: it may never have heard of the number
    assert {name for _, name in rows(store)} == {"a", "x"}
    assert store.begin_life("one") == 0


def test_a_number_of_the_life_that_was_heard_last_is_no_news(store: LocalStore) -> None:
    store.asked("x")
    known = GivenNumber("x", "A001", 1, "A", "A", "2026-10-16", Origin.ONLINE, ORDER, Bench().boot, 5, given_at=T0)
    store.reserved("x", "A001", "2026-10-16", known, life="one")
    assert store.begin_life("one") == 0


def test_refused_rows_stay_in_sight(store: LocalStore) -> None:
    printed(store, "a", "b")
    store.outbox.acknowledged("one", 2, {1: "queue_unknown", 3: "never sent"}, T0)
    assert store.outbox.refused() == {"a": "queue_unknown"}
    assert store.outbox.pending() == 0


def test_a_row_that_cannot_be_read_gives_its_place_to_the_next(store: LocalStore) -> None:
    printed(store, "a", "b", "c")
    store.outbox.acknowledged("one", 1, {}, T0)
    store.outbox.set_aside(2, "bad_request", T0)
    assert rows(store) == [(2, "c")]
    assert store.outbox.refused() == {"b": "bad_request"}
    printed(store, "d")
    assert rows(store) == [(2, "c"), (3, "d")]


def test_an_old_copy_goes_on_behind_what_the_hall_has(store: LocalStore) -> None:
    printed(store, "a", "b")
    store.outbox.acknowledged("one", 1, {}, T0)
    store.outbox.go_on_behind(40)
    assert rows(store) == [(41, "b")]
    printed(store, "c")
    assert rows(store) == [(41, "b"), (42, "c")]


def test_rows_of_a_crash_are_whole_or_not_there(tmp_path: Path, store: LocalStore) -> None:
    """The answer and its row are one commit: a reader never sees one without the other."""
    printed(store, "a")
    connection = sqlite3.connect(tmp_path / "kiosk.db")
    answered = connection.execute("SELECT count(*) FROM journal WHERE answer <> ''").fetchone()
    assert answered == connection.execute("SELECT count(*) FROM outbox").fetchone() == (1,)
    connection.close()
