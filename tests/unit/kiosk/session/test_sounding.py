"""喇叭 (UI-T3): each side for itself, and what the technician heard; the level is asked for."""

from __future__ import annotations

import pytest

from kiosk.session.effects import PlayTone, Say, Side, Tone
from kiosk.session.events import Choice, Chosen, Touch
from kiosk.session.self_test_words import Try, TryStep
from kiosk.session.state import Page, Session
from tests.unit.kiosk.session.visits import SELF_TEST, SOUNDS, T0, after, played, touch


def sound(value: str, at: float = T0 + 2) -> Chosen:
    return Chosen(at, Choice.SOUND, value)


def heard(value: str, at: float = T0 + 4) -> Chosen:
    return Chosen(at, Choice.HEARD, value)


def tries(session: Session) -> tuple[Try, ...]:
    return session.workshop.tries if session.workshop is not None else ()


def test_each_side_sounds_for_itself_and_a_sentence_is_said() -> None:
    _, effects = played(SOUNDS, sound("left"), sound("right", T0 + 3), sound("words", T0 + 4), sound("both", T0 + 5))
    assert effects[:2] == [PlayTone(Tone.OK, Side.LEFT), PlayTone(Tone.OK, Side.RIGHT)]
    assert isinstance(effects[2], Say)
    assert len(effects) == 3


def test_what_was_heard_and_measured_is_noted_and_the_same_level_again_takes_it_back() -> None:
    noted = after(SOUNDS, heard("both"), heard("65", T0 + 5), touch(Touch.NOTED, T0 + 6))
    assert noted.page is Page.SELF_TEST
    assert [(one.part, one.step, one.value) for one in tries(noted)] == [("speaker", TryStep.WELL, "65")]
    unmeasured = after(SOUNDS, heard("both"), heard("65", T0 + 5), heard("65", T0 + 6), touch(Touch.NOTED, T0 + 7))
    assert tries(unmeasured)[0].value == ""


@pytest.mark.parametrize(("said", "word"), [("left", "右边不响"), ("right", "左边不响"), ("nothing", "听不到")])
def test_a_silent_side_is_ill_and_says_what_to_look_at(said: str, word: str) -> None:
    noted = after(SOUNDS, heard(said), touch(Touch.NOTED, T0 + 6))
    assert tries(noted)[0].step is TryStep.ILL
    assert word in tries(noted)[0].chinese


def test_nothing_is_noted_before_it_is_said_what_was_heard() -> None:
    opened = after(SELF_TEST, Chosen(T0 + 1, Choice.TOOL, "speaker"))
    assert after(opened, heard("65"), heard("80", T0 + 5), touch(Touch.NOTED, T0 + 6)).page is Page.SOUNDS
    assert tries(after(SOUNDS, heard("both"), touch(Touch.BACK, T0 + 6))) == ()
