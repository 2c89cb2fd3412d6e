"""Every room's tables together: whoever makes or compares tables imports them from here, so that none is forgotten."""

from __future__ import annotations

from hall_server.store import (
    tables_bookings,
    tables_city,
    tables_fleet,
    tables_help,
    tables_items,
    tables_kiosks,
    tables_machines,
    tables_staff,
)
from hall_server.store.tables import metadata

__all__ = [
    "metadata",
    "tables_bookings",
    "tables_city",
    "tables_fleet",
    "tables_help",
    "tables_items",
    "tables_kiosks",
    "tables_machines",
    "tables_staff",
]
