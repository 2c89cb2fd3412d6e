"""Places nearby: which do an item, how busy they say they are, and when to name one (CL-B10, G11).

The list lies in the catalogue, so that it opens without the city; it says from which day it is. Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.contract.catalogue import Catalogue
    from hall_server.contract.guides import VenueLoad, VenueView
    from hall_server.contract.item_words import Load

LONG_WAIT_MIN = 40  # from here on another place is named
STALE_US = 30 * 60 * 1_000_000  # what a venue said longer ago is not told


class Nearby(Value, frozen=True):
    """One place; `load` None: nobody said, or too long ago."""

    venue: VenueView
    load: Load | None = None
    load_at: int | None = None  # UTC microseconds


def nearby(catalogue: Catalogue, item: str = "", loads: Iterable[VenueLoad] = (), now: int = 0) -> tuple[Nearby, ...]:
    """Places that do an item ("" = any), the nearest first. `now`: hall time in UTC microseconds, for `loads`."""
    said = {one.venue: one for one in loads if 0 <= now - one.at <= STALE_US}
    found = (one for one in catalogue.venues if not item or not one.items or item in one.items)
    return tuple(Nearby(one, said[one.id].load, said[one.id].at) if one.id in said else Nearby(one) for one in found)


def instead(catalogue: Catalogue, item: str, high_min: int, threshold_min: int = LONG_WAIT_MIN) -> VenueView | None:
    """The place to name to somebody who would wait so long here (the band's upper end); None: none, or no need."""
    if high_min < threshold_min:
        return None
    return next((one.venue for one in nearby(catalogue, item)), None)
