"""Tables about kiosks that give numbers out themselves: who they are, what was lent to them, what they delivered."""

from __future__ import annotations

from sqlalchemy import Index, PrimaryKeyConstraint, Table

from hall_server.store.tables import _number, _text, metadata

__all__ = ["kiosk_identity", "lease", "metadata", "outbox", "outbox_refused"]

kiosk_identity = Table(
    "kiosk_identity",
    metadata,
    _text("hall_id"),
    _text("kiosk"),
    _text("fingerprint"),
    _number("epoch"),
    _text("boot_id"),
    _text("emergency_letter"),
    _number("seen_n"),
    _number("seen_at"),
    _number("contact_before"),  # heard last before its present boot
    _text("quarantined"),  # why; empty = not
    PrimaryKeyConstraint("hall_id", "kiosk"),
)

lease = Table(
    "lease",
    metadata,
    _text("hall_id"),
    _text("business_day"),
    _text("letter"),  # with the series
    _number("first"),
    _number("last"),
    _text("queue"),
    _text("kiosk"),
    _number("epoch"),
    _text("boot_id"),
    _number("granted_at"),
    _number("expires_at"),
    _number("dropped"),
    PrimaryKeyConstraint("hall_id", "business_day", "letter", "first"),
    Index("lease_of_kiosk", "hall_id", "kiosk", "boot_id"),
)

outbox = Table(
    "outbox",
    metadata,
    _text("hall_id"),
    _text("kiosk"),
    _text("incarnation"),
    _number("acked"),  # the highest contiguous seq
    _number("since"),  # since when the visitor of the newest row waits
    PrimaryKeyConstraint("hall_id", "kiosk", "incarnation"),
)

outbox_refused = Table(
    "outbox_refused",
    metadata,
    _text("hall_id"),
    _text("kiosk"),
    _text("incarnation"),
    _number("seq"),
    _text("ticket_id"),
    _text("code"),
    PrimaryKeyConstraint("hall_id", "kiosk", "incarnation", "seq"),
)
