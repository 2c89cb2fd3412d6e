"""Made-up visits of people with several things to do: the plan, one more, and how its number looks (UI-K23). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace as changed

from hall_server.contract.messages import WaitBand
from hall_server.contract.visit_plan import PlanStop, VisitPlan
from kiosk.session.basket import BasketWay
from kiosk.session.state import Page, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView
    from hall_server.contract.messages import TicketView
    from kiosk.session.state import Session


def _plan(items: tuple[ItemView, ...], *, at_once: bool) -> VisitPlan:
    ids = tuple(item.id for item in items)
    stops = (PlanStop(4, ids),) if at_once else (PlanStop(4, ids[:-1]), PlanStop(9, ids[-1:]))
    return VisitPlan(
        catalogue="1",
        items=ids,
        queue="E",
        counters=(4, 9) if at_once else (),
        stops=stops,
        not_served=(),
        materials=(),
        expected=WaitBand(20, 35),
        promise_days=0,
    )


def basket_examples(idle: Session, ticket: TicketView) -> dict[str, Session]:
    """One for each state."""
    items = {} if idle.catalogue is None else {item.id: item for item in idle.catalogue.items}
    two, five = (tuple(items[one] for one in ids) for ids in (("i05", "i01"), ("i05", "i13", "i04", "i06", "i27")))

    reached = replace(
        idle, hall=None if idle.hall is None else changed(idle.hall, public_address="https://hao.mumian.example.cn")
    )

    def on(chosen: tuple[ItemView, ...], way: BasketWay | None, page: Page = Page.PLAN) -> Session:
        visit = Visit(started_at=idle.now, item=chosen[0], more_items=chosen[1:], way=way)
        return replace(reached if page is Page.PLAN else idle, page=page, visit=visit)

    adding = on(two, None, Page.SERVICES)
    taken = on(two, None, Page.TICKET)
    both = changed(ticket, items=tuple(item.id for item in two), more_names=tuple(item.name for item in two[1:]))
    return {
        "plan": on(two, BasketWay(asking=False, plan=_plan(two, at_once=True))),
        "plan_asking": on(two, BasketWay()),
        "plan_one": on(two[:1], BasketWay(asking=False, plan=_plan(two[:1], at_once=True))),
        "plan_many": on(five, BasketWay(asking=False, plan=_plan(five, at_once=False))),
        "plan_offline": replace(on(two, BasketWay(asking=False)), online=False),
        "services_adding": replace(adding, visit=replace(adding.current_visit(), adding=True)),
        "confirm_several": on(two, None, Page.CONFIRM),
        "ticket_several": replace(
            taken, visit=replace(taken.current_visit(), ticket=both, ticket_id=both.id), page_ends_at=idle.now + 8
        ),
    }
