"""扫材料 (UI-K26, CL-E16): what is there and what is missing, one material after the other, page by page. Pure.

Pages are never here: of each the visit knows what it is worth. A licence that was found with consent stands for its
material, and what may come later keeps nobody.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from devices.values.document_scanner import Verdict
from hall_server.contract.city.applications import MOST_PARTS
from kiosk.session.apply_way import Stands, apply_way, missing, needs, stands
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.leaving import stirred
from kiosk.session.scan_way import at_page, pages_of, scan_way, scanned_pages, with_scan
from kiosk.session.scans import (
    DropPage,
    MovePage,
    PageScanned,
    PagesKept,
    RetakePage,
    ScanFailed,
    ScanFault,
    ScanSees,
    ScanStarted,
    StartScan,
    StopScan,
    TakePage,
    TurnPage,
)
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.effects import Effect
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.scan_way import ScanWay

MOST_PAGES = MOST_PARTS - 1  # of all materials together; the form is a part too


def material_chosen(session: Session, event: Chosen) -> Turn:
    """扫这一样: the scanner opens. One for which a licence stands needs no page."""
    way = apply_way(session)
    need = None if way is None else next((one for one in needs(way) if one.id == event.value), None)
    if way is None or need is None or stands(session, way, need) is Stands.LICENCE:
        return session, ()
    return begin_scan(session, replace(way, material=need.id))


def begin_scan(session: Session, way: ScanWay) -> Turn:
    """The scanner opens for this way's material."""
    fresh = replace(way, sees=None, scan_fault=None, selected=0, retake=0, lit=True, page=0, sure=False)
    if scanned_pages(way) >= MOST_PAGES:
        return at_page(session, Page.APPLY_SCAN, replace(fresh, lit=False, scan_fault=ScanFault.FULL)), ()
    return at_page(session, Page.APPLY_SCAN, fresh), (StartScan(way.material, 1),)


def take(session: Session, _: Touched) -> Turn:
    """拍这一页, whatever it is worth; where the scan has ended it begins anew."""
    way = scan_way(session)
    if way is None:
        return session, ()
    if not way.lit:
        return begin_scan(session, way)
    return with_scan(session, replace(way, selected=0, scan_fault=None)), (TakePage(),)


def page_chosen(session: Session, event: Chosen) -> Turn:
    """One page in the picture; the same again: what the scanner sees."""
    way = scan_way(session)
    places = {str(place + 1) for place in range(len(pages_of(way, way.material)))} if way is not None else set()
    if way is None or event.value not in places:
        return session, ()
    page = int(event.value)
    return with_scan(session, replace(way, selected=0 if page == way.selected else page)), ()


def retake(session: Session, _: Touched) -> Turn:
    """重拍: the next page comes in its place."""
    way = scan_way(session)
    if way is None or not way.selected:
        return session, ()
    begin = () if way.lit else (StartScan(way.material, 1),)
    after = replace(way, retake=way.selected, selected=0, scan_fault=None, lit=True)
    return with_scan(session, after), (*begin, RetakePage(way.selected))


def drop(session: Session, _: Touched) -> Turn:
    """不要这页."""
    way = scan_way(session)
    if way is None or not way.selected:
        return session, ()
    return with_scan(session, replace(way, selected=0)), (DropPage(way.selected),)


def forward(session: Session, _: Touched) -> Turn:
    """往前放: one place nearer to the beginning."""
    way = scan_way(session)
    if way is None or way.selected <= 1:
        return session, ()
    moved = replace(way, selected=way.selected - 1)
    return with_scan(session, moved), (MovePage(way.selected, way.selected - 1),)


def turn(session: Session, _: Touched) -> Turn:
    """转一转, a quarter clockwise."""
    way = scan_way(session)
    return (session, ()) if way is None or not way.selected else (session, (TurnPage(way.selected),))


def turn_tiles(session: Session, event: Touched) -> Turn:
    """上一页, 下一页 of a list; the page shows the number modulo its pages."""
    way = scan_way(session)
    if way is None:
        return session, ()
    by = 1 if event.touch is Touch.NEXT_LIST_PAGE else -1
    return with_scan(session, replace(way, page=way.page + by)), ()


def leave(session: Session, _: Touched) -> Turn:
    """好了: to the list, with the scanner let go. From one page: to what the scanner sees."""
    way = scan_way(session)
    if way is None:
        return session, ()
    if way.selected:
        return with_scan(session, replace(way, selected=0)), ()
    left = replace(way, material="", sees=None, scan_fault=None, retake=0, lit=False, page=0)
    return at_page(session, way.listed_on, left), (StopScan(),)


def complete(session: Session, _: Touched) -> Turn:
    """接着填表, once nothing is missing."""
    way = apply_way(session)
    if way is None or missing(session, way):
        return session, ()
    return at_page(session, Page.APPLY_FORM, replace(way, page=0, sure=False)), ()


def started(session: Session, event: ScanStarted) -> Turn:
    """The scanner is open."""
    way = _of(session, event.material)
    if way is None:
        return session, ()
    return with_scan(session, replace(way, by_itself=event.by_itself, scan_fault=None)), ()


def sees(session: Session, event: ScanSees) -> Turn:
    """Why what lies there is not taken."""
    way = _of(session, event.material)
    return (session, ()) if way is None else (with_scan(session, replace(way, sees=event.verdict)), ())


def page_scanned(session: Session, event: PageScanned) -> Turn:
    """A page was taken: somebody is there."""
    way = _of(session, event.material)
    if way is None:
        return session, ()
    good = event.verdict is Verdict.GOOD
    taken = replace(way, sees=event.verdict, scan_fault=None)
    return stirred(with_scan(session, taken)), _heard(session, Tone.OK if good else Tone.WARN)


def pages_kept(session: Session, event: PagesKept) -> Turn:
    """All pages of a material as they lie now; as many as the city takes are enough."""
    way = _of(session, event.material)
    if way is None:
        return session, ()
    others = tuple(one for one in way.scanned if one[0] != event.material)
    scanned = (*others, (event.material, event.pages)) if event.pages else others
    selected = min(way.selected, len(event.pages))
    kept = replace(way, scanned=scanned, selected=selected, retake=event.retake, shot=way.shot + 1)
    if scanned_pages(kept) < MOST_PAGES or not kept.lit or kept.retake:
        return with_scan(session, kept), ()
    full = replace(kept, lit=False, scan_fault=ScanFault.FULL)
    return with_scan(session, full), (StopScan(), *_heard(session, Tone.WARN))


def scan_failed(session: Session, event: ScanFailed) -> Turn:
    """No page, and why."""
    way = _of(session, event.material)
    if way is None:
        return session, ()
    lit = way.lit and not event.over
    return with_scan(session, replace(way, scan_fault=event.fault, lit=lit)), _heard(session, Tone.WARN)


def _heard(session: Session, tone: Tone) -> tuple[Effect, ...]:
    """While a page is blackened nothing of the scanner is to be seen, so it is not to be heard either (CL-G3)."""
    return () if session.page is Page.APPLY_BLACKEN else (PlayTone(tone),)


def _of(session: Session, material: str) -> ScanWay | None:
    way = scan_way(session)
    return way if way is not None and way.material and way.material == material else None


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.APPLY_MATERIALS, Touch.BROUGHT): complete,
            (Page.APPLY_MATERIALS, Touch.PREVIOUS_LIST_PAGE): turn_tiles,
            (Page.APPLY_MATERIALS, Touch.NEXT_LIST_PAGE): turn_tiles,
            (Page.APPLY_SCAN, Touch.BACK): leave,
            (Page.APPLY_SCAN, Touch.TAKE_PAGE): take,
            (Page.APPLY_SCAN, Touch.RETAKE_PAGE): retake,
            (Page.APPLY_SCAN, Touch.DROP_PAGE): drop,
            (Page.APPLY_SCAN, Touch.PAGE_FORWARD): forward,
            (Page.APPLY_SCAN, Touch.TURN_PAGE): turn,
            (Page.APPLY_SCAN, Touch.NEXT_LIST_PAGE): turn_tiles,
        }
    ),
    choices=MappingProxyType(
        {
            (Page.APPLY_MATERIALS, Choice.MATERIAL): material_chosen,
            (Page.APPLY_SCAN, Choice.SCANNED_PAGE): page_chosen,
        }
    ),
    answers=MappingProxyType(
        {
            ScanStarted: started,
            ScanSees: sees,
            PageScanned: page_scanned,
            PagesKept: pages_kept,
            ScanFailed: scan_failed,
        }
    ),
)
