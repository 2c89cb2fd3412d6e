"""The table of calls for help from kiosks. Nothing of the person who called; staff by their work number."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint, Table, text

from hall_server.store.tables import _number, _text, metadata

# What the partial index holds; queries must say it in the same words.
OPEN = "state <> 'done' AND state <> 'given_up'"

help_call = Table(
    "help_call",
    metadata,
    _text("hall_id"),
    _text("id"),
    _number("n"),  # of the newest change: how other processes find it
    _text("kiosk"),
    _text("kiosk_name"),
    _text("place"),
    _text("page"),
    _text("speech"),
    _text("modes"),
    _number("at"),
    _text("state"),
    _text("by"),
    _text("looks"),
    _number("minutes", null=True),
    _number("seen_at", null=True),
    _number("coming_at", null=True),
    _number("ended_at", null=True),
    _number("presses"),
    PrimaryKeyConstraint("hall_id", "id"),
    Index("help_call_change", "hall_id", "n", unique=True),
    Index("help_call_kiosk", "hall_id", "kiosk", "n"),
    Index("help_call_open", "hall_id", "at", sqlite_where=text(OPEN), postgresql_where=text(OPEN)),
)
