"""What people take home of a case: how far it is, what they handed in, and where else to go. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.paper.sheet import Code, Fact, Heading, Line, Sheet, Step, Tick, Words
from kiosk.session.papers import StepState

if TYPE_CHECKING:
    from kiosk.paper.about import AboutPaper
    from kiosk.paper.sheet import Block
    from kiosk.session.papers import ProgressPaper, ReceiptPaper, ReferralPaper

BRING_THIS = ("拿这个码到取号机扫一扫，", "就能查到办到哪一步。")


def progress_sheet(paper: ProgressPaper, about: AboutPaper) -> Sheet:
    """办理进度, step by step."""
    said = _facts((("事项", paper.item_name), ("受理号", paper.case_no)))
    said += [Heading("办到哪一步")]
    said += [
        Step(step.name, step.state is StepState.DONE, step.state is StepState.NOW, step.when) for step in paper.steps
    ]
    said += _facts((("接下来", paper.next_step), ("问谁", paper.contact)))
    return _sheet("办理进度", said, about)


def receipt_sheet(paper: ReceiptPaper, about: AboutPaper) -> Sheet:
    """申请回执."""
    said: list[Block] = [
        Fact("事项", paper.item_name),
        Fact("受理号", paper.case_no),
        Fact("提交时间", paper.handed_in_at),
        Heading("交了什么"),
    ]
    said += [Fact(name, f"{pages} 页") for name, pages in paper.materials]
    said += _facts((("接下来", paper.next_step), ("问谁", paper.contact)))
    if paper.code:
        said += [Line(), Code(paper.code, BRING_THIS)]
    return _sheet("申请回执", said, about)


def referral_sheet(paper: ReferralPaper, about: AboutPaper) -> Sheet:
    """引导单: why not here, and who can."""
    said: list[Block] = [Fact("要办的", paper.item_name), Words(paper.why), Heading("请到这里办")]
    said += _facts((("大厅", paper.venue), ("地址", paper.address), ("时间", paper.hours), ("电话", paper.telephone)))
    if paper.bring:
        said += [Heading("带什么"), *(Tick(thing) for thing in paper.bring)]
    return _sheet("引导单", said, about)


def _facts(facts: tuple[tuple[str, str], ...]) -> list[Block]:
    return [Fact(label, value) for label, value in facts if value]


def _sheet(title: str, blocks: list[Block], about: AboutPaper) -> Sheet:
    return Sheet(title, about.hall_name, tuple(blocks), about.foot, large=about.large)
