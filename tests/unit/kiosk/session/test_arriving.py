"""预约报到: the card page for a booking, and where it leads (UI-K5, CL-C3)."""

import pytest
from msgspec.structs import replace as changed

from kiosk.codes.words import CodeReason
from kiosk.session.arriving import arrives
from kiosk.session.effects import FindBookings, PlayTone, Tone
from kiosk.session.events import CardRead, NothingFound, Touch
from kiosk.session.mine import MineFound
from kiosk.session.shown import CodeNote
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    HALL,
    HELD,
    HOME,
    LOOK,
    T0,
    YOUNG,
    after,
    booking,
    found,
    played,
    touch,
    visit_of,
)

ASKED = after(HOME, touch(Touch.CHECK_IN))


def test_the_tile_asks_whose_booking_it_is():
    assert ASKED.page is Page.CARD
    assert arrives(ASKED)
    assert visit_of(ASKED).item is None


def test_a_card_has_its_bookings_looked_for():
    session, effects = played(ASKED, CardRead(T0 + 1, YOUNG, "look-1"))
    assert session.page is Page.CHECKING
    assert [one.pseudonym for one in effects if isinstance(one, FindBookings)] == [YOUNG.pseudonym]


def test_when_the_hall_goes_meanwhile_the_items_come_with_the_person_known():
    session = after(replace(ASKED, online=False), CardRead(T0 + 1, YOUNG, "look-1"))
    assert (session.page, visit_of(session).person) == (Page.SERVICES, YOUNG)


def test_whoever_has_no_booking_goes_to_the_items():
    session = after(ASKED, touch(Touch.WITHOUT_CARD, T0 + 1))
    assert session.page is Page.SERVICES
    assert not visit_of(session).without_card, "a card may still be asked for, for the number"


def test_the_way_back_is_the_first_page():
    session = after(ASKED, touch(Touch.BACK, T0 + 1))
    assert (session.page, session.visit) == (Page.HOME, None)


def test_without_the_hall_the_items_say_that_no_booking_can_be_looked_for():
    offline = after(replace(ASKED, online=False), CardRead(T0 + 1, YOUNG, "look-1"))
    assert visit_of(offline).code.note is CodeNote.HALL_SILENT
    silent = after(ASKED, CardRead(T0 + 1, YOUNG, LOOK), NothingFound(T0 + 2, LOOK, "hall_silent"))
    silent = after(silent, MineFound(T0 + 2, LOOK, ()))
    assert (silent.page, visit_of(silent).code.note) == (Page.SERVICES, CodeNote.HALL_SILENT)


@pytest.mark.parametrize("start", [ASKED, HOME], ids=["after check in", "on the first page"])
def test_a_card_that_comes_too_early_for_its_booking_is_told_when_it_opens(start):
    session, effects = played(replace(start, hall=HALL), CardRead(T0 + 1, YOUNG, LOOK), found(booking(in_min=180)))
    assert (session.page, visit_of(session).refusal) == (Page.CODE_REFUSED, CodeReason.BOOKING_EARLY)
    assert [one.id for one in visit_of(session).code.bookings] == [booking().id], "the page says when check-in opens"
    assert PlayTone(Tone.WARN) in effects
    went_on = after(session, touch(Touch.TAKE_A_NUMBER, T0 + 3))
    assert (went_on.page, visit_of(went_on).person) == (Page.SERVICES, YOUNG)


def test_a_number_that_is_held_already_comes_before_a_booking_of_later():
    looking = after(replace(ASKED, hall=HALL), CardRead(T0 + 1, YOUNG, LOOK), MineFound(T0 + 1, LOOK, HELD))
    assert after(looking, found(booking(in_min=180))).page is Page.HAS_TICKET
    late = after(replace(ASKED, hall=HALL), CardRead(T0 + 1, YOUNG, LOOK), found(booking(in_min=180)))
    late = after(late, MineFound(T0 + 1, LOOK, HELD), touch(Touch.TAKE_A_NUMBER, T0 + 3))
    assert late.page is Page.HAS_TICKET


def test_a_booking_of_another_day_is_not_said_with_an_hour_of_today():
    tomorrow = changed(booking(in_min=1500), day="2026-10-17")
    session = after(replace(ASKED, hall=HALL), CardRead(T0 + 1, YOUNG, LOOK), found(tomorrow), MineFound(T0, LOOK, ()))
    assert (session.page, visit_of(session).code.note) == (Page.SERVICES, CodeNote.KNOWN)
