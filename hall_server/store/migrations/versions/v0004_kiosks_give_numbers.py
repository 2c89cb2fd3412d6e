"""Kiosks that give numbers out themselves: their identities, the blocks lent to them, what they delivered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TABLES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (  # name, columns, primary key
    (
        "kiosk_identity",
        ("kiosk", "fingerprint", "epoch", "boot_id", "emergency_letter", "seen_n", "seen_at", "contact_before",
         "quarantined"),
        ("kiosk",),
    ),
    (
        "lease",
        ("business_day", "letter", "first", "last", "queue", "kiosk", "epoch", "boot_id", "granted_at", "expires_at",
         "dropped"),
        ("business_day", "letter", "first"),
    ),
    ("outbox", ("kiosk", "incarnation", "acked", "since"), ("kiosk", "incarnation")),
    ("outbox_refused", ("kiosk", "incarnation", "seq", "ticket_id", "code"), ("kiosk", "incarnation", "seq")),
)  # fmt: skip
_NUMBERS = {"epoch", "seen_n", "seen_at", "contact_before", "first", "last", "granted_at", "expires_at", "dropped"}
_NUMBERS |= {"acked", "since", "seq"}


def upgrade() -> None:
    """New tables only."""
    for name, columns, key in _TABLES:
        op.create_table(
            name,
            sa.Column("hall_id", sa.Text(), nullable=False),
            *(sa.Column(one, sa.BigInteger() if one in _NUMBERS else sa.Text(), nullable=False) for one in columns),
            sa.PrimaryKeyConstraint("hall_id", *key),
        )
    op.create_index("lease_of_kiosk", "lease", ["hall_id", "kiosk", "boot_id"])
