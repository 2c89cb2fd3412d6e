"""First answers are found by their key: a look at all of them, now and then, needs no index; commands write less."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index less."""
    op.drop_index("idempotency_age", "idempotency")
