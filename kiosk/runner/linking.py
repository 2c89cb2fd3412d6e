"""Links out, asked of the hall while somebody looks (UI-K38). Opens none of them."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.in_time import in_time
from kiosk.session.leaving import HALL_SILENT
from kiosk.session.links import FindLinks, LinksCame, LinksUnheard

if TYPE_CHECKING:
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import CityVerbs, Clock, Post

LOG = logging.getLogger("kapok.kiosk.links")

WITHIN_S = 5.0  # the hall gives its city 3.5


@dataclass(frozen=True)
class LinkAsker:
    """Performs FindLinks. `city`: the hall's verbs; None for a kiosk that has none."""

    city: CityVerbs | None
    post: Post
    clock: Clock

    def serve(self, errands: Errands) -> None:
        """Take the errand on."""
        errands.register(FindLinks, self.find)

    async def find(self, errand: FindLinks) -> None:
        """Ask once and post what came of it."""
        city = self.city
        if city is None:
            self.post(LinksUnheard(self.clock(), errand.look, HALL_SILENT))
            return
        try:
            told = await in_time(lambda: city.links(errand.category), WITHIN_S)
        except HallRefusedError as error:
            LOG.info("no links: %s", error.code)
            self.post(LinksUnheard(self.clock(), errand.look, error.code))
        except HallSilentError as error:
            LOG.info("no links: the hall is silent (%s)", error)
            self.post(LinksUnheard(self.clock(), errand.look, HALL_SILENT))
        else:
            self.post(LinksCame(self.clock(), errand.look, told.links))
