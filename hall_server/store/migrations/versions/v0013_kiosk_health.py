"""Timelines of the kiosks' health."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_COLUMNS = ("hall_id", "kiosk", "at", "condition", "paper", "version")
_NUMBERS = {"at", "paper"}


def upgrade() -> None:
    """A new table, empty."""
    op.create_table("kiosk_health", *map(_column, _COLUMNS), sa.PrimaryKeyConstraint("hall_id", "kiosk", "at"))
    op.create_index("kiosk_health_time", "kiosk_health", ["hall_id", "at"])


def _column(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger() if name in _NUMBERS else sa.Text(), nullable=name == "paper")
