"""远程帮办: in line, in words, hung up; also while nobody answers 您还在吗？"""

from __future__ import annotations

import pytest

from hall_server.contract.city.talk import Speaker, TalkLine
from hall_server.contract.city.video import Speech, VideoState
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import Choice, Chosen, Event, Tick, Touch
from kiosk.session.modes import Language, Modes
from kiosk.session.remote import (
    HangUpTalk,
    OpenTalk,
    SayInTalk,
    TalkAway,
    TalkHeard,
    TalkStands,
    TalkStep,
    WatchTalk,
    remote_way,
)
from kiosk.session.state import Page, Session
from kiosk.session.talk_words import LONGEST, PHRASES
from kiosk.values import replace
from tests.unit.kiosk.session.visits import ID, OTHER_ID, REMOTE, T0, WAYS, after, played, touch

OPENED = after(WAYS, touch(Touch.REMOTE_HELP))
HELLO = TalkLine(n=1, by=Speaker.STAFF, at=1, words="您好")


def step_of(session: Session) -> TalkStep | None:
    way = remote_way(session)
    return None if way is None else way.step


def lines_of(session: Session) -> list[str]:
    way = remote_way(session)
    return [] if way is None else [line.words for line in way.lines]


def phrase(code: str, at: float = T0 + 1) -> Chosen:
    return Chosen(at, Choice.PHRASE, code, OTHER_ID)


def heard(*lines: TalkLine, state: VideoState = VideoState.READY, at: float = T0) -> TalkHeard:
    return TalkHeard(at, ID, state, lines)


def test_it_gets_in_line_in_the_visitor_s_language() -> None:
    session, effects = played(replace(WAYS, modes=Modes(language=Language.ZH_HK)), touch(Touch.REMOTE_HELP))
    assert (session.page, step_of(session)) == (Page.REMOTE, TalkStep.OPENING)
    assert effects == [OpenTalk(ID, Speech.CANTONESE)]


def test_without_the_hall_it_does_not_begin() -> None:
    assert played(replace(WAYS, online=False), touch(Touch.REMOTE_HELP))[0].page is Page.WAYS


def test_whose_turn_it_is_stands_there_until_somebody_comes() -> None:
    waiting, effects = played(OPENED, TalkStands(T0, ID, VideoState.WAITING, 2, 8))
    way = remote_way(waiting)
    assert way is not None
    assert (way.step, way.ahead, way.wait_min, effects) == (TalkStep.WAITING, 2, 8, [WatchTalk(ID, talking=False)])
    talking, effects = played(waiting, TalkStands(T0 + 5, ID, VideoState.READY))
    assert step_of(talking) is TalkStep.TALKING
    assert effects == [PlayTone(Tone.OK), WatchTalk(ID, talking=True)]


def test_a_phrase_is_said_and_comes_back_as_a_line_once() -> None:
    session, effects = played(REMOTE, phrase("deaf"))
    assert effects == [SayInTalk(ID, OTHER_ID, PHRASES["deaf"])]
    assert lines_of(session) == []
    assert lines_of(after(session, heard(HELLO), heard(HELLO))) == ["您好"]


@pytest.mark.parametrize("session", [OPENED, REMOTE])
def test_what_is_no_phrase_or_comes_too_early_says_nothing(session: Session) -> None:
    assert played(session, phrase("陈小明"))[1] == []
    assert played(OPENED, phrase("deaf"))[1] == []


def test_hanging_up_drops_everything_and_goes_back() -> None:
    session, effects = played(after(REMOTE, heard(HELLO)), touch(Touch.BACK, T0 + 1))
    assert (session.page, remote_way(session), effects) == (Page.WAYS, None, [HangUpTalk(ID)])
    assert session.visit == WAYS.visit


@pytest.mark.parametrize(
    ("event", "step"),
    [
        (heard(state=VideoState.ENDED), TalkStep.OVER),
        (TalkStands(T0, ID, VideoState.ENDED), TalkStep.OVER),
        (TalkAway(T0, ID, "city_away"), TalkStep.AWAY),
    ],
    ids=["over", "ended", "away"],
)
def test_an_end_is_said_and_the_talk_hung_up(event: Event, step: TalkStep) -> None:
    session, effects = played(REMOTE, event)
    assert (step_of(session), effects[0]) == (step, HangUpTalk(ID))
    assert played(session, heard(HELLO), touch(Touch.BACK, T0 + 1))[1] == []


def test_a_hall_that_falls_silent_is_asked_again_and_one_that_was_never_heard_is_not() -> None:
    assert played(REMOTE, TalkAway(T0, ID, "hall_silent"))[1] == [WatchTalk(ID, talking=True, after_s=3.0)]
    assert step_of(after(OPENED, TalkAway(T0, ID, "hall_silent"))) is TalkStep.AWAY


@pytest.mark.parametrize("strange", [TalkHeard(T0, OTHER_ID, VideoState.READY, (HELLO,)), TalkAway(T0, OTHER_ID, "x")])
def test_a_word_of_another_talk_changes_nothing(strange: Event) -> None:
    for session in (WAYS, OPENED, REMOTE):
        assert played(session, strange) == (session, [])


def test_what_comes_under_the_warning_is_there_when_the_visitor_is() -> None:
    warned = after(REMOTE, Tick(T0 + 61))
    assert warned.warning is not None
    session, effects = played(warned, heard(HELLO, at=T0 + 62))
    assert effects == [WatchTalk(ID, talking=True)]
    assert session.visit is not None
    assert session.visit.way is None
    assert lines_of(after(session, touch(Touch.STILL_HERE, T0 + 63))) == ["您好"]


def test_a_talk_that_nobody_attends_ends_with_the_visit() -> None:
    session, effects = played(REMOTE, Tick(T0 + 61), Tick(T0 + 92))
    assert session.visit is None
    assert Wipe() in effects
    assert played(session, heard(HELLO, at=T0 + 93))[1] == []


def test_whoever_waits_in_line_is_not_asked_whether_they_are_there() -> None:
    session = OPENED
    for second in range(1, 120, 5):
        session = after(session, TalkStands(T0 + second, ID, VideoState.WAITING, 1), Tick(T0 + second))
    assert session.warning is None


def test_no_words_stand_in_what_is_printed_of_a_value() -> None:
    shown = repr(after(REMOTE, heard(HELLO))) + repr(SayInTalk(ID, ID, "我听不见")) + repr(heard(HELLO))
    assert "您好" not in shown
    assert "听不见" not in shown


def test_letters_and_digits_are_typed_and_sent_as_one_line() -> None:
    typing = after(REMOTE, touch(Touch.OTHER_PAD))
    keys = (Chosen(T0 + place, Choice.KEY, sign) for place, sign in enumerate(("A", "0", "4", "3", "back", "2"), 1))
    typed = after(typing, *keys)
    way = remote_way(typed)
    assert way is not None
    assert (way.typed, "A042" in repr(way)) == ("A042", False)
    sent, effects = played(typed, touch(Touch.SEND, T0 + 9, OTHER_ID))
    assert effects == [SayInTalk(way.talk, OTHER_ID, "A042")]
    assert played(sent, touch(Touch.SEND, T0 + 12, OTHER_ID))[1] == []


@pytest.mark.parametrize("sign", ["é", "", "AB", "<"])
def test_what_is_no_key_of_the_pad_is_not_typed(sign: str) -> None:
    typing = after(REMOTE, touch(Touch.OTHER_PAD))
    way = remote_way(after(typing, Chosen(T0 + 1, Choice.KEY, sign)))
    assert way is not None
    assert way.typed == ""


def test_without_the_pad_and_behind_its_end_nothing_is_typed() -> None:
    assert after(REMOTE, Chosen(T0 + 1, Choice.KEY, "A")).visit == REMOTE.visit
    typing = after(REMOTE, touch(Touch.OTHER_PAD))
    full = after(typing, *(Chosen(T0 + at, Choice.KEY, "A") for at in range(1, LONGEST + 5)))
    way = remote_way(full)
    assert way is not None
    assert len(way.typed) == LONGEST
