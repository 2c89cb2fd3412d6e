"""UI-K0, K1, K19, K21: the pages that are about the hall and the machine, not about a visitor. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.session.events import Touch
from kiosk.viewmodels.room import form_of

if TYPE_CHECKING:
    from kiosk.session.state import Session


@dataclass(frozen=True, slots=True)
class HomeTile:
    """A thing to do beside taking a number. `reason`: why not now, in the service manifest's words; "" = now."""

    name: str  # a Touch
    icon: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HomeProps:
    """The hall line and what can be offered now."""

    hall_state: str = "offline"  # open | no_counter | offline
    open_counters: int = 0
    waiting: int = 0
    has_wait: bool = False
    low_min: int = 0
    high_min: int = 0
    card_reader: bool = False
    scanner: bool = False
    printer: bool = False
    printer_reason: str = ""
    tiles: tuple[HomeTile, ...] = ()


_TILES = {
    Touch.CHECK_IN: "calendar-check",
    Touch.PRINT_RECORD: "printer",
    Touch.TRACK_CASE: "list-magnifying-glass",
    Touch.GUIDES: "book-open-text",
}


def _tiles(session: Session) -> tuple[HomeTile, ...]:
    """Four, or in 大字 the first two and the way to the rest: four choices on a page, with the red one."""
    tiles = tuple(HomeTile(touch, icon) for touch, icon in _TILES.items())
    form = form_of(session)
    return (*tiles[:2], HomeTile(Touch.MORE, "dots-three-circle")) if form.large and not form.landscape else tiles


def home_props(session: Session) -> HomeProps:
    """Derive the first page; a wait is a band or is not shown."""
    hall, devices = session.hall, session.devices
    if hall is None or not session.online:
        return HomeProps(
            card_reader=devices.card_reader,
            scanner=devices.scanner,
            printer=devices.printer,
            printer_reason=devices.printer_reason,
            tiles=_tiles(session),
        )
    wait = hall.wait
    return HomeProps(
        hall_state="open" if hall.open_counters else "no_counter",
        open_counters=hall.open_counters,
        waiting=hall.waiting,
        has_wait=wait is not None,
        low_min=wait.low_min if wait else 0,
        high_min=wait.high_min if wait else 0,
        card_reader=devices.card_reader,
        scanner=devices.scanner,
        printer=devices.printer,
        printer_reason=devices.printer_reason,
        tiles=_tiles(session),
    )


@dataclass(frozen=True, slots=True)
class OutOfServiceProps:
    """Where the service desk is: eighths of a turn to the right, -1 when this machine does not know."""

    direction: int = -1
    metres: int = 0


def out_of_service_props(session: Session) -> OutOfServiceProps:
    """Derive where else to go."""
    floor = session.floor
    return OutOfServiceProps() if floor is None else OutOfServiceProps(floor.direction, floor.metres)


@dataclass(frozen=True, slots=True)
class PlainProps:
    """For pages that say one fixed thing: starting, printing, cleared, help, out of service, busy."""

    online: bool = False
    catalogue: bool = False
    card_reader: bool = False
    printer: bool = False
    hotline: str = ""
    fault: str = ""
    card_on_glass: bool = False


def plain_props(session: Session) -> PlainProps:
    """Derive what those pages may name."""
    return PlainProps(
        online=session.online,
        catalogue=session.catalogue is not None,
        card_reader=session.devices.card_reader,
        printer=session.devices.printer,
        hotline=session.hall.hotline if session.hall else "",
        fault=session.visit.fault if session.visit else "",
        card_on_glass=session.card_on_glass,
    )
