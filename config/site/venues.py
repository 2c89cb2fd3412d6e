"""[[venue]]: other places that serve, for referrals and for maps. Knows nothing of this hall's floor."""

from __future__ import annotations

from typing import Annotated

import msgspec

from config.shapes import Id, Level, Region, Table, Text


class Venue(Table, frozen=True):
    """[[venue]] 场所."""

    id: Id
    name: Text
    level: Level = "district"
    region: Region | None = None
    former_regions: tuple[Region, ...] = ()
    items: tuple[str, ...] = ()  # ids of items that it does; empty: all of its level
    parent: str = ""
    address: str = ""
    phone: str = ""
    hours: str = ""  # as people read it
    km: Annotated[float, msgspec.Meta(ge=0, le=10_000)] | None = None  # from this hall
    floor_m2: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] | None = None
    barrier_free: tuple[Text, ...] = ()
    name_en: str = ""
    services: tuple[str, ...] = ()  # ids of self-service functions that it has
