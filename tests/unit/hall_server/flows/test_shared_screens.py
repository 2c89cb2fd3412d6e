"""Pictures of screens: after a yes, from the kiosk that said it, for seconds."""

from __future__ import annotations

import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.remote_help import PICTURE_LIFE_S
from hall_server.domain.ticket import SECOND
from hall_server.flows.shared_screens import JPEG, MOST, YES_LIFE_S, Screens


class Clock:
    at = 0

    def now(self) -> int:
        return self.at

    def steady(self) -> int:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screens(clock: Clock) -> Screens:
    made = Screens(clock)
    made.allow("talk", "K1")
    return made


def refused(screens: Screens, session: str, kiosk: str) -> ProblemCode:
    with pytest.raises(HallProblem) as caught:
        screens.put(session, kiosk, JPEG)
    return caught.value.code


def test_a_picture_takes_the_place_of_the_one_before(screens: Screens) -> None:
    screens.put("talk", "K1", JPEG + b"1")
    screens.put("talk", "K1", JPEG + b"2")
    assert screens.picture("talk") == JPEG + b"2"


def test_a_picture_that_nothing_follows_is_gone_after_seconds_and_the_yes_after_minutes(
    screens: Screens, clock: Clock
) -> None:
    screens.put("talk", "K1", JPEG)
    clock.at += int(PICTURE_LIFE_S * SECOND)
    with pytest.raises(HallProblem):
        screens.picture("talk")
    assert screens.now().screens == ()
    screens.put("talk", "K1", JPEG)
    assert [one.kiosk for one in screens.now().screens] == ["K1"]
    clock.at += YES_LIFE_S * SECOND
    assert refused(screens, "talk", "K1") is ProblemCode.SCREEN_NOT_SHARED


def test_without_the_yes_of_this_kiosk_nothing_is_taken(screens: Screens) -> None:
    assert refused(screens, "talk", "K2") is ProblemCode.SCREEN_NOT_SHARED
    assert refused(screens, "another", "K1") is ProblemCode.SCREEN_NOT_SHARED
    screens.end("talk")
    screens.end("talk")
    assert refused(screens, "talk", "K1") is ProblemCode.SCREEN_NOT_SHARED


def test_of_too_many_the_oldest_yes_goes(screens: Screens) -> None:
    for number in range(MOST):
        screens.allow(f"talk {number}", "K2")
    assert refused(screens, "talk", "K1") is ProblemCode.SCREEN_NOT_SHARED
    screens.put("talk 0", "K2", JPEG)


def test_who_looks_is_told_once_for_each_yes(screens: Screens) -> None:
    assert [screens.first_look("talk", who) for who in ("desk", "desk", "other")] == [True, False, True]
    screens.allow("talk", "K1")
    assert screens.first_look("talk", "desk")
