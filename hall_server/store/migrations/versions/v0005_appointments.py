"""Appointments 预约: bookings, and what happened to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_BOOKING = (
    "hall_id", "id", "queue", "item", "day", "starts_at", "ends_at", "state", "channel", "made_at", "place", "n",
    "out_of_hours", "correlation", "reference", "ticket", "confirmed_by", "pseudonym", "name_mask", "number_mask",
)  # fmt: skip
_NUMBERS = {"starts_at", "ends_at", "made_at", "place", "n", "out_of_hours"}
_OPTIONAL = {"pseudonym", "name_mask", "number_mask"}
_OPEN = "state = 'booked' OR state = 'pending'"
_KNOWN = "pseudonym IS NOT NULL"


def upgrade() -> None:
    """New tables only."""
    op.create_table(
        "booking",
        *(sa.Column(name, _kind(name), nullable=name in _OPTIONAL) for name in _BOOKING),
        sa.PrimaryKeyConstraint("hall_id", "id"),
    )
    op.create_index("booking_slot", "booking", ["hall_id", "queue", "starts_at", "state"])
    op.create_index("booking_day", "booking", ["hall_id", "day", "starts_at", "place"])
    for name, column, condition in (
        ("booking_open", ["ends_at"], _OPEN),
        ("booking_person", ["pseudonym", "starts_at"], _KNOWN),
    ):
        where = sa.text(condition)
        op.create_index(name, "booking", ["hall_id", *column], sqlite_where=where, postgresql_where=where)
    op.create_table(
        "booking_event",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("booking_id", sa.Text(), nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "n"),
        sa.ForeignKeyConstraint(["hall_id", "booking_id"], ["booking.hall_id", "booking.id"]),
        sqlite_with_rowid=False,
    )
    op.create_index("booking_event_of", "booking_event", ["hall_id", "booking_id", "n"])


def _kind(name: str) -> type[sa.Text | sa.BigInteger]:
    return sa.BigInteger if name in _NUMBERS else sa.Text
