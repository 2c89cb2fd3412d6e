from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.city.video import Speech
from hall_server.contract.help_calls import AskHelp, HelpCall, HelpState
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.help_calls import AGAIN_S, OVER_S, SECOND, Greeter, Spot, asked, is_over, moved

AT, SPOT = 1_000 * SECOND, Spot("K1", "1 号机", "入口")
LI, WU = Greeter("0317", "红马甲", 2), Greeter("0318")


def first() -> HelpCall:
    call = asked("a", AskHelp("K5"), SPOT, AT, None)
    assert call is not None
    return call


def after(call: HelpCall, state: HelpState, who: Greeter | None = None, at: int = AT + 1) -> HelpCall:
    moved_on = moved(call, state, at, who)
    assert moved_on is not None
    return moved_on


def test_a_press_makes_a_call_that_says_where_and_how_to_speak() -> None:
    call = asked("a", AskHelp("K5", Speech.CANTONESE, "LA"), SPOT, AT, None)
    assert call is not None
    assert (call.kiosk, call.kiosk_name, call.place, call.page) == ("K1", "1 号机", "入口", "K5")
    assert (call.speech, call.modes, call.at, call.state) == (Speech.CANTONESE, "LA", AT, HelpState.CALLED)


@pytest.mark.parametrize("state", [HelpState.CALLED, HelpState.SEEN, HelpState.COMING])
def test_pressing_again_while_the_call_is_open_changes_nothing(state: HelpState) -> None:
    call = first() if state is HelpState.CALLED else after(first(), state, LI)
    assert asked("b", AskHelp("K1"), SPOT, AT + 5, call) is call


def test_pressing_soon_after_giving_up_is_the_same_call_in_its_old_place_and_nobody_is_on_it() -> None:
    given_up = after(after(first(), HelpState.COMING, LI), HelpState.GIVEN_UP)
    again = asked("b", AskHelp("K8", Speech.ENGLISH), SPOT, AT + AGAIN_S * SECOND, given_up)
    assert again is not None
    assert (again.id, again.at, again.presses, again.state) == ("a", AT, 2, HelpState.CALLED)
    assert (again.page, again.speech, again.by, again.minutes, again.ended_at) == ("K8", Speech.ENGLISH, "", None, None)


@pytest.mark.parametrize(("state", "later_s"), [(HelpState.GIVEN_UP, AGAIN_S), (HelpState.DONE, 0)])
def test_a_minute_after_giving_up_or_at_once_after_help_it_is_another_call(state: HelpState, later_s: int) -> None:
    over = after(first(), state, LI if state is HelpState.DONE else None, at=AT)
    another = asked("b", AskHelp("K5"), SPOT, AT + later_s * SECOND, over)
    assert another is not None
    assert (another.id, another.presses) == ("b", 1)


def test_a_call_is_seen_somebody_comes_and_it_is_done() -> None:
    seen = after(first(), HelpState.SEEN, LI)
    assert (seen.state, seen.by, seen.looks, seen.minutes, seen.seen_at) == (
        HelpState.SEEN,
        "0317",
        "红马甲",
        None,
        AT + 1,
    )
    coming = after(seen, HelpState.COMING, WU, AT + 2)
    assert (coming.by, coming.looks, coming.coming_at) == ("0318", "", AT + 2)
    assert after(first(), HelpState.COMING, LI).minutes == 2
    assert after(coming, HelpState.DONE, WU, AT + 3).ended_at == AT + 3


def test_the_same_word_of_the_same_person_again_changes_nothing() -> None:
    for state in (HelpState.SEEN, HelpState.COMING, HelpState.DONE):
        assert moved(after(first(), state, LI), state, AT + 9, LI) is None
    assert moved(after(first(), HelpState.GIVEN_UP), HelpState.GIVEN_UP, AT + 9) is None


@pytest.mark.parametrize(
    ("before", "then"),
    [
        (HelpState.SEEN, HelpState.SEEN),
        (HelpState.COMING, HelpState.COMING),
        (HelpState.COMING, HelpState.SEEN),
        (HelpState.DONE, HelpState.SEEN),
        (HelpState.DONE, HelpState.COMING),
        (HelpState.DONE, HelpState.GIVEN_UP),
        (HelpState.GIVEN_UP, HelpState.COMING),
        (HelpState.GIVEN_UP, HelpState.DONE),
    ],
)
def test_what_somebody_else_does_already_or_what_is_over_is_refused(before: HelpState, then: HelpState) -> None:
    call = after(first(), before, None if before is HelpState.GIVEN_UP else LI)
    with pytest.raises(HallProblem) as refused:
        moved(call, then, AT + 9, None if then is HelpState.GIVEN_UP else WU)
    assert refused.value.code is ProblemCode.ILLEGAL_MOVE


def test_a_call_that_nobody_ended_is_over_after_half_an_hour_or_when_the_clock_went_back() -> None:
    call = first()
    moments = (0, OVER_S - 1, OVER_S, -1, -OVER_S)
    assert [is_over(call, AT + seconds * SECOND) for seconds in moments] == [False, False, True, False, True]
    assert not is_over(msgspec.structs.replace(call, state=HelpState.DONE), AT + OVER_S * SECOND)
