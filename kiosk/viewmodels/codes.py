"""The pages after a code was shown: being looked up, a choice of bookings, how a ticket stands, a refusal. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.codes.words import WORDS, CodeReason
from kiosk.session.mine import awaits_mine
from kiosk.session.rating import can_rate
from kiosk.session.shown import CodeKind
from kiosk.session.state import MOUTHS
from kiosk.values import Value
from kiosk.viewmodels.frame import seconds_left, share_left
from kiosk.viewmodels.hall_time import clock_at
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import item_called, said, ticket_item

if TYPE_CHECKING:
    from hall_server.contract.bookings import BookingView
    from kiosk.session.state import Session

BOOKING_ROW = {False: (196, 168), True: (232, 232)}  # 大字: upright, lying; as in PageMetrics.qml
MINUTE_US = 60_000_000
SLOW_S = 3.0  # 还在查，请稍等
_ENDED = frozenset({"completed", "cancelled", "void", "expired"})


class CheckingProps(Value, frozen=True):
    """`kind` of the code or card. `mine`: whether a number is held already; `slow`: 还在查."""

    kind: str = CodeKind.PERSON
    mine: bool = False
    slow: bool = False
    desk: tuple[str, ...] = MOUTHS


def checking_props(session: Session) -> CheckingProps:
    """Derive what is being looked up."""
    ends_at, mine = session.page_ends_at, awaits_mine(session)
    slow = not mine and ends_at is not None and session.now >= ends_at - session.rules.hall_s + SLOW_S
    return CheckingProps(session.current_visit().code.kind, mine, slow, session.mouths)


class BookingRow(Value, frozen=True):
    """One booking to choose: 09:30 – 10:00, what for, where. `time`: early | on_time | late, "" when nobody knows."""

    booking_id: str
    item: str
    begins: str
    ends: str
    place: str
    time: str = ""
    late_min: int = 0


class BookingsProps(Value, frozen=True):
    """Bookings in several queues that are due now: `count` of them, as many rows as fit."""

    rows: tuple[BookingRow, ...] = ()
    count: int = 0
    page_number: int = 1
    pages: int = 1


def bookings_props(session: Session) -> BookingsProps:
    """Derive the choice, earliest first. A page number past the end goes round to the first page."""
    visit, form = session.current_visit(), form_of(session)
    found = visit.code.bookings
    fit = form.rows(row=BOOKING_ROW[form.large][form.landscape])
    pages = max(1, -(-len(found) // fit))
    page = visit.list_page % pages
    shown = found[page * fit : (page + 1) * fit]
    return BookingsProps(tuple(_row(session, booking) for booking in shown), len(found), page + 1, pages)


def _row(session: Session, booking: BookingView) -> BookingRow:
    items = session.catalogue.items if session.catalogue else ()
    place = next((item.place for item in items if item.id == booking.item), "")
    item = item_called(session, booking.item_name, booking.item)
    begins, ends = hall_clock(session, booking.starts_at), hall_clock(session, booking.ends_at)
    time, late_min = _punctual(session, booking)
    return BookingRow(booking.id, item, begins, ends, said(session, place), time, late_min)


def _punctual(session: Session, booking: BookingView) -> tuple[str, int]:
    """By the hall's newest word on its time, which is some seconds old."""
    if session.hall is None or not session.hall.at:
        return "", 0
    now = session.hall.at
    if now < booking.starts_at:
        return "early", 0
    late_min = (now - booking.starts_at) // MINUTE_US
    return ("on_time", 0) if now <= booking.on_time_until else ("late", late_min)


def hall_clock(session: Session, at_us: int) -> str:
    """A moment on the hall's clock: 09:30; "" while the hall was never heard."""
    return clock_at(at_us, session.hall.utc_offset_s) if session.hall else ""


class TicketStateProps(Value, frozen=True):
    """A ticket whose slip was shown. `state`: waiting | called | held | missed | ended | unknown."""

    label: str = ""
    item: str = ""
    state: str = "unknown"
    has_ahead: bool = False
    ahead: int = 0
    has_wait: bool = False
    low_min: int = 0
    high_min: int = 0
    place: str = ""
    counter: int = 0  # that calls it
    can_rate: bool = False
    seconds: int = 0
    share: float = 0.0


def ticket_state_props(session: Session) -> TicketStateProps:
    """Derive how it stands."""
    seen = session.current_visit().seen
    if seen is None:
        return TicketStateProps()
    waits = seen.wait is not None
    return TicketStateProps(
        label=seen.label,
        item=ticket_item(session, seen),
        state=_state(seen.state.value),
        has_ahead=seen.ahead is not None,
        ahead=seen.ahead or 0,
        has_wait=waits,
        low_min=seen.wait.low_min if seen.wait else 0,
        high_min=seen.wait.high_min if seen.wait else 0,
        place=said(session, seen.place),
        counter=seen.counter or 0,
        can_rate=can_rate(session),
        seconds=seconds_left(session.page_ends_at, session.now),
        share=share_left(session.page_ends_at, session.now, session.rules.state_s),
    )


def _state(state: str) -> str:
    if state in _ENDED:
        return "ended"
    return {"called": "called", "serving": "called", "held": "held", "no_show": "missed"}.get(state, "waiting")


class CodeRefusedProps(Value, frozen=True):
    """Why a code does not work here, in two languages, and what helps: `remedy` is a Remedy."""

    reason: str = ""
    sentence: str = ""
    english: str = ""
    remedy: str = "other_way"
    opens: str = ""  # of a booking that came too early: when check-in begins
    item: str = ""
    card_reader: bool = False
    desk: tuple[str, ...] = MOUTHS
    seconds: int = 0
    share: float = 0.0


def code_refused_props(session: Session) -> CodeRefusedProps:
    """Derive the refusal."""
    visit = session.current_visit()
    if visit.refusal is None:
        return CodeRefusedProps()
    words = WORDS[visit.refusal]
    early = visit.code.bookings[0] if visit.refusal is CodeReason.BOOKING_EARLY and visit.code.bookings else None
    return CodeRefusedProps(
        reason=visit.refusal.value,
        sentence=words.zh,
        english=words.en,
        remedy=words.remedy.value,
        opens=hall_clock(session, early.check_in_from) if early else "",
        item=item_called(session, early.item_name, early.item) if early else "",
        card_reader=session.devices.card_reader,
        desk=session.mouths,
        seconds=seconds_left(session.page_ends_at, session.now),
        share=share_left(session.page_ends_at, session.now, session.rules.refusal_s),
    )
