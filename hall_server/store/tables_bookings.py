"""The tables of appointments 预约. Of a person only a keyed pseudonym and masks, as in `tables`."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, PrimaryKeyConstraint, Table, text

from hall_server.store.tables import _bytes, _number, _text, metadata

# What the partial indexes hold; queries must say it in the same words.
OPEN = "state = 'booked' OR state = 'pending'"
KNOWN = "pseudonym IS NOT NULL"
LED_HERE = "correlation <> id"

booking = Table(
    "booking",
    metadata,
    _text("hall_id"),
    _text("id"),
    _text("queue"),
    _text("item"),
    _text("day"),  # of the hall's clock
    _number("starts_at"),
    _number("ends_at"),
    _text("state"),
    _text("channel"),
    _number("made_at"),
    _number("place"),
    _number("n"),  # its newest event
    _number("out_of_hours"),
    _text("correlation"),
    _text("reference"),
    _text("ticket"),
    _text("confirmed_by"),
    _text("pseudonym", null=True),
    _text("name_mask", null=True),
    _text("number_mask", null=True),
    PrimaryKeyConstraint("hall_id", "id"),
    Index("booking_slot", "hall_id", "queue", "starts_at", "state"),
    Index("booking_day", "hall_id", "day", "starts_at", "place"),
    Index("booking_open", "hall_id", "ends_at", sqlite_where=text(OPEN), postgresql_where=text(OPEN)),
    Index("booking_visit", "hall_id", "correlation", sqlite_where=text(LED_HERE), postgresql_where=text(LED_HERE)),
    Index(
        "booking_person",
        "hall_id",
        "pseudonym",
        "starts_at",
        sqlite_where=text(KNOWN),
        postgresql_where=text(KNOWN),
    ),
)

booking_event = Table(  # rows are only ever added
    "booking_event",
    metadata,
    _text("hall_id"),
    _number("n"),
    _number("at"),
    _text("booking_id"),
    _text("move"),
    _bytes("body"),  # the event as canonical JSON
    _bytes("hash"),  # SHA-256(hash of n - 1, body): a chain of its own
    PrimaryKeyConstraint("hall_id", "n"),
    ForeignKeyConstraint(["hall_id", "booking_id"], ["booking.hall_id", "booking.id"]),
    Index("booking_event_of", "hall_id", "booking_id", "n"),
    sqlite_with_rowid=False,
)
