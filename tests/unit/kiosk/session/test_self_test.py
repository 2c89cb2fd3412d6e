"""自检 behind the technician's PIN (UI-T1, UI-T3)."""

from __future__ import annotations

import pytest

from kiosk.session.corner import PinJudged, StaffAct, StaffDoes
from kiosk.session.effects import Wipe
from kiosk.session.events import CardGone, CardRead, CardUnreadable, Choice, Chosen, Tick, Touch
from kiosk.session.self_test import TRIED, waits_for
from kiosk.session.self_test_words import BoxTried, CodeFelt, Examine, Examined, Try, TryBox, TryStep
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import LOOK, SELF_TEST, STAFF_PIN, T0, YOUNG, after, played, touch


def tries(session: Session) -> dict[str, Try]:
    return {} if session.workshop is None else {one.part: one for one in session.workshop.tries}


def chosen(part: str, at: float = T0 + 5, job: str = "j") -> Chosen:
    return Chosen(at, Choice.BOX, part, job)


def test_the_technician_s_pin_opens_it_and_that_is_written_down() -> None:
    judged = PinJudged(T0 + 1, right=True, technician=True)
    session, effects = played(STAFF_PIN, touch(Touch.TYPED, T0 + 1), judged)
    assert session.page is Page.SELF_TEST
    assert effects[1:] == [StaffDoes(StaffAct.TECHNICIAN_CAME), Examine()]
    assert session.corner is None


def test_five_minutes_without_a_touch_lock_it_and_a_touch_gives_five_more() -> None:
    assert after(SELF_TEST, Tick(T0 + 300)).page is Page.SELF_TEST
    session, effects = played(SELF_TEST, Tick(T0 + 302))
    assert (session.page, session.workshop) == (Page.HOME, None)
    assert effects == [StaffDoes(StaffAct.TECHNICIAN_LEFT), Wipe()]
    assert after(SELF_TEST, chosen("id_card", T0 + 200), Tick(T0 + 400)).page is Page.SELF_TEST


def test_it_is_locked_with_one_touch() -> None:
    session, effects = played(SELF_TEST, touch(Touch.FINISH, T0 + 9))
    assert session.page is Page.HOME
    assert Wipe() in effects


@pytest.mark.parametrize("part", TRIED)
def test_a_box_is_tried_once_and_what_came_of_it_is_shown(part: str) -> None:
    session, effects = played(SELF_TEST, chosen(part), chosen(part, T0 + 7, "again"))
    assert effects == [TryBox(part, "j")]
    ended = after(session, BoxTried(T0 + 8, "j", TryStep.ILL, "", "缺纸", "out"))
    assert (tries(ended)[part].step, tries(ended)[part].chinese) == (TryStep.ILL, "缺纸")
    assert after(ended, BoxTried(T0 + 9, "j", TryStep.WELL)) == replace(ended, now=T0 + 9)


def test_a_box_that_is_not_here_is_not_tried() -> None:
    assert played(SELF_TEST, chosen("sensors"), chosen("toaster"))[1] == []
    bare = after(SELF_TEST, Examined(T0 + 2, ()))
    assert played(bare, chosen("id_card"))[1] == []


def test_a_card_is_shown_masked_when_it_was_asked_for_and_begins_nobody_s_visit() -> None:
    unasked, effects = played(SELF_TEST, CardRead(T0 + 3, YOUNG, LOOK))
    assert (unasked.page, unasked.visit, tries(unasked), effects) == (Page.SELF_TEST, None, {}, [])
    session = after(SELF_TEST, chosen("id_card"), CardRead(T0 + 8, YOUNG, LOOK), CardGone(T0 + 9))
    shown = tries(session)["id_card"]
    assert (shown.step, shown.value) == (TryStep.WELL, f"{YOUNG.name_mask} ****{YOUNG.number_mask}")
    assert YOUNG.name_mask not in repr(session)
    assert session.visit is None
    assert after(session, touch(Touch.FINISH, T0 + 20)).workshop is None


def test_a_card_that_cannot_be_read_is_told() -> None:
    session = after(SELF_TEST, chosen("id_card"), CardUnreadable(T0 + 8, "refused"))
    assert tries(session)["id_card"].step is TryStep.ILL


def test_of_a_code_only_its_length_is_told_and_only_while_one_is_waited_for() -> None:
    assert tries(after(SELF_TEST, CodeFelt(T0 + 3, 120))) == {}
    waiting = after(SELF_TEST, chosen("code_scanner"))
    assert waits_for(waiting, "code_scanner")
    felt = after(waiting, CodeFelt(T0 + 8, 120))
    assert (tries(felt)["code_scanner"].step, tries(felt)["code_scanner"].value) == (TryStep.WELL, "120")
    assert not waits_for(felt, "code_scanner")


def test_looking_again_forgets_the_tries() -> None:
    session, effects = played(after(SELF_TEST, chosen("id_card")), touch(Touch.TRY_AGAIN, T0 + 9))
    assert tries(session) == {}
    assert effects == [Examine()]
