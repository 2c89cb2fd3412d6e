"""在这台机器上申办 on the glass: touched from the item's guide to the receipt; nothing of it under 您还在吗？"""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from devices.values.document_scanner import Verdict
from hall_server.contract.applications import ApplicationReceipt
from hall_server.contract.city.progress import CaseState
from kiosk.session.apply_way import apply_way
from kiosk.session.apply_words import ApplicationFailed, ApplicationOpen, ApplicationSending, ApplicationTaken
from kiosk.session.events import CardGone, CardRead
from kiosk.session.papers import PagesNotPrinted, PagesPrinted, PaperFault
from kiosk.session.scans import PagesKept, ScanFailed, ScanFault, ScanSees, ScanStarted
from kiosk.session.state import Page, Visit
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, PERSON

RECEIPT = ApplicationReceipt(
    application="a", number="2026-0042", item="i02", item_name="广东省居住证签注", state=CaseState.RECEIVED, at=1
)
BEGUN = apply_way(EXAMPLES["apply_materials"]).begun


def happen(glass, *events):
    for event in events:
        glass.visitor.happen(event)
    glass.settle()
    glass.view.grabWindow()


def now(glass):
    return glass.visitor.session.now


def look(glass):
    return apply_way(glass.visitor.session).look


def to_the_materials(glass):
    start = EXAMPLES["guide_apply"]
    glass.stand(replace(start, visit=Visit(started_at=start.now, way=start.visit.way)))
    glass.tap("guide.apply")
    assert glass.says("扫材料")
    glass.tap("apply.agree")
    happen(glass, CardRead(now(glass), PERSON, "look"), CardGone(now(glass)))
    glass.tap("consent.decline")
    happen(glass, ApplicationOpen(now(glass), look(glass), BEGUN))
    assert glass.page == Page.APPLY_MATERIALS


def scan(glass, material, *verdicts):
    glass.tap(f"apply_materials.material.{material}")
    happen(glass, ScanStarted(now(glass), material, by_itself=True), PagesKept(now(glass), material, verdicts, 0))
    glass.tap("apply_scan.back")


def to_the_check(glass):
    to_the_materials(glass)
    scan(glass, "m_rp", Verdict.GOOD)
    scan(glass, "m_lease", Verdict.GOOD)
    glass.tap("apply_materials.brought")
    glass.tap("apply_form.typed")
    glass.tap("apply_delivery.delivery.locker")
    glass.tap("apply_delivery.typed")
    assert glass.page == Page.APPLY_CHECK


def test_what_lies_on_the_table_is_said_and_pages_are_taken_again(glass):
    to_the_materials(glass)
    assert glass.says("电子证照")
    assert glass.says("还没扫")
    glass.tap("apply_materials.material.m_lease")
    happen(glass, ScanStarted(now(glass), "m_lease", by_itself=True), ScanSees(now(glass), "m_lease", Verdict.CUT_OFF))
    assert glass.says("没拍全")
    happen(glass, PagesKept(now(glass), "m_lease", (Verdict.GOOD, Verdict.BLUR), 0))
    glass.tap("apply_scan.scanned_page.2")
    assert glass.says("最好重拍")
    glass.tap("apply_scan.retake_page")
    assert glass.says("重拍第 2 页")
    happen(glass, ScanFailed(now(glass), "m_lease", ScanFault.OFFLINE, over=True))
    assert glass.says("扫描台没有回话")
    glass.tap("apply_scan.back")
    assert glass.says("1 页看不清")


def test_cl_e16_a_line_of_a_page_is_blackened_with_buttons_and_may_be_taken_back(glass):
    glass.stand("apply_scan_page")
    glass.tap("apply_scan.blacken")
    assert glass.says("涂黑第 2 页")
    glass.tap("apply_blacken.band_down")
    glass.tap("apply_blacken.blacken")
    assert glass.says("涂了 1 处")
    glass.tap("apply_blacken.undo")
    assert glass.says("手指划一块")
    glass.tap("apply_blacken.blacken")
    glass.tap("apply_blacken.typed")
    assert glass.page == Page.APPLY_SCAN
    assert glass.visitor.session.visit.way.blots == ()


def test_cl_e16_one_finger_draws_what_becomes_black_and_a_hand_draws_nothing(glass):
    glass.stand("apply_scan_page")
    glass.tap("apply_scan.blacken")
    picture = glass.find("apply_blacken.picture")
    middle = picture.mapToScene(picture.boundingRect().center()).toPoint()
    finger = QTest.createTouchDevice()

    def drawn(*begins):
        touched = QTest.touchEvent(glass.view, finger, False)
        for moment in (touched.press, touched.move, touched.release):
            for number, begin in enumerate(begins):
                moment(number, begin if moment == touched.press else begin + QPoint(80, 60), glass.view)
            touched.commit()
        glass.settle()
        return glass.visitor.session.visit.way.blots

    assert drawn(middle, middle - QPoint(120, 120)) == ()
    (blot,) = drawn(middle)
    assert blot.left < blot.right
    assert blot.top < blot.bottom
    assert glass.says("涂了 1 处")


def test_the_form_goes_on_only_once_nothing_is_missing(glass):
    to_the_materials(glass)
    glass.tap("apply_materials.brought")
    assert glass.page == Page.APPLY_MATERIALS
    scan(glass, "m_rp", Verdict.GOOD)
    scan(glass, "m_lease", Verdict.GOOD)
    assert glass.says("材料齐了")
    glass.tap("apply_materials.brought")
    assert glass.page == Page.APPLY_FORM


def test_it_is_sent_with_its_progress_and_the_receipt_stands_there(glass):
    to_the_check(glass)
    assert glass.says("自助柜取")
    glass.tap("apply_check.send")
    happen(glass, ApplicationSending(now(glass), look(glass), 40))
    assert glass.says("40%")
    job = look(glass)
    happen(glass, ApplicationTaken(now(glass), job, RECEIPT))
    assert glass.says("2026-0042")
    happen(glass, PagesPrinted(now(glass), job))
    assert glass.says("打好了，请取走")
    glass.tap("apply_receipt.finish")
    assert glass.page == Page.CLEARED


def test_a_receipt_without_paper_is_noted_or_printed_once_more(glass):
    to_the_check(glass)
    glass.tap("apply_check.send")
    job = look(glass)
    happen(glass, ApplicationTaken(now(glass), job, RECEIPT))
    happen(glass, PagesNotPrinted(now(glass), job, PaperFault.PAPER_OUT))
    assert glass.says("记下编号了")
    glass.tap("apply_receipt.reprint")
    assert glass.says("正在打印")


def test_a_city_away_at_sending_says_so_and_a_number_is_one_touch_away(glass):
    to_the_check(glass)
    glass.tap("apply_check.send")
    happen(glass, ApplicationFailed(now(glass), look(glass), "city_away"))
    assert glass.says("上级平台没有回话")
    assert glass.has("apply_sending.send")
    glass.tap("apply_sending.take_a_number")
    assert glass.page == Page.PRECHECK


def test_under_the_warning_nothing_of_an_application_stands_there(glass):
    to_the_check(glass)
    glass.visitor.pass_time(200)
    glass.settle()
    assert glass.visitor.session.warning is not None
    assert not glass.says("居住证")


def test_where_there_is_no_scanner_it_rests_and_names_another_machine(glass):
    glass.stand(EXAMPLES["precheck_apply_rests"])
    assert glass.says("这台机器不能扫材料")
    assert glass.says("2 号机")
    assert not glass.has("precheck.apply")
