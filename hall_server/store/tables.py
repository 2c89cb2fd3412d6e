"""The tables of a hall, one source for two dialects. `hall_id` stands in every one.

Columns are TEXT, BIGINT or BLOB only: statements run on the drivers themselves, where SQLAlchemy's types do nothing
(definitions.md 23). Times are UTC microseconds. Nothing of a person but a keyed pseudonym and masks has a column.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

# What the partial indexes hold: tickets whose life goes on. Queries must say it in the same words.
IN_LINE = "state = 'reserved' OR state = 'unconfirmed' OR state = 'waiting'"
ASIDE = "state = 'held' OR state = 'no_show'"
CARRIED = "carried_from <> ''"
LED_HERE = "correlation <> '' AND correlation <> id"  # something else began the visit
AT_COUNTER = "state = 'called' OR state = 'serving'"
LATER = "move <> 'take' AND move <> 'check_in'"  # events after the birth, whose number is the ticket's place
CREATED = "created"  # the cause of a hall's first life; every other one began because the database had gone back


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=null)


def _bytes(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


hall_head = Table(
    "hall_head",
    metadata,
    _text("hall_id"),
    _number("n"),  # the newest event
    _bytes("hash"),  # and its place in the chain
    _number("version"),  # goes up with each commit on PostgreSQL: how one process notices what another has done
    PrimaryKeyConstraint("hall_id"),
)

incarnation = Table(
    "incarnation",
    metadata,
    _text("hall_id"),
    _number("ordinal"),
    _text("id"),
    _number("n"),
    _number("at"),
    _text("cause"),
    PrimaryKeyConstraint("hall_id", "ordinal"),
    UniqueConstraint("hall_id", "id"),
)

ticket = Table(
    "ticket",
    metadata,
    _text("hall_id"),
    _text("id"),
    _text("business_day"),
    _text("queue"),
    _number("number"),
    _text("label"),
    _text("item"),
    _text("kiosk"),
    _text("origin"),
    _text("state"),
    _text("delivery"),
    _number("taken_at"),
    _number("place"),
    _number("n"),
    _number("counter", null=True),
    _number("called_at", null=True),
    _number("last_called_at", null=True),
    _number("served_at", null=True),
    _number("ended_at", null=True),
    _number("recalls"),
    _text("outcome", null=True),
    _text("end_reason"),
    _text("chips"),  # comma separated
    _number("for_other"),
    _text("pseudonym", null=True),
    _text("name_mask", null=True),
    _text("number_mask", null=True),
    _number("since"),  # began to wait
    _text("items"),  # comma separated when there are several; else empty
    _text("bundle"),
    _text("catalogue"),
    _text("booking"),
    _number("booked_for", null=True),
    _text("correlation"),
    _number("come_back_at", null=True),
    _text("carried_from"),
    _number("directed_to", null=True),
    _number("held_at", null=True),
    _number("no_shows"),
    _number("missed_at", null=True),
    _text("on_behalf", null=True),  # JSON: relation, mask of the other person, organisation
    _text("modes", null=True),  # how they like to read; letters of the slip's code
    PrimaryKeyConstraint("hall_id", "id"),
    UniqueConstraint("hall_id", "business_day", "label"),
    Index(
        "ticket_line",
        "hall_id",
        "queue",
        "place",
        "state",
        "business_day",
        sqlite_where=text(IN_LINE),
        postgresql_where=text(IN_LINE),
    ),
    Index("ticket_aside", "hall_id", "queue", "place", sqlite_where=text(ASIDE), postgresql_where=text(ASIDE)),
    Index("ticket_carried", "hall_id", "carried_from", sqlite_where=text(CARRIED), postgresql_where=text(CARRIED)),
    Index("ticket_visit", "hall_id", "correlation", sqlite_where=text(LED_HERE), postgresql_where=text(LED_HERE)),
    Index("ticket_desk", "hall_id", "counter", sqlite_where=text(AT_COUNTER), postgresql_where=text(AT_COUNTER)),
)

ticket_event = Table(
    "ticket_event",
    metadata,
    _text("hall_id"),
    _number("n"),
    _number("at"),
    _text("business_day"),
    _text("ticket_id"),
    _text("move"),
    _bytes("body"),  # the event as canonical JSON: what the chain is made of
    _bytes("hash"),  # SHA-256(hash of n - 1, body)
    PrimaryKeyConstraint("hall_id", "n"),
    ForeignKeyConstraint(["hall_id", "ticket_id"], ["ticket.hall_id", "ticket.id"]),
    Index("ticket_later", "hall_id", "ticket_id", "move", sqlite_where=text(LATER), postgresql_where=text(LATER)),
    sqlite_with_rowid=False,
)

queue_counter = Table(
    "queue_counter",
    metadata,
    _text("hall_id"),
    _text("business_day"),
    _text("queue"),  # the letter that its numbers stand behind, with the series: "A", "AC"
    _number("online_next"),
    _number("lease_next"),
    PrimaryKeyConstraint("hall_id", "business_day", "queue"),
    sqlite_with_rowid=False,
)

queue_calls = Table(
    "queue_calls",
    metadata,
    _text("hall_id"),
    _text("business_day"),
    _text("queue"),
    _number("calls"),  # made from this queue today: a no-show counts them (definitions.md 17)
    PrimaryKeyConstraint("hall_id", "business_day", "queue"),
    sqlite_with_rowid=False,
)

booked_run = Table(
    "booked_run",
    metadata,
    _text("hall_id"),
    _text("business_day"),
    _number("counter"),
    _number("calls"),  # booked visitors whom this counter called in a row
    PrimaryKeyConstraint("hall_id", "business_day", "counter"),
    sqlite_with_rowid=False,
)

idempotency = Table(
    "idempotency",
    metadata,
    _text("hall_id"),
    _text("key"),
    _bytes("fingerprint"),
    _number("status"),
    _bytes("body"),
    _number("at"),
    PrimaryKeyConstraint("hall_id", "key"),
    sqlite_with_rowid=False,
)

counter_session = Table(
    "counter_session",
    metadata,
    _text("hall_id"),
    _number("counter"),
    _text("clerk"),
    _number("since"),
    PrimaryKeyConstraint("hall_id", "counter"),
    UniqueConstraint("hall_id", "clerk"),
)

staff_login = Table(
    "staff_login",
    metadata,
    _text("hall_id"),
    _bytes("secret_hash"),
    _text("staff_no"),
    _bytes("pin_mark"),  # SHA-256 of the PIN's hash in the site file: a new PIN ends the session
    _number("counter", null=True),  # sat at last
    _number("created_at"),
    _number("expires_at"),
    PrimaryKeyConstraint("hall_id", "secret_hash"),
)

pin_tries = Table(
    "pin_tries",
    metadata,
    _text("hall_id"),
    _text("staff_no"),
    _number("tries"),
    _number("last_at"),
    PrimaryKeyConstraint("hall_id", "staff_no"),
)

api_key = Table(
    "api_key",
    metadata,
    _text("hall_id"),
    _text("id"),
    _text("role"),
    _text("name"),
    _text("place"),
    _bytes("secret_hash"),
    _number("created_at"),
    _number("revoked_at", null=True),
    PrimaryKeyConstraint("hall_id", "id"),
)
