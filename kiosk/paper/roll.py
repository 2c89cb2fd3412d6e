"""Short slips on the roll: where a case is, in one line; what was handed in at this machine. Pure; knows no printer.

Nobody is named on them. Sizes are millimetres of ink, as on the slip with a number (`kiosk.slip`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.values.receipt_printer import Band, Headline, Labelled, PrintDocument, Rule, Span, TextLine
from hall_server.contract.city.progress import CaseState
from hall_server.contract.item_words import ResultWay
from kiosk.session.case_papers import RESULTS, day

if TYPE_CHECKING:
    from devices.values.receipt_printer import Block
    from hall_server.contract.applications import ApplicationReceipt
    from hall_server.contract.catalogue import StepView
    from hall_server.contract.progress_views import CaseView
    from kiosk.paper.about import AboutPaper

_WIDE_MM = 80
STATES = {
    CaseState.RECEIVED: "已收件",
    CaseState.ACCEPTED: "已受理",
    CaseState.IN_WORK: "正在审查",
    CaseState.SUPPLEMENT: "要补材料",
    CaseState.DECIDED: "已经决定",
    CaseState.READY: "可以来取了",
    CaseState.CLOSED: "已经办完",
    CaseState.WITHDRAWN: "已经撤回",
}
DELIVERIES = {ResultWay.COUNTER: "窗口领取", ResultWay.LOCKER: "自助柜", ResultWay.POST: "邮寄"}


def case_slip(
    case: CaseView, about: AboutPaper, utc_offset_s: int, paper_mm: int = 80, job_id: str = ""
) -> PrintDocument:
    """办理进度 in one line (CL-E21)."""
    due = f"{day(case.due_at, utc_offset_s)} 前" if case.due_at and case.state in _OPEN else ""
    rows = (("编号", case.number), ("办结", due), ("去哪取", case.place), ("问谁", case.contact))
    return _document(_Said("办理进度", STATES[case.state], case.item, rows), about, paper_mm, job_id)


_OPEN = {CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.IN_WORK, CaseState.SUPPLEMENT}


def receipt_slip(
    receipt: ApplicationReceipt, about: AboutPaper, utc_offset_s: int, paper_mm: int = 80, job_id: str = ""
) -> PrintDocument:
    """收件凭证, or 受理回执 once it is accepted: by whom, how long, what has days of its own, how the result comes."""
    accepted = receipt.state is not CaseState.RECEIVED
    promise = f"{receipt.promise_days} 个工作日" if receipt.promise_days else "当场"
    due = f"{day(receipt.due_at, utc_offset_s)} 前" if receipt.due_at else ""
    steps = tuple(("另算", _special(step)) for step in receipt.special_steps)
    rows = (
        ("编号", receipt.number),
        ("受理机构", receipt.accepting),
        ("审批机构", receipt.deciding),
        ("承诺", promise),
        *steps,
        ("办结", due),
        ("怎么拿", DELIVERIES.get(receipt.delivery, RESULTS[receipt.delivery])),
        ("页数", f"{receipt.pages} 页" if receipt.pages else ""),
        ("电子证照", "、".join(receipt.by_licence)),
        ("还要补", "、".join(receipt.later)),
        ("问谁", receipt.contact),
    )
    title, said = ("受理回执", "已受理") if accepted else ("收件凭证", "已收件，待受理")
    return _document(_Said(title, said, receipt.item_name, rows), about, paper_mm, job_id)


def _special(step: StepView) -> str:
    """现场勘验 10 个工作日，不计入."""
    days = step.days or ""
    length = f" {days[:-1]} 天" if days.endswith("d") else f" {days} 个工作日" if days else ""
    return f"{step.name}{length}，不计入"


@dataclass(frozen=True)
class _Said:
    """What a slip says, from top to bottom."""

    title: str
    state: str
    item: str
    rows: tuple[tuple[str, str], ...]


def _document(said: _Said, about: AboutPaper, paper_mm: int, job_id: str) -> PrintDocument:
    wide = paper_mm >= _WIDE_MM
    name, line, value, label, small = (5.0, 6.8, 4.8, 4.0, 3.6) if wide else (4.0, 5.2, 4.2, 3.6, 3.5)
    blocks: list[Block] = [
        Headline((Span(about.hall_name, name, bold=True),), emblem=True, space_after_mm=2.2),
        Band((Span(said.title, value, bold=True),)),
        Headline((Span(said.state, line + 2, bold=True),), space_after_mm=3.6),
    ]
    if said.item:
        blocks.append(Headline((Span(said.item, line, bold=True),), space_after_mm=3.6))
    blocks += [
        Labelled(Span(word, label), (Span(text, value, bold=True),), space_after_mm=2.6)
        for word, text in said.rows
        if text
    ]
    foot = " · ".join(word for word in (about.printed_at, about.kiosk_name) if word)
    hotline = f"热线 {about.hotline}" if about.hotline else ""
    blocks += [
        Rule(space_after_mm=2.2),
        TextLine((Span(foot, small),), right=(Span(hotline, small),), space_after_mm=1.0),
    ]
    return PrintDocument(tuple(blocks), job_id=job_id)
