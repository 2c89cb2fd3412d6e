"""The ports that a hall only asks, as one piece of the reference city: their contracts, routes and desks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hall_server.city.reference.item_desk import ItemDesk, version_in
from hall_server.city.reference.item_routes import ITEM_ROUTES, ITEM_SWITCHES, ITEMS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ASKED = (ITEMS,)
ASKED_ROUTES = (*ITEM_ROUTES,)  # behind the faults
ASKED_SWITCHES = (*ITEM_SWITCHES,)  # never behind them


def asked_desks(items: Iterable[Path]) -> dict[str, Any]:
    """The desks by the names under which routes are handed them. Raises ItemFileError."""
    return {"item_desk": ItemDesk([version_in(one) for one in items])}
