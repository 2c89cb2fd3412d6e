"""The first tables: tickets, their events and chain, numbers, answers, seats, staff, keys and lives."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "api_key",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("hall_id", "id"),
    )
    op.create_table(
        "counter_session",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "counter"),
        sa.UniqueConstraint("hall_id", "clerk"),
    )
    op.create_table(
        "hall_head",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id"),
    )
    op.create_table(
        "idempotency",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "key"),
        sqlite_with_rowid=False,
    )
    op.create_index("idempotency_age", "idempotency", ["hall_id", "at"], unique=False)
    op.create_table(
        "incarnation",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "ordinal"),
        sa.UniqueConstraint("hall_id", "id"),
    )
    op.create_table(
        "pin_tries",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("staff_no", sa.Text(), nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "staff_no"),
    )
    op.create_table(
        "queue_counter",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("business_day", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("online_next", sa.BigInteger(), nullable=False),
        sa.Column("lease_next", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "business_day", "queue"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "staff_login",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("staff_no", sa.Text(), nullable=False),
        sa.Column("pin_mark", sa.LargeBinary(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "secret_hash"),
    )
    op.create_table(
        "ticket",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("business_day", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("kiosk", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("delivery", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=True),
        sa.Column("called_at", sa.BigInteger(), nullable=True),
        sa.Column("last_called_at", sa.BigInteger(), nullable=True),
        sa.Column("served_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("recalls", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.Column("chips", sa.Text(), nullable=False),
        sa.Column("for_other", sa.BigInteger(), nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=True),
        sa.Column("name_mask", sa.Text(), nullable=True),
        sa.Column("number_mask", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("hall_id", "id"),
        sa.UniqueConstraint("hall_id", "business_day", "label"),
    )
    in_line = sa.text("state = 'reserved' OR state = 'unconfirmed' OR state = 'waiting'")
    at_counter = sa.text("state = 'called' OR state = 'serving'")
    op.create_index(
        "ticket_line",
        "ticket",
        ["hall_id", "queue", "place", "state", "business_day"],
        sqlite_where=in_line,
        postgresql_where=in_line,
    )
    op.create_index(
        "ticket_desk", "ticket", ["hall_id", "counter"], sqlite_where=at_counter, postgresql_where=at_counter
    )
    op.create_table(
        "ticket_event",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("business_day", sa.Text(), nullable=False),
        sa.Column("ticket_id", sa.Text(), nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hall_id", "ticket_id"],
            ["ticket.hall_id", "ticket.id"],
        ),
        sa.PrimaryKeyConstraint("hall_id", "n"),
        sqlite_with_rowid=False,
    )
    op.create_index("ticket_event_of_ticket", "ticket_event", ["hall_id", "ticket_id"], unique=False)


def downgrade() -> None:
    """There is nothing before the first tables; a hall goes back by restoring a backup."""
    msg = "the first migration cannot be undone"
    raise NotImplementedError(msg)
