"""Accounts of staff: until now they stood in the site file, which is read into them when the hall is served next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_TEXTS = ("hall_id", "staff_no", "name", "roles", "counters", "looks", "pin_hash")
_MOMENTS = ("made_at", "pin_changed_at", "one_time_until", "locked_at")


def upgrade() -> None:
    """A new table, empty."""
    texts = [sa.Column(name, sa.Text(), nullable=False) for name in _TEXTS]
    moments = [sa.Column(name, sa.BigInteger(), nullable=name != "made_at") for name in _MOMENTS]
    op.create_table("staff_account", *texts, *moments, sa.PrimaryKeyConstraint("hall_id", "staff_no"))
