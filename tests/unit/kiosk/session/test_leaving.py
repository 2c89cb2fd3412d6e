"""Idle time, the warning, the wipe, the forgotten card."""

from __future__ import annotations

import pytest

from kiosk.session.effects import CallStaff, PlayTone, PrintSlip, Tone, Wipe
from kiosk.session.events import (
    CardGone,
    CardRead,
    CardReading,
    CardUnreadable,
    Choice,
    Chosen,
    DevicesChanged,
    Event,
    Stirred,
    Tick,
    Touch,
)
from kiosk.session.helping import AskForHelp
from kiosk.session.leaving import go_on
from kiosk.session.state import CardStep, Devices, Page, Rules
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    BUSY,
    CARD,
    CLEARED,
    CONFIRM,
    HELP,
    HOME,
    PRINTING,
    SERVICES,
    T0,
    TAKE_BACK,
    YOUNG,
    after,
    is_take_back,
    played,
    touch,
    visit_of,
    warned,
)


@pytest.mark.parametrize("session", [SERVICES, CARD, CONFIRM, HELP, BUSY])
def test_a_visitor_who_is_quiet_is_warned_and_then_wiped(session) -> None:
    assert after(session, Tick(T0 + 59)).warning is None
    warning, effects = played(session, Tick(T0 + 60))
    assert warning.warning is not None
    assert warning.warning.ends_at == T0 + 90
    assert visit_of(warning).person is None
    assert effects == [PlayTone(Tone.WARN)]
    assert after(warning, Tick(T0 + 89)).visit is not None
    gone, effects = played(warning, Tick(T0 + 90))
    assert (gone.page, gone.visit, gone.warning) == (Page.CLEARED, None, None)
    assert Wipe() in effects


@pytest.mark.parametrize("session", [SERVICES, CARD, CONFIRM, HELP, BUSY])
@pytest.mark.parametrize(
    "sign",
    [Stirred(T0 + 50), touch(Touch.NOTED, T0 + 50), CardReading(T0 + 50)],
    ids=["an empty place", "a button of another page", "a card laid down"],
)
def test_whatever_a_visitor_does_begins_the_quiet_time_anew(session, sign: Event) -> None:
    session = replace(session, card_on_glass=False)
    assert after(session, sign, Tick(T0 + 109)).warning is None
    assert after(session, sign, Tick(T0 + 110)).warning is not None


def test_a_card_taken_up_is_a_sign_and_one_left_behind_is_none() -> None:
    lying = after(SERVICES, CardReading(T0))
    assert after(lying, CardGone(T0 + 50), Tick(T0 + 60)).warning is None
    assert after(lying, CardReading(T0 + 50), CardUnreadable(T0 + 51, "refused"), Tick(T0 + 60)).warning is not None


def test_a_touch_beside_the_buttons_does_not_take_the_warning_down() -> None:
    session = warned(CONFIRM)
    assert after(session, Stirred(T0 + 5)).warning == session.warning


@pytest.mark.parametrize(("there", "step"), [(False, CardStep.OTHER_WAY), (True, CardStep.WAITING)])
def test_after_help_the_card_page_knows_whether_the_reader_is_there(there: bool, step: CardStep) -> None:
    away = Devices(card_reader=not there, printer=True)
    asked = after(CARD, DevicesChanged(T0 + 1, away), touch(Touch.HELP, T0 + 2))
    back = after(asked, DevicesChanged(T0 + 3, replace(away, card_reader=there)), touch(Touch.BACK, T0 + 4))
    assert (back.page, visit_of(back).card_step) == (Page.CARD, step)


def test_the_person_comes_back_when_the_visitor_is_still_there() -> None:
    session = after(CONFIRM, Tick(T0 + 60), touch(Touch.STILL_HERE, T0 + 70))
    assert (session.warning, session.last_touch) == (None, T0 + 70)
    assert visit_of(session).person == YOUNG


def test_the_warning_can_be_answered_again_and_again() -> None:
    session = CONFIRM
    for minute in range(12):
        at = T0 + 100 * (minute + 1)
        session = after(session, Tick(at), touch(Touch.STILL_HERE, at + 20))
        assert visit_of(session).person == YOUNG


def test_the_visitor_can_end_it_under_the_warning() -> None:
    session, effects = played(warned(CONFIRM), touch(Touch.FINISH))
    assert (session.visit, session.warning, effects) == (None, None, [Wipe()])


def test_help_under_the_warning_is_a_sign_of_life() -> None:
    session, effects = played(warned(CONFIRM), touch(Touch.HELP))
    assert (session.page, session.warning) == (Page.HELP, None)
    assert [type(effect) for effect in effects] == [AskForHelp]
    assert visit_of(session).person == YOUNG


def test_other_touches_under_the_warning_do_nothing() -> None:
    before = warned(CONFIRM)
    assert after(before, touch(Touch.PRINT_NUMBER), touch(Touch.BACK), Chosen(T0, Choice.ITEM, "i05")) == before


def test_touches_and_cards_keep_the_visit_alive() -> None:
    session = after(SERVICES, touch(Touch.NEXT_LIST_PAGE, T0 + 59), Tick(T0 + 100))
    assert session.warning is None
    session = after(session, CardRead(T0 + 118, YOUNG), Tick(T0 + 170))
    assert session.warning is None


def test_nobody_is_warned_while_the_slip_is_printed_or_when_nobody_is_there() -> None:
    assert after(PRINTING, Tick(T0 + 20)).warning is None
    assert after(HOME, Tick(T0 + 5000)) == replace(HOME, now=T0 + 5000)


def test_the_farewell_stands_for_a_moment() -> None:
    assert after(CLEARED, Tick(T0 + 1)).page is Page.CLEARED
    assert after(CLEARED, Tick(T0 + 2)).page is Page.HOME


def test_staff_are_told_once_of_a_card_that_nobody_takes_back() -> None:
    session, effects = played(TAKE_BACK, *[Tick(T0 + 30 * count) for count in range(1, 9)])
    assert is_take_back(session)
    assert effects == [CallStaff("card_left")]
    assert after(session, CardGone(T0 + 300), Tick(T0 + 302)).page is Page.HOME


def test_a_machine_that_slept_for_an_hour_warns_before_it_wipes() -> None:
    session = after(CONFIRM, Tick(T0 + 3600))
    assert session.warning is not None


def test_the_rules_of_a_site_are_kept() -> None:
    session = replace(SERVICES, rules=Rules(idle_s=5, warning_s=7))
    warning = after(session, Tick(T0 + 5)).warning
    assert warning is not None
    assert warning.ends_at == T0 + 12


def test_going_on_without_a_warning_changes_nothing() -> None:
    assert go_on(CONFIRM) == CONFIRM


def test_a_sign_of_life_on_a_busy_page_without_a_number_prints_nothing() -> None:
    session, effects = played(warned(BUSY), touch(Touch.STILL_HERE))
    assert session.page is Page.BUSY
    assert not any(isinstance(effect, PrintSlip) for effect in effects)
