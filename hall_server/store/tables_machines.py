"""Machines with keys of their own, and the one-time codes with which they ask to be let in. No secrets."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint, Table

from hall_server.store.tables import _bytes, _number, _text, metadata

machine = Table(
    "machine",
    metadata,
    _text("hall_id"),
    _text("key_id"),
    _text("kiosk"),
    _bytes("public_key"),
    _bytes("box_key"),
    _text("hardware"),
    _text("comparing"),
    _text("state"),
    _number("asked_at"),
    _text("boots"),  # comma separated, the newest first
    _number("boot_since"),
    _number("decided_at", null=True),
    _text("decided_by"),
    PrimaryKeyConstraint("hall_id", "key_id"),
)

enrolment_code = Table(
    "enrolment_code",
    metadata,
    _text("hall_id"),
    _bytes("code_hash"),
    _text("kiosk"),
    _number("made_at"),
    _text("made_by"),
    _text("key_id"),  # of the machine that used it
    PrimaryKeyConstraint("hall_id", "code_hash"),
)
