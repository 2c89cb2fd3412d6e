"""The hall's service items as kiosks and staff ask for them: catalogue, plan, reach, what one id finds.

Behind one object of `Hall`; answers from memory and committed rows. Holds no rule.
"""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.visits import ReachAnswer, VisitFound
from hall_server.domain.items.correlation import correlation_of
from hall_server.domain.items.reach import Applicant
from hall_server.domain.items.showing import shown
from hall_server.flows.catalogue_shelf import CatalogueShelf
from hall_server.flows.visits import may_come, plan_of

_SQUEEZE = 6  # gzip level

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.contract.catalogue import Catalogue
    from hall_server.contract.visit_plan import VisitPlan
    from hall_server.domain.seams import Commits, Reader
    from hall_server.domain.site import HallSite
    from hall_server.flows.here import Here
    from hall_server.flows.live_hall import LiveHall


class Told(NamedTuple):
    """A catalogue, a mark that is another one when anything in it is, and its JSON as it is and with gzip."""

    catalogue: Catalogue
    etag: str
    plain: bytes
    squeezed: bytes


class ItemDesk:
    """What can be asked about items before a number is asked for. `shelf` keeps the versions."""

    def __init__(self, here: Here, commits: Commits, reader: Reader, live: Callable[[], LiveHall]) -> None:
        self.shelf = CatalogueShelf(here, commits, reader)
        self._here = here
        self._reader = reader
        self._live = live
        self._told: tuple[HallSite, Told] | None = None

    def catalogue(self) -> Catalogue:
        """What a kiosk can offer today."""
        return self.told().catalogue

    def told(self) -> Told:
        """The same as it goes over the wire; made once for each version that comes into force."""
        self.shelf.settle()
        site = self._here.site
        if self._told is None or self._told[0] is not site:
            self._told = site, told_of(shown(site))
        return self._told[1]

    def plan(self, items: Sequence[str], bundle: str = "") -> VisitPlan:
        """Several items as one visit. HallProblem(item_unknown | bad_request)."""
        self.shelf.settle()
        return plan_of(self._here.site, self._live(), items, bundle, self._here.clock.now())

    def reach(self, item: str, region: str, *, lives_here: bool) -> ReachAnswer:
        """May this hall take an applicant from a region ("" = unknown)? HallProblem(item_unknown)."""
        self.shelf.settle()
        return may_come(self._here.site, item, Applicant(region, lives_here=lives_here))

    def of_visit(self, correlation: str) -> VisitFound:
        """Tickets and bookings of one visit (CL-H4); nothing found is no error. HallProblem(bad_request)."""
        tickets, bookings = self._reader.correlated(correlation_of(correlation))
        return VisitFound(correlation, tuple(tickets), tuple(bookings))


def told_of(catalogue: Catalogue) -> Told:
    """A catalogue as it goes over the wire; equal ones are equal bytes under equal marks."""
    plain = msgspec.json.encode(catalogue)
    mark = f'"{catalogue.version}-{hashlib.sha256(plain).hexdigest()[:16]}"'
    return Told(catalogue, mark, plain, gzip.compress(plain, _SQUEEZE, mtime=0))
