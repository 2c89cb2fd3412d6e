"""Versions of the catalogue: what holds on which business day, and how an older one is made to hold again (CL-B3).

Snapshots are never edited: a change is a new snapshot, a rollback is one more publication of an old one. All of it
works offline. A ticket keeps the version it was taken under, so nothing here ever looks at tickets.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

import msgspec

from hall_server.domain.items.element import ServiceItem
from hall_server.domain.items.guide import Component, Guide

VERSION_LENGTH = 16  # hexadecimal digits


class Catalogue(msgspec.Struct, frozen=True):
    """One snapshot: what it holds never changes under its version."""

    version: str
    effective_from: str  # first business day, "2026-03-01"; "" = since ever
    items: Mapping[str, ServiceItem]
    materials: Mapping[str, str] = msgspec.field(default_factory=dict)  # component library: id → name
    guides: Mapping[str, Guide] = msgspec.field(default_factory=dict)  # by the ids of items; what no hall need share
    components: Mapping[str, Component] = msgspec.field(default_factory=dict)  # what else holds for some of them
    english: Mapping[str, str] = msgspec.field(default_factory=dict)  # Chinese words of the guides: English ones


class Publication(msgspec.Struct, frozen=True):
    """From a business day on, this version holds. A rollback names an older version and a later day (or the same)."""

    version: str
    effective_from: str

    def __post_init__(self) -> None:
        if self.effective_from and date.fromisoformat(self.effective_from).isoformat() != self.effective_from:
            raise ValueError(self.effective_from)  # 20260301 is a date, but does not sort like one


class History(msgspec.Struct, frozen=True):
    """Everything that was ever published, oldest first; it only grows."""

    publications: tuple[Publication, ...] = ()

    def published(self, version: str, effective_from: str) -> History:
        """The history with one publication more; ValueError for a day that is no date string."""
        return History((*self.publications, Publication(version, effective_from)))

    def rolled_back(self, version: str, effective_from: str) -> History:
        """An older version holds again from a day on; ValueError when it was never published."""
        if all(one.version != version for one in self.publications):
            raise ValueError(version)
        return self.published(version, effective_from)

    def version_on(self, business_day: str) -> str | None:
        """Which version holds: the latest day that has come, of the same day the latest publication; None: none yet."""
        come = [one for one in self.publications if one.effective_from <= business_day]
        best = max(range(len(come)), key=lambda index: (come[index].effective_from, index), default=None)
        return None if best is None else come[best].version


def version_of(items: Mapping[str, ServiceItem], materials: Mapping[str, str], *more: Mapping[str, object]) -> str:
    """A version made from what is in the catalogue: equal content, equal version, in whatever order it was read.

    `more`: guides, components, English words; where there are none, the version is what it was before there could be.
    """
    words = msgspec.json.encode(
        (
            [items[key] for key in sorted(items)],
            [[key, materials[key]] for key in sorted(materials)],
            *(sorted(one.items()) for one in more if any(more)),
        )
    )
    return hashlib.sha256(words).hexdigest()[:VERSION_LENGTH]
