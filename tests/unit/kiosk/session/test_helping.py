"""请人帮忙: one call, what the hall says of it, what the visitor does meanwhile."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.city.video import Speech
from hall_server.contract.help_calls import HelpState
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import Tick, Touch
from kiosk.session.help_slip import HelpSlipCame, PrintHelpSlip
from kiosk.session.helping import (
    AskForHelp,
    GiveUpHelp,
    HelpStands,
    HelpStep,
    HelpUnheard,
    WatchHelp,
    help_notice,
)
from kiosk.session.modes import Language, Mode, Modes
from kiosk.session.page_codes import CODES
from kiosk.session.state import Devices, Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    ASK_SLIP,
    BUSY,
    CARD,
    CONFIRM,
    EVERY_PAGE,
    HALL,
    HELP,
    HOME,
    ID,
    OFFLINE,
    OTHER_ID,
    OUT_OF_SERVICE,
    PAPER_OUT,
    SERVICES,
    SOME_ITEM,
    T0,
    TICKET,
    after,
    played,
    touch,
)


def stands(state: HelpState = HelpState.CALLED, at: float = T0, looks: str = "", minutes: int = 0) -> HelpStands:
    return HelpStands(at, asked=ID, call_id=ID, state=state, looks=looks, minutes=minutes)


def step_of(session: Session) -> HelpStep | None:
    return None if session.help is None else session.help.step


@pytest.mark.parametrize("session", [HOME, SERVICES, CARD, CONFIRM])
@pytest.mark.parametrize("word", [Touch.BACK, Touch.STILL_HERE])
def test_somebody_is_called_and_the_visit_goes_on_where_it_was(session: Session, word: Touch) -> None:
    waiting, effects = played(session, touch(Touch.HELP))
    assert waiting.page is Page.HELP
    assert [type(effect) for effect in effects] == [AskForHelp]
    back = after(waiting, stands(), touch(word))
    assert (back.page, back.visit, step_of(back)) == (session.page, session.visit, HelpStep.CALLED)


@pytest.mark.parametrize("page", [page for page in Page if page is not Page.SETUP])  # no hall knows that machine yet
def test_cl_d14_somebody_can_be_called_from_every_page(page: Page) -> None:
    standing = replace(EVERY_PAGE[page], online=True, help=None)
    called, effects = played(standing, touch(Touch.HELP, T0 + 5, OTHER_ID))
    assert step_of(called) is HelpStep.ASKING
    assert [effect.order.page for effect in effects if isinstance(effect, AskForHelp)] == [CODES[page]]


@pytest.mark.parametrize("session", [TICKET, PAPER_OUT, ASK_SLIP, BUSY, OUT_OF_SERVICE])
def test_a_page_where_something_stands_that_is_needed_stays_and_a_notice_tells(session: Session) -> None:
    called, effects = played(session, touch(Touch.HELP))
    assert called.page is session.page
    assert [type(effect) for effect in effects] == [AskForHelp]
    assert help_notice(called) == "help_called"
    assert help_notice(replace(called, now=T0 + 9)) == ""


def test_the_call_says_where_how_to_speak_and_nothing_of_the_person() -> None:
    modes = Modes(frozenset({Mode.LARGE}), Language.ZH_HK)
    _, effects = played(replace(CONFIRM, modes=modes), touch(Touch.HELP))
    (asked,) = effects
    assert isinstance(asked, AskForHelp)
    assert (asked.order.page, asked.order.speech, asked.order.modes) == ("K8", Speech.CANTONESE, modes.letters)


def test_doubled_presses_are_one_call() -> None:
    session, effects = played(
        TICKET, touch(Touch.HELP, T0 + 1), touch(Touch.HELP, T0 + 2, OTHER_ID), touch(Touch.HELP, T0 + 3, OTHER_ID)
    )
    assert [type(effect) for effect in effects] == [AskForHelp]
    assert session.help is not None
    assert session.help.call_id == ID


@pytest.mark.parametrize("session", [OFFLINE, replace(TICKET, online=False)])
def test_without_the_hall_the_desk_is_named_at_once(session: Session) -> None:
    told, effects = played(session, touch(Touch.HELP))
    assert step_of(told) is HelpStep.DESK
    assert [type(effect) for effect in effects] == [PlayTone, PrintHelpSlip]
    assert told.page is (Page.HELP if session is OFFLINE else Page.TICKET)


def test_the_slip_for_the_desk_comes_once_a_minute_and_not_where_the_printer_cannot_or_may_not() -> None:
    told, first = played(OFFLINE, touch(Touch.HELP))
    again, second = played(told, touch(Touch.HELP, T0 + 30, OTHER_ID))
    _, third = played(again, touch(Touch.HELP, T0 + 61, OTHER_ID))
    slips = [sum(isinstance(effect, PrintHelpSlip) for effect in effects) for effects in (first, second, third)]
    assert slips == [1, 0, 1]
    for session in (replace(OFFLINE, devices=Devices()), replace(PAPER_OUT, online=False)):
        assert PrintHelpSlip not in map(type, played(session, touch(Touch.HELP))[1])


def test_a_slip_that_came_out_is_said_and_one_of_another_call_is_not() -> None:
    told = after(OFFLINE, touch(Touch.HELP))
    out, strange = after(told, HelpSlipCame(T0, ID, True)), after(told, HelpSlipCame(T0, OTHER_ID, True))
    assert [session.help is not None and session.help.slip_out for session in (told, out, strange)] == [
        False,
        True,
        False,
    ]


def test_whoever_was_sent_to_the_desk_can_call_again_when_the_hall_is_back() -> None:
    session, effects = played(replace(OFFLINE, online=False), touch(Touch.HELP), touch(Touch.BACK, T0 + 1))
    session, effects = played(replace(session, online=True), touch(Touch.HELP, T0 + 2))
    assert [type(effect) for effect in effects] == [AskForHelp]


def test_it_goes_from_called_to_seen_to_coming_and_is_asked_about_each_second() -> None:
    session = HELP
    for state, told in [(HelpState.CALLED, "called"), (HelpState.SEEN, "seen"), (HelpState.COMING, "coming")]:
        session, effects = played(session, stands(state, looks="红马甲", minutes=2))
        assert step_of(session) == told
        assert WatchHelp(ID, 1.0) in effects
    assert session.help is not None
    assert (session.help.looks, session.help.minutes) == ("红马甲", 2)


def test_the_same_word_twice_changes_nothing_and_sounds_once() -> None:
    session, first = played(HELP, stands(HelpState.SEEN))
    again, second = played(session, stands(HelpState.SEEN))
    assert PlayTone(Tone.OK) in first
    assert second == [WatchHelp(ID, 1.0)]
    assert again.help == session.help


def test_the_hall_s_own_id_of_an_open_call_counts() -> None:
    session = after(HELP, HelpStands(T0, asked=ID, call_id=OTHER_ID, state=HelpState.CALLED))
    assert session.help is not None
    assert session.help.call_id == OTHER_ID
    _, effects = played(session, touch(Touch.HELP_NOT_NEEDED))
    assert effects == [GiveUpHelp(OTHER_ID)]


def test_nobody_on_the_way_in_ninety_seconds_is_late_and_whoever_comes_is_not() -> None:
    called, coming = after(HELP, stands()), after(HELP, stands(HelpState.COMING))
    assert called.help is not None
    assert coming.help is not None
    assert [called.help.late(T0 + s) for s in (89, 90)] == [False, True]
    assert not coming.help.late(T0 + 500)


def test_not_needed_gives_the_call_up_and_leads_back() -> None:
    session, effects = played(after(HELP, stands()), touch(Touch.HELP_NOT_NEEDED))
    assert (session.page, session.help, effects) == (Page.CONFIRM, None, [GiveUpHelp(ID)])


def test_a_call_given_up_before_the_hall_knew_it_is_given_up_there_as_well() -> None:
    session = after(HELP, touch(Touch.HELP_NOT_NEEDED))
    _, effects = played(session, stands())
    assert effects == [GiveUpHelp(ID)]


def test_done_leads_back_to_the_visit() -> None:
    session = after(HELP, stands(HelpState.COMING), stands(HelpState.DONE))
    assert (session.page, session.help) == (Page.CONFIRM, None)


@pytest.mark.parametrize("code", ["hall_silent", "not_found", "help_unknown"])
def test_a_call_that_reached_nobody_names_the_desk(code: str) -> None:
    session, effects = played(HELP, HelpUnheard(T0, ID, code))
    assert (session.page, step_of(session)) == (Page.HELP, HelpStep.DESK)
    assert effects == [PlayTone(Tone.WARN), PrintHelpSlip(ID, Page.CONFIRM, SOME_ITEM.name)]


def test_a_hall_that_falls_silent_later_is_asked_again_and_nothing_is_taken_back() -> None:
    called = after(HELP, stands())
    session, effects = played(called, HelpUnheard(T0, ID, "hall_silent"))
    assert (session.help, effects) == (called.help, [WatchHelp(ID, 5.0)])


@pytest.mark.parametrize("late", [HelpStands(T0, OTHER_ID, OTHER_ID, HelpState.SEEN), HelpUnheard(T0, OTHER_ID, "x")])
def test_a_word_on_another_call_changes_nothing(late: HelpStands | HelpUnheard) -> None:
    assert played(HELP, late) == (HELP, [])


def test_a_visit_can_be_ended_while_help_is_awaited_and_the_call_with_it() -> None:
    session, effects = played(after(HELP, stands()), touch(Touch.FINISH))
    assert (session.page, session.visit, session.help) == (Page.CLEARED, None, None)
    assert effects == [GiveUpHelp(ID), Wipe()]


def test_whoever_waits_for_somebody_is_not_asked_whether_they_are_there() -> None:
    session = HELP
    for second in range(1, 90):
        session = after(session, stands(at=T0 + second), Tick(T0 + second))
    assert session.warning is None
    session = after(session, stands(at=T0 + 95), Tick(T0 + 160))
    assert session.warning is not None


def test_a_call_whose_visitor_went_away_is_given_up() -> None:
    left = after(HELP, stands(), Tick(T0 + 70), Tick(T0 + 101))
    assert left.visit is None
    session, effects = played(left, stands(at=T0 + 102))
    assert (session.help, effects) == (None, [GiveUpHelp(ID)])


def test_a_call_from_a_number_s_page_outlives_the_visit_and_is_asked_about_less_often() -> None:
    home = after(TICKET, touch(Touch.HELP), stands(), touch(Touch.FINISH, T0 + 5), Tick(T0 + 20))
    session, effects = played(home, stands(at=T0 + 20))
    assert step_of(session) is HelpStep.CALLED
    assert effects == [WatchHelp(ID, 5.0)]


@pytest.mark.parametrize(
    "session",
    [
        replace(HOME, attended=False),
        replace(HOME, hall=msgspec.structs.replace(HALL, closed_because="after_closing")),
        replace(OFFLINE, attended=False),
    ],
)
def test_where_nobody_is_no_desk_is_named_and_nobody_called(session: Session) -> None:
    told, effects = played(session, touch(Touch.HELP))
    assert step_of(told) is HelpStep.ALONE
    assert effects == [PlayTone(Tone.WARN)]
    assert after(told, touch(Touch.BACK, T0 + 1)).help is None
