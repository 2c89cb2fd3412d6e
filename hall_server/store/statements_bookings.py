"""Every statement about appointments 预约, for both dialects. See `statements`."""

from __future__ import annotations

from sqlalchemy import Text, and_, bindparam, func, insert, literal_column, or_, select, text, update

from hall_server.store import tables_bookings as t
from hall_server.store.prepared import Prepared

_hall = bindparam("hall_id", type_=Text)
_booking = t.booking.c
_event = t.booking_event.c

BOOKING = Prepared(select(t.booking).where(_booking.hall_id == _hall, _booking.id == bindparam("id")))
BOOKINGS = Prepared(select(t.booking).where(_booking.hall_id == _hall).order_by(_booking.place))
NEW_BOOKING = Prepared(insert(t.booking))
SET_BOOKING = Prepared(
    update(t.booking)
    .where(_booking.hall_id == bindparam("of_hall"), _booking.id == bindparam("of_id"))
    .values({name: bindparam(f"new_{name}") for name in ("state", "n", "ticket", "confirmed_by")})
)
BOOKED_IN = Prepared(  # a cancelled booking has given its place back
    select(_booking.starts_at, func.count())
    .where(
        _booking.hall_id == _hall,
        _booking.queue == bindparam("queue"),
        _booking.starts_at >= bindparam("first"),
        _booking.starts_at <= bindparam("last"),
        _booking.state != literal_column("'cancelled'"),
    )
    .group_by(_booking.starts_at)
)
BOOKINGS_OF = Prepared(
    select(t.booking)
    .where(
        _booking.hall_id == _hall,
        text(t.KNOWN),
        _booking.pseudonym == bindparam("pseudonym"),
        _booking.starts_at >= bindparam("since"),
    )
    .order_by(_booking.starts_at, _booking.place)
)
BOOKINGS_ENDED = Prepared(
    select(t.booking)
    .where(_booking.hall_id == _hall, text(f"({t.OPEN})"), _booking.ends_at < bindparam("before"))
    .order_by(_booking.ends_at, _booking.place)
    .limit(bindparam("most"))
)
BOOKING_PAGE = Prepared(
    select(t.booking)
    .where(
        _booking.hall_id == _hall,
        _booking.day == bindparam("day"),
        or_(
            _booking.starts_at > bindparam("after_start"),
            and_(_booking.starts_at == bindparam("after_start"), _booking.place > bindparam("after_place")),
        ),
    )
    .order_by(_booking.starts_at, _booking.place)
    .limit(bindparam("most"))
)

LAST_EVENT = Prepared(select(_event.n, _event.hash).where(_event.hall_id == _hall).order_by(_event.n.desc()).limit(1))
NEW_BOOKING_EVENT = Prepared(insert(t.booking_event))
_of = t.booking_event.alias("of_booking").c
BOOKING_EVENTS_OF = Prepared(  # in two steps: in one, SQLite would rather walk through all events of the hall
    select(_event.body)
    .where(
        _event.hall_id == _hall,
        _event.n.in_(select(_of.n).where(_of.hall_id == _hall, _of.booking_id == bindparam("booking_id"))),
    )
    .order_by(_event.n)
)
BOOKING_EVENTS = Prepared(
    select(_event.body)
    .where(_event.hall_id == _hall, _event.n > bindparam("after"))
    .order_by(_event.n)
    .limit(bindparam("most"))
)
BOOKING_CHAIN = Prepared(
    select(_event.n, _event.at, _event.booking_id, _event.move, _event.body, _event.hash)
    .where(_event.hall_id == _hall)
    .order_by(_event.n)
)
