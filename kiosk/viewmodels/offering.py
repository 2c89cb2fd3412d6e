"""What this machine can do without a counter (CL-E12, E13): K36 where else, K37 at any hour, and 别的事 of K1. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.item_words import Hardware, Network, PlaceKind
from kiosk.guides.manifest import Reason
from kiosk.session.any_hour import AnyHourWay
from kiosk.session.cannot import cannot_way
from kiosk.session.modes import Language
from kiosk.session.self_service import function_here, functions_here
from kiosk.values import Value
from kiosk.viewmodels.home import HomeTile, all_tiles, first_tiles
from kiosk.viewmodels.reasons import NOWHERE, NearPlace, near, reason_of
from kiosk.viewmodels.room import form_of

if TYPE_CHECKING:
    from kiosk.guides.manifest import Function
    from kiosk.session.state import Session

PLACES = 3
PICTURES = {
    Hardware.PAGE_PRINTER: "printer",
    Hardware.DOCUMENT_SCANNER: "scan",
    Hardware.FACE: "identification-card",
    Hardware.CAMERA: "chat-circle-dots",
}


class ElsewhereProps(Value, frozen=True):
    """`name` or `tile`: what was wanted. `reason`: why not here; `places`: where else, the nearest first."""

    name: str = ""
    tile: str = ""
    reason: str = ""
    places: tuple[NearPlace, ...] = ()


class ServiceRow(Value, frozen=True):
    """A self-service function. `reason`: why not here, "" = it can be used; `place`: where else."""

    service_id: str
    name: str
    icon: str
    reason: str = ""
    place: NearPlace = NOWHERE


class AnyHourProps(Value, frozen=True):
    """What works here stands first. `usable`: how many that are."""

    usable: int = 0
    rows: tuple[ServiceRow, ...] = ()
    page_number: int = 1
    pages: int = 1


class MoreProps(Value, frozen=True):
    """What has no room on the first page."""

    tiles: tuple[HomeTile, ...] = ()
    page_number: int = 1
    pages: int = 1


def elsewhere_props(session: Session) -> ElsewhereProps:
    """Derive why not here, and where else; what has become possible meanwhile has no reason any more."""
    way = cannot_way(session)
    if way is None:
        return ElsewhereProps()
    found = function_here(session, way.service)
    if found is None:
        return ElsewhereProps(tile=way.tile, reason="" if session.online else "offline")
    others = (
        near(session, one)
        for one in found.service.elsewhere
        if (one.kind, one.id) != (PlaceKind.KIOSK, session.kiosk_id)
    )
    return ElsewhereProps(service_name(session, found), "", reason_of(session, found), tuple(others)[:PLACES])


def service_name(session: Session, one: Function) -> str:
    """In the visitor's language."""
    english = session.modes.language is Language.EN and one.service.name_en
    return one.service.name_en if english else one.service.name


def any_hour_props(session: Session) -> AnyHourProps:
    """Derive the list; a page number past either end goes round."""
    way = session.current_visit().way
    if not isinstance(way, AnyHourWay):
        return AnyHourProps()
    found = sorted(functions_here(session), key=lambda one: not one.usable)
    rows = form_of(session).rows()
    pages = max(1, -(-len(found) // rows))
    first = way.page % pages * rows
    return AnyHourProps(
        usable=sum(one.usable for one in found),
        rows=tuple(_row(session, one) for one in found[first : first + rows]),
        page_number=way.page % pages + 1,
        pages=pages,
    )


def _row(session: Session, one: Function) -> ServiceRow:
    name, icon = service_name(session, one), _picture(one)
    if one.usable:
        return ServiceRow(one.service.id, name, icon)
    place = NOWHERE if one.nearest is None or one.reason is Reason.NO_LINK else near(session, one.nearest)
    return ServiceRow(one.service.id, name, icon, reason_of(session, one), place)


def _picture(one: Function) -> str:
    found = (picture for box, picture in PICTURES.items() if box in one.service.hardware)
    guide = one.service.network is Network.NONE
    return "book-open-text" if guide else next(found, "list-magnifying-glass")


def more_props(session: Session) -> MoreProps:
    """Derive what the first page leaves out; a page number past either end goes round."""
    shown = {tile.name for tile in first_tiles(session)}
    tiles = tuple(tile for tile in all_tiles(session) if tile.name not in shown)
    rows = form_of(session).rows()
    pages = max(1, -(-len(tiles) // rows))
    page = session.current_visit().list_page % pages
    return MoreProps(tiles[page * rows : (page + 1) * rows], page + 1, pages)
