"""Venues 场所: the four levels and what each must have (CL-A1, A5), whom a venue covers, and its data (CL-A12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.items import VenueLevel

if TYPE_CHECKING:
    from collections.abc import Iterable

MUNICIPALITIES = ("11", "12", "31", "50")  # 直辖市: the province is the city; 1101 and 1102 are one place


class LevelRule(msgspec.Struct, frozen=True):
    """What a hall of a level needs. Kinds are those of counters; at the lower levels they are advice (参照设立)."""

    mandatory: tuple[str, ...]
    advisory: tuple[str, ...]
    counters: tuple[int, int]  # usual least and most
    boards: bool  # a hall of this level has call boards


_KINDS = ("consult", "general", "agency", "cross_region", "unsolved")
LEVELS = {
    VenueLevel.CITY: LevelRule(_KINDS, (), (12, 100), boards=True),
    VenueLevel.DISTRICT: LevelRule(_KINDS, (), (12, 100), boards=True),
    VenueLevel.STREET: LevelRule((), _KINDS, (1, 12), boards=True),
    VenueLevel.VILLAGE: LevelRule((), _KINDS, (0, 2), boards=False),
}


class Venue(msgspec.Struct, frozen=True, kw_only=True):
    """A place that serves; this hall or another one. Text is as the operator wrote it."""

    id: str
    name: str
    level: VenueLevel
    regions: tuple[str, ...] = ()  # region codes: its own first, then former ones that identity numbers still carry
    items: tuple[str, ...] = ()  # ids of items that it does; empty: all of its level
    parent: str = ""
    address: str = ""
    phone: str = ""
    hours: str = ""
    km: float | None = None  # from this hall
    floor_m2: int | None = None
    barrier_free: tuple[str, ...] = ()  # 无障碍电梯, 低位窗口 …
    name_en: str = ""
    services: tuple[str, ...] = ()  # ids of self-service functions that it has


def missing_kinds(level: VenueLevel, there: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Kinds of counters that a hall lacks: (mandatory ones, advised ones), in the order of the clause."""
    have, rule = set(there), LEVELS[level]
    return (
        tuple(kind for kind in rule.mandatory if kind not in have),
        tuple(kind for kind in rule.advisory if kind not in have),
    )


def covers(regions: Iterable[str], region: str) -> bool:
    """Whether a region code lies in one of these: 440100 covers 440106, 440000 covers both."""
    return any(region.startswith(_significant(one)) for one in regions)


def same_city(one: str, other: str) -> bool:
    """Whether two region codes lie in one city. Both are six digits."""
    return one[:2] == other[:2] if one[:2] in MUNICIPALITIES else one[:4] == other[:4]


def same_province(one: str, other: str) -> bool:
    """Whether two region codes lie in one province."""
    return one[:2] == other[:2]


def _significant(region: str) -> str:
    while region.endswith("00"):
        region = region[:-2]
    return region
