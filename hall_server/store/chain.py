"""The hash chain over a hall's events: each hash covers the one before, so none can be changed or lost unseen."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from hall_server.domain.ticket import TicketEvent


def genesis(hall_id: str) -> bytes:
    """What the first event's hash covers."""
    return hashlib.sha256(b"kapok hall " + hall_id.encode()).digest()


def canonical(event: TicketEvent) -> bytes:
    """The bytes of an event that are stored and hashed: JSON in the order of its fields, defaults left out."""
    return msgspec.json.encode(event)


def link(before: bytes, body: bytes) -> bytes:
    """The hash of an event with this body behind the event with that hash."""
    return hashlib.sha256(before + body).digest()
