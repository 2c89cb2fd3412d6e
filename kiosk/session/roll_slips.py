"""Slips of the roll printer that are no numbers: how a case stands, what was handed in, what to bring. Pure.

The words are made by the runner (`kiosk.paper.roll`); answered like A4 pages, under the job's own id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.journey import Errand
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from hall_server.contract.applications import ApplicationReceipt
    from hall_server.contract.progress_views import CaseView
    from kiosk.session.papers import ChecklistPaper, GuidePaper


class CaseSlip(Hushed, Value, frozen=True):
    """One line of where a case is (CL-E21)."""

    case: CaseView


class ReceiptSlip(Hushed, Value, frozen=True):
    """收件凭证 or 受理回执 (UI-K28; CL-B7, E17)."""

    receipt: ApplicationReceipt


class PrintRoll(Errand, frozen=True):
    """→ PagesPrinted, PagesNotPrinted or PagesUnknown under `job_id`, a fresh UUID."""

    job_id: str
    what: CaseSlip | ReceiptSlip | GuidePaper | ChecklistPaper
    large: bool = False
