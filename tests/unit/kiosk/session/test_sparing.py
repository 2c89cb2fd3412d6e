"""少带几样 (CL-C6, D10): licences found with a yes are taken off the list; a no changes nothing."""

from msgspec.structs import replace as changed

from hall_server.contract.catalogue import ItemView, Material
from hall_server.contract.licence_visits import ConsentState, HeldState, LicencesFound, MaterialHeld
from kiosk.session.consent import KeepConsent, LicencesCame
from kiosk.session.effects import PrintSlip
from kiosk.session.events import (
    CardGone,
    CardRead,
    CatalogueCame,
    Choice,
    Chosen,
    LinkChanged,
    Tick,
    TicketReserved,
    Touch,
)
from kiosk.session.mine import MineFound
from kiosk.session.prechecking import OWN_CARD, found_now, precheck_way
from kiosk.session.sparing import Look, look
from kiosk.session.state import Page
from tests.unit.kiosk.session.visits import (
    CATALOGUE,
    HOME,
    ID,
    LOOK,
    T0,
    YOUNG,
    after,
    played,
    ticket,
    touch,
    visit_of,
)

DEED = Material("m_deed", "不动产权证", tolerable=False, licence="不动产权证")
BOOK = Material("m_hk", "户口簿", tolerable=False, licence="户口簿")
CARD = Material("m_id", OWN_CARD, tolerable=False, licence=OWN_CARD)
FORM = Material("m_app", "申请书", tolerable=False)
CARD_READ = (CardRead(T0, YOUNG, LOOK), CardGone(T0))


def list_of(*materials):
    item = ItemView(id="i07", name="转移登记", theme="不动产", queue="E", materials=materials)
    home = after(HOME, CatalogueCame(T0, changed(CATALOGUE, items=(*CATALOGUE.items, item))))
    return after(home, touch(Touch.TAKE_A_NUMBER), Chosen(T0, Choice.ITEM, "i07"))


LIST = list_of(CARD, DEED, BOOK, FORM)
KNOWN = after(LIST, *CARD_READ)
ASKED = after(KNOWN, touch(Touch.LOOK_UP))
AGREED = after(ASKED, touch(Touch.AGREE, T0 + 1))


def came(*held, at=T0 + 2, looking=False, paper=False):
    materials = tuple(MaterialHeld(one.id, one.name, HeldState.HELD, one.licence, paper_asked=paper) for one in held)
    return LicencesCame(at, ID, LicencesFound(ID, ConsentState.GIVEN, looking=looking, bring=2, materials=materials))


def bring(session):
    return [one.name for one in found_now(session, precheck_way(session)).bring]


def test_whoever_is_known_is_asked_with_what_would_be_looked_for():
    assert look(KNOWN) is Look.OFFER
    assert ASKED.page is Page.CONSENT
    purpose = visit_of(ASKED).way.purpose
    assert (purpose.items, purpose.licences) == (("i07",), ("不动产权证", "户口簿"))


def test_what_is_found_need_not_be_brought_and_the_slip_says_so():
    assert (AGREED.page, look(AGREED)) == (Page.PRECHECK, Look.LOOKING)
    found = after(AGREED, came(DEED))
    assert (bring(found), look(found)) == ([OWN_CARD, "户口簿", "申请书"], Look.FOUND)
    asking = after(found, touch(Touch.BROUGHT, T0 + 3), touch(Touch.PRINT_NUMBER, T0 + 4))
    _, effects = played(asking, TicketReserved(T0 + 5, ticket()))
    assert [one.ticket.bring for one in effects if isinstance(one, PrintSlip)] == [(OWN_CARD, "户口簿", "申请书")]


def test_whoever_is_not_known_lays_the_card_down_first_and_comes_back_to_the_list():
    card = after(LIST, touch(Touch.LOOK_UP))
    assert (look(LIST), card.page) == (Look.OFFER, Page.CARD)
    asked = after(card, *CARD_READ)
    assert asked.page is Page.CONSENT
    agreed, effects = played(asked, touch(Touch.AGREE, T0 + 1))
    assert agreed.page is Page.PRECHECK
    assert any(isinstance(one, KeepConsent) and one.given for one in effects)
    assert after(asked, touch(Touch.BACK, T0 + 1)).page is Page.PRECHECK
    assert after(card, touch(Touch.BACK, T0 + 1)).page is Page.PRECHECK


def test_a_no_leaves_the_list_as_it_stands_and_nobody_asks_again():
    refused, effects = played(ASKED, touch(Touch.DECLINE, T0 + 1))
    assert (refused.page, look(refused), bring(refused)) == (Page.PRECHECK, Look.REFUSED, bring(LIST))
    assert [one.given for one in effects if isinstance(one, KeepConsent)] == [False]
    assert after(refused, touch(Touch.LOOK_UP, T0 + 2)).page is Page.PRECHECK
    assert after(refused, touch(Touch.BROUGHT, T0 + 3), MineFound(T0 + 3, LOOK, ())).page is Page.CONFIRM


def test_while_the_city_thinks_the_page_says_so_and_a_number_can_be_taken():
    assert look(after(AGREED, Tick(T0 + 4.5))) is Look.SLOW
    assert look(after(AGREED, came(DEED, looking=True))) is Look.LOOKING
    assert after(AGREED, touch(Touch.BROUGHT, T0 + 2)).page is Page.CONFIRM


def test_a_city_that_is_away_or_finds_nothing_leaves_the_list():
    assert look(after(AGREED, LicencesCame(T0 + 2, ID, None))) is Look.AWAY, "as soon as it is known"
    assert look(after(AGREED, Tick(T0 + 14))) is Look.AWAY
    nothing = after(AGREED, came())
    assert (look(nothing), bring(nothing)) == (Look.NOTHING, bring(LIST))


def test_paper_that_a_counter_asks_for_is_brought():
    assert bring(after(AGREED, came(DEED, paper=True))) == bring(LIST)


def test_nothing_is_offered_where_nothing_could_be_found():
    assert look(list_of(CARD, FORM)) is Look.NONE
    assert look(after(LIST, LinkChanged(T0, online=False))) is Look.NONE
    assert look(after(LIST, touch(Touch.LACKING))) is Look.NONE
    assert after(LIST, LinkChanged(T0, online=False), touch(Touch.LOOK_UP)).page is Page.PRECHECK


def test_a_line_that_falls_before_the_card_leads_back_to_the_list():
    card = after(LIST, touch(Touch.LOOK_UP), LinkChanged(T0, online=False), *CARD_READ)
    assert (card.page, look(card), visit_of(card).consented) == (Page.PRECHECK, Look.NONE, None)
