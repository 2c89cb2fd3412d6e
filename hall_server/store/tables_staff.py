"""The table of staff accounts. A PIN stands in it as argon2 made it; nothing of a visitor."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint, Table

from hall_server.store.tables import _number, _text, metadata

staff_account = Table(
    "staff_account",
    metadata,
    _text("hall_id"),
    _text("staff_no"),
    _text("name"),
    _text("roles"),  # comma separated
    _text("counters"),  # comma separated; empty: any
    _text("looks"),
    _text("pin_hash"),
    _number("made_at"),
    _number("pin_changed_at", null=True),
    _number("one_time_until", null=True),
    _number("locked_at", null=True),
    PrimaryKeyConstraint("hall_id", "staff_no"),
)
