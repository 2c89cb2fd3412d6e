"""送出与收件凭证: with its progress, over a cut line, once; then only the receipt is left (CL-E9, E17, UI-K28)."""

from __future__ import annotations

import pytest

from hall_server.contract.item_words import ResultWay
from hall_server.contract.licence_visits import ConsentState, FilledField, HeldState, LicencesFound, MaterialHeld
from kiosk.session.apply_sending import SENDING_S
from kiosk.session.apply_way import ApplyFault, ApplyWay, apply_way
from kiosk.session.apply_words import (
    ApplicationFailed,
    ApplicationSending,
    ApplicationTaken,
    BeginApplication,
    DropApplication,
    HandIn,
)
from kiosk.session.effects import Wipe
from kiosk.session.events import DevicesChanged, Tick, Touch
from kiosk.session.papers import PagesNotPrinted, PagesPrinted, PaperFault
from kiosk.session.printouts import Come
from kiosk.session.roll_slips import PrintRoll, ReceiptSlip
from kiosk.session.scans import DropPages
from kiosk.session.state import Devices, Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    APPLY_CHECK,
    APPLY_RECEIPT,
    APPLY_SENDING,
    ID,
    LOOK,
    OTHER_ID,
    RECEIPT,
    T0,
    YOUNG,
    after,
    played,
    touch,
)

LATER = T0 + 1


def failed(code):
    return after(APPLY_SENDING, ApplicationFailed(LATER, OTHER_ID, code))


def test_what_was_scanned_found_and_filled_is_handed_in_once():
    licences = LicencesFound(
        "v", ConsentState.GIVEN, looking=False, bring=1,
        materials=(MaterialHeld("m_id", "居民身份证", HeldState.HELD, "居民身份证"),),
        fields=(FilledField("name", "姓名", "陈样明", "居民身份证"),
                FilledField("residence_address", "居住地址", "新安路 8 号", "居住证")),
    )  # fmt: skip
    way = replace(
        apply_way(APPLY_CHECK), delivery=ResultWay.POST, address_field="residence_address", edits=(("phone", "12345"),)
    )
    check = replace(APPLY_CHECK, visit=replace(APPLY_CHECK.visit, licences=licences, way=way))
    session, (handed,) = played(check, touch(Touch.SEND, LATER, OTHER_ID))
    assert session.page is Page.APPLY_SENDING
    assert isinstance(handed, HandIn)
    assert handed.materials == (("m_id", "居民身份证"), ("m_lease", ""), ("m_work", ""))
    assert [(one.field, one.value, one.source) for one in handed.fields] == [
        ("name", "陈样明", "居民身份证"),
        ("residence_address", "新安路 8 号", "居住证"),
    ]
    assert (handed.delivery, handed.address, handed.phone) == (ResultWay.POST, "新安路 8 号", "12345")
    for secret in ("陈样明", "新安路", "12345", YOUNG.pseudonym):
        assert secret not in repr(handed)
    assert played(session, touch(Touch.SEND, LATER + 1, ID))[1] == []


def test_progress_is_shown_never_runs_back_and_keeps_the_page_up():
    half = after(APPLY_SENDING, ApplicationSending(LATER, OTHER_ID, 50))
    assert apply_way(half).per_cent == 50
    assert apply_way(after(half, ApplicationSending(LATER, OTHER_ID, 40))).per_cent == 50
    assert after(half, Tick(LATER + SENDING_S - 1)).page is Page.APPLY_SENDING
    assert apply_way(after(half, Tick(LATER + SENDING_S - 1))).fault is None
    assert apply_way(after(half, ApplicationSending(LATER, LOOK, 90))).per_cent == 50


def test_while_it_is_sent_nobody_is_asked_whether_they_are_there_and_nothing_can_be_taken_back():
    assert after(APPLY_SENDING, Tick(T0 + SENDING_S - 1)).warning is None
    assert played(APPLY_SENDING, touch(Touch.TAKE_A_NUMBER, LATER))[1] == []


@pytest.mark.parametrize(("code", "fault"), [("hall_silent", "hall_silent"), ("city_away", "city_away")])
def test_after_a_cut_line_it_goes_on_where_it_stood(code, fault):
    cut = failed(code)
    assert (cut.page, apply_way(cut).fault) == (Page.APPLY_SENDING, ApplyFault(fault))
    again, (handed,) = played(cut, touch(Touch.SEND, LATER + 1, ID))
    assert (handed.look, apply_way(again).fault) == (ID, None)
    assert after(again, ApplicationTaken(LATER + 2, ID, RECEIPT)).page is Page.APPLY_RECEIPT


def test_city_away_at_sending_leads_to_a_number_and_everything_scanned_is_gone():
    number, done = played(failed("city_away"), touch(Touch.TAKE_A_NUMBER, LATER + 1))
    assert number.page is Page.PRECHECK
    assert done[:2] == [DropApplication(), DropPages()]
    assert apply_way(number) is None


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("too_much", ApplyFault.TOO_MUCH),
        ("materials_missing", ApplyFault.MISSING),
        ("bundle_gone", ApplyFault.GONE),
        ("not_allowed", ApplyFault.GONE),
        ("new_code", ApplyFault.OTHER),
    ],
)
def test_what_sending_again_would_not_mend_begins_anew_or_leads_to_a_number(code, fault):
    no = failed(code)
    assert apply_way(no).fault is fault
    assert played(no, touch(Touch.SEND, LATER + 1, ID))[1] == []
    anew, done = played(no, touch(Touch.TRY_AGAIN, LATER + 1, ID))
    assert (anew.page, done) == (Page.APPLY, [DropPages(), BeginApplication(ID, LOOK, "i02")])
    assert apply_way(anew).scanned == ()


def test_a_runner_that_says_nothing_is_not_waited_for_without_end():
    assert apply_way(after(APPLY_SENDING, Tick(T0 + SENDING_S + 1))).fault is ApplyFault.HALL_SILENT


def test_with_the_receipt_everything_else_is_gone_and_its_slip_is_printed():
    session, done = played(APPLY_SENDING, ApplicationTaken(LATER, OTHER_ID, RECEIPT))
    assert session.page is Page.APPLY_RECEIPT
    assert [one for one in done if isinstance(one, PrintRoll)] == [PrintRoll(OTHER_ID, ReceiptSlip(RECEIPT))]
    way = apply_way(session)
    assert way == ApplyWay(item_id="i02", receipt=RECEIPT, printout=way.printout)
    assert session.visit.licences is None
    late = after(APPLY_CHECK, ApplicationTaken(LATER, OTHER_ID, RECEIPT))
    assert late.page is Page.APPLY_CHECK


def test_a_slip_that_did_not_come_is_printed_once_more():
    assert played(APPLY_RECEIPT, touch(Touch.REPRINT, LATER, ID))[1] == []
    void = after(APPLY_RECEIPT, PagesNotPrinted(LATER, OTHER_ID, PaperFault.PAPER_OUT))
    again, done = played(void, touch(Touch.REPRINT, LATER + 1, ID))
    assert done == [PrintRoll(ID, ReceiptSlip(RECEIPT))]
    assert apply_way(after(again, PagesPrinted(LATER + 2, ID))).printout.come is Come.DONE


def test_without_a_printer_the_number_stands_on_the_screen():
    bare = after(APPLY_SENDING, DevicesChanged(LATER, Devices(card_reader=True)))
    session, done = played(bare, ApplicationTaken(LATER, OTHER_ID, RECEIPT))
    assert not [one for one in done if isinstance(one, PrintRoll)]
    assert apply_way(session).receipt.number == "2026-0042"
    assert Wipe() in played(session, touch(Touch.FINISH, LATER + 1))[1]
