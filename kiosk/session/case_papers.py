"""What the hall says of a case, or of an application that it took, as papers: the words of A4 pages. Pure.

Days and hours stand on the hall's wall clock, so many seconds ahead of UTC. What is not known is not said.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hall_server.contract.city.progress import CaseState
from hall_server.contract.item_words import ResultWay
from hall_server.contract.progress_views import STEPS
from kiosk.session.papers import CaseStep, ProgressPaper, ReceiptPaper, StepState

if TYPE_CHECKING:
    from hall_server.contract.applications import ApplicationReceipt
    from hall_server.contract.progress_views import CaseView

STEP_NAMES = ("收件", "受理", "审查", "决定", "送达")
NEXT = {
    CaseState.SUPPLEMENT: "要补材料，请到窗口或打电话问清楚补什么",
    CaseState.READY: "可以来取了",
    CaseState.CLOSED: "已经办完",
    CaseState.WITHDRAWN: "已经撤回，不再办理",
}
RESULTS = {ResultWay.COUNTER: "到窗口取", ResultWay.LOCKER: "到自助柜取", ResultWay.POST: "寄给您"}


def progress_paper(case: CaseView, utc_offset_s: int) -> ProgressPaper:
    """办理进度 of one case. Without a card or a code the hall names no item, and none is on the paper."""
    return ProgressPaper(
        case_no=case.number,
        item_name=case.item,
        steps=tuple(_step(case, number, utc_offset_s) for number in range(1, STEPS + 1)),
        next_step=_next(case, utc_offset_s),
        contact=case.contact,
    )


def receipt_paper(
    receipt: ApplicationReceipt, materials: tuple[tuple[str, int], ...], utc_offset_s: int, code: str = ""
) -> ReceiptPaper:
    """申请回执 of an application. `materials`: name and pages of each that was scanned; `code` finds the case again."""
    said = (
        f"{day(receipt.due_at, utc_offset_s)} 前办好" if receipt.due_at else "",
        f"结果{RESULTS[receipt.delivery]}",
        f"还要补：{'、'.join(receipt.later)}" if receipt.later else "",
    )
    return ReceiptPaper(
        case_no=receipt.number,
        item_name=receipt.item_name,
        handed_in_at=f"{_local(receipt.at, utc_offset_s):%Y-%m-%d %H:%M}",
        materials=materials,
        next_step="；".join(word for word in said if word),
        code=code,
        contact=" ".join(word for word in (receipt.accepting, receipt.contact) if word),
    )


def day(at_us: int, utc_offset_s: int) -> str:
    """10 月 20 日."""
    local = _local(at_us, utc_offset_s)
    return f"{local.month} 月 {local.day} 日"


def _step(case: CaseView, number: int, utc_offset_s: int) -> CaseStep:
    name = STEP_NAMES[number - 1]
    ended = case.state in {CaseState.CLOSED, CaseState.READY}
    if number < case.step or (number == case.step and case.state is CaseState.CLOSED):
        return CaseStep(name, StepState.DONE)
    if number == case.step:
        due = f"{day(case.due_at, utc_offset_s)} 前办好" if case.due_at and not ended else ""
        return CaseStep(name, StepState.NOW, due)
    return CaseStep(name, StepState.TO_COME)


def _next(case: CaseView, utc_offset_s: int) -> str:
    said = NEXT.get(case.state, "")
    if case.state is CaseState.READY and case.place:
        return f"{said}：{case.place}"
    if not said and case.due_at:
        return f"{day(case.due_at, utc_offset_s)} 前会办好"
    return said


def _local(at_us: int, utc_offset_s: int) -> datetime:
    return datetime.fromtimestamp(at_us / 1_000_000, UTC) + timedelta(seconds=utc_offset_s)
