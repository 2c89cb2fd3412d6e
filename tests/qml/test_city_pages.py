"""查进度 and 打印证明 on the glass."""

from hall_server.contract.certificates import Certificate
from hall_server.contract.city.licences import LicenceState
from hall_server.contract.city.progress import CaseState
from hall_server.contract.progress_views import CaseView
from kiosk.session.certificate_words import CertificateHere, CertificateLinked, CertificatesCame, certificate_way
from kiosk.session.events import CardGone, CardRead
from kiosk.session.papers import PagesPrinted, PagesSeen, PagesUnknown, PaperFault
from kiosk.session.progress import CasesCame, CasesUnheard, progress_way
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import IDLE, PERSON

CASE = CaseView(number="20261016-0042", state=CaseState.IN_WORK, step=3, at=1, contact="020-12345", item="失业登记")
CARD = Certificate(id="0" * 16, type="居住证", state=LicenceState.VALID, issuer="公安局")


def happen(glass, *events):
    for event in events:
        glass.visitor.happen(event)
    glass.settle()
    glass.view.grabWindow()  # rows find their places when a frame is drawn


def now(glass):
    return glass.visitor.session.now


def lay_card(glass):
    happen(glass, CardRead(now(glass), PERSON, "look"), CardGone(now(glass)))


def test_a_case_is_found_by_card_and_printed(glass):
    glass.tap("home.track_case")
    assert glass.says("放身份证")
    lay_card(glass)
    assert glass.says("正在查")
    happen(glass, CasesCame(now(glass), "look", (CASE, CASE)))
    glass.tap("cases.case.1")
    assert glass.page == Page.CASE
    assert glass.says("正在审查")
    assert glass.says("020-12345")
    glass.tap("case.print_case")
    happen(glass, PagesPrinted(now(glass), progress_way(glass.visitor.session).printout.job_id))
    assert glass.says("打好了，请取走")
    glass.tap("case.finish")
    assert glass.page == Page.CLEARED


def test_a_number_is_typed_and_not_found_and_the_three_ways_stand_again(glass):
    glass.tap("home.track_case")
    glass.tap("progress.type_case")
    for sign in "2026-1":
        glass.tap(f"case_number.key.{sign}")
    assert glass.says("2026-1")
    glass.tap("case_number.confirm")
    happen(glass, CasesUnheard(now(glass), progress_way(glass.visitor.session).look, "ticket_unknown"))
    assert glass.says("没查到")
    assert glass.has("progress.type_case")


def to_the_preview(glass):
    glass.tap("home.print_record")
    lay_card(glass)
    glass.tap("certificate_consent.look_up")
    happen(glass, CertificatesCame(now(glass), certificate_way(glass.visitor.session).look, (CARD,)))
    glass.tap("certificates.certificate.0")
    key = certificate_way(glass.visitor.session).look
    happen(glass, CertificateHere(now(glass), key), PagesSeen(now(glass), key, 1))


def test_a_certificate_is_looked_at_and_a_jam_is_said(glass):
    to_the_preview(glass)
    assert glass.says("号码遮住了")
    glass.tap("certificate.copies.3")
    glass.tap("certificate.print_pages")
    job = certificate_way(glass.visitor.session).printout.job_id
    happen(glass, PagesUnknown(now(glass), job, PaperFault.JAM, 1))
    assert glass.says("卡纸了")
    assert glass.says("作废")
    glass.tap("certificate_paper.back")
    assert glass.page == Page.CERTIFICATES


def test_a_telephone_gets_a_code_and_it_goes_with_the_page(glass):
    to_the_preview(glass)
    glass.tap("certificate.to_phone")
    look = certificate_way(glass.visitor.session).look
    happen(glass, CertificateLinked(now(glass), look, "https://hall.example/d/x", IDLE.hall.at))
    assert glass.says("只能取一次")
    glass.tap("certificate_phone.back")
    assert glass.page == Page.CERTIFICATE


def test_under_the_warning_nothing_of_a_certificate_stands_there(glass):
    to_the_preview(glass)
    glass.visitor.pass_time(200)
    glass.settle()
    assert glass.visitor.session.warning is not None
    assert not glass.says("居住证")


def test_without_an_a4_printer_the_tile_rests_and_a_touch_says_where_else(glass):
    glass.stand(replace(IDLE, devices=replace(IDLE.devices, page_printer=False)))
    assert glass.says("请到服务台打")
    glass.tap("home.print_record")
    assert glass.page == Page.ELSEWHERE
