"""The post to the city, how far its streams were followed, the book of records, claims of signed codes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_MESSAGE = (
    "hall_id", "id", "port", "kind", "subject", "correlation", "made_at", "body", "state", "place", "tries", "due_at",
    "why", "settled_at",
)  # fmt: skip
_RECORD = ("hall_id", "n", "at", "kind", "about", "body", "hash")
_NUMBERS = {"made_at", "place", "tries", "due_at", "settled_at", "n", "at"}
_BYTES = {"body", "hash"}
_WAITING = "state = 'waiting'"


def upgrade() -> None:
    """New tables only."""
    op.create_table("city_message", *map(_column, _MESSAGE), sa.PrimaryKeyConstraint("hall_id", "id"))
    op.create_index("city_message_place", "city_message", ["hall_id", "place"], unique=True)
    where = sa.text(_WAITING)
    for name, columns in (
        ("city_message_waiting", ["hall_id", "port", "place"]),
        ("city_message_subject", ["hall_id", "port", "subject", "place"]),
    ):
        op.create_index(name, "city_message", columns, sqlite_where=where, postgresql_where=where)
    op.create_table(
        "city_cursor", *map(_column, ("hall_id", "stream", "cursor")), sa.PrimaryKeyConstraint("hall_id", "stream")
    )
    op.create_table("record", *map(_column, _RECORD), sa.PrimaryKeyConstraint("hall_id", "n"), sqlite_with_rowid=False)
    op.create_table(
        "code_claim",
        *map(_column, ("hall_id", "code", "kiosk", "key", "at")),
        sa.PrimaryKeyConstraint("hall_id", "code"),
    )
    op.create_index("code_claim_age", "code_claim", ["hall_id", "at"])
    op.create_index("record_about", "record", ["hall_id", "about", "n"])
    op.create_index("record_kind", "record", ["hall_id", "kind", "n"])


def _column(name: str) -> sa.Column[object]:
    kind = sa.BigInteger() if name in _NUMBERS else sa.LargeBinary() if name in _BYTES else sa.Text()
    return sa.Column(name, kind, nullable=False)
