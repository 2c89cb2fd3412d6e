"""A4 pages as the visit knows them: what can be printed, what is asked for, and what became of it. Pure.

Documents themselves are never here: a certificate is named by the key under which the runner keeps it until the page
is left.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.journey import Errand, JourneyEvent
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView, Material

MAX_COPIES = 5  # UI-K15c


class GuidePaper(Value, frozen=True):
    """办事指南 of one item: what to bring, where, how long, what it costs (CL-B9)."""

    item: ItemView


class ChecklistPaper(Value, frozen=True):
    """材料清单 of a bundle 一件事 or of several items: each thing once, with a box to tick."""

    title: str
    items: tuple[str, ...]  # names
    materials: tuple[Material, ...]


class StepState(StrEnum):
    """How far a step of a case is."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"


class CaseStep(Value, frozen=True):
    """One step of a case; `when` in words, "" where nobody knows."""

    name: str
    state: StepState
    when: str = ""


class ProgressPaper(Hushed, Value, frozen=True):
    """办理进度: the steps, what comes next and whom to ask (UI-K13)."""

    case_no: str
    item_name: str
    steps: tuple[CaseStep, ...]
    next_step: str = ""
    contact: str = ""


class ReceiptPaper(Hushed, Value, frozen=True):
    """申请回执: what was handed in here, and what happens now. The code finds the case again at a kiosk."""

    case_no: str
    item_name: str
    handed_in_at: str  # hall time, in words
    materials: tuple[tuple[str, int], ...]  # name and pages
    next_step: str
    code: str = ""
    contact: str = ""


class ReferralPaper(Value, frozen=True):
    """引导单 to another hall, where the roll printer cannot print it. `why` is a sentence for people."""

    item_name: str
    why: str
    venue: str
    address: str = ""
    hours: str = ""
    telephone: str = ""
    bring: tuple[str, ...] = ()


class CertificatePaper(Value, frozen=True):
    """A PDF that came from the hall and lies in the runner's drawer under this key; `kind`: its type of licence."""

    key: str
    kind: str = ""


OwnPaper = GuidePaper | ChecklistPaper | ProgressPaper | ReceiptPaper | ReferralPaper
Paper = OwnPaper | CertificatePaper


class PaperFault(StrEnum):
    """Why pages did not come, in the words that a page has sentences for."""

    JAM = "jam"
    PAPER_OUT = "paper_out"
    TONER_OUT = "toner_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"  # lost, silent or not fitted
    BUSY = "busy"
    DOCUMENT = "document"  # it cannot be printed as it is
    GONE = "gone"  # the page was left, or it was never there
    PRINTER = "printer"  # anything else that the printer has


_BY_REASON = {
    "paper_jammed": PaperFault.JAM,
    "paper_out": PaperFault.PAPER_OUT,
    "tray_missing": PaperFault.PAPER_OUT,
    "toner_out": PaperFault.TONER_OUT,
    "cover_open": PaperFault.COVER_OPEN,
    "device_lost": PaperFault.OFFLINE,
    "device_silent": PaperFault.OFFLINE,
    "printer_vanished": PaperFault.OFFLINE,
    "no_printer": PaperFault.OFFLINE,
    "printer_busy": PaperFault.BUSY,
    "device_busy": PaperFault.BUSY,
    "expired": PaperFault.BUSY,
    "empty_document": PaperFault.DOCUMENT,
    "too_large": PaperFault.DOCUMENT,
    "not_a_pdf": PaperFault.DOCUMENT,
    "pdf_truncated": PaperFault.DOCUMENT,
    "pdf_encrypted": PaperFault.DOCUMENT,
    "pdf_unreadable": PaperFault.DOCUMENT,
    "format_refused": PaperFault.DOCUMENT,
    "paper_not_made": PaperFault.DOCUMENT,
    "paper_gone": PaperFault.GONE,
    "drawer_full": PaperFault.DOCUMENT,
    "cancelled": PaperFault.GONE,
}


def fault_of(reason: str) -> PaperFault:
    """What a permanent code of the printer or of a document means to people."""
    return _BY_REASON.get(reason, PaperFault.PRINTER)


class PrintPages(Errand, frozen=True):
    """→ PagesComing (any number), then PagesPrinted, PagesNotPrinted or PagesUnknown. `job_id`: a fresh UUID."""

    job_id: str
    what: Paper
    copies: int = 1
    large: bool = False  # 大字


class LookAtPages(Errand, frozen=True):
    """→ PagesSeen or PagesUnseen: the first page of a certificate, with what looks like an identity number covered."""

    key: str


class LeavePages(Errand, frozen=True):
    """The page is left: jobs that run are taken back, certificates and pictures are gone. Nothing answers."""


class PagesComing(JourneyEvent, frozen=True):
    """How far a job is: `sheets` that are out, where the printer counts; `fault`: it stands still and wants a hand."""

    job_id: str
    sheets: int = 0
    fault: PaperFault | None = None


class PagesPrinted(JourneyEvent, frozen=True):
    """The printer says that all sheets are out."""

    job_id: str


class PagesNotPrinted(JourneyEvent, frozen=True):
    """No sheet is out, and none will come: the job is void."""

    job_id: str
    fault: PaperFault


class PagesUnknown(JourneyEvent, frozen=True):
    """Some sheets may be out; the rest was taken back. `sheets` as far as they were counted."""

    job_id: str
    fault: PaperFault
    sheets: int | None = None


class PagesSeen(JourneyEvent, frozen=True):
    """A certificate can be looked at. `hidden`: nobody can tell where its numbers stand, so it is blurred."""

    key: str
    pages: int
    hidden: bool = False


class PagesUnseen(JourneyEvent, frozen=True):
    """There is no picture of it; it may be printed all the same unless it is GONE or a bad DOCUMENT."""

    key: str
    fault: PaperFault


PaperEffect = PrintPages | LookAtPages | LeavePages
PaperEvent = PagesComing | PagesPrinted | PagesNotPrinted | PagesUnknown | PagesSeen | PagesUnseen
