"""Each flow open to 身份证 is open to every other document, unless the item says otherwise with a reason (CL-G5)."""

from datetime import date

import pytest

from devices.values.id_card import CardKind, IdCard
from hall_server.contract.identity.identity import Claimed
from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.codes.answers import Named
from kiosk.codes.typed_number import typed_identity
from kiosk.privacy import named_person, person_from
from kiosk.session.effects import AskForTicket
from kiosk.session.events import CardGone, CardRead, CardUnreadable, CatalogueCame, Choice, Chosen, Touch
from kiosk.session.prechecking import precheck_way, question
from kiosk.session.state import CardStep, Page
from kiosk.session.typing import NumberRecognised, typing_way
from kiosk.values import replace
from kiosk.viewmodels.services import services_props
from kiosk.viewmodels.visit import confirm_props
from tests.unit.kiosk.guides.demo import CATALOGUE
from tests.unit.kiosk.session.visits import (
    CARD,
    CERTIFICATE_CARD,
    HALL,
    HOME,
    ID,
    LOOK,
    PRINCIPAL,
    PROGRESS,
    T0,
    after,
    played,
    touch,
    visit_of,
)

DAY, KEY = date(2026, 10, 16), b"a key of this hall"
HALL_HERE = after(replace(HOME, hall=HALL), CatalogueCame(T0, CATALOGUE))
ITEMS = [one for one in CATALOGUE.items if one.id != GENERAL_ITEM]


def card(kind, number):
    return person_from(IdCard(kind, number=number, name="陈大文", birth=date(1990, 1, 1)), KEY, DAY)


def typed(number):
    found = typed_identity(number, "", DAY)
    assert isinstance(found, Claimed)
    return named_person(Named(found.holder, found.cautions), KEY, DAY).person


PEOPLE = {
    "身份证": card(CardKind.RESIDENT, "110101199003070935"),
    "港澳居民居住证": card(CardKind.HKMO_TW_RESIDENT, "810000199001010010"),
    "台湾居民居住证": card(CardKind.HKMO_TW_RESIDENT, "830000199001010014"),
    "外国人永居证 2017": card(CardKind.FOREIGNER_2017, "XXA440199001011"),
    "外国人永居证 2023": card(CardKind.FOREIGNER_2023, "944156199001010019"),
    "港澳通行证": typed("H12345678"),
    "台胞证": typed("12345678"),
}
FROM_HONG_KONG = {"港澳居民居住证", "港澳通行证"}


def to_check(item, person):
    """From the list to the check, by whatever questions the item asks."""
    session = after(HALL_HERE, touch(Touch.TAKE_A_NUMBER), Chosen(T0, Choice.ITEM, item.id))
    at = T0
    while (way := precheck_way(session)) is not None and question(way) is not None:
        at += 1
        session = after(session, Chosen(at, Choice.ANSWER, ""))
    if session.page is Page.PRECHECK:
        session = after(session, touch(Touch.BROUGHT, at + 1))
    return after(session, CardRead(at + 2, person), CardGone(at + 3))


@pytest.mark.parametrize("document", PEOPLE)
def test_cl_g5_every_item_gives_a_number_to_every_document_and_says_why_where_it_does_not_take_it(document):
    for item in ITEMS:
        session = to_check(item, PEOPLE[document])
        assert session.page is Page.CONFIRM, (document, item.id)
        asked = played(session, touch(Touch.PRINT_NUMBER, T0 + 60, ID))[1]
        assert any(isinstance(one, AskForTicket) and one.command.item == item.id for one in asked)
        told = confirm_props(session).not_taken
        assert bool(told) == (document in FROM_HONG_KONG and not item.hkmo), (document, item.id)


@pytest.mark.parametrize("document", PEOPLE)
@pytest.mark.parametrize("page", [PROGRESS, CERTIFICATE_CARD, PRINCIPAL], ids=lambda session: session.page.value)
def test_cl_g5_wherever_a_card_is_asked_for_every_card_does(page, document):
    other = after(page, CardRead(T0 + 1, PEOPLE["身份证"], LOOK), CardGone(T0 + 1))
    assert after(page, CardRead(T0 + 1, PEOPLE[document], LOOK), CardGone(T0 + 1)).page is other.page


def test_cl_g5_a_permit_that_was_renewed_twice_is_the_same_person():
    first, second, third = (typed(f"H12345678{count}") for count in ("00", "01", "02"))
    assert first.pseudonym == second.pseudonym == third.pseudonym == PEOPLE["港澳通行证"].pseudonym
    assert first.hkmo


def test_cl_g5_a_permit_is_typed_where_a_card_is_asked_for():
    pad = after(replace(CARD, hall=HALL), touch(Touch.TYPE_NUMBER), touch(Touch.OTHER_PAD, T0 + 1))
    keys = [Chosen(T0 + 2 + 0.2 * place, Choice.KEY, sign) for place, sign in enumerate("H12345678")]
    asked = after(pad, *keys, touch(Touch.TYPED, T0 + 9))
    assert typing_way(asked).asked == ID
    known = after(asked, NumberRecognised(T0 + 9, ID, PEOPLE["港澳通行证"]))
    assert visit_of(known).person.hkmo


def test_cl_g6_the_list_for_hong_kong_and_macau_has_what_takes_their_documents_first_and_where_else_after_it():
    session = after(HALL_HERE, touch(Touch.FROM_HONG_KONG))
    assert session.page is Page.SERVICES
    rows = []
    for page in range(services_props(session).pages):
        rows += services_props(replace(session, visit=replace(visit_of(session), list_page=page))).rows
    assert [row.hkmo for row in rows] == ["yes"] * sum(one.hkmo for one in ITEMS) + ["no"] * sum(
        not one.hkmo for one in ITEMS
    )
    assert all(one.hkmo_note for one in ITEMS if not one.hkmo)
    fund = next(row for row in rows if row.name == "租房提取住房公积金")
    assert fund.hkmo == "yes"


def test_another_kind_of_card_is_told_apart_from_one_that_was_not_read():
    wrong = after(CARD, CardUnreadable(T0, "unknown_card"))
    assert visit_of(wrong).card_step is CardStep.WRONG_CARD
    assert visit_of(after(CARD, CardUnreadable(T0, "pulled_away"))).card_step is CardStep.TRY_AGAIN
    third = after(wrong, CardUnreadable(T0 + 1, "unknown_card"), CardUnreadable(T0 + 2, "unknown_card"))
    assert visit_of(third).card_step is CardStep.OTHER_WAY
    assert visit_of(after(PROGRESS, CardUnreadable(T0, "unknown_card"))).card_step is CardStep.WRONG_CARD
