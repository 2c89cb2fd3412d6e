"""Appointments 预约 as they travel between the hall and its kiosks and consoles (clauses CL-C1, C10, C12, H4).

A booking's id is the Idempotency-Key that it was made with. Times are UTC microseconds of the server's clock; days are
dates of the hall's clock. Nothing here is ever needed for a walk-in: whoever comes without a booking takes a number.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.items import CorrelationId
from hall_server.contract.messages import Command, ModeLetters, OnBehalf, ShortText, TicketView, VisitorMask
from hall_server.contract.vocabulary import Chip

MOST = 2**53  # microseconds; what every reader of JSON counts exactly
Moment = Annotated[int, msgspec.Meta(ge=0, le=MOST)]
StaffNo = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z_-]{1,32}\Z")]
Reference = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z_-]{0,64}\Z")]


class BookingState(StrEnum):
    """Where a booking is in its life."""

    BOOKED = "booked"
    PENDING = "pending"  # outside the opening hours; a named member of staff has not confirmed it yet
    CHECKED_IN = "checked_in"
    CANCELLED = "cancelled"
    MISSED = "missed"


class BookingMove(StrEnum):
    """What may happen to a booking; each is one event row."""

    BOOK = "book"
    CONFIRM = "confirm"
    CANCEL = "cancel"
    CHECK_IN = "check_in"
    MISS = "miss"
    EXCUSE = "excuse"  # 申诉: staff take back that it was missed; it counts no more


class Channel(StrEnum):
    """Where a booking was made."""

    PHONE = "phone"
    GREETER = "greeter"
    CITY = "city"
    KIOSK = "kiosk"


class Book(Command, frozen=True):
    """预约. The booking's id is the Idempotency-Key.

    `visitor` may be left out where staff book for somebody who is not there; a kiosk always sends it.
    `reference` is the number that another system has given the booking (预约号); kept beside the id, never instead.
    """

    item: ShortText
    starts_at: Moment
    channel: Channel
    visitor: VisitorMask | None = None
    correlation: CorrelationId | None = None
    reference: Reference = ""


class CancelBooking(Command, frozen=True):
    """取消预约. The reason is for colleagues; never a word about the person."""

    reason: Annotated[str, msgspec.Meta(max_length=64)] = ""


class ConfirmBooking(Command, frozen=True):
    """确认 a booking outside the opening hours, by a named member of staff (CL-C12)."""

    clerk: StaffNo


class ExcuseBooking(Command, frozen=True):
    """A missed booking is forgiven; who did it and why stays."""

    reason: Annotated[str, msgspec.Meta(max_length=64)] = ""


class CheckIn(Command, frozen=True):
    """签到. The Idempotency-Key is the id of the ticket that comes of it."""

    chips: Annotated[tuple[Chip, ...], msgspec.Meta(max_length=5)] = ()
    for_other: bool = False  # 替别人办
    on_behalf: OnBehalf | None = None
    modes: ModeLetters = ""  # as of a take


class BookingView(msgspec.Struct, frozen=True, omit_defaults=True):
    """A booking as kiosks and staff see it; the masks go to staff only."""

    id: str
    queue: str
    item: str
    item_name: str
    day: str
    starts_at: int
    ends_at: int
    state: BookingState
    channel: Channel
    made_at: int
    check_in_from: int  # earlier there is no checking in
    on_time_until: int  # until then with the booked credit, until `check_in_until` without
    check_in_until: int
    cancel_until: int  # for the visitor; staff may cancel later
    out_of_hours: bool = False
    correlation: str = ""
    reference: str = ""
    ticket: str = ""
    confirmed_by: str = ""
    name_mask: str = ""
    number_mask: str = ""


class Slot(msgspec.Struct, frozen=True, omit_defaults=True):
    """A time that can be booked. `left` of `places` are free."""

    starts_at: int
    ends_at: int
    places: int
    left: int
    out_of_hours: bool = False  # wants confirmation by staff


class SlotPage(msgspec.Struct, frozen=True):
    """The slots of a queue on a day, in order; none when nothing can be booked: numbers are given all the same."""

    queue: str
    day: str
    slots: tuple[Slot, ...]


class BookingPage(msgspec.Struct, frozen=True):
    """Bookings of a day in the order of their slots. Ask again with `after` = `next` while it is not empty."""

    day: str
    bookings: tuple[BookingView, ...]
    next: str = ""


class BookingStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that happened to a booking: who, when, what."""

    n: int
    at: int
    move: BookingMove
    state: BookingState
    actor_kind: str
    actor: str = ""
    reason: str = ""


class BookingHistory(msgspec.Struct, frozen=True):
    """Everything that happened to a booking, in order."""

    booking: str
    steps: tuple[BookingStep, ...]


class CheckedIn(msgspec.Struct, frozen=True):
    """The ticket of a check-in, and the bookings that it stands for: all of this person that are due in its queue."""

    ticket: TicketView
    bookings: tuple[BookingView, ...]
    late: bool = False  # it counts from the beginning of its slot and has no booked credit
