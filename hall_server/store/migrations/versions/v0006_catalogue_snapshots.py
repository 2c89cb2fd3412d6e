"""Publications of the catalogue, and finding what belongs to one visit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_LED_HERE = {"ticket": "correlation <> '' AND correlation <> id", "booking": "correlation <> id"}


def upgrade() -> None:
    """A new table, two new indexes."""
    op.create_table(
        "catalogue_snapshot",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=False),
        sa.Column("published_by", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "n"),
    )
    for table, condition in _LED_HERE.items():
        where = sa.text(condition)
        columns = ["hall_id", "correlation"]
        op.create_index(f"{table}_visit", table, columns, sqlite_where=where, postgresql_where=where)
