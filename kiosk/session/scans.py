"""Scanning materials as the visit knows it: what is asked for, what was seen of each page, what is missing. Pure.

Pages themselves are never here: the runner keeps them sealed, by material and by their place from 1 on.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.journey import Errand, JourneyEvent
from kiosk.values import Value

if TYPE_CHECKING:
    from devices.values.document_scanner import Verdict


class ScanFault(StrEnum):
    """Why no page can be taken, in the words that a page has sentences for."""

    OFFLINE = "offline"  # lost, silent or not fitted
    BUSY = "busy"
    JAM = "jam"  # in a feeder
    COVER_OPEN = "cover_open"
    NO_PAGE = "no_page"  # nothing lies there
    FULL = "full"  # as many pages as there may be
    GONE = "gone"  # the pages were let go: handed over, wiped, left alone for too long
    SCANNER = "scanner"  # anything else that the scanner has


_BY_REASON = {
    "device_lost": ScanFault.OFFLINE,
    "device_silent": ScanFault.OFFLINE,
    "device_config": ScanFault.OFFLINE,
    "no_scanner": ScanFault.OFFLINE,
    "device_busy": ScanFault.BUSY,
    "paper_jammed": ScanFault.JAM,
    "cover_open": ScanFault.COVER_OPEN,
    "no_documents": ScanFault.NO_PAGE,
    "no_page": ScanFault.NO_PAGE,
    "nothing_new": ScanFault.NO_PAGE,
    "too_many_pages": ScanFault.FULL,
    "safe_full": ScanFault.FULL,
    "bundle_gone": ScanFault.GONE,
    "page_gone": ScanFault.GONE,
    "page_spoiled": ScanFault.GONE,
    "no_such_page": ScanFault.GONE,
}


def scan_fault_of(reason: str) -> ScanFault:
    """What a permanent code of the scanner or of the pages means to people."""
    return _BY_REASON.get(reason, ScanFault.SCANNER)


WHOLE = 1000  # of a page, across or down


class StartScan(Errand, frozen=True):
    """→ ScanStarted or ScanFailed. Another material than the one before: its scan ends, its pages stay.

    `required` pages make the material whole; 0: any number.
    """

    material: str
    required: int = 0


class TakePage(Errand, frozen=True):
    """The button: take what lies there now, whatever it is worth → PageScanned, ScanSees or ScanFailed."""


class RetakePage(Errand, frozen=True):
    """The next page that is taken comes in place of this one."""

    page_no: int


class DropPage(Errand, frozen=True):
    """→ PagesKept."""

    page_no: int


class MovePage(Errand, frozen=True):
    """Take it out and put it in so that it is page `to` → PagesKept."""

    page_no: int
    to: int


class TurnPage(Errand, frozen=True):
    """Clockwise, by a quarter → PagesKept."""

    page_no: int


class Blot(Value, frozen=True):
    """A part of a page that is made black, in thousandths of its width and height."""

    left: int
    top: int
    right: int
    bottom: int


class BlackenPage(Errand, frozen=True):
    """For good: nothing of what stood there is kept → PagesKept. A page that cannot be blackened is dropped."""

    page_no: int
    blots: tuple[Blot, ...]


class StopScan(Errand, frozen=True):
    """The scanner is let go, the glimpses end; pages stay. Nothing answers."""


class DropPages(Errand, frozen=True):
    """Nothing of any material stays. Nothing answers. `Wipe` does it too."""


class ScanStarted(JourneyEvent, frozen=True):
    """Pages can be laid down. `by_itself`: a page that lies still is taken without a touch."""

    material: str
    by_itself: bool


class ScanSees(JourneyEvent, frozen=True):
    """What the scanner sees now, told when it changes: why it does not take what lies there, or GOOD: hold still."""

    material: str
    verdict: Verdict


class PageScanned(JourneyEvent, frozen=True):
    """A page was taken, as page `page_no`. PagesKept comes with it."""

    material: str
    page_no: int
    verdict: Verdict


class PagesKept(JourneyEvent, frozen=True):
    """All pages of a material in their order, by what each is worth, and how many are still to come."""

    material: str
    pages: tuple[Verdict, ...]
    missing: int
    retake: int = 0  # the page that the next one replaces; 0: none


class ScanFailed(JourneyEvent, frozen=True):
    """What was asked for was not done. `over`: the scan has ended; without, another page may be laid down."""

    material: str
    fault: ScanFault
    over: bool


ScanEffect = StartScan | TakePage | RetakePage | DropPage | MovePage | TurnPage | BlackenPage | StopScan | DropPages
SCAN_EFFECTS: tuple[type[Errand], ...] = (
    *(StartScan, TakePage, StopScan),
    *(RetakePage, DropPage, MovePage, TurnPage, BlackenPage, DropPages),
)
ScanEvent = ScanStarted | ScanSees | PageScanned | PagesKept | ScanFailed
