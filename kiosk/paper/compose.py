"""From what the visit wants on paper to a sheet. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from kiosk.paper.guides import checklist_sheet, guide_sheet
from kiosk.paper.notes import progress_sheet, receipt_sheet, referral_sheet
from kiosk.session.papers import ChecklistPaper, GuidePaper, ProgressPaper, ReceiptPaper, ReferralPaper

if TYPE_CHECKING:
    from kiosk.paper.about import AboutPaper
    from kiosk.paper.sheet import Sheet
    from kiosk.session.papers import OwnPaper


def sheet_of(paper: OwnPaper, about: AboutPaper) -> Sheet:
    """The sheet of one paper of our own."""
    match paper:
        case GuidePaper():
            return guide_sheet(paper, about)
        case ChecklistPaper():
            return checklist_sheet(paper, about)
        case ProgressPaper():
            return progress_sheet(paper, about)
        case ReceiptPaper():
            return receipt_sheet(paper, about)
        case ReferralPaper():
            return referral_sheet(paper, about)
        case _:  # pragma: no cover - the type checker proves it
            assert_never(paper)
