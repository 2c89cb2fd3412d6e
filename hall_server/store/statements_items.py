"""Every statement about publications of the catalogue and the id of a visit, for both dialects (see statements)."""

from __future__ import annotations

from sqlalchemy import Text, bindparam, insert, literal_column, select, text

from hall_server.store import tables_bookings, tables_items
from hall_server.store.prepared import Prepared
from hall_server.store.tables import LED_HERE, ticket

_hall = bindparam("hall_id", type_=Text)
_visit = bindparam("correlation", type_=Text)
_snapshot = tables_items.catalogue_snapshot.c
_ticket = ticket.c
_booking = tables_bookings.booking.c

SNAPSHOTS = Prepared(
    select(_snapshot.n, _snapshot.version, _snapshot.effective_from, _snapshot.published_at, _snapshot.published_by)
    .where(_snapshot.hall_id == _hall)
    .order_by(_snapshot.n)
)
SNAPSHOT_BODY = Prepared(
    select(_snapshot.body)
    .where(_snapshot.hall_id == _hall, _snapshot.version == bindparam("version"))
    .order_by(_snapshot.n.desc())
    .limit(1)
)
NEW_SNAPSHOT = Prepared(insert(tables_items.catalogue_snapshot))
TICKET_OF_VISIT = Prepared(
    select(_ticket.place, _ticket.id).where(
        _ticket.hall_id == _hall, _ticket.id == _visit, _ticket.correlation.in_((literal_column("''"), _ticket.id))
    )
)
TICKETS_OF_VISIT = Prepared(
    select(_ticket.place, _ticket.id).where(_ticket.hall_id == _hall, _ticket.correlation == _visit, text(LED_HERE))
)
BOOKING_OF_VISIT = Prepared(
    select(_booking.place, _booking.id).where(
        _booking.hall_id == _hall, _booking.id == _visit, _booking.correlation == _booking.id
    )
)
BOOKINGS_OF_VISIT = Prepared(
    select(_booking.place, _booking.id).where(
        _booking.hall_id == _hall, _booking.correlation == _visit, text(tables_bookings.LED_HERE)
    )
)
