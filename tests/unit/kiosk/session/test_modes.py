"""大字, 高对比, 往下移, 朗读, language: chosen anywhere, gone with the visit, carried on the slip (ui.md 4.1)."""

import pytest

from kiosk.session.effects import AskForTicket, PrintSlip
from kiosk.session.events import CardRead, Choice, Chosen, CodeShown, SlipPrinted, Tick, TicketReserved, Touch
from kiosk.session.modes import Language, Mode, Modes, modes_of
from kiosk.session.shown import SlipShown
from kiosk.session.state import Page
from tests.unit.kiosk.session.visits import (
    CONFIRM,
    EVERY_PAGE,
    HOME,
    ID,
    LOOK,
    OLD,
    PRINTING,
    SERVICES,
    T0,
    YOUNG,
    after,
    played,
    ticket,
    touch,
)

LARGE = Chosen(T0 + 1, Choice.MODE, "large")


@pytest.mark.parametrize("page", Page)
def test_every_page_can_be_made_large_and_small_again(page: Page) -> None:
    large = after(EVERY_PAGE[page], LARGE)
    assert large.modes.on == {Mode.LARGE}
    assert large.page is page
    assert after(large, Chosen(T0 + 2, Choice.MODE, "large")).modes == Modes()


def test_a_language_is_chosen_and_an_unknown_word_changes_nothing() -> None:
    english = after(SERVICES, Chosen(T0 + 1, Choice.LANGUAGE, "en"))
    assert english.modes.language is Language.EN
    unknown = after(english, Chosen(T0 + 2, Choice.LANGUAGE, "la"), Chosen(T0 + 3, Choice.MODE, "blink"))
    assert unknown.modes == english.modes


def test_modes_end_with_the_visit() -> None:
    assert after(SERVICES, LARGE, touch(Touch.BACK, T0 + 2)).modes == Modes()


def test_modes_without_a_visit_end_when_nobody_is_there_any_more() -> None:
    large = after(HOME, LARGE)
    wait = 2 * large.rules.idle_s
    assert after(large, Tick(T0 + wait)).modes.on == {Mode.LARGE}
    assert after(large, Tick(T0 + 1 + wait)).modes == Modes()


def test_whoever_reads_large_type_is_given_twice_the_time() -> None:
    session = after(SERVICES, LARGE)
    assert after(session, Tick(T0 + 1 + session.rules.idle_s)).warning is None
    assert after(session, Tick(T0 + 1 + 2 * session.rules.idle_s)).warning is not None


def test_large_type_is_offered_by_age_once_and_never_switched_on() -> None:
    offered = after(SERVICES, CardRead(T0, OLD))
    assert offered.current_visit().offer_large
    assert offered.modes == Modes()
    declined = after(offered, LARGE, Chosen(T0 + 2, Choice.MODE, "large"), CardRead(T0 + 3, OLD))
    assert not declined.current_visit().offer_large
    assert not after(SERVICES, CardRead(T0, YOUNG)).current_visit().offer_large
    assert not after(SERVICES, LARGE, CardRead(T0 + 2, OLD)).current_visit().offer_large


def test_modes_travel_as_letters_of_the_slip_s_code() -> None:
    modes = Modes(frozenset({Mode.LARGE, Mode.LOW}), Language.ZH_HK)
    assert modes.letters == "LWH"
    assert modes_of(modes.letters) == modes
    assert modes_of("LZ9") == Modes(frozenset({Mode.LARGE}))
    assert modes_of("") == Modes()


def test_a_number_and_its_slip_carry_how_their_holder_reads() -> None:
    english = Chosen(T0 + 2, Choice.LANGUAGE, "en")
    _, effects = played(CONFIRM, LARGE, english, touch(Touch.PRINT_NUMBER, T0 + 3), TicketReserved(T0 + 3, ticket()))
    assert [effect.command.modes for effect in effects if isinstance(effect, AskForTicket)] == ["LE"]
    assert [effect.ticket.modes for effect in effects if isinstance(effect, PrintSlip)] == ["LE"]


def test_a_slip_that_is_shown_turns_its_modes_on_and_leaves_on_what_was() -> None:
    low = after(HOME, Chosen(T0, Choice.MODE, "low"))
    shown = after(low, CodeShown(T0, SlipShown(ID, "LHZ"), LOOK))
    assert shown.modes == Modes(frozenset({Mode.LOW, Mode.LARGE}), Language.ZH_HK)


def test_a_slip_without_a_language_keeps_the_one_that_was_chosen() -> None:
    english = after(HOME, Chosen(T0, Choice.LANGUAGE, "en"), CodeShown(T0, SlipShown(ID, "C"), LOOK))
    assert english.modes == Modes(frozenset({Mode.CONTRAST}), Language.EN)


@pytest.mark.parametrize(("mode", "seconds"), [("contrast", 15), ("large", 30), ("aloud", 30)])
def test_a_number_stands_for_fifteen_seconds_and_twice_as_long_for_who_reads_slowly_or_listens(mode, seconds) -> None:
    shown = after(PRINTING, Chosen(T0, Choice.MODE, mode), SlipPrinted(T0, ID))
    assert shown.page_ends_at == T0 + seconds
