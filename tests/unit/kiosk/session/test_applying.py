"""在这台机器上申办: the yes, who applies, the city; whatever keeps it from going on leads to a number (CL-E9)."""

from __future__ import annotations

import pytest

from hall_server.contract.identity.assurance import Assurance
from kiosk.guides.manifest import Reason
from kiosk.session.apply_way import ApplyFault, apply_way
from kiosk.session.apply_words import ApplicationFailed, ApplicationOpen, BeginApplication, DropApplication
from kiosk.session.consent import KeepConsent
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import CardRead, Choice, Chosen, CodeShown, DevicesChanged, LinkChanged, Tick, Touch
from kiosk.session.prechecking import precheck_way
from kiosk.session.scans import DropPages
from kiosk.session.self_service import apply_here
from kiosk.session.shown import SlipShown
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    ALL_WELL,
    APPLY,
    APPLY_ASKED,
    APPLY_CARD,
    APPLY_FORM,
    APPLY_GUIDE,
    APPLY_ITEM,
    APPLY_MATERIALS,
    APPLY_SCAN,
    APPLYING_HOME,
    BEGUN,
    ID,
    LOOK,
    OTHER_ID,
    SOME_ITEM,
    T0,
    YOUNG,
    after,
    played,
    shows,
    touch,
)

LATER = T0 + 1


def fault_of(session):
    return apply_way(session).fault


def test_cl_e13_it_is_offered_where_the_manifest_says_so_and_rests_with_its_reason_and_another_place():
    assert apply_here(APPLY_GUIDE, APPLY_ITEM).usable
    assert apply_here(APPLY_GUIDE, SOME_ITEM) is None
    no_scanner = after(APPLY_GUIDE, DevicesChanged(LATER, ALL_WELL))
    rests = apply_here(no_scanner, APPLY_ITEM)
    assert (rests.reason, rests.nearest.name) == (Reason.NO_HARDWARE, "2 号机")
    assert after(no_scanner, touch(Touch.APPLY, LATER)).page is Page.GUIDE
    away = after(APPLY_GUIDE, LinkChanged(LATER, online=False))
    assert apply_here(away, APPLY_ITEM).reason is Reason.NO_LINK
    assert after(away, touch(Touch.APPLY, LATER)).page is Page.GUIDE


def test_nothing_is_asked_of_anybody_before_the_yes():
    session, done = played(APPLY, touch(Touch.AGREE, LATER), CardRead(LATER, YOUNG, LOOK))
    assert (session.page, [one for one in done if isinstance(one, (BeginApplication, KeepConsent))]) == (
        Page.CONSENT,
        [],
    )
    asked, done = played(session, touch(Touch.AGREE, LATER + 1, OTHER_ID))
    assert asked.page is Page.APPLY
    kept, begun = done
    assert (kept.given, kept.visit, kept.purpose.licences) == (True, LOOK, ("居民身份证",))
    assert begun == BeginApplication(LOOK, LOOK, "i02")
    assert YOUNG.pseudonym not in repr(done)


def test_a_no_to_licences_leads_on_and_is_not_asked_again():
    assert APPLY_ASKED.current_visit().consented is False
    again = after(APPLY_MATERIALS, touch(Touch.BACK, LATER), touch(Touch.APPLY, LATER), touch(Touch.AGREE, LATER + 1))
    assert again.page is Page.APPLY
    assert apply_way(again).look


def test_a_persons_code_is_as_good_as_a_card_and_a_slip_names_nobody():
    assert after(APPLY_CARD, shows(YOUNG, at=LATER)).page is Page.CONSENT
    refused, effects = played(APPLY_CARD, CodeShown(LATER, SlipShown(ID), LOOK))
    assert (refused.page, effects) == (Page.CODE_REFUSED, [PlayTone(Tone.WARN)]), "said, and not rung for as good"
    assert after(refused, touch(Touch.BACK, LATER + 1)).page is Page.APPLY_CARD
    assert after(refused, CardRead(LATER + 1, YOUNG, LOOK)).page is Page.CONSENT, "a card goes on from there"


def test_a_number_that_was_typed_proves_nobody_and_a_card_is_asked_for():
    typed = replace(YOUNG, name_mask="")
    guide = replace(APPLY_GUIDE, visit=replace(APPLY_GUIDE.visit, person=typed))
    assert after(guide, touch(Touch.APPLY, LATER), touch(Touch.AGREE, LATER)).page is Page.APPLY_CARD
    known = replace(APPLY_GUIDE, visit=replace(APPLY_GUIDE.visit, person=YOUNG))
    assert after(known, touch(Touch.APPLY, LATER), touch(Touch.AGREE, LATER)).page is Page.CONSENT
    assert Assurance.L3 == 3, "what the manifest of applications asks for"


def test_what_was_said_of_the_materials_goes_with_it_and_not_sure_is_no_answer():
    asked = after(APPLYING_HOME, touch(Touch.TAKE_A_NUMBER), Chosen(T0, Choice.ITEM, "i01"))
    for answer, said in (("no", (("photo", "no"),)), ("", ())):
        session = after(asked, Chosen(T0, Choice.ANSWER, answer), touch(Touch.APPLY, LATER))
        assert (session.page, apply_way(session).answers) == (Page.APPLY, said)


def test_from_a_guide_with_questions_they_are_asked_first():
    guide = after(APPLYING_HOME, touch(Touch.GUIDES), Chosen(T0, Choice.ITEM, "i01"))
    assert after(guide, touch(Touch.APPLY, LATER)).page is Page.SITUATION


def test_the_city_opens_it_once_and_a_late_answer_opens_nothing():
    assert APPLY_MATERIALS.page is Page.APPLY_MATERIALS
    late = after(APPLY_MATERIALS, touch(Touch.BACK, LATER), ApplicationOpen(LATER, LOOK, BEGUN))
    assert late.page is Page.GUIDE
    other = after(APPLY_ASKED, ApplicationOpen(LATER, OTHER_ID, BEGUN))
    assert other.page is Page.APPLY


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("city_away", ApplyFault.CITY_AWAY),
        ("hall_silent", ApplyFault.HALL_SILENT),
        ("item_unknown", ApplyFault.NOT_HERE),
        ("not_found", ApplyFault.GONE),
        ("something_new", ApplyFault.OTHER),
    ],
)
def test_every_no_says_why_and_leads_to_a_number(code, fault):
    session = after(APPLY_ASKED, ApplicationFailed(LATER, LOOK, code))
    assert (session.page, fault_of(session)) == (Page.APPLY, fault)
    number, done = played(session, touch(Touch.TAKE_A_NUMBER, LATER))
    assert number.page is Page.PRECHECK
    assert done[:2] == [DropApplication(), DropPages()]
    assert number.current_visit().item.id == "i02"


def test_from_the_check_of_materials_the_number_comes_with_what_is_to_be_brought():
    checked = after(
        APPLYING_HOME, touch(Touch.TAKE_A_NUMBER), Chosen(T0, Choice.ITEM, "i01"), Chosen(T0, Choice.ANSWER, "no")
    )
    session = after(checked, touch(Touch.APPLY, LATER), touch(Touch.TAKE_A_NUMBER, LATER))
    assert session.page is Page.CARD
    assert session.current_visit().bring == ("相片",)
    assert precheck_way(session) is not None


def test_a_hall_that_says_nothing_is_not_waited_for_and_is_asked_again_by_a_touch():
    silent = after(APPLY_ASKED, Tick(T0 + 11))
    assert fault_of(silent) is ApplyFault.HALL_SILENT
    again, done = played(silent, touch(Touch.TRY_AGAIN, T0 + 12, OTHER_ID))
    assert done == [DropPages(), BeginApplication(OTHER_ID, LOOK, "i02")]
    assert after(again, ApplicationOpen(T0 + 13, OTHER_ID, BEGUN)).page is Page.APPLY_MATERIALS


def test_a_hall_that_is_away_meanwhile_is_not_asked_at_all():
    session, done = played(APPLY_CARD, LinkChanged(LATER, online=False), CardRead(LATER, YOUNG, LOOK))
    assert fault_of(session) is ApplyFault.HALL_SILENT
    assert not [one for one in done if isinstance(one, BeginApplication)]


def test_whoever_stops_is_asked_once_more_where_pages_would_be_lost():
    back, done = played(APPLY_MATERIALS, touch(Touch.BACK, LATER))
    assert (back.page, done) == (Page.GUIDE, [DropApplication(), DropPages()])
    listed = after(APPLY_SCAN, touch(Touch.BACK, LATER))
    sure = after(listed, touch(Touch.BACK, LATER + 1))
    assert (sure.page, apply_way(sure).sure) == (Page.APPLY_MATERIALS, True)
    assert after(sure, touch(Touch.BACK, LATER + 2)).page is Page.GUIDE
    assert not apply_way(after(sure, Chosen(LATER + 2, Choice.MATERIAL, "m_lease"))).sure


def test_with_a_form_open_somebody_is_asked_after_ninety_seconds_and_nothing_of_it_stands_there():
    assert after(APPLY_FORM, Tick(APPLY_FORM.last_touch + 89)).warning is None
    warned = after(APPLY_FORM, Tick(APPLY_FORM.last_touch + 90))
    assert warned.warning is not None
    assert (warned.visit.way, warned.visit.person, warned.visit.licences) == (None, None, None)
    back = after(warned, touch(Touch.STILL_HERE, APPLY_FORM.last_touch + 95))
    assert (back.page, apply_way(back)) == (Page.APPLY_FORM, apply_way(APPLY_FORM))
    ended, done = played(warned, Tick(APPLY_FORM.last_touch + 121))
    assert Wipe() in done
    assert ended.visit is None
