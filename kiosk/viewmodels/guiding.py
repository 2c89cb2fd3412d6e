"""UI-K14 办事指南: lists of guides, and one item's guide in facts that fit page by page (CL-B7, B9, C11). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.guides.browse import common
from kiosk.guides.manifest import for_item
from kiosk.session.browsing import find_item
from kiosk.session.bundling import bundle_of
from kiosk.session.guiding import GuidesWay, GuideWay, Order, groups
from kiosk.session.self_service import machine_of
from kiosk.values import Value, replace
from kiosk.viewmodels.apply_offer import apply_offer
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.services import ItemRow, shelf_of
from kiosk.viewmodels.services import listed as one_of
from kiosk.viewmodels.tongue import item_name, listed, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.catalogue import ItemView
    from hall_server.contract.guides import BundleView
    from kiosk.guides.browse import Entry
    from kiosk.session.printouts import PaperWay
    from kiosk.session.state import Session
    from kiosk.viewmodels.room import Form

SIGNS_A_LINE = 21  # of Chinese that stand in a line of a fact; 17 in 大字
PLAIN_ROWS = 3  # what the plain words may fill
BOX = 1.7  # signs that a box and the room behind its thing take
ONLINE = "online"  # as COMPLAIN: a row of its own
COMPLAIN = "complain"  # not a fact: the room that a button takes behind the last one


class GroupTile(Value, frozen=True):
    """A theme or a letter to choose."""

    group: str
    name: str
    count: int


class GuidesProps(Value, frozen=True):
    """`groups` while one is to be chosen, else `rows`. `group`: the one that is open."""

    order: str = Order.COMMON
    group: str = ""
    groups: tuple[GroupTile, ...] = ()
    columns: int = 4
    rows: tuple[ItemRow, ...] = ()
    page_number: int = 1
    pages: int = 1


class WayTile(Value, frozen=True):
    """窗口, 自助 or 网上, beside the others: whether it can be done so, where, in how many days, for how much.

    `days` -1: nobody says.
    """

    way: str
    can: bool = False
    where: str = ""
    days: int = -1
    fee: str = ""


class Fact(Value, frozen=True):
    """One fact of a guide. `what` names it; `value` in the hall's words, `days` and `legal` where it is about days.

    `units`: how many rows high it is drawn. `ways` with "ways": the ways of doing it, side by side; `names` with
    "bring": things, a box to tick before each.
    """

    what: str
    value: str = ""
    days: int = -1
    legal: str = ""
    units: int = 1
    ways: tuple[WayTile, ...] = ()
    names: tuple[str, ...] = ()


class GuideProps(Value, frozen=True):
    """One page of a guide."""

    item: str = ""
    version: str = ""
    since: str = ""
    facts: tuple[Fact, ...] = ()
    complain: bool = False  # 这件事办得不顺 stands below them
    come: str = ""  # of what is printed: a Come
    fault: str = ""
    sheets: int = 0
    printable: bool = True
    apply: str = ""  # 在这台机器上申办: can | rests; "": a counter does it
    apply_why: str = ""  # it rests, in a word of the manifest
    apply_where: str = ""  # and where else
    online: bool = False  # it can be done on the net
    general: bool = False  # the hall settles nothing of it: the number is the general one
    page_number: int = 1
    pages: int = 1


def guides_props(session: Session) -> GuidesProps:
    """Derive the list."""
    way, catalogue = session.current_visit().way, session.catalogue
    if not isinstance(way, GuidesWay) or catalogue is None:
        return GuidesProps()
    form = form_of(session)
    shelf = shelf_of(form)
    height = form.rows(taken=shelf.tab + shelf.gap, row=shelf.row, gap=shelf.gap)
    found = groups(session, way.order)
    if way.order is Order.BUNDLE:
        return _rows(session, way, list(catalogue.bundles), height)
    if way.order is not Order.COMMON and not way.group:
        return _tiles(session, way, form, height)
    chosen = common(catalogue) if way.order is Order.COMMON else next(one for one in found if one.heading == way.group)
    return _rows(session, way, _lines(session, chosen.entries), height)


def _rows(session: Session, way: GuidesWay, lines: Sequence[ItemView | BundleView], height: int) -> GuidesProps:
    pages = max(1, -(-len(lines) // height))
    first = way.page % pages * height
    return GuidesProps(
        order=way.order,
        group=said(session, way.group),
        rows=tuple(one_of(session, line) for line in lines[first : first + height]),
        page_number=way.page % pages + 1,
        pages=pages,
    )


def _lines(session: Session, entries: Sequence[Entry]) -> list[ItemView | BundleView]:
    """The entries as the catalogue has them."""
    found = (bundle_of(session, one.id) if one.bundle else find_item(session, one.id) for one in entries)
    return [one for one in found if one is not None]


def _tiles(session: Session, way: GuidesWay, form: Form, height: int) -> GuidesProps:
    columns = (2 if form.large else 3) if way.order is Order.THEME else (4 if form.large else 6)
    fits = columns * height
    found = [one for one in groups(session, way.order) if one.heading and _lines(session, one.entries)]
    pages = max(1, -(-len(found) // fits))
    first = way.page % pages * fits
    tiles = tuple(
        GroupTile(one.heading, said(session, one.heading), len(_lines(session, one.entries)))
        for one in found[first : first + fits]
    )
    return GuidesProps(way.order, "", tiles, columns, (), way.page % pages + 1, pages)


def guide_props(session: Session) -> GuideProps:
    """Derive one page of a guide; facts that do not fit stand on the next."""
    way = session.current_visit().way
    item = find_item(session, way.item_id) if isinstance(way, GuideWay) else None
    if item is None or not isinstance(way, GuideWay):
        return GuideProps()
    offer, why, where = apply_offer(session)
    taken = bool(offer) + (way.printout is not None)
    shown, number, pages = facts_page(session, _facts(session, item), way.page, taken=taken)
    come, fault, sheets = printed(way)
    return GuideProps(
        item=item_name(session, item),
        version=item.version,
        since=item.guide_from,
        facts=tuple(one for one in shown if one.what not in {COMPLAIN, ONLINE}),
        complain=any(one.what == COMPLAIN for one in shown),
        online=any(one.what == ONLINE for one in shown),
        come=come,
        fault=fault,
        sheets=sheets,
        apply=offer,
        apply_why=why,
        apply_where=where,
        page_number=number,
        pages=pages,
    )


def facts_page(session: Session, facts: list[Fact], page: int, *, taken: int = 0) -> tuple[tuple[Fact, ...], int, int]:
    """The facts that stand on this page, its number from 1, and how many there are. `taken`: rows of other things."""
    form = form_of(session)
    fits = type(form)(form.landscape, form.large).rows()  # it is only read: 往下移 leaves it where it is
    told = [_measured(one, form) for one in facts if one.value or one.names or one.days >= 0 or one.ways]
    made = _paged(told, fits - taken)
    return made[page % len(made)], page % len(made) + 1, len(made)


def printed(way: PaperWay) -> tuple[str, str, int]:
    """How a job stands, what is wrong with it, and sheets that are out; nothing while none was asked for."""
    job = way.printout
    return ("", "", 0) if job is None else (job.come, job.fault or "", job.sheets)


def _facts(session: Session, item: ItemView) -> list[Fact]:
    bring = tuple(said(session, one.name) for one in item.materials)
    days = Fact("days", days=item.promise_days, legal=item.legal_days or "")
    ways = _ways(session, item)
    if form_of(session).large:  # a line each: three beside each other would be small
        where = " · ".join(part for part in (said(session, item.place), said(session, item.department)) if part)
        told = [Fact("where", where), days, Fact("fee", said(session, item.fee))]
        told += [Fact(one.way, one.where) for one in ways[1:] if one.can]
    else:
        told = [days] if item.legal_days else []
    return [
        *([] if item.plain else [Fact("ask", item.name)]),
        Fact("plain", said(session, item.plain)),
        *([Fact(ONLINE, days=0)] if item.online else []),
        *([] if form_of(session).large else [Fact("ways", units=2, ways=ways)]),
        Fact("bring", names=bring),
        *told,
        *(Fact("step", said(session, one.name), legal=one.days or "") for one in item.special_steps),
        Fact("deciding", said(session, item.deciding)),
        Fact("conditions", said(session, item.conditions)),
        Fact("basis", listed(session, item.basis)),
        Fact(COMPLAIN, days=0),
    ]


def _ways(session: Session, item: ItemView) -> tuple[WayTile, ...]:
    """The counter first; it always can."""
    place, fee = said(session, item.place), said(session, item.fee)
    counter = WayTile("counter", can=True, where=place, days=item.promise_days, fee=fee)
    own = None if session.catalogue is None else for_item(session.catalogue, item, machine_of(session))
    elsewhere = None if own is None or own.usable else own.nearest  # CL-E13: another machine does it
    where = "" if own is None else said(session, own.service.name if elsewhere is None else elsewhere.name)
    machine = WayTile("self_service", can=item.self_service or own is not None, where=where)
    return (counter, machine, WayTile("online", can=bool(item.online)))


def _measured(fact: Fact, form: Form) -> Fact:
    if fact.ways:
        return fact
    line = 17 if form.large else SIGNS_A_LINE if not form.landscape else SIGNS_A_LINE + 5
    wide = _wide(fact.value) + sum(_wide(name) + BOX for name in fact.names)
    lines = -(-wide // line)
    units = 1 if lines <= 1 else 2 if lines <= PLAIN_ROWS else PLAIN_ROWS
    return replace(fact, units=units)


def _wide(words: str) -> float:
    """In Chinese signs."""
    return sum(0.5 if sign.isascii() else 1 for sign in words)


def _paged(facts: list[Fact], fits: int) -> list[tuple[Fact, ...]]:
    """As many a page as fit, one at least, in their order."""
    pages: list[list[Fact]] = [[]]
    for fact in facts:
        if pages[-1] and sum(one.units for one in pages[-1]) + fact.units > fits:
            pages.append([])
        pages[-1].append(fact)
    return [tuple(page) for page in pages]
