"""委托书: whoever acts by a letter of attorney sees here whether it can be read; nothing of it stays (CL-G1, E16)."""

from __future__ import annotations

import pytest
from msgspec import structs

from devices.values.document_scanner import Verdict
from hall_server.contract.vocabulary import Relation
from kiosk.session.behalf import LETTER as ON_THE_SLIP
from kiosk.session.effects import AskForTicket, PrintSlip
from kiosk.session.events import CardRead, Choice, Chosen, DevicesChanged, Tick, TicketReserved, Touch
from kiosk.session.letter import MATERIAL, letter_way
from kiosk.session.scan_way import pages_of
from kiosk.session.scans import DropPages, PagesKept, RetakePage, ScanFailed, ScanFault, StartScan, StopScan
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    LETTER,
    OLD,
    RELATION,
    T0,
    after,
    played,
    ticket,
    touch,
    visit_of,
)

LATER = T0 + 1
GIVEN = structs.replace(ticket(), bring=("身份证",))
WITHOUT_SCANNER = after(LETTER, DevicesChanged(T0, replace(LETTER.devices, document_scanner=False)))
SCANNING = after(LETTER, touch(Touch.SCAN_LETTER, LATER))
SEEN = after(SCANNING, PagesKept(LATER, MATERIAL, (Verdict.GOOD, Verdict.GLARE), 0), touch(Touch.BACK, LATER + 1))


def test_cl_g1_a_letter_of_attorney_has_its_step_behind_whose_card_it_is():
    by_mandate = after(RELATION, Chosen(T0, Choice.RELATION, "mandate"), CardRead(T0, OLD))
    assert (by_mandate.page, visit_of(by_mandate).behalf.principal) == (Page.LETTER, OLD)
    by_kinship = after(RELATION, Chosen(T0, Choice.RELATION, "relative"), CardRead(T0, OLD))
    assert by_kinship.page is Page.CONFIRM


def test_cl_e16_it_is_laid_on_the_scanner_judged_and_taken_again():
    session, done = played(LETTER, touch(Touch.SCAN_LETTER, LATER))
    assert (session.page, done) == (Page.APPLY_SCAN, [StartScan(MATERIAL, 1)])
    kept = after(session, PagesKept(LATER, MATERIAL, (Verdict.BLUR,), 0), Chosen(LATER, Choice.SCANNED_PAGE, "1"))
    retaken, done = played(kept, touch(Touch.RETAKE_PAGE, LATER + 1))
    assert (letter_way(retaken).retake, done) == (1, [RetakePage(1)])
    back, done = played(retaken, touch(Touch.BACK, LATER + 2))
    assert (back.page, pages_of(letter_way(back), MATERIAL), done) == (Page.LETTER, (Verdict.BLUR,), [StopScan()])


@pytest.mark.parametrize(("leaves", "leads_to"), [(Touch.BROUGHT, Page.CONFIRM), (Touch.BACK, Page.PRINCIPAL)])
def test_cl_h11_nothing_of_the_letter_stays_when_its_step_is_left(leaves, leads_to):
    left, done = played(SEEN, touch(leaves, LATER + 2))
    assert (left.page, done) == (leads_to, [DropPages()])
    assert letter_way(left) is None
    assert visit_of(left).behalf.relation is Relation.MANDATE


def test_without_a_scanner_nothing_is_scanned_and_nobody_is_kept():
    asked, done = played(WITHOUT_SCANNER, touch(Touch.SCAN_LETTER, LATER))
    assert (asked.page, done) == (Page.LETTER, [])
    on, done = played(WITHOUT_SCANNER, touch(Touch.BROUGHT, LATER))
    assert (on.page, done) == (Page.CONFIRM, [])


def test_a_scanner_that_fails_leads_back_to_the_step_and_on():
    failed = after(SCANNING, ScanFailed(LATER, MATERIAL, ScanFault.OFFLINE, over=True), touch(Touch.BACK, LATER + 1))
    assert failed.page is Page.LETTER
    assert after(failed, touch(Touch.BROUGHT, LATER + 2)).page is Page.CONFIRM


def test_under_the_warning_a_letter_that_is_read_stays_out_of_sight():
    warned = after(SCANNING, Tick(SCANNING.last_touch + 91))
    assert warned.warning is not None
    assert visit_of(warned).way is None
    kept = after(warned, PagesKept(LATER + 91, MATERIAL, (Verdict.GOOD,), 0))
    assert visit_of(kept).way is None
    assert pages_of(letter_way(after(kept, touch(Touch.STILL_HERE, LATER + 92))), MATERIAL) == (Verdict.GOOD,)


def test_the_slip_says_that_the_letter_is_to_be_brought_whether_it_was_seen_here_or_not():
    for session in (SEEN, WITHOUT_SCANNER):
        asked, effects = played(session, touch(Touch.BROUGHT, LATER + 2), touch(Touch.PRINT_NUMBER, LATER + 4))
        ask = next(one for one in effects if isinstance(one, AskForTicket))
        _, effects = played(asked, TicketReserved(LATER + 5, structs.replace(GIVEN, id=ask.ticket_id)))
        slip = next(one for one in effects if isinstance(one, PrintSlip))
        assert slip.ticket.bring == (ON_THE_SLIP, *GIVEN.bring)
