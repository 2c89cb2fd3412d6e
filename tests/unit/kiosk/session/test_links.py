"""Places on the net: asked anew whenever the list is opened, in the hall's order, one at a time as a code (CL-G10)."""

from hall_server.contract.city.links import LinkCategory
from kiosk.session.events import Choice, Chosen, Touch
from kiosk.session.links import FindLinks, LinksCame, LinksUnheard, links_way
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    GUIDE,
    GUIDES,
    ID,
    LINK,
    LINKS,
    LOOK,
    MORE,
    OTHER_ID,
    PLACES_ON_THE_NET,
    T0,
    after,
    played,
    touch,
)


def agencies(at=T0 + 1):
    return Chosen(at, Choice.CATEGORY, LinkCategory.INTERMEDIARY, OTHER_ID)


def test_the_guides_lead_there_and_back():
    session, effects = played(GUIDES, touch(Touch.LINKS, T0 + 1))
    assert (session.page, effects) == (Page.LINKS, [FindLinks(ID, LinkCategory.OFFICIAL)])
    session = after(session, touch(Touch.BACK, T0 + 2))
    assert (session.page, session.visit.way) == (Page.GUIDES, GUIDES.visit.way)


def test_cl_g10_the_order_is_the_hall_s_and_every_opening_asks_for_another():
    assert links_way(LINKS).links == PLACES_ON_THE_NET
    session, effects = played(LINKS, agencies())
    assert effects == [FindLinks(OTHER_ID, LinkCategory.INTERMEDIARY)]
    assert links_way(session).links == ()
    session = after(session, LinksCame(T0 + 2, OTHER_ID, PLACES_ON_THE_NET[::-1]))
    assert links_way(session).links == PLACES_ON_THE_NET[::-1]


def test_the_order_stands_while_one_is_looked_at():
    assert LINK.visit.way.address == "https://site2.example/"
    back = after(LINK, touch(Touch.BACK, T0 + 1))
    assert (back.page, links_way(back).links) == (Page.LINKS, PLACES_ON_THE_NET)


def test_a_late_answer_and_an_unknown_link_change_nothing():
    asked = after(LINKS, agencies())
    assert links_way(after(asked, LinksCame(T0 + 2, LOOK, PLACES_ON_THE_NET))).links == ()
    assert after(LINKS, Chosen(T0 + 1, Choice.LINK, "other")).page is Page.LINKS


def test_a_city_that_is_away_and_no_hall_are_said():
    asked = after(LINKS, agencies())
    assert links_way(after(asked, LinksUnheard(T0 + 2, OTHER_ID, "city_away"))).fault == "city_away"
    session, effects = played(replace(MORE, online=False), touch(Touch.LINKS, T0 + 1))
    assert (links_way(session).fault, effects) == ("hall_silent", [])


def test_an_item_that_can_be_done_on_the_net_has_its_code():
    session = after(GUIDE, touch(Touch.ONLINE, T0 + 1))
    assert (session.page, session.visit.way.address) == (Page.LINK, "https://portal.example/i01")
    assert after(session, touch(Touch.BACK, T0 + 2)).page is Page.GUIDE


def test_the_end_of_taking_one_along_is_the_end_of_the_visit():
    assert after(LINK, touch(Touch.FINISH, T0 + 1)).visit is None
