"""扫材料: what is there, what is missing, page by page; a licence stands for its material (CL-E1, E16)."""

from __future__ import annotations

from devices.values.document_scanner import Verdict
from hall_server.contract.licence_visits import ConsentState, HeldState, LicencesFound, MaterialHeld
from kiosk.session.apply_scanning import MOST_PAGES
from kiosk.session.apply_way import LOOKING_S, Stands, apply_way, missing, needs, stands
from kiosk.session.consent import LicencesCame
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Chosen, Tick, Touch
from kiosk.session.scans import (
    DropPage,
    MovePage,
    PageScanned,
    PagesKept,
    RetakePage,
    ScanFailed,
    ScanFault,
    ScanSees,
    StartScan,
    StopScan,
    TakePage,
    TurnPage,
)
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    APPLY_MATERIALS,
    APPLY_PAGE,
    APPLY_SCAN,
    APPLY_WHOLE,
    T0,
    after,
    played,
    touch,
)

LATER = T0 + 1


def where(session):
    way = apply_way(session)
    return {need.id: stands(session, way, need) for need in needs(way)}


def with_licences(session, state, *, looking=False):
    material = MaterialHeld("m_id", "居民身份证", state, "居民身份证")
    found = LicencesFound("v", ConsentState.GIVEN, looking, 1, (material,))
    way = replace(apply_way(session), asks=True)
    return replace(session, visit=replace(session.visit, licences=found, consented=True, way=way))


def test_what_is_missing_is_said_material_by_material():
    assert where(APPLY_MATERIALS) == {"m_id": Stands.MISSING, "m_lease": Stands.MISSING, "m_work": Stands.LATER}
    assert where(APPLY_WHOLE) == {"m_id": Stands.SCANNED, "m_lease": Stands.SCANNED, "m_work": Stands.LATER}


def test_the_form_waits_until_nothing_is_missing_and_what_may_come_later_keeps_nobody():
    assert after(APPLY_MATERIALS, touch(Touch.BROUGHT, LATER)).page is Page.APPLY_MATERIALS
    assert after(APPLY_WHOLE, touch(Touch.BROUGHT, LATER)).page is Page.APPLY_FORM


def test_cl_e1_a_licence_found_with_consent_stands_for_its_material_and_is_not_scanned():
    held = with_licences(APPLY_MATERIALS, HeldState.HELD)
    assert where(held)["m_id"] is Stands.LICENCE
    assert after(held, Chosen(LATER, Choice.MATERIAL, "m_id")).page is Page.APPLY_MATERIALS


def test_a_licence_that_is_still_looked_for_may_be_scanned_meanwhile_and_is_not_waited_for_long():
    looked_for = with_licences(APPLY_MATERIALS, HeldState.LOOKING, looking=True)
    assert where(looked_for)["m_id"] is Stands.LOOKING
    assert len(missing(looked_for, apply_way(looked_for))) == 2
    assert after(looked_for, Chosen(LATER, Choice.MATERIAL, "m_id")).page is Page.APPLY_SCAN
    assert where(after(looked_for, Tick(T0 + LOOKING_S)))["m_id"] is Stands.MISSING


def test_licences_that_cannot_be_looked_for_keep_nobody_waiting():
    way = replace(apply_way(APPLY_MATERIALS), asks=True, begun_at=T0)
    asked = replace(APPLY_MATERIALS, visit=replace(APPLY_MATERIALS.visit, way=way, consented=True))
    assert where(asked)["m_id"] is Stands.LOOKING
    assert where(after(asked, LicencesCame(LATER, asked.visit.correlation, None)))["m_id"] is Stands.MISSING


def test_a_material_is_scanned_and_the_scanner_is_let_go_behind_it():
    session, done = played(APPLY_MATERIALS, Chosen(LATER, Choice.MATERIAL, "m_lease"))
    assert (session.page, done) == (Page.APPLY_SCAN, [StartScan("m_lease", 1)])
    back, done = played(session, touch(Touch.BACK, LATER + 1))
    assert (back.page, done) == (Page.APPLY_MATERIALS, [StopScan()])
    assert after(APPLY_MATERIALS, Chosen(LATER, Choice.MATERIAL, "m_nothing")).page is Page.APPLY_MATERIALS


def test_what_lies_there_is_said_and_a_page_that_was_taken_is_heard():
    seen = after(APPLY_SCAN, ScanSees(LATER, "m_id", Verdict.GLARE))
    assert apply_way(seen).sees is Verdict.GLARE
    taken, done = played(seen, PageScanned(LATER + 30, "m_id", 3, Verdict.GOOD))
    assert (taken.last_touch, done) == (LATER + 30, [PlayTone(Tone.OK)])
    _, done = played(seen, PageScanned(LATER, "m_id", 3, Verdict.BLUR))
    assert done == [PlayTone(Tone.WARN)]


def test_what_the_scanner_says_of_another_material_changes_nothing():
    for event in (
        ScanSees(LATER, "m_lease", Verdict.GLARE),
        PagesKept(LATER, "m_lease", (Verdict.GOOD,), 0),
        ScanFailed(LATER, "m_lease", ScanFault.JAM, over=True),
    ):
        assert apply_way(after(APPLY_SCAN, event)) == apply_way(APPLY_SCAN)


def test_the_button_takes_whatever_lies_there_and_begins_anew_once_the_scan_is_over():
    assert played(APPLY_SCAN, touch(Touch.TAKE_PAGE, LATER))[1] == [TakePage()]
    failed, done = played(APPLY_SCAN, ScanFailed(LATER, "m_id", ScanFault.OFFLINE, over=True))
    assert (apply_way(failed).scan_fault, done) == (ScanFault.OFFLINE, [PlayTone(Tone.WARN)])
    again, done = played(failed, touch(Touch.TAKE_PAGE, LATER + 1))
    assert (apply_way(again).scan_fault, done) == (None, [StartScan("m_id", 1)])
    assert len(dict(apply_way(again).scanned)["m_id"]) == 2, "what was scanned stays"


def test_a_page_is_looked_at_taken_again_moved_turned_and_dropped():
    assert apply_way(APPLY_PAGE).selected == 2
    retaken, done = played(APPLY_PAGE, touch(Touch.RETAKE_PAGE, LATER))
    assert (apply_way(retaken).retake, apply_way(retaken).selected, done) == (2, 0, [RetakePage(2)])
    moved, done = played(APPLY_PAGE, touch(Touch.PAGE_FORWARD, LATER))
    assert (apply_way(moved).selected, done) == (1, [MovePage(2, 1)])
    assert played(moved, touch(Touch.PAGE_FORWARD, LATER + 1))[1] == []
    assert played(APPLY_PAGE, touch(Touch.TURN_PAGE, LATER))[1] == [TurnPage(2)]
    dropped, done = played(APPLY_PAGE, touch(Touch.DROP_PAGE, LATER))
    assert (apply_way(dropped).selected, done) == (0, [DropPage(2)])
    assert apply_way(after(APPLY_PAGE, touch(Touch.BACK, LATER))).selected == 0
    assert apply_way(after(APPLY_PAGE, Chosen(LATER, Choice.SCANNED_PAGE, "2"))).selected == 0
    assert apply_way(after(APPLY_PAGE, Chosen(LATER, Choice.SCANNED_PAGE, "9"))).selected == 2


def test_a_page_is_taken_again_also_where_the_scan_has_ended():
    over = after(APPLY_PAGE, ScanFailed(LATER, "m_id", ScanFault.OFFLINE, over=True))
    assert played(over, touch(Touch.RETAKE_PAGE, LATER + 1))[1] == [StartScan("m_id", 1), RetakePage(2)]


def test_as_many_pages_as_the_city_takes_are_enough():
    many = (Verdict.GOOD,) * MOST_PAGES
    full, done = played(APPLY_SCAN, PagesKept(LATER, "m_id", many, 0))
    assert (apply_way(full).scan_fault, done) == (ScanFault.FULL, [StopScan(), PlayTone(Tone.WARN)])
    again, done = played(full, touch(Touch.TAKE_PAGE, LATER + 1))
    assert (apply_way(again).scan_fault, done) == (ScanFault.FULL, [])
    fewer = after(again, PagesKept(LATER + 2, "m_id", many[1:], 0))
    assert played(fewer, touch(Touch.TAKE_PAGE, LATER + 3))[1] == [StartScan("m_id", 1)]


def test_pages_that_come_under_the_warning_are_not_lost_and_not_shown():
    warned = after(APPLY_SCAN, Tick(APPLY_SCAN.last_touch + 91))
    three = after(warned, PagesKept(T0 + 92, "m_id", (Verdict.GOOD,) * 3, 0))
    assert three.visit.way is None
    back = after(three, touch(Touch.STILL_HERE, T0 + 93))
    assert dict(apply_way(back).scanned)["m_id"] == (Verdict.GOOD,) * 3
