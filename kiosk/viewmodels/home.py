"""UI-K0, K1, K19, K21: the pages that are about the hall and the machine, not about a visitor. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.guides.manifest import Reason
from kiosk.session.events import Touch
from kiosk.session.modes import Language
from kiosk.session.playlist import idle_since, slide_now
from kiosk.session.self_service import functions_here, record_function
from kiosk.session.urgent import urgent_words
from kiosk.values import Value, replace
from kiosk.viewmodels.hall_time import clock_at
from kiosk.viewmodels.reasons import NOWHERE, NearPlace, near, reason_of
from kiosk.viewmodels.room import form_of

if TYPE_CHECKING:
    from hall_server.contract.messages import HallNow
    from kiosk.session.state import Session


class HomeTile(Value, frozen=True):
    """A thing to do beside taking a number. `reason`: why not now, in the service manifest's words; "" = now."""

    name: str  # a Touch
    icon: str
    reason: str = ""
    place: NearPlace = NOWHERE  # where else


class HomeProps(Value, frozen=True):
    """How the hall stands, and what can be offered now.

    `hall_state`: open, no_wait (a counter is free), no_counter, out (no more numbers today), closed, offline. `when` is
    a clock time with closed and out: of today, of tomorrow, or of `month`/`day`; "" when nobody knows.
    """

    hall_state: str = "offline"
    open_counters: int = 0
    waiting: int = 0
    has_wait: bool = False
    low_min: int = 0
    high_min: int = 0
    when: str = ""
    when_day: str = ""  # today | tomorrow | date
    month: int = 0
    day: int = 0
    any_hour: bool = False  # the doors are shut, and what machines do is offered first
    usable: int = 0  # of that on this machine now
    self_service: int = 0  # things that this hall's machines do at any hour
    card_reader: bool = False
    scanner: bool = False
    printer: bool = False
    printer_reason: str = ""
    tiles: tuple[HomeTile, ...] = ()
    opens: str = ""
    closes: str = ""
    idle: bool = False  # nobody is there: the branch sways once
    rests: bool = False  # and the idle screen stands instead
    slide: str = ""  # address of its picture
    caption: str = ""
    urgent: str = ""  # a notice that stands instead of the picture


_TILES = {
    Touch.CHECK_IN: "calendar-check",
    Touch.PRINT_RECORD: "printer",
    Touch.TRACK_CASE: "list-magnifying-glass",
    Touch.GUIDES: "book-open-text",
}
_NEED_THE_HALL = frozenset({Touch.CHECK_IN, Touch.PRINT_RECORD, Touch.TRACK_CASE})


def _reason(touch: Touch, state: str, *, a4: bool = True) -> str:
    if touch is Touch.PRINT_RECORD and not a4:
        return "no_page_printer"  # a hall that does not say where else
    if state == "offline" and touch in _NEED_THE_HALL:
        return "offline"
    return "closed" if state == "closed" and touch is Touch.CHECK_IN else ""


def all_tiles(session: Session) -> tuple[HomeTile, ...]:
    """Everything beside taking a number; what works now first."""
    state = hall_state(session)
    tiles = [_tile(session, touch, icon, state) for touch, icon in _TILES.items()]
    tiles.sort(key=lambda tile: tile.reason != "")
    more = [HomeTile(Touch.FROM_HONG_KONG, "identification-card"), HomeTile(Touch.LINKS, "buildings")]
    if functions_here(session):
        more.insert(0, HomeTile(Touch.ANY_HOUR, "clock"))
    return (*tiles, *more)


def first_tiles(session: Session) -> tuple[HomeTile, ...]:
    """Four, or in 大字 the first two and the way to the rest: four choices with the red one."""
    form = form_of(session)
    most = 2 if form.large and not form.landscape else len(_TILES)
    tiles = all_tiles(session)[:most]
    return tiles if most == len(_TILES) else (*tiles, HomeTile(Touch.MORE, "dots-three-circle"))


def _tile(session: Session, touch: Touch, icon: str, state: str) -> HomeTile:
    reason = _reason(touch, state, a4=session.devices.page_printer)
    found = record_function(session) if touch is Touch.PRINT_RECORD else None
    if not reason or found is None or found.usable:
        return HomeTile(touch, icon, reason)
    nearest = NOWHERE if found.nearest is None or found.reason is Reason.NO_LINK else near(session, found.nearest)
    return HomeTile(touch, icon, reason_of(session, found), nearest)


def hall_state(session: Session) -> str:
    """One word for how the hall stands; see HomeProps."""
    hall = session.hall
    if hall is None or not session.online:
        return "offline"
    if hall.queues and not any(queue.numbers for queue in hall.queues):
        return "closed" if hall.closed_because else "out"
    if not hall.open_counters:
        return "closed" if hall.closed_because else "no_counter"
    return "open" if hall.wait is not None or hall.waiting else "no_wait"


def home_props(session: Session) -> HomeProps:
    """Derive the first page; a wait is a band or is not shown, and of a hall that does not answer nothing is shown."""
    devices, state, here = session.devices, hall_state(session), functions_here(session)
    props = HomeProps(
        hall_state=state,
        self_service=sum(item.self_service for item in session.catalogue.items) if session.catalogue else 0,
        card_reader=devices.card_reader,
        scanner=devices.scanner and session.online,  # a booking needs the hall
        printer=devices.printer,
        printer_reason=devices.printer_reason,
        tiles=first_tiles(session),
        any_hour=state == "closed" and bool(here),
        usable=sum(one.usable for one in here),
        **_idle(session, state),
    )
    hall = session.hall
    if hall is None or state == "offline":
        return props
    return replace(
        props,
        opens=hall.opens,
        closes=hall.closes,
        open_counters=hall.open_counters,
        waiting=hall.waiting,
        has_wait=hall.wait is not None,
        low_min=hall.wait.low_min if hall.wait else 0,
        high_min=hall.wait.high_min if hall.wait else 0,
        **_when(hall, state),
    )


def _idle(session: Session, state: str) -> dict[str, Any]:
    if idle_since(session) is None:
        return {}
    if urgent := urgent_words(session):
        return {"idle": True, "rests": True, "urgent": urgent}
    slide = slide_now(session)
    if slide is None:
        return {"idle": True, "rests": state == "closed"}
    in_words = {Language.ZH_HK: slide.caption_hk, Language.EN: slide.caption_en}
    caption = in_words.get(session.modes.language, "") or slide.caption
    return {"idle": True, "rests": True, "slide": Path(slide.file).as_uri(), "caption": caption}


def _when(hall: HallNow, state: str) -> dict[str, Any]:
    """When doors open, or numbers are given again."""
    again = [queue.numbers_from for queue in hall.queues if queue.numbers_from is not None]
    at = hall.opens_at if state == "closed" and hall.opens_at is not None else min(again, default=None)
    if at is None or state not in {"closed", "out"}:
        return {}
    day, today = _local(at, hall.utc_offset_s).date(), _local(hall.at, hall.utc_offset_s).date()
    word = {0: "today", 1: "tomorrow"}.get((day - today).days, "date")
    return {"when": clock_at(at, hall.utc_offset_s), "when_day": word, "month": day.month, "day": day.day}


def _local(at_us: int, offset_s: int) -> datetime:
    return datetime.fromtimestamp(at_us / 1_000_000, UTC) + timedelta(seconds=offset_s)


class OutOfServiceProps(Value, frozen=True):
    """Where the service desk is: eighths of a turn to the right, -1 when this machine does not know."""

    direction: int = -1
    metres: int = 0


def out_of_service_props(session: Session) -> OutOfServiceProps:
    """Derive where else to go."""
    floor = session.floor
    return OutOfServiceProps() if floor is None else OutOfServiceProps(floor.direction, floor.metres)


class PlainProps(Value, frozen=True):
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
