"""Calls for help from kiosks; on tickets: for whom somebody acts, and how they like to read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_CALL = (
    "hall_id", "id", "n", "kiosk", "kiosk_name", "place", "page", "speech", "modes", "at", "state", "by", "looks",
    "minutes", "seen_at", "coming_at", "ended_at", "presses",
)  # fmt: skip
_NUMBERS = {"n", "at", "minutes", "seen_at", "coming_at", "ended_at", "presses"}
_OPTIONAL = {"minutes", "seen_at", "coming_at", "ended_at"}
_OPEN = "state <> 'done' AND state <> 'given_up'"


def upgrade() -> None:
    """A new table; two columns behind all others of a ticket, empty in every old row."""
    op.create_table("help_call", *map(_column, _CALL), sa.PrimaryKeyConstraint("hall_id", "id"))
    op.create_index("help_call_change", "help_call", ["hall_id", "n"], unique=True)
    op.create_index("help_call_kiosk", "help_call", ["hall_id", "kiosk", "n"])
    where = sa.text(_OPEN)
    op.create_index("help_call_open", "help_call", ["hall_id", "at"], sqlite_where=where, postgresql_where=where)
    for name in ("on_behalf", "modes"):
        op.add_column("ticket", sa.Column(name, sa.Text(), nullable=True))


def _column(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger() if name in _NUMBERS else sa.Text(), nullable=name in _OPTIONAL)
