"""UI-K38: places on the net in the hall's neutral order, and one of them as a code to take along. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.links import LinkCategory
from kiosk.session.links import LinkWay, links_way
from kiosk.values import Value
from kiosk.viewmodels.qr import QrRun, qr_runs
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.services import shelf_of

if TYPE_CHECKING:
    from kiosk.session.state import Session


class LinkRow(Value, frozen=True):
    """One place."""

    link_id: str
    name: str
    about: str


class LinksProps(Value, frozen=True):
    """`state`: asking, here, none, away (nobody says), offline."""

    category: str = LinkCategory.OFFICIAL
    state: str = "asking"
    rows: tuple[LinkRow, ...] = ()
    page_number: int = 1
    pages: int = 1


class LinkProps(Value, frozen=True):
    """`address` as it is written, and as a code."""

    name: str = ""
    address: str = ""
    qr_runs: tuple[QrRun, ...] = ()
    qr_side: int = 0


def links_props(session: Session) -> LinksProps:
    """Derive the list; the order is as it came."""
    way = links_way(session)
    if way is None:
        return LinksProps()
    form = form_of(session)
    shelf = shelf_of(form)
    height = form.rows(taken=shelf.tab + shelf.gap)
    pages = max(1, -(-len(way.links) // height))
    first = way.page % pages * height
    state = "asking" if way.look else "here" if way.links else "none"
    if way.fault:
        state = "away" if session.online else "offline"
    rows = tuple(LinkRow(one.id, one.name, one.about) for one in way.links[first : first + height])
    return LinksProps(way.category, state, rows, way.page % pages + 1, pages)


def link_props(session: Session) -> LinkProps:
    """Derive the code."""
    way = session.current_visit().way
    if not isinstance(way, LinkWay):
        return LinkProps()
    runs, side = qr_runs(way.address)
    return LinkProps(way.name, way.address, runs, side)
