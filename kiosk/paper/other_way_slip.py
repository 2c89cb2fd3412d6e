"""视频办单, 上门办单: for somebody who cannot come and for whom nobody else may (CL-G1). Pure; nothing of a person.

It promises no appointment: it says what to ask for, whom, and what the person should have at hand then. The code is the
address of the hall's own pages, where it has such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.receipt_printer import Align, Band, Headline, Labelled, PrintDocument, Qr, Rule, Span, TextLine
from kiosk.session.proxy import OtherWay

if TYPE_CHECKING:
    from devices.values.receipt_printer import Block
    from hall_server.contract.messages import HallNow
    from kiosk.session.proxy import PrintOtherWay

_WIDE_MM = 80
TITLES = {OtherWay.VIDEO: "视频办　本人不用来", OtherWay.HOME: "上门办　本人不用来"}
ASKS = {OtherWay.VIDEO: "约一次视频，本人拿着证件露个面", OtherWay.HOME: "约一个时间，工作人员上门"}


def other_way_slip(errand: PrintOtherWay, hall: HallNow | None, paper_mm: int = 80) -> PrintDocument:
    """The slip; heights are millimetres of ink, none below 3.5."""
    name, line, value, label, small = (5.0, 6.8, 4.8, 4.0, 3.6) if paper_mm >= _WIDE_MM else (4.0, 5.2, 4.2, 3.6, 3.5)
    hotline = hall.hotline if hall is not None else ""
    whom = f"打 {hotline}，或到服务台" if hotline else "到服务台"
    rows = (("怎么约", whom), ("说什么", ASKS[errand.way]), ("本人备好", "、".join(("身份证件", *errand.have_ready))))
    blocks: list[Block] = [
        Headline((Span(hall.hall_name if hall is not None else "", name, bold=True),), emblem=True, space_after_mm=2.2),
        Band((Span(TITLES[errand.way], value, bold=True),)),
        Headline((Span(errand.item, line, bold=True),), space_after_mm=3.6),
        *(Labelled(Span(word, label), (Span(text, value, bold=True),), space_after_mm=2.6) for word, text in rows),
    ]
    if hall is not None and hall.public_address:
        blocks.append(Qr(hall.public_address))
        blocks.append(TextLine((Span("手机扫一扫，看本大厅的页面", small),), align=Align.CENTER, space_after_mm=1.6))
    blocks.append(Rule(space_after_mm=2.2))
    return PrintDocument((*blocks, TextLine((Span("没有记下您是谁", small),), space_after_mm=1.0)), job_id=errand.job)
