"""委托书 (UI-K7, CL-G1, E16): whoever acts by a letter of attorney may see here whether it can be read. Pure.

It is looked at and forgotten: the hall keeps no letter with a number, so its pages are gone when the step is left. The
paper itself is shown at the counter, and the slip says so. Without a scanner nothing but that is said.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.apply_scanning import begin_scan
from kiosk.session.events import Touch
from kiosk.session.journey import Journey
from kiosk.session.scan_way import ScanWay, at_page, pages_of, scan_way
from kiosk.session.scans import DropPages
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.behalf import Behalf
    from kiosk.session.events import Touched
    from kiosk.session.leaving import Turn

MATERIAL = "letter_of_attorney"  # under which its pages are kept so long


class LetterWay(ScanWay, frozen=True):
    """How far the look at the letter is."""

    listed_on: Page = Page.LETTER


def letter_way(session: Session) -> LetterWay | None:
    """None where no letter is looked at."""
    way = scan_way(session)
    return way if isinstance(way, LetterWay) else None


def begin_letter(session: Session, behalf: Behalf) -> Session:
    """Behind whose document it is, before the check."""
    known = replace(session, visit=replace(session.current_visit(), behalf=behalf, for_other=True))
    return at_page(known, Page.LETTER, LetterWay())


def scan(session: Session, _: Touched) -> Turn:
    """放上去看一看: the scanner opens, where there is one."""
    way = letter_way(session)
    if way is None or not session.devices.document_scanner:
        return session, ()
    return begin_scan(session, replace(way, material=MATERIAL))


def go_on(session: Session, _: Touched) -> Turn:
    """接着取号, with the letter or without; nothing of it stays here."""
    visit, way = session.current_visit(), letter_way(session)
    gone = (DropPages(),) if way is not None and pages_of(way, MATERIAL) else ()
    return replace(session, page=Page.CONFIRM, visit=replace(visit, way=None), last_touch=session.now), gone


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.LETTER, Touch.SCAN_LETTER): scan,
            (Page.LETTER, Touch.BROUGHT): go_on,
        }
    ),
)
