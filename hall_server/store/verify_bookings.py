"""Proof that the history of appointments 预约 is whole: its chain holds, and replaying it gives the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.appointment import BookingEvent, replay
from hall_server.store import statements_bookings as sql
from hall_server.store.booking_rows import booking_of
from hall_server.store.chain import genesis, link

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from hall_server.domain.appointment import Booking
    from hall_server.store.reading import HallReader


def booking_findings(reader: HallReader, hall_id: str) -> list[str]:
    """What is wrong with the bookings; masks are not in events and not compared."""
    events: list[BookingEvent] = []
    before = genesis(hall_id)
    chain = reader.stream(sql.BOOKING_CHAIN, {"hall_id": hall_id})
    for n, (n_stored, at, booking_id, move, body, hash_) in enumerate(chain, 1):
        event = _read(body)
        if event is None or n_stored != n or link(before, body) != hash_:
            return [f"booking event {n_stored}: the chain is broken"]
        if (event.n, event.at, event.booking, event.move.value) != (n, at, booking_id, move):
            return [f"booking event {n}: its columns are not what was remembered"]
        events.append(event)
        before = hash_
    try:
        replayed = replay(events)
    except KeyError as error:
        return [f"booking {error.args[0]}: events before it was made"]
    return _differences(replayed, (booking_of(row) for row in reader.run(sql.BOOKINGS)))


def _read(body: object) -> BookingEvent | None:
    if not isinstance(body, bytes):
        return None
    try:
        return msgspec.json.decode(body, type=BookingEvent)
    except msgspec.MsgspecError:
        return None


def _differences(replayed: dict[str, Booking], rows: Iterable[Any]) -> list[str]:
    found = [
        f"booking {row.id}: the row is not what its events say"
        for row in rows
        if replayed.pop(row.id, None) != msgspec.structs.replace(row, visitor=None)
    ]
    return found + [f"booking {booking_id}: its row is gone" for booking_id in replayed]
