"""A hall's head counts commits, so that several processes on one database notice each other's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One more column; the table is made anew on SQLite, whose ALTER TABLE would write its words differently."""
    if op.get_bind().dialect.name == "sqlite":
        op.create_table(
            "hall_head_next",
            sa.Column("hall_id", sa.Text(), nullable=False),
            sa.Column("n", sa.BigInteger(), nullable=False),
            sa.Column("hash", sa.LargeBinary(), nullable=False),
            sa.Column("version", sa.BigInteger(), nullable=False),
            sa.PrimaryKeyConstraint("hall_id"),
        )
        op.execute("INSERT INTO hall_head_next SELECT hall_id, n, hash, 0 FROM hall_head")
        op.drop_table("hall_head")
        op.rename_table("hall_head_next", "hall_head")
        return
    op.add_column("hall_head", sa.Column("version", sa.BigInteger(), nullable=False, server_default=sa.text("0")))
    op.alter_column("hall_head", "version", server_default=None)
