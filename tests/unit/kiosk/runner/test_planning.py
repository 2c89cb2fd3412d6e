"""A plan of several items is asked for once; whoever does not answer gives none."""

import pytest

from hall_server.contract.messages import WaitBand
from hall_server.contract.visit_plan import VisitPlan
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.errands import Errands
from kiosk.runner.planning import Planner
from kiosk.session.basket import AskPlan, PlanCame

PLAN = VisitPlan("1", ("i05", "i01"), "E", (2,), (), (), (), WaitBand(20, 35), 0)


class Desk:
    """A hall that answers, or raises."""

    def __init__(self, error=None):
        self.error, self.asked = error, []

    def plan(self, items, bundle=""):
        self.asked.append((items, bundle))
        if self.error is not None:
            raise self.error
        return PLAN


async def posted(desk):
    events, errands = [], Errands()
    Planner(desk, events.append, lambda: 7.0).serve(errands)
    await errands.begin(AskPlan(("i05", "i01"), "b1"))
    return events


async def test_the_hall_is_asked_for_these_items_and_its_answer_is_told():
    desk = Desk()
    assert await posted(desk) == [PlanCame(7.0, ("i05", "i01"), PLAN)]
    assert desk.asked == [(("i05", "i01"), "b1")]


@pytest.mark.parametrize("desk", [None, Desk(HallSilentError("away")), Desk(HallRefusedError("item_unknown"))])
async def test_no_answer_is_told_as_well(desk):
    assert await posted(desk) == [PlanCame(7.0, ("i05", "i01"), None)]
