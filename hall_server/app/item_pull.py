"""The hall looks now and then whether its city has another version of the items 事项库, and publishes it (CL-B3).

Asks in a thread; what is no good is told in the log once and the version in force stays. Knows no rule: which versions
are wanted and what may follow what is `domain.city.items`'.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, NamedTuple

from hall_server.app.city_catalogue import catalogue_with
from hall_server.city.errors import CityError
from hall_server.city.items import CityItems
from hall_server.contract.city.ports import PortName
from hall_server.contract.problems import HallProblem
from hall_server.domain.city.items import Pulled, SnapshotError, mark_of, wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from config.site import Site
    from hall_server.city.asking import Asking
    from hall_server.domain.city.items import ItemSource
    from hall_server.domain.items.snapshots import Published
    from hall_server.flows.catalogue_shelf import CatalogueShelf

EVERY_S = 600.0
_SOON_S = 1.0  # while the site file's own is not published yet
_log = logging.getLogger("kapok.city")


class Found(NamedTuple):
    """What one look brought: versions to publish, and the words about those that are no good."""

    pulled: list[Pulled]
    problems: list[str]


def pull(source: ItemSource, site: Site, there: Sequence[Published], today: str) -> Found:
    """Fetch what this hall has not published yet. Raises CityAwayError, CityRefusedError, SnapshotError."""
    found = Found([], [])
    for row in wanted(source.versions().versions, there, today):
        try:
            found.pulled.append(Pulled(catalogue_with(site, source.snapshot(row), row), mark_of(row)))
        except SnapshotError as error:
            found.problems.append(f"version {row.serial}: {error}")
    return found


class ItemPull:
    """Looks every so many seconds."""

    def __init__(self, site: Site, shelf: CatalogueShelf, asking: Asking, today: Callable[[], str]) -> None:
        self._site, self._shelf, self._asking, self._today = site, shelf, asking, today
        own = site.city.ports.get(PortName.ITEMS.value) if site.city else None
        self._every_s = (own.every_s if own else None) or EVERY_S
        self._said = ""

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            there = self._shelf.settled
            if there is not None:
                await self._once(there)
            await asyncio.sleep(_SOON_S if there is None else self._every_s)

    async def _once(self, there: Sequence[Published]) -> None:
        today = self._today()
        try:
            found = await self._asking.ask(
                PortName.ITEMS, lambda line: pull(CityItems(line), self._site, there, today), None
            )
            for one in found.pulled:
                await self._shelf.publish(one)
            self._tell("; ".join(found.problems))
        except (CityError, SnapshotError, HallProblem) as error:
            self._tell(str(error))
        except Exception:  # noqa: BLE001 - a bad version must not end the pulling; it is logged, the one in force stays
            _log.exception("the city's items cannot be read")

    def _tell(self, words: str) -> None:
        if words and words != self._said:
            _log.warning("the city's items are not taken, those in force stay: %s", words)
        self._said = words
