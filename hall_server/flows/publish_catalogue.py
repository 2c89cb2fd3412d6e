"""The catalogue is published: one snapshot more with the business day from which it holds (CL-B3).

A rollback is an older snapshot published again. Nothing is edited, and no ticket is looked at: each keeps the version
that it was taken under.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.domain.city.items import is_there
from hall_server.domain.items.snapshots import SITE_FILE, Published, body_of, is_news

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.city.items import Pulled
    from hall_server.domain.items.catalogue import Catalogue
    from hall_server.domain.seams import Transaction


def publish_site_file(tx: Transaction, catalogue: Catalogue, today: str, at: int) -> Published | None:
    """Publish what the site file says, unless it said so last; None then."""
    there = tx.snapshots()
    if not is_news(catalogue, there):
        return None
    published = next_publication(there, catalogue.version, first_day(catalogue, today), at, SITE_FILE)
    tx.add_snapshot(published, body_of(catalogue))
    return published


def publish_pulled(tx: Transaction, pulled: Pulled, today: str, at: int) -> Published | None:
    """Publish a version of the city's items, unless somebody did meanwhile; None then."""
    there = tx.snapshots()
    if is_there(pulled.by, there):
        return None
    day = max(pulled.catalogue.effective_from, today)
    published = next_publication(there, pulled.catalogue.version, day, at, pulled.by)
    tx.add_snapshot(published, body_of(pulled.catalogue))
    return published


def next_publication(there: Sequence[Published], version: str, day: str, at: int, by: str) -> Published:
    """The publication behind all others."""
    return Published(there[-1].n + 1 if there else 1, version, day, at, by)


def first_day(catalogue: Catalogue, today: str) -> str:
    """From which day on a site file's catalogue holds: the day that it names, not before today."""
    return max(catalogue.effective_from, today)
