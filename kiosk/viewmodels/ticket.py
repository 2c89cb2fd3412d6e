"""UI-K9, K10, K20p and the question after a mute print: what stands on the screen once there is a number. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hall_server.contract.slip_code import slip_address, slip_code
from hall_server.contract.vocabulary import Origin
from kiosk.session.leaving import patient
from kiosk.session.phoning import can_be_told
from kiosk.session.state import MOUTHS, Page
from kiosk.values import Value
from kiosk.viewmodels.frame import seconds_left, share_left
from kiosk.viewmodels.hall_time import clock_at
from kiosk.viewmodels.qr import QrRun, qr_runs
from kiosk.viewmodels.tongue import listed, said, ticket_items

if TYPE_CHECKING:
    from hall_server.contract.messages import TicketView
    from kiosk.session.state import Session


NAMES = 28  # signs of the items that stand there by name, a Latin letter is half a one; the slip names all of them
MAX_COUNTERS = 2  # more than these would be a list to read; the board names the one that calls


class TicketProps(Value, frozen=True):
    """One number. `item`: its first items by name, `items` in all where there are more.

    `counters` are those that may call it ("4、9"); empty when they are many. `place`: 二楼 A 区.
    """

    label: str = ""
    item: str = ""
    items: int = 1
    has_ahead: bool = False
    ahead: int = 0
    has_wait: bool = False
    low_min: int = 0
    high_min: int = 0
    place: str = ""
    counters: str = ""
    counter_count: int = 0  # how many they are
    low_counters: bool = False  # they are 低位窗口: somebody who sits asked for one
    bring: tuple[str, ...] = ()
    fault: str = ""
    booked: str = ""  # when the booking begins that it stands for: 09:30
    on_time: bool = False
    name_mask: str = ""
    without_slip: bool = False  # the number stands on the screen only
    card_on_glass: bool = False  # it must not be forgotten
    desk: tuple[str, ...] = MOUTHS
    slot_side: str = ""  # where the slip comes out, seen from the visitor: left | middle | right; "" = nowhere
    come_back: str = ""  # nobody works for its queue before then: 14:00
    may_not_be_served: bool = False
    offline: bool = False  # given here, from a leased block or by the emergency letter: as good as any
    texts: bool = False  # the hall sends messages
    phone: str = ""  # mask of the telephone that was left for them
    told: str = ""  # a Told, once one was left
    seconds: int = 0
    share: float = 0.0
    qr_runs: tuple[QrRun, ...] = ()
    qr_side: int = 0


def _booked(session: Session) -> str:
    """The beginning of the slot that was checked in; "" for a number of somebody who just came."""
    code = session.current_visit().code
    booking = next((one for one in code.bookings if one.id == code.booking), None)
    return clock_at(booking.starts_at, session.hall.utc_offset_s) if booking and session.hall else ""


def _come_back(session: Session, ticket: TicketView) -> str:
    return clock_at(ticket.come_back_at, session.hall.utc_offset_s) if ticket.come_back_at and session.hall else ""


def slot_side(mouths: tuple[str, ...]) -> str:
    """On which side below the glass the slip comes out."""
    if "slot" not in mouths:
        return ""
    left, right = mouths.index("slot"), len(mouths) - 1 - mouths.index("slot")
    return "left" if left < right else "right" if right < left else "middle"


def _named(names: tuple[str, ...]) -> tuple[str, ...]:
    """As many as have room, one at least."""
    wide = [sum(0.5 if sign.isascii() else 1 for sign in name) for name in names]
    return tuple(name for place, name in enumerate(names) if place == 0 or sum(wide[: place + 1]) <= NAMES)


def ticket_props(session: Session) -> TicketProps:
    """Derive the number; the code is only made where it is shown."""
    visit = session.visit
    ticket = visit.ticket if visit else None
    if visit is None or ticket is None:
        return TicketProps(fault=visit.fault if visit else "")
    without_slip = session.page is Page.PAPER_OUT or (session.page is Page.TICKET and bool(visit.fault))
    stands_s = patient(session, "ticket_s") if session.page is Page.TICKET and not visit.fault else None
    whole_s = stands_s or session.rules.answer_s
    address = session.hall.public_address if session.hall else ""
    code = slip_address(address, slip_code(UUID(ticket.id).bytes, session.modes.letters))
    runs, side = qr_runs(code) if without_slip else ((), 0)
    names = ticket_items(session, ticket)
    named = _named(names)
    return TicketProps(
        label=ticket.label,
        item=listed(session, named),
        items=len(names) if len(names) > len(named) else 1,
        has_ahead=ticket.ahead is not None,
        ahead=ticket.ahead or 0,
        has_wait=ticket.wait is not None,
        low_min=ticket.wait.low_min if ticket.wait else 0,
        high_min=ticket.wait.high_min if ticket.wait else 0,
        place=said(session, ticket.place),
        counters=listed(session, map(str, ticket.counters)) if len(ticket.counters) <= MAX_COUNTERS else "",
        counter_count=len(ticket.counters),
        low_counters=ticket.low_counters,
        bring=tuple(said(session, thing) for thing in ticket.bring),
        fault=visit.fault,
        booked=_booked(session),
        on_time=ticket.booked_for is not None,
        name_mask=visit.person.name_mask if visit.person else "",
        without_slip=without_slip,
        card_on_glass=session.card_on_glass,
        desk=session.mouths,
        slot_side=slot_side(session.mouths),
        come_back=_come_back(session, ticket),
        may_not_be_served=ticket.may_not_be_served,
        offline=ticket.origin in {Origin.LEASE, Origin.EMERGENCY},
        texts=can_be_told(session) and not without_slip,
        phone=visit.phone.mask if visit.phone else "",
        told=visit.phone.told if visit.phone else "",
        seconds=seconds_left(session.page_ends_at, session.now),
        share=share_left(session.page_ends_at, session.now, whole_s),
        qr_runs=runs,
        qr_side=side,
    )
