"""The timelines of the kiosks, in slots of five minutes; kept for three days."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint, Table

from hall_server.store.tables import _number, _text, metadata

kiosk_health = Table(
    "kiosk_health",
    metadata,
    _text("hall_id"),
    _text("kiosk"),
    _number("at"),
    _text("condition"),
    _number("paper", null=True),
    _text("version"),
    PrimaryKeyConstraint("hall_id", "kiosk", "at"),
    Index("kiosk_health_time", "hall_id", "at"),
)
