"""Where cases are, asked of the hall while the visitor waits: by holder, by number, by slip.

Whose they are leaves with the question, from `Holders`, and is not kept here; nothing of an answer is logged.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall_server.contract.problems import ProblemCode
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.in_time import in_time
from kiosk.session.leaving import HALL_SILENT
from kiosk.session.progress import CasesCame, CasesUnheard, FindCases

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.progress_views import CasesFound
    from kiosk.runner.errands import Errands
    from kiosk.runner.holders import Holders
    from kiosk.runner.ports import CityVerbs, Clock, Post

LOG = logging.getLogger("kapok.kiosk.cases")

WITHIN_S = 6.0  # the hall gives its city 3.5


@dataclass(frozen=True)
class Cases:
    """The performer. `city`: the hall's verbs; None for a kiosk that has none."""

    city: CityVerbs | None
    holders: Holders
    post: Post
    clock: Clock
    within_s: float = WITHIN_S

    def serve(self, errands: Errands) -> None:
        """Take the errand on."""
        errands.register(FindCases, self.find)

    async def find(self, errand: FindCases) -> None:
        """Ask once and post what came of it."""
        ask = self._question(errand)
        if ask is None:
            self.post(CasesUnheard(self.clock(), errand.look, ProblemCode.NOT_ALLOWED))
            return
        try:
            found = await in_time(ask, self.within_s)
        except HallRefusedError as error:
            LOG.info("no cases: %s", error.code)
            self.post(CasesUnheard(self.clock(), errand.look, error.code))
        except HallSilentError as error:
            LOG.info("no cases: the hall is silent (%s)", error)
            self.post(CasesUnheard(self.clock(), errand.look, HALL_SILENT))
        else:
            self.post(CasesCame(self.clock(), errand.look, found.cases, found.asked))

    def _question(self, errand: FindCases) -> Callable[[], CasesFound] | None:
        """None: nobody here knows whose cases these would be."""
        city = self.city
        if city is None:
            return None
        if errand.number:
            return lambda: city.case_by_number(errand.number)
        if errand.ticket_id:
            return lambda: city.case_of_slip(errand.ticket_id)
        holder = self.holders.of(errand.pseudonym)
        return None if holder is None else lambda: city.cases_of(holder)
