"""UI-K26 在这台机器上申办: what it is, what is there, what is missing, one material's pages. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.document_scanner import Verdict
from hall_server.contract.city.licence_types import ID_CARD
from kiosk.guides.pictures import PAPER, picture_of
from kiosk.session.apply_way import Stands, apply_way, missing, needs, stands
from kiosk.session.blackening import BANDS
from kiosk.session.browsing import find_item
from kiosk.session.prechecking import OWN_CARD
from kiosk.session.scan_way import pages_of, scan_way
from kiosk.session.scans import WHOLE
from kiosk.session.state import Page
from kiosk.values import Value
from kiosk.viewmodels.certificates import CertificateCardProps
from kiosk.viewmodels.progress import PAGER, SLOW_S
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import item_name, listed, said

if TYPE_CHECKING:
    from hall_server.contract.visits import MaterialNeed
    from kiosk.session.apply_way import ApplyWay
    from kiosk.session.state import Session

APPLY = "apply"
TILES = 5  # pages that stand in one row
MOST_NAMES = 3


class ApplyProps(Value, frozen=True):
    """`stage`: ask | waiting | slow | fault. `bring`: what is scanned, in a few words; `more`: how many besides."""

    item: str = ""
    stage: str = "ask"
    fault: str = ""
    again: bool = False
    hotline: str = ""
    bring: str = ""
    more: int = 0
    licences: bool = False  # some of it may be there already
    ways: tuple[str, ...] = ()  # how the result comes, where there is a choice


def apply_props(session: Session) -> ApplyProps:
    """Derive what is said before anything is done."""
    way = apply_way(session)
    item = None if way is None else find_item(session, way.item_id)
    if way is None or item is None:
        return ApplyProps()
    waits = "slow" if session.now - way.asked_at > SLOW_S else "waiting"
    names = [one.name for one in item.materials]
    return ApplyProps(
        item=item_name(session, item),
        stage="fault" if way.fault is not None else waits if way.look else "ask",
        fault=way.fault or "",
        again=way.fault is not None and bool(way.visit),
        hotline=session.hall.hotline if session.hall else "",
        bring=listed(session, names[:MOST_NAMES]),
        more=max(0, len(names) - MOST_NAMES),
        licences=any(one.licence for one in item.materials),
        ways=tuple(item.result_ways) if len(item.result_ways) > 1 else (),
    )


def apply_card_props(session: Session) -> CertificateCardProps:
    """Whose application: by card or code."""
    devices, step = session.devices, session.current_visit().card_step
    return CertificateCardProps(step, devices.card_reader, devices.scanner, desk=session.mouths, purpose=APPLY)


class NeedRow(Value, frozen=True):
    """One material. `how`: a Stands; `pages` that were scanned, `odd` of them hard to read."""

    material: str
    name: str
    how: str
    pages: int = 0
    odd: int = 0
    picture: str = PAPER  # one of kiosk.guides.pictures


class ApplyMaterialsProps(Value, frozen=True):
    """What is there and what is missing. `sure`: 真的不办了？ stands there."""

    item: str = ""
    rows: tuple[NeedRow, ...] = ()
    missing: int = 0
    ready: bool = False
    sure: bool = False
    page_number: int = 1
    pages: int = 1


def apply_materials_props(session: Session) -> ApplyMaterialsProps:
    """Derive the list."""
    way = apply_way(session)
    if way is None or way.begun is None:
        return ApplyMaterialsProps()
    rows = tuple(_row(session, way, one) for one in needs(way))
    form = form_of(session)
    fit = form.rows() - way.sure
    if len(rows) > fit:
        fit = max(1, form.rows(taken=PAGER) - way.sure)
    pages = max(1, -(-len(rows) // fit))
    first = way.page % pages * fit
    lacking = missing(session, way)
    item = find_item(session, way.item_id)
    return ApplyMaterialsProps(
        item=item_name(session, item) if item else way.begun.item_name,
        rows=rows[first : first + fit],
        missing=len(lacking),
        ready=not lacking,
        sure=way.sure,
        page_number=way.page % pages + 1,
        pages=pages,
    )


def _row(session: Session, way: ApplyWay, need: MaterialNeed) -> NeedRow:
    how, pages = stands(session, way, need), pages_of(way, need.id)
    scanned = len(pages) if how is Stands.SCANNED else 0
    odd = sum(one is not Verdict.GOOD for one in pages) if how is Stands.SCANNED else 0
    item = find_item(session, way.item_id)
    thing = next((one for one in item.materials if one.id == need.id), None) if item is not None else None
    return NeedRow(need.id, said(session, need.name), how, scanned, odd, picture_of(thing) if thing else PAPER)


class PageTile(Value, frozen=True):
    """One page that was scanned, from 1; `verdict`: what it is worth."""

    page: str
    verdict: str
    chosen: bool


class ApplyScanProps(Value, frozen=True):
    """Pages of one material. `sees`: what lies there now; `source`: of the picture; `selected`: a page, 0 = none.

    `verdict`: of the selected page; `both`: a card, front and back; `lit`: the scanner is open; `letter`: 委托书.
    """

    name: str = ""
    letter: bool = False
    both: bool = False
    lit: bool = False
    by_itself: bool = False
    sees: str = ""
    fault: str = ""
    tiles: tuple[PageTile, ...] = ()
    count: int = 0
    more: bool = False
    selected: int = 0
    verdict: str = ""
    retake: int = 0
    source: str = ""


def apply_scan_props(session: Session) -> ApplyScanProps:
    """Derive what is seen and what there is."""
    way, applying = scan_way(session), apply_way(session)
    need = None if applying is None else next((one for one in needs(applying) if one.id == applying.material), None)
    if way is None or not way.material:
        return ApplyScanProps()
    pages = pages_of(way, way.material)
    groups = max(1, -(-len(pages) // TILES))
    # the newest pages first come into sight
    first = (groups - 1 - way.page % groups) * TILES
    shown = tuple(enumerate(pages, start=1))[first : first + TILES]
    return ApplyScanProps(
        name=said(session, need.name) if need is not None else "",
        letter=way.listed_on is Page.LETTER,
        both=need is not None and need.licence in {OWN_CARD, ID_CARD},
        lit=way.lit,
        by_itself=way.by_itself,
        sees=way.sees or "",
        fault=way.scan_fault or "",
        tiles=tuple(PageTile(str(number), verdict, number == way.selected) for number, verdict in shown),
        count=len(pages),
        more=groups > 1,
        selected=way.selected,
        verdict=pages[way.selected - 1] if 0 < way.selected <= len(pages) else "",
        retake=way.retake,
        source=f"page/{way.selected}?{way.shot}" if way.selected else "live" if way.lit else "",
    )


class BlotBox(Value, frozen=True):
    """A part that is going to be black, in thousandths of the page."""

    left: int
    top: int
    right: int
    bottom: int


class ApplyBlackenProps(Value, frozen=True):
    """One page, and what of it is going to be black. `band` of `bands`: the line that keys stand on, from 0.

    `whole` is what the page's width and height count in blots.
    """

    page: int = 0
    source: str = ""
    blots: tuple[BlotBox, ...] = ()
    band: int = 0
    bands: int = BANDS
    whole: int = WHOLE


def apply_blacken_props(session: Session) -> ApplyBlackenProps:
    """Derive the page that is being blackened."""
    way = scan_way(session)
    if way is None:
        return ApplyBlackenProps()
    boxes = tuple(BlotBox(one.left, one.top, one.right, one.bottom) for one in way.blots)
    return ApplyBlackenProps(way.selected, f"page/{way.selected}?{way.shot}", boxes, way.band)
