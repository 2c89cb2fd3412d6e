"""The slip of whoever is sent to the service desk: the way there, what was being done here, which machine. Pure.

Nobody is named on it. Whoever stands at the desk reads from it where to go on (CL-D14).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from devices.values.receipt_printer import Band, Headline, Labelled, PrintDocument, Rule, Span, TextLine
from kiosk.session.page_codes import CODES
from kiosk.session.state import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.values.receipt_printer import Block
    from kiosk.paper.about import AboutPaper
    from kiosk.session.floor import Floor

_WIDE_MM = 80
DIRECTIONS = ("正前方", "右前方", "右手边", "右后方", "身后", "左后方", "左手边", "左前方")  # eighths, clockwise
_NUMBER, _CASES, _RECORDS, _GUIDES = "取号", "查进度", "打印证明", "看办事指南"
_BOOKED, _HELP, _APPLYING = "预约报到", "请人帮忙", "在机器上申办"
DOING: Mapping[Page, str] = MappingProxyType(
    {
        Page.SERVICES: _NUMBER,
        Page.SEARCH: "找事项",
        Page.SITUATION: "看要带什么",
        Page.PRECHECK: "看要带什么",
        Page.CARD: f"{_NUMBER}，正要刷身份证",
        Page.NUMBER: f"{_NUMBER}，正要输证件号码",
        Page.RELATION: "替别人办事",
        Page.PRINCIPAL: "替别人办事",
        Page.LETTER: "替别人办事，看委托书",
        Page.COMPANY: "替单位办事",
        Page.CONSENT: f"{_NUMBER}，问能不能查证照",
        Page.HAS_TICKET: f"{_NUMBER}，已经有号",
        Page.REFERRAL: "要到别的大厅办",
        Page.CONFIRM: f"{_NUMBER}，正在核对",
        Page.BUSY: f"{_NUMBER}，大厅没有回音",
        Page.TICKET: "号已经取好",
        Page.PAPER_OUT: f"{_NUMBER}，没有小票",
        Page.ASK_SLIP: f"{_NUMBER}，没有小票",
        Page.PHONE: f"{_NUMBER}，留手机号",
        Page.PRINTING: f"{_NUMBER}，正在打印",
        Page.CHECKING: "扫码",
        Page.CODE_REFUSED: "扫码，码不能用",
        Page.BOOKINGS: _BOOKED,
        Page.TICKET_STATE: "看自己的号",
        Page.GUIDES: _GUIDES,
        Page.GUIDE: _GUIDES,
        Page.BUNDLE: "问一件事怎么办",
        Page.LEAF: "问一件事怎么办",
        Page.PROGRESS: _CASES,
        Page.CASE_NUMBER: _CASES,
        Page.CASES: _CASES,
        Page.CASE: _CASES,
        Page.CERTIFICATE_CARD: _RECORDS,
        Page.CERTIFICATE_CONSENT: _RECORDS,
        Page.CERTIFICATES: _RECORDS,
        Page.CERTIFICATE: _RECORDS,
        Page.CERTIFICATE_PAPER: _RECORDS,
        Page.CERTIFICATE_PHONE: _RECORDS,
        Page.APPLY: _APPLYING,
        Page.APPLY_CARD: f"{_APPLYING}，正要刷身份证",
        Page.APPLY_MATERIALS: f"{_APPLYING}，扫材料",
        Page.APPLY_SCAN: f"{_APPLYING}，扫材料",
        Page.APPLY_BLACKEN: f"{_APPLYING}，扫材料",
        Page.APPLY_FORM: f"{_APPLYING}，核对表",
        Page.APPLY_FIELD: f"{_APPLYING}，核对表",
        Page.APPLY_DELIVERY: f"{_APPLYING}，选怎么拿结果",
        Page.APPLY_CHECK: f"{_APPLYING}，正要送出",
        Page.APPLY_SENDING: f"{_APPLYING}，正在送出",
        Page.APPLY_RECEIPT: f"{_APPLYING}，已经送到",
        Page.WAYS: _HELP,
        Page.REMOTE: "问远处的工作人员",
        Page.COMPLAINT: "投诉、提意见",
        Page.RATING: "评价",
    }
)


def way_to_desk(floor: Floor | None) -> str:
    """In words, from where the machine stands; "" without a plan: a wrong way is worse than none."""
    return "" if floor is None else f"在机器{DIRECTIONS[floor.direction]}，走 {floor.metres} 米"


def help_slip(
    doing: Page, item: str, about: AboutPaper, floor: Floor | None, *, paper_mm: int = 80, job_id: str = ""
) -> PrintDocument:
    """请到服务台; heights are millimetres of ink, none below 3.5."""
    wide = paper_mm >= _WIDE_MM
    name, line, value, label, small = (5.0, 6.8, 4.8, 4.0, 3.6) if wide else (4.0, 5.2, 4.2, 3.6, 3.5)
    hotline = f"也可以打 {about.hotline}" if about.hotline else ""
    where = " · ".join(word for word in (about.kiosk_name, CODES[doing]) if word)
    rows = (("怎么走", way_to_desk(floor)), ("在做", DOING.get(doing, "")), ("要办", item), ("哪台机", where))
    blocks: list[Block] = [
        Headline((Span(about.hall_name, name, bold=True),), emblem=True, space_after_mm=2.2),
        Band((Span("那里有人帮您", value, bold=True),)),
        Headline((Span("请到服务台", line + 2, bold=True),), space_after_mm=3.6),
    ]
    blocks += [
        Labelled(Span(word, label), (Span(text, value, bold=True),), space_after_mm=2.6) for word, text in rows if text
    ]
    blocks += [
        TextLine((Span("把这张小票给工作人员看，接着办", label),), space_after_mm=2.2),
        Rule(space_after_mm=2.2),
        TextLine((Span(about.printed_at, small),), right=(Span(hotline, small),), space_after_mm=1.0),
    ]
    return PrintDocument(tuple(blocks), job_id=job_id)
