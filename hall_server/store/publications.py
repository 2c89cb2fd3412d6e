"""Publishing a version of the catalogue 事项库 from outside a server, whichever database the hall lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.store.item_rows import snapshot_values
from hall_server.store.place import place_of
from hall_server.store.statements_items import NEW_SNAPSHOT

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.domain.items.snapshots import Published


def publish(where: Path | str, hall_id: str, published: Published, body: bytes) -> None:
    """One publication more. A number that somebody else took meanwhile is the database's own error: nothing changed."""
    place_of(where).change([(NEW_SNAPSHOT, snapshot_values(hall_id, published, body))])
