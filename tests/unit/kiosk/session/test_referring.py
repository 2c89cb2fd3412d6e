"""换个地方办 (CL-A9): a refusal with a place is a page, not an end."""

from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.session.events import TicketRefused, Touch
from kiosk.session.referring import PrintReferral, ReferralPrinted, SlipStep, referral_way
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    ASKING,
    ID,
    OTHER_ID,
    REFERRAL,
    REFERRAL_TO,
    T0,
    after,
    played,
    touch,
    visit_of,
    warned,
)


def test_cl_a9_a_hall_that_may_not_take_somebody_names_the_place_that_can():
    assert (REFERRAL.page, referral_way(REFERRAL).referral) == (Page.REFERRAL, REFERRAL_TO)
    assert visit_of(REFERRAL).ticket_id == ""


def test_without_a_place_it_is_said_as_ever():
    assert after(ASKING, TicketRefused(T0, ID, "referred")).page is Page.BUSY
    assert after(warned(ASKING), TicketRefused(T0, ID, "referred", REFERRAL_TO)).page is Page.BUSY


def test_the_slip_is_asked_for_once():
    printing, effects = played(REFERRAL, touch(Touch.REPRINT, T0 + 1))
    assert effects == [PrintReferral(ID, "社会保障卡挂失补换", REFERRAL_TO)]
    assert played(printing, touch(Touch.REPRINT, T0 + 2, OTHER_ID))[1] == []
    assert referral_way(after(printing, ReferralPrinted(T0 + 2, ID, came=True))).slip is SlipStep.PRINTED
    assert referral_way(after(printing, ReferralPrinted(T0 + 2, ID, came=False))).slip is SlipStep.NOT_PRINTED
    assert after(printing, ReferralPrinted(T0 + 2, OTHER_ID, came=True)) == replace(printing, now=T0 + 2)


def test_cl_c10_a_person_can_be_asked_all_the_same():
    asked = after(REFERRAL, touch(Touch.NOT_SURE, T0 + 1))
    assert (asked.page, visit_of(asked).item.id, visit_of(asked).way) == (Page.CONFIRM, GENERAL_ITEM, None)


def test_cl_a9_whoever_lives_here_says_so_once_and_the_hall_is_asked_again():
    here = after(REFERRAL, touch(Touch.LIVES_HERE, T0 + 1))
    assert (here.page, visit_of(here).lives_here) == (Page.CONFIRM, True)
    asked, effects = played(here, touch(Touch.PRINT_NUMBER, T0 + 2))
    assert effects[0].command.lives_here
    again = after(asked, TicketRefused(T0 + 3, ID, "referred", REFERRAL_TO))
    assert after(again, touch(Touch.LIVES_HERE, T0 + 4)).page is Page.REFERRAL


def test_back_leads_to_the_items():
    assert after(REFERRAL, touch(Touch.BACK, T0 + 1)).page is Page.SERVICES
