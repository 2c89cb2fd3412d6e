"""The table of publications of the catalogue 事项库: rows are only ever added (CL-B3)."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint, Table

from hall_server.store.tables import _bytes, _number, _text, metadata

catalogue_snapshot = Table(
    "catalogue_snapshot",
    metadata,
    _text("hall_id"),
    _number("n"),  # publications are counted; a rollback is one more
    _text("version"),
    _text("effective_from"),  # first business day
    _number("published_at"),
    _text("published_by"),
    _bytes("body"),  # the whole catalogue as JSON
    PrimaryKeyConstraint("hall_id", "n"),
)
