"""Slips of the roll printer that are no numbers: how a case stands, what was handed in, what to bring. Pure.

The words are made by the runner (`kiosk.paper.roll`); answered like A4 pages, under the job's own id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.session.journey import Errand

if TYPE_CHECKING:
    from hall_server.contract.applications import ApplicationReceipt
    from hall_server.contract.progress_views import CaseView
    from kiosk.session.papers import ChecklistPaper, GuidePaper


@dataclass(frozen=True, slots=True)
class CaseSlip:
    """One line of where a case is (CL-E21)."""

    case: CaseView = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReceiptSlip:
    """收件凭证 or 受理回执 (UI-K28; CL-B7, E17)."""

    receipt: ApplicationReceipt = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintRoll(Errand):
    """→ PagesPrinted, PagesNotPrinted or PagesUnknown under `job_id`, a fresh UUID."""

    job_id: str
    what: CaseSlip | ReceiptSlip | GuidePaper | ChecklistPaper
    large: bool = False
