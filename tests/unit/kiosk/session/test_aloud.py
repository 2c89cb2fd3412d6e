"""朗读 in a visit: what starts it, what it says and to whom, what stops it, what is left of it."""

import pytest

from kiosk.session.effects import Hush, PlayTone, Say, Tone
from kiosk.session.events import Choice, Chosen, Tick, Touch
from kiosk.session.hearing import (
    STEPS,
    USUAL,
    WARNING,
    CaptionCame,
    HeadphonesChanged,
    Hearing,
    Knob,
    PadPressed,
    ReadOut,
    Silenced,
    shown_on,
)
from kiosk.session.leaving import LAST_S, end_visit
from kiosk.session.modes import Language, Mode, Modes
from kiosk.session.state import Page
from kiosk.session.step import step
from kiosk.values import replace
from tests.unit.kiosk.session.visits import CONFIRM, EVERY_PAGE, HOME, SERVICES, T0, after, touch, warned

ALOUD = Modes(frozenset({Mode.ALOUD}))
ZH = Language.ZH_CN
LISTENING = replace(SERVICES, modes=ALOUD)


def read(text="您要办哪一件？", page="services", at=T0 + 1, **more):
    return ReadOut(at, page, text, ZH, **more)


def knob(which, at=T0 + 1):
    return Chosen(at, Choice.KNOB, which)


def test_what_stands_on_the_page_is_said_while_it_does():
    session, effects = step(LISTENING, read())
    assert effects == (Say(1, "您要办哪一件？", ZH),)
    assert session.hearing.turn == 1
    assert step(session, read(page="home"))[1] == ()


def test_nothing_is_said_to_who_has_not_asked_for_it():
    assert step(SERVICES, read()) == (replace(SERVICES, now=T0 + 1), ())


def test_a_forgotten_card_is_said_to_everybody():
    left, _ = end_visit(replace(CONFIRM, card_on_glass=True))
    assert isinstance(step(left, read("请取回身份证", "card"))[1][0], Say)


def test_a_card_s_page_that_nobody_forgot_is_not():
    assert step(EVERY_PAGE[Page.CARD], read("请放身份证", "card"))[1] == ()


@pytest.mark.parametrize("event", [Silenced(T0 + 1), PadPressed(T0 + 1)])
def test_any_key_and_any_touch_stops_the_voice(event):
    said = after(LISTENING, read(at=T0), CaptionCame(T0, 1, "您要办"))
    session, effects = step(said, event)
    assert effects == (Hush(),)
    assert session.hearing.caption == ""
    assert after(session, CaptionCame(T0 + 2, 1, "哪一件")).hearing.caption == ""


def test_what_is_said_stands_as_a_caption_until_it_has_ended():
    said = after(LISTENING, read(), CaptionCame(T0 + 1, 1, "您要办哪一件？"))
    assert said.hearing.caption == "您要办哪一件？"
    assert after(said, CaptionCame(T0 + 2, 1, "")).hearing.caption == ""
    assert after(said, read("返回"), CaptionCame(T0 + 2, 1, "late")).hearing.caption == ""


def test_the_first_key_of_the_pad_starts_the_voice_on_any_page():
    for session in EVERY_PAGE.values():
        assert Mode.ALOUD in after(session, PadPressed(T0 + 1)).modes.on


def test_headphones_start_it_privately_and_end_it_when_they_are_taken_out():
    private = after(HOME, HeadphonesChanged(T0 + 1, inside=True))
    assert (private.modes.on, private.hearing.private) == ({Mode.ALOUD}, True)
    said, effects = step(private, read("您好", "home"))
    assert effects[0].private
    out, effects = step(said, HeadphonesChanged(T0 + 2, inside=False))
    assert (out.modes, out.hearing.private, effects) == (Modes(), False, (Hush(),))


def test_the_curtain_falls_and_lifts_and_goes_with_the_headphones():
    dark = after(LISTENING, HeadphonesChanged(T0, inside=True), knob(Knob.CURTAIN))
    assert dark.hearing.curtain
    assert not after(dark, knob(Knob.CURTAIN, T0 + 2)).hearing.curtain
    assert not after(dark, HeadphonesChanged(T0 + 2, inside=False)).hearing.curtain


def test_its_button_opens_a_sheet_once_it_is_on_and_the_sheet_can_end_it():
    button = Chosen(T0 + 1, Choice.MODE, "aloud")
    assert after(SERVICES, button).modes == ALOUD
    sheet = after(LISTENING, button)
    assert (sheet.modes, sheet.hearing.panel) == (ALOUD, True)
    assert not after(sheet, knob(Knob.CLOSE, T0 + 2)).hearing.panel
    silent, effects = step(sheet, knob(Knob.SILENT, T0 + 2))
    assert (silent.modes, silent.hearing.panel, effects) == (Modes(), False, (Hush(),))


def test_a_kiosk_without_a_voice_does_not_begin_to_read():
    mute = replace(SERVICES, devices=replace(SERVICES.devices, speaker=False))
    assert after(mute, Chosen(T0 + 1, Choice.MODE, "aloud")).modes == Modes()


@pytest.mark.parametrize(
    ("which", "volume", "speed"),
    [
        (Knob.LOUDER, STEPS, USUAL),
        (Knob.SOFTER, 1, USUAL),
        (Knob.FASTER, USUAL, STEPS),
        (Knob.SLOWER, USUAL, 1),
    ],
)
def test_volume_and_speed_go_in_five_steps_and_no_further(which, volume, speed):
    session = after(LISTENING, *(knob(which, T0 + second) for second in range(1, 9)))
    assert (session.hearing.volume, session.hearing.speed) == (volume, speed)
    say = step(session, read(at=T0 + 10))[1][0]
    assert (say.volume, say.speed) == (volume, speed)


def test_a_knob_that_nobody_knows_or_that_nobody_hears_changes_nothing():
    assert after(LISTENING, knob("explode")).hearing == Hearing()
    assert after(SERVICES, knob(Knob.LOUDER)).hearing == Hearing()


def test_the_same_button_can_be_pressed_by_keys_again_and_again_but_not_by_a_hand_that_trembles():
    def press(session, at):
        return after(session, PadPressed(at), knob(Knob.LOUDER, at + 0.01))

    steady = press(press(LISTENING, T0 + 1), T0 + 2)
    assert steady.hearing.volume == USUAL + 2
    assert press(press(LISTENING, T0 + 1), T0 + 1.2).hearing.volume == USUAL + 1


def test_the_farewell_is_still_said_and_then_everything_begins_anew():
    loud = after(LISTENING, knob(Knob.LOUDER))
    farewell, _ = end_visit(loud)
    assert isinstance(step(farewell, read("谢谢，再见", "cleared"))[1][0], Say)
    home = after(farewell, Tick(T0 + 60))
    assert (home.page, home.modes, home.hearing.volume) == (Page.HOME, Modes(), USUAL)


def test_whoever_comes_while_a_farewell_stands_begins_in_the_usual_modes():
    left, _ = end_visit(replace(LISTENING, card_on_glass=True))
    assert left.modes == ALOUD
    anew = after(left, touch(Touch.WITHOUT_CARD, T0 + 5))
    assert (shown_on(anew) != "card", anew.modes) == (True, Modes())


def test_the_plug_stays_known_when_a_visit_ends():
    private = after(SERVICES, HeadphonesChanged(T0 + 1, inside=True), touch(Touch.BACK, T0 + 2))
    assert (private.modes, private.hearing.private) == (Modes(), True)
    assert after(private, PadPressed(T0 + 3)).modes == ALOUD


def test_under_the_warning_its_own_words_are_said_and_nothing_of_before():
    under = replace(warned(CONFIRM), modes=ALOUD)
    assert shown_on(under) == WARNING
    assert step(under, read("陈，您好", "confirm"))[1] == ()
    assert isinstance(step(under, read("您还在吗？", WARNING))[1][0], Say)


def test_the_question_whether_anybody_is_there_sounds_twice():
    under = warned(CONFIRM)
    ends_at = under.warning.ends_at
    assert step(under, Tick(ends_at - LAST_S - 0.1))[1] == ()
    again, effects = step(under, Tick(ends_at - LAST_S))
    assert effects == (PlayTone(Tone.WARN),)
    assert step(again, Tick(ends_at - 1))[1] == ()


def test_no_words_stand_in_a_log():
    said = after(LISTENING, read("陈，您好"), CaptionCame(T0 + 1, 1, "陈，您好"))
    for value in (said.hearing, read("陈，您好"), CaptionCame(0, 1, "陈"), Say(1, "陈", ZH)):
        assert "陈" not in repr(value)
