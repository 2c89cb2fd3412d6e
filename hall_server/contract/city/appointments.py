"""统一预约: what a hall and the city's booking platform say to each other (CL-C1, CL-C2).

The city is where people book; the hall is where slots end and bookings are met. News: `booked`, `cancelled`. Messages:
`state` (how a booking stands), `refused` (a booking that the hall cannot keep), `capacity` (places that are left).
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.bookings import BookingState, Channel, Moment, Reference
from hall_server.contract.city.wire import Word

BOOKED, CANCELLED = "booked", "cancelled"  # kinds of news
STATE, REFUSED, CAPACITY = "state", "refused", "capacity"  # kinds of messages
MAX_SLOTS = 200

Handle = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{21}[AQgw]\Z")]  # as the subject of a signed code
IssuerName = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9.-]{0,31}\Z")]
Mask = Annotated[str, msgspec.Meta(max_length=16)]


class CityVisitor(msgspec.Struct, frozen=True):
    """Who booked, by the issuer's handle: the same that stands in their signed code. Never a name or a number."""

    issuer: IssuerName
    handle: Handle
    name_mask: Mask = ""  # 陈*明
    number_mask: Annotated[str, msgspec.Meta(max_length=4)] = ""

    def __repr__(self) -> str:
        """Nobody."""
        return "CityVisitor()"


class CityBooking(msgspec.Struct, frozen=True):
    """The body of `booked`. The news row's subject is the city's number for it (预约号)."""

    item: Word
    starts_at: Moment
    visitor: CityVisitor | None = None


class CityCancelled(msgspec.Struct, frozen=True):
    """The body of `cancelled`: the visitor gave it back at the city."""


class BookingTold(msgspec.Struct, frozen=True, kw_only=True):
    """`state`: one booking as it stands. Of two about one booking the higher `version` counts."""

    booking: str  # the hall's id
    reference: Reference  # the city's; empty: booked in the hall
    channel: Channel
    item: str
    queue: str
    starts_at: int
    ends_at: int
    state: BookingState
    version: int
    at: int
    ticket: str = ""  # after check-in: the ticket's id
    done_at: int = 0  # the ticket was completed
    outcome: str = ""


class BookingRefused(msgspec.Struct, frozen=True, kw_only=True):
    """`refused`: the hall cannot keep it; `why` is a problem code of the hall."""

    reference: Reference
    why: Word
    at: int


class SlotLeft(msgspec.Struct, frozen=True):
    """Places of one slot."""

    starts_at: int
    ends_at: int
    places: int
    left: int


class CapacityTold(msgspec.Struct, frozen=True, kw_only=True):
    """`capacity`: one queue's slots of one day, all of them, as of `at`."""

    queue: str
    items: tuple[str, ...]  # which items are booked into it
    day: str
    at: int
    slots: Annotated[tuple[SlotLeft, ...], msgspec.Meta(max_length=MAX_SLOTS)]
