"""How far somebody is with laying papers on the scanner, whatever for: an application, or a letter of attorney. Pure.

Pages are never here: of each the visit knows what it is worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.printouts import PaperWay
from kiosk.session.state import Page, Session
from kiosk.values import Hushed, replace

if TYPE_CHECKING:
    from devices.values.document_scanner import Verdict
    from kiosk.session.journey import Way
    from kiosk.session.scans import Blot, ScanFault


class ScanWay(Hushed, PaperWay, frozen=True):
    """`material`: that is being scanned, "" = none. `scanned`: verdicts of the pages by material.

    `listed_on`: the page that 扫好了 leads back to.
    """

    listed_on: Page = Page.APPLY_MATERIALS
    material: str = ""
    by_itself: bool = False
    lit: bool = False  # the scanner is open, or opens
    sees: Verdict | None = None
    scan_fault: ScanFault | None = None
    scanned: tuple[tuple[str, tuple[Verdict, ...]], ...] = ()
    selected: int = 0  # the page that stands in the picture; 0: what the scanner sees
    retake: int = 0
    shot: int = 0  # counts what has changed of the pages
    blots: tuple[Blot, ...] = ()  # to blacken, and not done yet
    band: int = 0  # the line that keys stand on
    page: int = 0  # of a list; counts on
    sure: bool = False  # 真的不办了？ stands there


def way_of(session: Session) -> Way | None:
    """How far the visitor is on whatever journey, also under 您还在吗？."""
    warning = session.warning
    kept = warning.kept if warning is not None else session.visit
    return kept.way if kept is not None else None


def scan_way(session: Session) -> ScanWay | None:
    """None where nothing is scanned."""
    way = way_of(session)
    return way if isinstance(way, ScanWay) else None


def with_scan(session: Session, way: ScanWay) -> Session:
    """The session with this; under the warning it stays out of sight."""
    warning = session.warning
    if warning is not None and warning.kept is not None:
        return replace(session, warning=replace(warning, kept=replace(warning.kept, way=way)))
    return replace(session, visit=replace(session.current_visit(), way=way))


def at_page(session: Session, page: Page, way: ScanWay, wait_s: float | None = None) -> Session:
    """On this page, from now."""
    ends_at = None if wait_s is None else session.now + wait_s
    return replace(with_scan(session, way), page=page, page_ends_at=ends_at, last_touch=session.now)


def pages_of(way: ScanWay, material: str) -> tuple[Verdict, ...]:
    """What was scanned of a material."""
    return dict(way.scanned).get(material, ())


def scanned_pages(way: ScanWay) -> int:
    """Of all materials."""
    return sum(len(pages) for _, pages in way.scanned)
