"""Several items as one visit, asked of the hall while the visitor looks at them (UI-K23). Silence is an answer too."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.in_time import in_time
from kiosk.session.basket import AskPlan, PlanCame

if TYPE_CHECKING:
    from hall_server.contract.visit_plan import VisitPlan
    from kiosk.runner.errands import Errands
    from kiosk.runner.ports import Clock, Post, VisitVerbs

LOG = logging.getLogger("kapok.kiosk.planning")

WITHIN_S = 2.0


@dataclass(frozen=True)
class Planner:
    """Performs AskPlan. `verbs` block; None: this kiosk has no hall for them."""

    verbs: VisitVerbs | None
    post: Post
    clock: Clock

    def serve(self, errands: Errands) -> None:
        """Take the errand on."""
        errands.register(AskPlan, self.ask)

    async def ask(self, errand: AskPlan) -> None:
        """Ask once."""
        self.post(PlanCame(self.clock(), errand.items, await self._plan(errand)))

    async def _plan(self, errand: AskPlan) -> VisitPlan | None:
        verbs = self.verbs
        if verbs is None:
            return None
        try:
            return await in_time(lambda: verbs.plan(errand.items, errand.bundle), WITHIN_S)
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("no plan: %s", error.code)
            return None
