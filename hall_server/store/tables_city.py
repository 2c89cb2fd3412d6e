"""The tables of the hall's post to its city, its book of records and claims of codes. Nobody is named in them."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint, Table, text

from hall_server.store.tables import _bytes, _number, _text, metadata

# What the partial indexes hold; queries must say it in the same words.
WAITING = "state = 'waiting'"

city_message = Table(
    "city_message",
    metadata,
    _text("hall_id"),
    _text("id"),
    _text("port"),
    _text("kind"),
    _text("subject"),
    _text("correlation"),
    _number("made_at"),
    _bytes("body"),  # the port's JSON
    _text("state"),
    _number("place"),
    _number("tries"),
    _number("due_at"),
    _text("why"),
    _number("settled_at"),
    PrimaryKeyConstraint("hall_id", "id"),
    Index("city_message_place", "hall_id", "place", unique=True),
    Index(  # who is next
        "city_message_waiting", "hall_id", "port", "place", sqlite_where=text(WAITING), postgresql_where=text(WAITING)
    ),
    Index(  # is anything older about the same
        "city_message_subject",
        "hall_id",
        "port",
        "subject",
        "place",
        sqlite_where=text(WAITING),
        postgresql_where=text(WAITING),
    ),
)

city_cursor = Table(
    "city_cursor",
    metadata,
    _text("hall_id"),
    _text("stream"),
    _text("cursor"),
    PrimaryKeyConstraint("hall_id", "stream"),
)

code_claim = Table(  # which signed codes were shown, for a day
    "code_claim",
    metadata,
    _text("hall_id"),
    _text("code"),  # a mark: no code can be made of it
    _text("kiosk"),
    _text("key"),  # of the request
    _number("at"),
    PrimaryKeyConstraint("hall_id", "code"),
    Index("code_claim_age", "hall_id", "at"),
)

record = Table(  # rows are only ever added
    "record",
    metadata,
    _text("hall_id"),
    _number("n"),
    _number("at"),
    _text("kind"),
    _text("about"),
    _bytes("body"),  # the entry as canonical JSON
    _bytes("hash"),  # SHA-256(hash of n - 1, body): a chain of its own
    PrimaryKeyConstraint("hall_id", "n"),
    Index("record_about", "hall_id", "about", "n"),
    Index("record_kind", "hall_id", "kind", "n"),
    sqlite_with_rowid=False,
)
