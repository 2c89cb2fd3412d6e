"""Scanning materials as the visit knows it: what is asked for, what was seen of each page, what is missing. Pure.

Pages themselves are never here: the runner keeps them sealed, by material and by their place from 1 on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.journey import Errand, JourneyEvent

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


@dataclass(frozen=True, slots=True)
class StartScan(Errand):
    """→ ScanStarted or ScanFailed. Another material than the one before: its scan ends, its pages stay.

    `required` pages make the material whole; 0: any number.
    """

    material: str
    required: int = 0


@dataclass(frozen=True, slots=True)
class TakePage(Errand):
    """The button: take what lies there now, whatever it is worth → PageScanned, ScanSees or ScanFailed."""


@dataclass(frozen=True, slots=True)
class RetakePage(Errand):
    """The next page that is taken comes in place of this one."""

    page_no: int


@dataclass(frozen=True, slots=True)
class DropPage(Errand):
    """→ PagesKept."""

    page_no: int


@dataclass(frozen=True, slots=True)
class MovePage(Errand):
    """Take it out and put it in so that it is page `to` → PagesKept."""

    page_no: int
    to: int


@dataclass(frozen=True, slots=True)
class TurnPage(Errand):
    """Clockwise, by a quarter → PagesKept."""

    page_no: int


@dataclass(frozen=True, slots=True)
class Blot:
    """A part of a page that is made black, in thousandths of its width and height."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class BlackenPage(Errand):
    """For good: nothing of what stood there is kept → PagesKept. A page that cannot be blackened is dropped."""

    page_no: int
    blots: tuple[Blot, ...]


@dataclass(frozen=True, slots=True)
class StopScan(Errand):
    """The scanner is let go, the glimpses end; pages stay. Nothing answers."""


@dataclass(frozen=True, slots=True)
class DropPages(Errand):
    """Nothing of any material stays. Nothing answers. `Wipe` does it too."""


@dataclass(frozen=True, slots=True)
class ScanStarted(JourneyEvent):
    """Pages can be laid down. `by_itself`: a page that lies still is taken without a touch."""

    material: str
    by_itself: bool


@dataclass(frozen=True, slots=True)
class ScanSees(JourneyEvent):
    """What the scanner sees now, told when it changes: why it does not take what lies there, or GOOD: hold still."""

    material: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class PageScanned(JourneyEvent):
    """A page was taken, as page `page_no`. PagesKept comes with it."""

    material: str
    page_no: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class PagesKept(JourneyEvent):
    """All pages of a material in their order, by what each is worth, and how many are still to come."""

    material: str
    pages: tuple[Verdict, ...]
    missing: int
    retake: int = 0  # the page that the next one replaces; 0: none


@dataclass(frozen=True, slots=True)
class ScanFailed(JourneyEvent):
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
