"""The whole life of a ticket: items, bookings, transfers, holds, no-shows that return; calls counted per queue."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEPT = (
    "hall_id", "id", "business_day", "queue", "number", "label", "item", "kiosk", "origin", "state", "delivery",
    "taken_at", "place", "n", "counter", "called_at", "last_called_at", "served_at", "ended_at", "recalls", "outcome",
)  # fmt: skip
_KEPT_TOO = ("chips", "for_other", "pseudonym", "name_mask", "number_mask")
_OPTIONAL = {"counter", "called_at", "last_called_at", "served_at", "ended_at", "outcome"}
_OPTIONAL |= {"pseudonym", "name_mask", "number_mask"}
_NUMBERS = {"number", "taken_at", "place", "n", "counter", "called_at", "last_called_at", "served_at", "ended_at"}
_NUMBERS |= {"recalls", "for_other"}
_NEW: tuple[tuple[str, str | int | None], ...] = (  # name, what old rows get; None = may be empty
    ("items", ""),
    ("bundle", ""),
    ("catalogue", ""),
    ("booking", ""),
    ("booked_for", None),
    ("correlation", ""),
    ("come_back_at", None),
    ("carried_from", ""),
    ("directed_to", None),
    ("held_at", None),
    ("no_shows", 0),
    ("missed_at", None),
)
_IN_LINE = "state = 'reserved' OR state = 'unconfirmed' OR state = 'waiting'"
_ASIDE = "state = 'held' OR state = 'no_show'"
_CARRIED = "carried_from <> ''"
_AT_COUNTER = "state = 'called' OR state = 'serving'"


def upgrade() -> None:
    """New tables beside, new columns behind the old ones; missed calls are counted from the events."""
    for name, about, kind in (("queue_calls", "queue", sa.Text()), ("booked_run", "counter", sa.BigInteger())):
        op.create_table(
            name,
            sa.Column("hall_id", sa.Text(), nullable=False),
            sa.Column("business_day", sa.Text(), nullable=False),
            sa.Column(about, kind, nullable=False),
            sa.Column("calls", sa.BigInteger(), nullable=False),
            sa.PrimaryKeyConstraint("hall_id", "business_day", about),
            sqlite_with_rowid=False,
        )
    if op.get_bind().dialect.name == "sqlite":
        _rebuild()
    else:
        _alter()
    op.execute(
        "UPDATE ticket SET no_shows = (SELECT count(*) FROM ticket_event WHERE ticket_event.hall_id = ticket.hall_id "
        "AND ticket_event.ticket_id = ticket.id AND ticket_event.move = 'no_show')"
    )
    aside = sa.text(_ASIDE)
    columns = ["hall_id", "queue", "place"]
    carried = sa.text(_CARRIED)
    op.create_index(
        "ticket_carried", "ticket", ["hall_id", "carried_from"], sqlite_where=carried, postgresql_where=carried
    )
    op.create_index("ticket_aside", "ticket", columns, sqlite_where=aside, postgresql_where=aside)


def _rebuild() -> None:
    op.create_table(
        "ticket_next",
        *(_column(name) for name in _KEPT),
        sa.Column("end_reason", sa.Text(), nullable=False),
        *(_column(name) for name in _KEPT_TOO),
        sa.Column("since", sa.BigInteger(), nullable=False),
        *(sa.Column(name, _type(old), nullable=old is None) for name, old in _NEW),
        sa.PrimaryKeyConstraint("hall_id", "id"),
        sa.UniqueConstraint("hall_id", "business_day", "label"),
    )
    old = [*_KEPT, "void_reason", *_KEPT_TOO, "taken_at", *(_literal(value) for _, value in _NEW)]
    op.execute(f"INSERT INTO ticket_next SELECT {', '.join(old)} FROM ticket")  # noqa: S608 - names from above only
    op.drop_table("ticket")
    op.rename_table("ticket_next", "ticket")
    in_line, at_counter = sa.text(_IN_LINE), sa.text(_AT_COUNTER)
    columns = ["hall_id", "queue", "place", "state", "business_day"]
    op.create_index("ticket_line", "ticket", columns, sqlite_where=in_line)
    op.create_index("ticket_desk", "ticket", ["hall_id", "counter"], sqlite_where=at_counter)


def _alter() -> None:
    op.alter_column("ticket", "void_reason", new_column_name="end_reason")
    op.add_column("ticket", sa.Column("since", sa.BigInteger(), nullable=True))
    op.execute("UPDATE ticket SET since = taken_at")
    op.alter_column("ticket", "since", nullable=False)
    for name, old in _NEW:
        default = None if old is None else sa.text(_literal(old))
        op.add_column("ticket", sa.Column(name, _type(old), nullable=old is None, server_default=default))
        op.alter_column("ticket", name, server_default=None)


def _column(name: str) -> sa.Column[Any]:
    kind = sa.BigInteger if name in _NUMBERS else sa.Text
    return sa.Column(name, kind, nullable=name in _OPTIONAL)


def _type(old: str | int | None) -> type[sa.Text | sa.BigInteger]:
    return sa.Text if isinstance(old, str) else sa.BigInteger


def _literal(value: str | int | None) -> str:
    return "NULL" if value is None else "''" if value == "" else str(value)
