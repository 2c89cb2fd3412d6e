"""The staff's corner: who gets in, what is done there, and that it locks itself."""

from __future__ import annotations

import pytest

from kiosk.session.corner import CheckPin, Gate, PinJudged, StaffAct, StaffDoes, StaffDone
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import CardRead, CatalogueCame, Choice, Chosen, Tick, Touch
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    CATALOGUE,
    CONFIRM,
    HOME,
    ID,
    OUT_OF_SERVICE,
    SERVICES,
    STAFF,
    STAFF_PIN,
    T0,
    TICKET,
    YOUNG,
    after,
    played,
    touch,
)

GUARDED = replace(HOME, gate=Gate())


def typed(session: Session, digits: str, at: float = T0) -> Session:
    """Each key some time after the one before: the same twice counts twice."""
    return after(session, *(Chosen(at + place, Choice.KEY, digit) for place, digit in enumerate(digits, 1)))


def tried(session: Session, at: float, *, right: bool = False) -> Session:
    return after(typed(session, "1234", at), touch(Touch.TYPED, at + 6), PinJudged(at + 7, right=right))


def test_a_machine_without_a_pin_has_no_corner() -> None:
    assert after(replace(HOME, gate=None), touch(Touch.STAFF)).page is Page.HOME


@pytest.mark.parametrize("session", [SERVICES, CONFIRM, TICKET])
def test_nobody_opens_it_over_a_visitor_s_head(session: Session) -> None:
    assert after(replace(session, gate=Gate()), touch(Touch.STAFF)).page is session.page


def test_it_opens_on_a_machine_that_is_out_of_service() -> None:
    assert after(replace(OUT_OF_SERVICE, gate=Gate()), touch(Touch.STAFF)).page is Page.STAFF_PIN


def test_the_pin_is_judged_outside_and_stands_in_no_repr() -> None:
    session, effects = played(STAFF_PIN, touch(Touch.TYPED, T0 + 1))
    assert effects == [CheckPin("2580")]
    assert "2580" not in repr(session) + repr(effects)


def test_the_right_pin_opens_it_and_that_is_written_down() -> None:
    session, effects = played(STAFF_PIN, touch(Touch.TYPED, T0 + 1), PinJudged(T0 + 2, right=True))
    assert session.page is Page.STAFF
    assert StaffDoes(StaffAct.OPENED) in effects
    assert session.corner is not None
    assert session.corner.typed == ""


def test_keys_undo_and_what_is_no_key_changes_nothing() -> None:
    session = typed(after(GUARDED, touch(Touch.STAFF)), "12")
    assert session.corner is not None
    assert after(session, Chosen(T0 + 9, Choice.KEY, "x")).corner == session.corner
    back = after(session, Chosen(T0 + 9, Choice.KEY, "back"))
    assert back.corner is not None
    assert back.corner.typed == "1"
    cleared = after(session, Chosen(T0 + 9, Choice.KEY, "clear"))
    assert cleared.corner is not None
    assert cleared.corner.typed == ""


def test_less_than_four_digits_are_no_pin() -> None:
    _, effects = played(typed(after(GUARDED, touch(Touch.STAFF)), "123"), touch(Touch.TYPED, T0 + 9))
    assert effects == []


def test_five_wrong_pins_shut_it_for_ten_minutes_also_when_it_is_left_in_between() -> None:
    session, at = GUARDED, T0
    for _ in range(5):
        at += 10
        session = tried(after(session, touch(Touch.STAFF, at)), at)
        session = after(session, touch(Touch.BACK, at + 8))
    shut = after(session, touch(Touch.STAFF, at + 20))
    assert (shut.page, shut.corner and shut.corner.said) == (Page.STAFF_PIN, "shut")
    assert played(typed(shut, "1234", at + 20), touch(Touch.TYPED, at + 30))[1] == []
    later = at + 7 + 600
    assert tried(after(session, touch(Touch.STAFF, later)), later, right=True).page is Page.STAFF


def test_a_wrong_pin_is_written_down_and_heard() -> None:
    _, effects = played(STAFF_PIN, touch(Touch.TYPED, T0 + 1), PinJudged(T0 + 2, right=False))
    assert effects[1:] == [StaffDoes(StaffAct.WRONG_PIN), PlayTone(Tone.WARN)]


@pytest.mark.parametrize("session", [HOME, SERVICES, STAFF])
def test_a_judgement_that_nobody_waits_for_opens_nothing(session: Session) -> None:
    assert after(session, PinJudged(T0 + 1, right=True)).page is session.page


def test_a_minute_without_a_touch_locks_it() -> None:
    assert after(STAFF, Tick(T0 + 60)).page is Page.STAFF
    session, effects = played(STAFF, Tick(T0 + 62))
    assert (session.page, session.corner) == (Page.HOME, None)
    assert effects == [StaffDoes(StaffAct.LOCKED), Wipe()]


@pytest.mark.parametrize("act", [StaffAct.REPRINT, StaffAct.PAPER, StaffAct.TECHNICIAN])
def test_what_staff_do_is_done_and_said(act: StaffAct) -> None:
    session, effects = played(STAFF, Chosen(T0 + 5, Choice.STAFF, act))
    assert effects == [StaffDoes(act)]
    assert session.corner is not None
    assert session.corner.said == act


@pytest.mark.parametrize("value", ["opened", "shut", "shell", ""])
def test_nothing_else_can_be_done(value: str) -> None:
    assert played(STAFF, Chosen(T0 + 5, Choice.STAFF, value))[1] == []


def test_a_slip_that_did_not_come_is_told() -> None:
    session = after(STAFF, Chosen(T0 + 5, Choice.STAFF, "reprint"), StaffDone(T0 + 6, StaffAct.REPRINT, ok=False))
    assert session.corner is not None
    assert session.corner.failed


def test_how_loud_staff_set_it_stays_with_the_machine() -> None:
    session = after(STAFF, *(Chosen(T0 + at, Choice.STAFF, "louder") for at in range(2, 6)))
    assert session.hearing.usual == 5
    assert session.hearing.after_visit.volume == 5


def test_a_card_does_nothing_there() -> None:
    assert after(STAFF, CardRead(T0 + 2, YOUNG)).visit is None


def test_leaving_it_closes_it() -> None:
    session, effects = played(STAFF, touch(Touch.FINISH, T0 + 5))
    assert (session.page, effects) == (Page.HOME, [StaffDoes(StaffAct.CLOSED), Wipe()])


def chosen(act: StaffAct, at: float = T0 + 2) -> Chosen:
    return Chosen(at, Choice.STAFF, act.value, ID)


def test_a_paused_machine_stands_still_until_staff_resume_it() -> None:
    paused, effects = played(STAFF, chosen(StaffAct.PAUSED), touch(Touch.FINISH, T0 + 3))
    assert (paused.page, StaffDoes(StaffAct.PAUSED) in effects) == (Page.OUT_OF_SERVICE, True)
    for event in (CatalogueCame(T0 + 4, CATALOGUE), CardRead(T0 + 4, YOUNG), touch(Touch.TAKE_A_NUMBER, T0 + 4)):
        assert after(paused, event).page is Page.OUT_OF_SERVICE
    inside = after(paused, touch(Touch.STAFF, T0 + 5))
    inside = after(typed(inside, "1234", T0 + 5), touch(Touch.TYPED, T0 + 11), PinJudged(T0 + 12, right=True))
    assert after(inside, chosen(StaffAct.SOMEBODY, T0 + 13)).page is Page.STAFF
    resumed = after(inside, chosen(StaffAct.RESUMED, T0 + 13), touch(Touch.FINISH, T0 + 14))
    assert (resumed.page, resumed.paused) == (Page.HOME, False)


def test_a_greeter_takes_a_number_for_somebody_and_the_corner_is_shut_behind_it() -> None:
    visit, effects = played(STAFF, chosen(StaffAct.SOMEBODY))
    assert (visit.page, visit.corner) == (Page.SERVICES, None)
    assert effects[0] == StaffDoes(StaffAct.SOMEBODY)
