"""Which version of the catalogue holds today, and the hall under it; older versions for tickets that keep them (CL-B3).

Publishes what the site file says, hears what commands publish meanwhile, and turns the page with the business day. A
hall is never without a catalogue: before the first effective day, or when a snapshot cannot be read, the site file's
own holds.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.business_day import day_after, day_before, day_began
from hall_server.domain.items.offering import offering
from hall_server.domain.items.snapshots import SITE_FILE, Published, catalogue_of, history_of, is_news
from hall_server.domain.ticket import SECOND
from hall_server.flows.publish_catalogue import first_day, next_publication, publish_pulled, publish_site_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.city.items import Pulled
    from hall_server.domain.seams import Commits, Promise, Reader
    from hall_server.domain.site import HallSite
    from hall_server.flows.here import Here

_log = logging.getLogger("kapok.hall")
LOOK_EVERY_S = 15  # for what others have published
_RECENT = 3
_KEPT_AT_MOST = 8  # versions in memory; the rest are read when somebody looks at an old ticket


class CatalogueShelf:
    """Keeps `here.site` at the version in force. Used from one thread; `known` from any."""

    def __init__(self, here: Here, commits: Commits, reader: Reader) -> None:
        self._here = here
        self._file = here.site  # with the site file's own catalogue
        self._commits = commits
        self._reader = reader
        self._published: list[Published] = []
        self._sites = {self._file.version: self._file}
        self._unreadable: set[str] = set()
        self._said = False  # once in this process's life, so that two with different files do not go on for ever
        self._looked = -1  # so the first tick looks, and publishes
        self._span = (0, 0)  # the business day that `here.site` is right for
        self._look()

    def settle(self) -> None:
        """Let the version hold that holds today; cheap while the day is the same."""
        at = self._here.clock.now()
        began, ends = self._span
        if not began <= at < ends:
            self._turn(self._here.day(at))

    def known(self, version: str) -> HallSite:
        """The hall under a version, as far as it is in memory; else as it is today."""
        return self._sites.get(version, self._here.site)

    def under(self, version: str) -> HallSite:
        """The hall under the version of a ticket, read from the store when it is an old one."""
        if version and version not in self._sites and version not in self._unreadable:
            self._load(version)
        return self.known(version)

    def tick(self) -> list[Promise[object]]:
        """Publish what the site file says, and look from time to time for what others have published."""
        slot = self._here.clock.now() // (LOOK_EVERY_S * SECOND)
        looks, self._looked = slot != self._looked, slot
        try:
            if looks:
                self._look()
            else:
                self.settle()
        except Exception as error:  # noqa: BLE001 - whatever keeps the store from answering: what holds goes on holding
            _log.warning("publications cannot be read now: %r", error)
            return []
        if self._said or not looks:
            return []
        catalogue, at = self._file.offer.catalogue, self._here.clock.now()
        said = self._commits.submit(lambda tx: publish_site_file(tx, catalogue, self._here.day(at), at))
        said.add_done_callback(self._heard)
        return [said]

    @property
    def settled(self) -> Sequence[Published] | None:
        """What was published when somebody last looked; None while the site file's own is still to be."""
        return self._published if self._said else None

    def publish(self, pulled: Pulled) -> Promise[Published | None]:
        """Publish a version of the city's items; whoever looks after it is kept sees it at once (CL-B3)."""
        at = self._here.clock.now()
        today = self._here.day(at)
        said = self._commits.submit(lambda tx: publish_pulled(tx, pulled, today, at))
        said.add_done_callback(self._pulled)
        return said

    def _pulled(self, promise: Promise[Published | None]) -> None:
        try:
            published = promise.result()
        except Exception:  # noqa: BLE001 - whoever asked for it says what failed
            return
        if published is not None:
            _log.info("published catalogue version=%s from=%s", published.version, published.effective_from)
            self._looked = -1  # the next tick looks

    def _heard(self, promise: Promise[Published | None]) -> None:
        try:
            published = promise.result()
        except Exception:  # noqa: BLE001 - the tick logs what failed, whatever it was; here it only means: not done
            return
        self._said = True
        if published is not None:
            _log.info("published catalogue version=%s from=%s", published.version, published.effective_from)
            self._published = [*self._published, published]

    def _look(self) -> None:
        self._published = self._reader.snapshots()
        self._said = self._said or not is_news(self._file.offer.catalogue, self._published)
        self._turn(self._here.day(self._here.clock.now()))

    def _turn(self, day: str) -> None:
        site, rolls = self._file, self._file.limits.day_rolls_at_min
        history = history_of(self._with_own(day))
        recent = (one.version for one in self._published[-_RECENT:])
        for one in (history.version_on(day_before(day)) or "", *recent):  # of tickets whose life goes on
            self.under(one)
        version = history.version_on(day) or self._file.version
        self.under(version)
        now = self._sites.get(version, self._file)
        if now.version != self._here.site.version:
            _log.info("catalogue version=%s from=%s", now.version, day)
        self._here.site = self._here.staffed(now)
        self._span = day_began(day, site.zone, rolls), day_began(day_after(day), site.zone, rolls)

    def _with_own(self, day: str) -> list[Published]:
        """What is published, and what will be in a moment because the site file says so."""
        catalogue, there = self._file.offer.catalogue, self._published
        if self._said:
            return there
        return [*there, next_publication(there, catalogue.version, first_day(catalogue, day), 0, SITE_FILE)]

    def _load(self, version: str) -> None:
        body = self._reader.snapshot_body(version)
        if body is None:
            return
        try:
            site = offering(self._file, catalogue_of(body))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            _log.error("catalogue version=%s cannot be read: %s", version, error)
            self._unreadable.add(version)
            return
        keep = {self._file.version, self._here.site.version}
        for old in [one for one in self._sites if one not in keep][: max(0, len(self._sites) - _KEPT_AT_MOST)]:
            del self._sites[old]
        self._sites[version] = site
