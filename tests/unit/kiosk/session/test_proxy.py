"""替别人办 (CL-G1, G7): which relation an item takes, both documents in turn, and what the hall is told."""

import msgspec
import pytest

from hall_server.contract.item_words import Proxy, Target
from hall_server.contract.messages import OnBehalf, VisitorMask
from hall_server.contract.vocabulary import Relation
from kiosk.session.effects import AskForTicket
from kiosk.session.events import CardRead, Choice, Chosen, CodeShown, Touch
from kiosk.session.proxy import COMPANY, OtherWay, OtherWayPrinted, PrintOtherWay, proxy_way
from kiosk.session.referring import SlipStep
from kiosk.session.shown import PersonShown
from kiosk.session.state import Page
from kiosk.session.typing import NumberRecognised, Typed, typing_way
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    BY_CODE,
    CARD,
    CONFIRM,
    HOME,
    ID,
    LOOK,
    OLD,
    OTHER_ID,
    PHOTO,
    PRINCIPAL,
    RELATION,
    SOME_ITEM,
    T0,
    YOUNG,
    after,
    found,
    played,
    touch,
    visit_of,
    warned,
)

TAKEN = {
    Proxy.NONE: set(),
    Proxy.GUARDIAN: {Relation.GUARDIAN},
    Proxy.RELATIVE: {Relation.GUARDIAN, Relation.RELATIVE},
    Proxy.ANY: set(Relation),
}


def of_item(session, **changes):
    return replace(session, visit=replace(visit_of(session), item=msgspec.structs.replace(SOME_ITEM, **changes)))


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("proxy", Proxy)
def test_cl_g1_every_item_answers_every_relation(proxy, relation):
    answered = after(of_item(RELATION, proxy=proxy, at_home=True), Chosen(T0, Choice.RELATION, relation))
    if relation in TAKEN[proxy]:
        assert (answered.page, visit_of(answered).for_other) == (Page.PRINCIPAL, True)
    else:
        answer = proxy_way(answered).answer
        assert (answered.page, answer.allowed, answer.at_home) == (Page.RELATION, False, True)
        assert not visit_of(answered).for_other
        assert proxy_way(after(answered, touch(Touch.BACK, T0 + 1))).answer is None


def test_both_cards_are_read_in_turn_and_the_hall_hears_of_both():
    both = after(PRINCIPAL, CardRead(T0, OLD))
    assert (both.page, visit_of(both).person, visit_of(both).behalf.principal) == (Page.CONFIRM, YOUNG, OLD)
    _, effects = played(both, touch(Touch.PRINT_NUMBER, T0 + 1))
    command = next(effect for effect in effects if isinstance(effect, AskForTicket)).command
    mask = VisitorMask(OLD.pseudonym, OLD.name_mask, OLD.number_mask)
    assert command.on_behalf == OnBehalf(Relation.RELATIVE, mask)
    assert command.visitor.pseudonym == YOUNG.pseudonym
    assert command.for_other


def test_the_visitor_s_own_card_a_second_time_is_said_to_be_that():
    again = after(PRINCIPAL, CardRead(T0, YOUNG))
    assert (again.page, proxy_way(again).own_again) == (Page.PRINCIPAL, True)


def test_without_their_card_the_visitor_goes_on():
    on = after(PRINCIPAL, touch(Touch.WITHOUT_CARD, T0 + 1))
    assert (on.page, visit_of(on).behalf.principal, visit_of(on).for_other) == (Page.CONFIRM, None, True)


def test_their_number_may_be_typed():
    pad = after(PRINCIPAL, touch(Touch.TYPE_NUMBER, T0 + 1))
    assert typing_way(pad).what is Typed.PRINCIPAL
    asked = replace(pad, visit=replace(visit_of(pad), way=replace(typing_way(pad), asked=ID)))
    assert visit_of(after(asked, NumberRecognised(T0, ID, OLD))).behalf.principal == OLD
    assert after(pad, touch(Touch.BACK, T0 + 2)).page is Page.PRINCIPAL


def test_back_says_nothing_of_anybody():
    back = after(PRINCIPAL, CardRead(T0, YOUNG), touch(Touch.BACK, T0 + 1))
    assert (back.page, visit_of(back).behalf, visit_of(back).for_other) == (Page.RELATION, None, False)
    assert after(back, touch(Touch.BACK, T0 + 2)).page is Page.CONFIRM


def test_another_visitor_s_card_brings_nobody_of_the_one_before():
    both = after(PRINCIPAL, CardRead(T0, OLD))
    third = replace(BY_CODE, pseudonym="7" * 32)
    theirs = after(both, CardRead(T0 + 1, third))
    assert (visit_of(theirs).person, visit_of(theirs).behalf, visit_of(theirs).for_other) == (third, None, False)


def test_the_same_button_takes_it_back():
    both = after(PRINCIPAL, CardRead(T0, OLD), touch(Touch.FOR_OTHER, T0 + 1))
    assert (both.page, visit_of(both).behalf, visit_of(both).for_other) == (Page.CONFIRM, None, False)


def test_what_is_no_relation_changes_nothing():
    for value in ("", "mother", COMPANY, "清", "x" * 5000):
        assert after(RELATION, Chosen(T0, Choice.RELATION, value)).page is Page.RELATION


def test_cl_g7_an_organisation_is_known_by_its_code_and_comes_in_its_own_name():
    pad = after(of_item(RELATION, target=Target.BOTH), Chosen(T0, Choice.RELATION, COMPANY))
    assert (pad.page, typing_way(pad).what) == (Page.COMPANY, Typed.COMPANY)
    asked = replace(pad, visit=replace(visit_of(pad), way=replace(typing_way(pad), asked=ID)))
    known = after(asked, NumberRecognised(T0, ID, BY_CODE, "…1D1X"))
    assert (known.page, visit_of(known).behalf.organisation, visit_of(known).for_other) == (
        Page.CONFIRM,
        "…1D1X",
        False,
    )


def test_cl_g7_a_licence_code_then_the_agent_s_own_card():
    shown = after(HOME, CodeShown(T0, PersonShown(BY_CODE, agent=True, company="木棉餐饮"), LOOK), found())
    assert (shown.page, visit_of(shown).person, visit_of(shown).behalf.organisation) == (
        Page.SERVICES,
        None,
        "木棉餐饮",
    )
    agent = after(shown, Chosen(T0, Choice.ITEM, "i05"), CardRead(T0, YOUNG))
    assert (agent.page, visit_of(agent).person) == (Page.CONFIRM, YOUNG)
    assert visit_of(agent).behalf.told.organisation == "木棉餐饮"


def test_under_the_warning_nobody_is_seen():
    both = after(PRINCIPAL, CardRead(T0, OLD))
    assert OLD.pseudonym not in str(visit_of(both).behalf)
    assert visit_of(after(CARD, touch(Touch.BACK))).behalf is None
    assert after(warned(PRINCIPAL), CardRead(T0, OLD)).page is not Page.CONFIRM


def test_a_region_is_told_for_the_visitor_only():
    region = replace(YOUNG, region="440105")
    own = replace(CONFIRM, visit=replace(visit_of(CONFIRM), person=region))
    _, effects = played(own, touch(Touch.PRINT_NUMBER, T0 + 1))
    assert effects[0].command.region == "440105"


ALONE = msgspec.structs.replace(SOME_ITEM, proxy=Proxy.NONE, proxy_note="要本人签字", by_video=True, materials=(PHOTO,))
REFUSED = after(
    replace(RELATION, visit=replace(visit_of(RELATION), item=ALONE)), Chosen(T0, Choice.RELATION, "relative")
)


def test_cl_g1_whoever_cannot_come_is_offered_a_slip_to_arrange_it_with_and_not_turned_away():
    asked, effects = played(REFUSED, Chosen(T0 + 1, Choice.OTHER_WAY, "video", OTHER_ID))
    assert effects == [PrintOtherWay(OTHER_ID, OtherWay.VIDEO, ALONE.name, (PHOTO.name,))]
    assert played(asked, Chosen(T0 + 2, Choice.OTHER_WAY, "video", ID))[1] == []
    assert proxy_way(after(asked, OtherWayPrinted(T0 + 2, ID, came=True))).slip is SlipStep.PRINTING
    assert proxy_way(after(asked, OtherWayPrinted(T0 + 2, OTHER_ID, came=True))).slip is SlipStep.PRINTED
    assert proxy_way(after(asked, OtherWayPrinted(T0 + 2, OTHER_ID, came=False))).slip is SlipStep.NOT_PRINTED


def test_what_the_item_does_not_offer_prints_nothing():
    for session, value in ((REFUSED, "home"), (REFUSED, "letter"), (RELATION, "video"), (PRINCIPAL, "video")):
        assert played(session, Chosen(T0 + 1, Choice.OTHER_WAY, value, OTHER_ID))[1] == []
