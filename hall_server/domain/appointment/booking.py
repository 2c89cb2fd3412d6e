"""The life of a booking 预约 as values and as a table; `apply` turns booking + event into the new booking.

The same function replays a history. Knows no clock, makes no ids, has never heard of databases.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.bookings import BookingMove, BookingState, Channel
from hall_server.contract.messages import VisitorMask
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_S = BookingState
_M = BookingMove

NOT_CONFIRMED = "not_confirmed"  # nobody confirmed it before its slot was over: no fault of the visitor

TABLE: Mapping[tuple[BookingState, BookingMove], BookingState] = MappingProxyType(
    {
        (_S.PENDING, _M.CONFIRM): _S.BOOKED,
        (_S.PENDING, _M.CANCEL): _S.CANCELLED,
        (_S.BOOKED, _M.CANCEL): _S.CANCELLED,
        (_S.BOOKED, _M.CHECK_IN): _S.CHECKED_IN,
        (_S.CHECKED_IN, _M.CHECK_IN): _S.CHECKED_IN,  # again, only when the slip of the first never came out
        (_S.BOOKED, _M.MISS): _S.MISSED,
        (_S.MISSED, _M.EXCUSE): _S.CANCELLED,
    }
)
"""What may happen to a booking: state, move, next state. A walk-in's number is nowhere in it."""

OPEN = frozenset({_S.BOOKED, _S.PENDING})
"""States in which a booking is still to come."""

_REFUSALS = {
    (_S.PENDING, _M.CHECK_IN): ProblemCode.BOOKING_NOT_CONFIRMED,
    (_S.MISSED, _M.CHECK_IN): ProblemCode.BOOKING_OVER,
}


class BookingBirth(msgspec.Struct, frozen=True, omit_defaults=True):
    """What booking settles for good. Nothing of the person is in it, so that events can outlive the masks."""

    queue: str
    item: str
    day: str
    starts_at: int
    ends_at: int
    channel: Channel
    out_of_hours: bool = False
    correlation: str = ""
    reference: str = ""


class BookingEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One remembered move. `n` is given by the store, gapless per hall; new fields need defaults."""

    n: int = 0
    at: int
    booking: str
    move: BookingMove
    state: BookingState  # after the move
    actor_kind: ActorKind
    actor: str = ""
    reason: str = ""
    ticket: str = ""  # a check-in
    birth: BookingBirth | None = None


class Booking(msgspec.Struct, frozen=True, kw_only=True):
    """One booking. `place` is the number of its first event, `n` that of its newest. `day` is on the hall's clock."""

    id: str
    queue: str
    item: str
    day: str
    starts_at: int
    ends_at: int
    state: BookingState
    channel: Channel
    made_at: int
    place: int
    n: int
    out_of_hours: bool = False
    correlation: str = ""
    reference: str = ""
    ticket: str = ""
    confirmed_by: str = ""
    visitor: VisitorMask | None = None


def target(state: BookingState, move: BookingMove) -> BookingState:
    """The state after a move; HallProblem(booking_not_confirmed, booking_over, booking_settled) if none."""
    found = TABLE.get((state, move))
    if found is None:
        code = _REFUSALS.get((state, move), ProblemCode.BOOKING_SETTLED)
        raise HallProblem(code, f"{move.value} in state {state.value}")
    return found


def booked(event: BookingEvent, birth: BookingBirth, visitor: VisitorMask | None = None) -> Booking:
    """The booking that its first event makes."""
    return Booking(
        id=event.booking,
        queue=birth.queue,
        item=birth.item,
        day=birth.day,
        starts_at=birth.starts_at,
        ends_at=birth.ends_at,
        state=event.state,
        channel=birth.channel,
        made_at=event.at,
        place=event.n,
        n=event.n,
        out_of_hours=birth.out_of_hours,
        correlation=birth.correlation,
        reference=birth.reference,
        visitor=visitor,
    )


def apply(booking: Booking, event: BookingEvent) -> Booking:
    """The booking after an event; also how a history is replayed."""
    confirmed_by = event.actor if event.move is BookingMove.CONFIRM else booking.confirmed_by
    return msgspec.structs.replace(
        booking, state=event.state, n=event.n, ticket=event.ticket or booking.ticket, confirmed_by=confirmed_by
    )


def replay(events: Iterable[BookingEvent]) -> dict[str, Booking]:
    """The bookings that a history makes, without masks; KeyError for an event of a booking that was never made."""
    found: dict[str, Booking] = {}
    for event in events:
        if event.birth is not None:
            found[event.booking] = booked(event, event.birth)
        else:
            found[event.booking] = apply(found[event.booking], event)
    return found
