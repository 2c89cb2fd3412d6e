"""The journal on a real disk: what a life of the process leaves open is settled by the next one."""

from __future__ import annotations

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.vocabulary import PrintAnswer
from kiosk.local_store import (
    AFTER_A_CRASH,
    KEPT_ROWS,
    LocalStore,
    LocalStoreError,
    LocalStoreInUseError,
    Stage,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID = "00000000-0000-4000-8000-000000000001"
DAY = "2026-10-16"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    opened = LocalStore(tmp_path / "state" / "kiosk.db")
    yield opened
    opened.close()


def reopened(store: LocalStore, path: Path) -> LocalStore:
    store.close()
    return LocalStore(path / "state" / "kiosk.db")


def brought_to(store: LocalStore, stage: Stage, ticket_id: str = ID) -> None:
    store.asked(ticket_id)
    if stage is not Stage.ASKED:
        store.reserved(ticket_id, "A042", DAY)
    if stage not in {Stage.ASKED, Stage.RESERVED}:
        store.printed(ticket_id, stage)


def test_a_number_is_kept_from_the_asking_to_the_telling(store: LocalStore) -> None:
    brought_to(store, Stage.PRINTED)
    assert store.untold() == []
    assert store.answer(ID, PrintAnswer.PAPER)
    (row,) = store.untold()
    assert (row.label, row.business_day, row.stage, row.answer) == ("A042", DAY, Stage.PRINTED, PrintAnswer.PAPER)
    store.told(ID, PrintAnswer.PAPER)
    assert store.untold() == []


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_an_honest_answer_after_a_crash(tmp_path: Path, stage: Stage) -> None:
    first = LocalStore(tmp_path / "state" / "kiosk.db")
    brought_to(first, stage)
    second = reopened(first, tmp_path)
    (row,) = second.recover()
    assert row.answer is AFTER_A_CRASH[stage]
    assert second.recover() == [row]
    second.close()


def test_an_answer_that_the_visitor_gave_is_told_again_after_a_crash(tmp_path: Path, store: LocalStore) -> None:
    brought_to(store, Stage.NOT_PRINTED)
    store.answer(ID, PrintAnswer.SCREEN)
    second = reopened(store, tmp_path)
    assert [row.answer for row in second.recover()] == [PrintAnswer.SCREEN]
    second.close()


@pytest.mark.parametrize("final", [PrintAnswer.PAPER, PrintAnswer.SCREEN, PrintAnswer.VOID])
def test_only_cannot_tell_gives_way_to_another_answer(store: LocalStore, final: PrintAnswer) -> None:
    brought_to(store, Stage.UNKNOWN)
    assert store.answer(ID, PrintAnswer.CANNOT_TELL)
    assert not store.answer(ID, PrintAnswer.CANNOT_TELL)
    assert store.answer(ID, final)
    for other in PrintAnswer:
        assert not store.answer(ID, other)
    row = store.row(ID)
    assert row is not None
    assert row.answer is final


def test_a_better_answer_stays_untold_when_the_hall_heard_the_first(store: LocalStore) -> None:
    brought_to(store, Stage.UNKNOWN)
    store.answer(ID, PrintAnswer.CANNOT_TELL)
    store.answer(ID, PrintAnswer.PAPER)
    store.told(ID, PrintAnswer.CANNOT_TELL)
    assert [row.answer for row in store.untold()] == [PrintAnswer.PAPER]


def test_a_better_answer_is_told_when_cannot_tell_was_told_before(store: LocalStore) -> None:
    brought_to(store, Stage.UNKNOWN)
    store.answer(ID, PrintAnswer.CANNOT_TELL)
    store.told(ID, PrintAnswer.CANNOT_TELL)
    store.answer(ID, PrintAnswer.SCREEN)
    assert [row.answer for row in store.untold()] == [PrintAnswer.SCREEN]


def test_a_refused_number_leaves_no_row(store: LocalStore) -> None:
    store.asked(ID)
    store.not_given(ID)
    assert store.row(ID) is None
    assert store.recover() == []


def test_an_id_is_never_used_twice(store: LocalStore) -> None:
    store.asked(ID)
    with pytest.raises(LocalStoreError):
        store.asked(ID)


def test_words_about_a_number_that_was_never_asked_for_change_nothing(store: LocalStore) -> None:
    store.reserved(ID, "A042", DAY)
    store.printed(ID, Stage.PRINTED)
    store.told(ID, PrintAnswer.PAPER)
    assert not store.answer(ID, PrintAnswer.PAPER)
    assert store.row(ID) is None


def test_one_store_belongs_to_one_process(tmp_path: Path, store: LocalStore) -> None:
    with pytest.raises(LocalStoreInUseError):
        LocalStore(tmp_path / "state" / "kiosk.db")
    reopened(store, tmp_path).close()


def test_the_disk_is_made_to_keep_every_commit(tmp_path: Path, store: LocalStore) -> None:
    connection = sqlite3.connect(tmp_path / "state" / "kiosk.db")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
    assert store.durability() == "full"


@pytest.mark.parametrize("garbage", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_broken_file_is_put_aside_and_the_kiosk_goes_on(tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "kiosk.db"
    path.write_bytes(garbage)
    store = LocalStore(path)
    store.asked(ID)
    store.close()
    (aside,) = tmp_path.glob("kiosk.db.broken-*")
    assert aside.read_bytes() == garbage


def test_a_path_that_cannot_be_opened_is_an_error_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").mkdir()
    with pytest.raises(LocalStoreError):
        LocalStore(tmp_path / "kiosk.db")
    (tmp_path / "kiosk.db").rmdir()
    LocalStore(tmp_path / "kiosk.db").close()


def test_settled_rows_are_dropped_in_the_end_and_open_ones_never(store: LocalStore, tmp_path: Path) -> None:
    brought_to(store, Stage.RESERVED)
    store.close()
    connection = sqlite3.connect(tmp_path / "state" / "kiosk.db")
    rows = [(f"id-{number}", f"A{number}", DAY, "printed", "paper", 1) for number in range(KEPT_ROWS + 10)]
    statement = "INSERT INTO journal (ticket_id, label, business_day, stage, answer, told) VALUES (?, ?, ?, ?, ?, ?)"
    with connection:
        connection.executemany(statement, rows)
    connection.close()
    second = LocalStore(tmp_path / "state" / "kiosk.db")
    assert [row.ticket_id for row in second.recover()] == [ID]
    assert second.row("id-0") is None
    assert second.row(f"id-{KEPT_ROWS}") is not None
    second.close()


def test_a_store_that_closes_under_a_thread_refuses_it_and_the_process_lives(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db")

    def ask_until_refused() -> str:
        while True:
            try:
                store.outbox.pending()
            except LocalStoreError as error:
                return error.code

    with ThreadPoolExecutor(2) as threads:
        asking = [threads.submit(ask_until_refused) for _ in range(2)]
        time.sleep(0.05)
        store.close()
        assert [one.result(10) for one in asking] == ["local_store", "local_store"]
