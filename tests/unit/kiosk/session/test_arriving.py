"""预约报到: the card page for a booking, and where it leads (UI-K5, CL-C3)."""

from kiosk.session.arriving import arrives
from kiosk.session.effects import FindBookings
from kiosk.session.events import CardRead, Touch
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import HOME, T0, YOUNG, after, played, touch, visit_of

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
