"""Machines with keys of their own, and one-time codes for them. Keys with secrets stay as they are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_MACHINE = (
    "hall_id", "key_id", "kiosk", "public_key", "box_key", "hardware", "comparing", "state", "asked_at", "boots",
    "boot_since", "decided_at", "decided_by",
)  # fmt: skip
_CODE = ("hall_id", "code_hash", "kiosk", "made_at", "made_by", "key_id")
_BYTES = {"public_key", "box_key", "code_hash"}
_NUMBERS = {"asked_at", "boot_since", "decided_at", "made_at"}


def upgrade() -> None:
    """Two new tables, empty."""
    op.create_table("machine", *map(_column, _MACHINE), sa.PrimaryKeyConstraint("hall_id", "key_id"))
    op.create_table("enrolment_code", *map(_column, _CODE), sa.PrimaryKeyConstraint("hall_id", "code_hash"))


def _column(name: str) -> sa.Column[object]:
    kind = sa.LargeBinary() if name in _BYTES else sa.BigInteger() if name in _NUMBERS else sa.Text()
    return sa.Column(name, kind, nullable=name == "decided_at")
