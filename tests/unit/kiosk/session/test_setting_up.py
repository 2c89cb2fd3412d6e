"""装机向导 (UI-T2): eight steps, each left by the red button; what is missing is asked for first."""

from __future__ import annotations

import pytest

from kiosk.session.effects import PlayTone, Side, Tone
from kiosk.session.events import CardRead, Choice, Chosen, Tick, Touch, Touched
from kiosk.session.modes import Language
from kiosk.session.self_test_words import BoxTried, Examined, Lamp, Seen, TryBox, TryStep
from kiosk.session.setting_up import begun
from kiosk.session.setup_words import (
    Answers,
    BoxesFound,
    EndSetup,
    Entry,
    FindBoxes,
    Handed,
    HandedOver,
    HandOver,
    KeepAnswers,
    LookAtNetwork,
    NetworkSeen,
    Pair,
    Paired,
    PairingShown,
    Said,
    Setup,
    SetupFailed,
    SetupStep,
    SlipTried,
    TrySlip,
)
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import T0, YOUNG, after, played, touch

SERVER = "http://10.0.0.5:8080"
WELL = Seen("network", Lamp.FINE, "通")
SILENT = Seen("network", Lamp.FAULT, "不应答")
PAIRED = Answers(server=SERVER, hall_name="木棉区政务服务中心", kiosk="K1", kiosk_name="1 号机")


def at(step: SetupStep, answers: Answers = PAIRED) -> Session:
    session, _ = begun(Session(now=T0), replace(answers, step=step), "Asia/Shanghai", "first")
    return session


def setup_of(session: Session) -> Setup:
    assert session.setup is not None
    return session.setup


def red(at_s: float = T0 + 1, job: str = "j") -> Touched:
    return touch(Touch.TYPED, at_s, job)


def typed(text: str, at_s: float = T0 + 2) -> list[Chosen]:
    return [Chosen(at_s + place / 5, Choice.KEY, sign) for place, sign in enumerate(text)]


def test_it_begins_with_the_language_and_a_first_touch_leads_to_the_network() -> None:
    session, effects = played(at(SetupStep.LANGUAGE, Answers()), red())
    assert setup_of(session).answers.step is SetupStep.NETWORK
    assert effects == [KeepAnswers(setup_of(session).answers), LookAtNetwork("j", "")]


def test_a_language_that_was_chosen_is_spoken_after_a_break_as_well() -> None:
    session, _ = played(at(SetupStep.LANGUAGE, Answers()), Chosen(T0 + 1, Choice.LANGUAGE, "en"))
    again, _ = begun(Session(), setup_of(session).answers, "", "x")
    assert again.modes.language is Language.EN


def test_an_address_is_typed_and_asked_and_only_a_hall_that_answers_leads_on() -> None:
    network = at(SetupStep.NETWORK, Answers())
    session, effects = played(network, red(), *typed("10.0.0.5"), red(T0 + 9))
    assert setup_of(session).answers.server == SERVER
    assert LookAtNetwork("j", SERVER) in effects
    silent = after(session, NetworkSeen(T0 + 10, "j", SERVER, (), SILENT))
    stays = after(silent, red(T0 + 11, "again"))
    assert setup_of(stays).answers.step is SetupStep.NETWORK
    well = after(stays, NetworkSeen(T0 + 12, "again", SERVER, (), WELL), red(T0 + 13))
    assert setup_of(well).answers.step is SetupStep.PAIRING


def test_what_cannot_be_an_address_stays_at_the_pad_with_a_word() -> None:
    session = after(at(SetupStep.NETWORK, Answers()), red(), *typed("::"), red(T0 + 9))
    assert (setup_of(session).entry, setup_of(session).said) == (Entry.SERVER, Said.NOT_AN_ADDRESS)


def test_a_code_goes_to_the_hall_and_the_fingerprint_stands_until_somebody_let_it_in() -> None:
    pairing = at(SetupStep.PAIRING, Answers(server=SERVER))
    session, effects = played(pairing, red(), *typed("7KQ2M4XA"), red(T0 + 9))
    assert effects[-1] == Pair("j", SERVER, "7kq2m4xa")
    assert setup_of(session).typed == ""
    shown = after(session, PairingShown(T0 + 10, "j", "K1", "1 号机", "大厅", "AAAA-BBBB"))
    assert setup_of(shown).fingerprint == "AAAA-BBBB"
    assert setup_of(after(shown, red(T0 + 11))).answers.step is SetupStep.PAIRING
    paired = after(shown, Paired(T0 + 12, "j", "一楼"))
    assert (setup_of(paired).answers.kiosk, setup_of(paired).fingerprint) == ("K1", "")
    assert setup_of(after(paired, red(T0 + 13))).answers.step is SetupStep.SCREEN


def test_a_refused_code_is_told_and_another_one_can_be_typed() -> None:
    session = after(at(SetupStep.PAIRING, Answers(server=SERVER)), red(), *typed("7KQ2M4XA"), red(T0 + 9))
    told = after(session, SetupFailed(T0 + 10, "j", Said.CODE_WRONG))
    assert setup_of(told).said is Said.CODE_WRONG
    assert setup_of(after(told, red(T0 + 11))).entry is Entry.CODE


def test_an_answer_to_something_else_changes_nothing() -> None:
    session = at(SetupStep.PAIRING, Answers(server=SERVER))
    for late in (Paired(T0 + 1, "old", ""), SetupFailed(T0 + 1, "old", Said.OTHER), BoxesFound(T0 + 1, "old")):
        assert setup_of(after(session, late)) == setup_of(session)


@pytest.mark.parametrize(("text", "taken"), [("900", 900.0), ("20", None)])
def test_a_height_is_taken_where_a_kiosk_can_hang(text: str, taken: float | None) -> None:
    screen = at(SetupStep.SCREEN)
    session = after(screen, Chosen(T0 + 1, Choice.FIELD, "bottom"), *typed(text), red(T0 + 9))
    assert setup_of(session).answers.bottom_mm == (taken or 850)
    assert (setup_of(session).entry is None) == (taken is not None)


def test_a_panel_that_lies_is_drawn_so_at_once() -> None:
    assert after(at(SetupStep.SCREEN), Chosen(T0 + 1, Choice.FIELD, "orientation")).landscape


def with_boxes() -> Session:
    session, effects = played(at(SetupStep.SCREEN), red())
    assert effects[-1] == FindBoxes("j")
    seen = tuple(Seen(part, Lamp.FINE, box=True) for part in ("id_card", "receipt_printer", "speaker"))
    return after(session, Examined(T0 + 2, seen), BoxesFound(T0 + 3, "j"))


def test_each_box_is_tried_with_one_touch_and_a_card_begins_no_visit() -> None:
    session, effects = played(with_boxes(), Chosen(T0 + 4, Choice.BOX, "id_card", "t"))
    assert effects == [TryBox("id_card", "t")]
    read = after(session, CardRead(T0 + 5, YOUNG))
    assert (read.page, read.visit) == (Page.SETUP, None)
    led_on = after(read, red(T0 + 6))
    assert setup_of(led_on).answers.tried == ("id_card",)


def test_a_box_that_failed_is_not_written_down_as_tried() -> None:
    tried = after(with_boxes(), Chosen(T0 + 4, Choice.BOX, "receipt_printer", "t"))
    ill = after(tried, BoxTried(T0 + 5, "t", TryStep.ILL), red(T0 + 6))
    assert setup_of(ill).answers.tried == ()


def listening(answers: Answers = PAIRED) -> Session:
    found = Examined(T0, (Seen("speaker", Lamp.FINE, box=True),))
    return after(at(SetupStep.SOUND, answers), found, BoxesFound(T0, "first"))


def test_volume_has_five_steps() -> None:
    session = listening()
    for turn in range(9):
        session = after(session, Chosen(T0 + turn, Choice.FIELD, "louder"))
    assert (setup_of(session).answers.volume, session.hearing.usual) == (5, 5)


def test_a_volume_that_was_chosen_is_heard_after_a_break_as_well() -> None:
    again = at(SetupStep.SOUND, replace(PAIRED, volume=5))
    assert (again.hearing.usual, again.hearing.volume) == (5, 5)


@pytest.mark.parametrize(("said", "tried"), [("both", ("speaker",)), ("left", ()), ("nothing", ())])
def test_what_was_heard_of_each_side_is_written_down_and_only_both_are_well(said: str, tried: tuple[str, ...]) -> None:
    session, effects = played(listening(), Chosen(T0 + 1, Choice.SOUND, "left"))
    assert effects == [PlayTone(Tone.OK, Side.LEFT)]
    told = after(session, Chosen(T0 + 2, Choice.HEARD, said), Chosen(T0 + 3, Choice.HEARD, "65"), red(T0 + 4))
    answers = setup_of(told).answers
    assert (answers.step, answers.heard, answers.level, answers.tried) == (SetupStep.TICKET, said, "65", tried)


def test_a_loudspeaker_that_nobody_listened_to_is_not_tried() -> None:
    answers = setup_of(after(listening(), red())).answers
    assert (answers.heard, answers.tried) == ("", ())


def test_what_was_heard_outlives_a_break_and_a_new_look_for_boxes() -> None:
    again = listening(replace(PAIRED, heard="right", level="60"))
    looked = after(again, touch(Touch.TRY_AGAIN, T0 + 1))
    assert looked.workshop is not None
    assert (looked.workshop.sounds.heard, looked.workshop.sounds.level) == ("right", "60")


@pytest.mark.parametrize("session", [at(SetupStep.SOUND), with_boxes()], ids=["no loudspeaker", "another step"])
def test_nothing_sounds_where_nothing_is_listened_to(session: Session) -> None:
    pressed = (Chosen(T0 + 4, Choice.SOUND, "left"), Chosen(T0 + 5, Choice.FIELD, "louder"))
    heard, effects = played(session, *pressed, Chosen(T0 + 6, Choice.HEARD, "both"))
    assert effects == []
    assert heard.workshop is not None
    assert heard.workshop.sounds.heard == ""


def ready_to_print() -> Session:
    return after(at(SetupStep.TICKET), BoxesFound(T0, "first"))


def test_a_test_slip_that_came_out_leads_on_and_one_that_did_not_may_be_left_out() -> None:
    session, effects = played(ready_to_print(), red())
    assert effects[-1] == TrySlip("j")
    well = after(session, SlipTried(T0 + 2, "j", well=True))
    assert setup_of(after(well, red(T0 + 3))).answers.step is SetupStep.HANDOVER
    ill = after(session, SlipTried(T0 + 2, "j", well=False, chinese="缺纸"))
    assert (setup_of(ill).chinese, setup_of(ill).answers.ticket) == ("缺纸", False)
    left = after(ill, touch(Touch.TRY_AGAIN, T0 + 4))
    assert setup_of(left).answers.skipped == (SetupStep.TICKET,)


def test_the_certificate_is_written_before_it_is_over_and_a_fault_can_be_tried_again() -> None:
    hand_over = after(at(SetupStep.HANDOVER), BoxesFound(T0, "first"))
    session, effects = played(hand_over, red())
    assert isinstance(effects[-1], HandOver)
    failed = after(session, SetupFailed(T0 + 2, "j", Said.NOT_WRITTEN, "full"))
    assert setup_of(failed).said is Said.NOT_WRITTEN
    again = after(failed, red(T0 + 3, "k"), HandedOver(T0 + 4, "k", Handed("K1.pdf", "ab" * 32)))
    done = after(again, red(T0 + 5))
    assert setup_of(done).answers.step is SetupStep.DONE
    _, effects = played(done, red(T0 + 6))
    assert effects == [EndSetup()]


def test_back_leads_to_the_step_before_and_the_first_has_none() -> None:
    assert setup_of(after(at(SetupStep.SCREEN), touch(Touch.BACK, T0 + 1))).answers.step is SetupStep.PAIRING
    first = at(SetupStep.LANGUAGE)
    assert setup_of(after(first, touch(Touch.BACK, T0 + 1))).answers.step is SetupStep.LANGUAGE


def test_no_time_without_a_touch_wipes_it() -> None:
    assert after(at(SetupStep.SCREEN), Tick(T0 + 9000)).page is Page.SETUP


def test_help_is_words_and_calls_nobody() -> None:
    session, effects = played(at(SetupStep.SCREEN), touch(Touch.HELP, T0 + 1))
    assert (session.page, setup_of(session).said, effects) == (Page.SETUP, Said.HELP, [])


def test_after_a_break_late_in_the_way_the_boxes_are_looked_for_again() -> None:
    _, effects = begun(Session(), replace(PAIRED, step=SetupStep.TICKET), "", "j")
    assert effects == (FindBoxes("j"),)
