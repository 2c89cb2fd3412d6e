"""日志 (UI-T6): narrowed, looked through, and copied to a stick under a passphrase that stands there once."""

from __future__ import annotations

import pytest

from kiosk.session.events import Choice, Chosen, Tick, Touch
from kiosk.session.log_looking import found_in, log_copy, log_look
from kiosk.session.log_words import (
    LogNotSaved,
    LogOnly,
    LogRead,
    LogSaved,
    ReadLog,
    SaveLog,
    StickFault,
    StickStep,
)
from kiosk.session.state import Page, Session
from tests.unit.kiosk.session.visits import BENCH, LOG, LOG_SEARCH, LOG_STICK, LOGGED, T0, after, played, touch

PASSPHRASE = "7K2M-9QXA-0FTH-4RWD-C3JE"
JOB = "a job of its own"
SAVING = after(LOG_STICK, touch(Touch.SEND, T0 + 2, JOB))
SAVED = after(SAVING, LogSaved(T0 + 3, JOB, "kapok-log-K1.kapoklog", PASSPHRASE))


def shown(session: Session) -> list[str]:
    look = log_look(session)
    return [one.text for one in found_in(look.entries, look.only, look.looked_for)]


def typed(session: Session, word: str) -> Session:
    return after(session, *(Chosen(T0 + 2 + place, Choice.KEY, sign) for place, sign in enumerate(word)))


def test_the_log_is_read_anew_whenever_its_page_is_opened() -> None:
    assert played(BENCH, Chosen(T0 + 2, Choice.TOOL, "log"))[1] == [ReadLog()]
    again, effects = played(LOG, touch(Touch.BACK, T0 + 2), Chosen(T0 + 3, Choice.TOOL, "log"))
    assert effects == [ReadLog()]
    assert not log_look(again).read


@pytest.mark.parametrize(
    ("only", "texts"),
    [
        ("all", ["well", "paper low", "reader lost"]),
        ("odd", ["paper low", "reader lost"]),
        ("faults", ["reader lost"]),
        ("everything", ["well", "paper low", "reader lost"]),
    ],
)
def test_what_to_look_at_and_faults_can_be_seen_alone(only: str, texts: list[str]) -> None:
    assert shown(after(LOG, Chosen(T0 + 2, Choice.LEVEL, only))) == texts


def test_letters_are_looked_for_large_or_small_and_digits_in_the_time_too() -> None:
    assert shown(after(typed(LOG_SEARCH, "AP"), touch(Touch.TYPED, T0 + 9))) == ["paper low"]
    assert shown(after(typed(LOG_SEARCH, "ap"), touch(Touch.TYPED, T0 + 9))) == ["paper low"]
    emptied = after(LOG_SEARCH, Chosen(T0 + 2, Choice.KEY, "clear"))
    assert shown(after(typed(emptied, "57"), touch(Touch.TYPED, T0 + 9))) == ["reader lost"]


def test_going_back_looks_for_what_was_looked_for_before() -> None:
    found = after(typed(LOG_SEARCH, "AP"), touch(Touch.TYPED, T0 + 9))
    again = typed(after(found, touch(Touch.SEARCH, T0 + 10)), "X")
    assert log_look(again).typed == "PAPX"
    assert shown(after(again, touch(Touch.BACK, T0 + 20))) == ["paper low"]


def test_keys_undo_and_what_is_no_letter_or_digit_is_not_typed() -> None:
    session = after(
        typed(LOG_SEARCH, "B.*("), Chosen(T0 + 9, Choice.KEY, "back"), Chosen(T0 + 10, Choice.KEY, "SELECT")
    )
    assert log_look(session).typed == "P"
    assert log_look(after(session, Chosen(T0 + 11, Choice.KEY, "clear"))).typed == ""
    assert len(log_look(typed(LOG_SEARCH, "AB" * 20)).typed) == 16


def test_a_copy_is_made_once_however_often_it_is_touched() -> None:
    _, effects = played(LOG_STICK, touch(Touch.SEND, T0 + 2, JOB), touch(Touch.SEND, T0 + 3, "another"))
    assert effects == [SaveLog(JOB)]


def test_the_passphrase_stands_there_until_it_is_noted_and_nowhere_after() -> None:
    assert log_copy(SAVED).passphrase == PASSPHRASE
    assert PASSPHRASE not in repr(SAVED)
    assert log_copy(after(SAVED, touch(Touch.SEND, T0 + 4))).passphrase == PASSPHRASE
    noted = after(SAVED, touch(Touch.NOTED, T0 + 5))
    assert (noted.page, log_copy(noted).passphrase) == (Page.LOG, "")


def test_five_minutes_end_the_passphrase_too() -> None:
    locked = after(SAVED, Tick(T0 + 400))
    assert (locked.page, locked.workshop) == (Page.HOME, None)


@pytest.mark.parametrize("left", ["back", "another job"])
def test_an_answer_to_a_copy_that_nobody_waits_for_shows_nothing(left: str) -> None:
    session = after(SAVING, touch(Touch.BACK, T0 + 3)) if left == "back" else SAVING
    job = JOB if left == "back" else "another"
    told = after(session, LogSaved(T0 + 4, job, "file", PASSPHRASE), LogNotSaved(T0 + 4, job, StickFault.FULL))
    assert log_copy(told).passphrase == ""
    assert log_copy(told).step in {StickStep.ASKED, StickStep.SAVING}


@pytest.mark.parametrize("fault", list(StickFault))
def test_a_copy_that_failed_says_why_and_can_be_tried_again(fault: StickFault) -> None:
    failed = after(SAVING, LogNotSaved(T0 + 3, JOB, fault))
    assert (log_copy(failed).step, log_copy(failed).fault) == (StickStep.FAILED, fault)
    assert played(failed, touch(Touch.SEND, T0 + 4, "again"))[1] == [SaveLog("again")]


def test_a_log_that_comes_when_it_was_locked_is_dropped() -> None:
    locked = after(LOG, Tick(T0 + 400))
    assert after(locked, LogRead(T0 + 401, LOGGED)).workshop is None


def test_all_is_shown_first() -> None:
    assert log_look(LOG).only is LogOnly.ALL
