"""触摸屏 (UI-T3): twenty-five touches, judged in millimetres of the real panel."""

from __future__ import annotations

import pytest

from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Chosen, Tick, Touch
from kiosk.session.glass import Glass
from kiosk.session.self_test_words import SPOTS, Try, TryStep
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import SELF_TEST, T0, TOUCH_GRID, after, played, touch


def touched(*offs: str) -> list[Chosen]:
    return [Chosen(T0 + 2 + place, Choice.SPOT, off, "job") for place, off in enumerate(offs)]


def tried(session: Session) -> Try:
    assert session.workshop is not None
    return next(one for one in session.workshop.tries if one.part == "touch")


def test_twenty_five_near_touches_are_well_and_the_mean_is_told_in_millimetres_of_this_panel() -> None:
    session, effects = played(TOUCH_GRID, *touched(*["3,4"] * SPOTS))
    assert session.page is Page.SELF_TEST
    assert (tried(session).step, tried(session).value) == (TryStep.WELL, "1.2")  # 5 px on 21.5 inches
    assert effects == [PlayTone(Tone.OK)]
    wide = replace(TOUCH_GRID, glass=Glass(diagonal_in=43))
    assert tried(after(wide, *touched(*["3,4"] * SPOTS))).value == "2.5"


def test_one_touch_that_would_miss_the_least_target_is_ill_and_says_what_helps() -> None:
    session = after(TOUCH_GRID, *touched(*["1,1"] * (SPOTS - 1), "-30,30"))
    assert tried(session).step is TryStep.ILL
    assert "校准" in tried(session).chinese
    assert "11 mm" in tried(session).english


@pytest.mark.parametrize("odd", ["", "3", "a,b", "nan,1", "inf,0", "1,2,3"])
def test_what_is_no_place_counts_for_nothing(odd: str) -> None:
    session = after(TOUCH_GRID, *touched(odd))
    assert session.workshop is not None
    assert session.workshop.off_mm == ()


def test_a_second_touch_at_once_is_a_finger_that_trembles() -> None:
    twice = after(TOUCH_GRID, Chosen(T0 + 2, Choice.SPOT, "1,1"), Chosen(T0 + 2.2, Choice.SPOT, "80,1"))
    assert twice.workshop is not None
    assert len(twice.workshop.off_mm) == 1


def test_it_begins_anew_each_time_and_can_be_left() -> None:
    begun = after(TOUCH_GRID, *touched("1,1", "2,2"))
    left = after(begun, touch(Touch.BACK, T0 + 9))
    assert left.page is Page.SELF_TEST
    again = after(left, Chosen(T0 + 12, Choice.TOOL, "touch"))
    assert again.workshop is not None
    assert again.workshop.off_mm == ()


def test_it_locks_after_five_minutes_like_all_of_them() -> None:
    assert after(TOUCH_GRID, *touched("1,1"), Tick(T0 + 303)).page is Page.HOME
    assert after(SELF_TEST, Chosen(T0 + 2, Choice.SPOT, "1,1")).page is Page.SELF_TEST
