"""几件事一个号 (UI-K23): one more item, what they come to together, one taken away, one number (CL-A7, D9). Pure.

The hall reckons the plan; where it does not answer, the number is that of the first item, and the page says so.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.items import MAX_ITEMS
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Errand, Journey, JourneyEvent, Way
from kiosk.session.leaving import back_to_home
from kiosk.session.prechecking import look_at_materials
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView
    from hall_server.contract.visit_plan import VisitPlan
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Visit


class BasketWay(Way, frozen=True):
    """The plan of the visit's items; `asking` until the hall has answered, None afterwards: it did not.

    `page`: of the items. 返回 leads to `came_from` with `held`; without `came_from` to the list, one item fewer.
    """

    asking: bool = True
    plan: VisitPlan | None = None
    page: int = 0
    came_from: Page | None = None
    held: Way | None = None


class AskPlan(Errand, frozen=True):
    """What these items come to → PlanCame."""

    items: tuple[str, ...]
    bundle: str = ""


class PlanCame(JourneyEvent, frozen=True):
    """The hall's plan for the items that it was asked about; None: no answer."""

    items: tuple[str, ...]
    plan: VisitPlan | None


def basket_way(session: Session) -> BasketWay | None:
    """The plan that stands there; None when none does."""
    way = session.current_visit().way
    return way if isinstance(way, BasketWay) else None


def items_of(visit: Visit) -> tuple[ItemView, ...]:
    """All of the visit's items, the first one first."""
    return () if visit.item is None else (visit.item, *visit.more_items)


def full(visit: Visit) -> bool:
    """Whether one number bears no more items."""
    return len(items_of(visit)) >= MAX_ITEMS


def look_at_plan(session: Session, came_from: Page | None = None, held: Way | None = None) -> Turn:
    """The plan of the visit's items; the hall is asked when it is there."""
    visit = session.current_visit()
    way = BasketWay(asking=session.online, came_from=came_from, held=held)
    visit = replace(visit, adding=False, way=way, bring=None, fault="")
    ids = tuple(item.id for item in items_of(visit))
    ask = (AskPlan(ids, visit.bundle),) if session.online else ()
    return replace(session, page=Page.PLAN, visit=visit, page_ends_at=None, last_touch=session.now), ask


def plan_came(session: Session, event: PlanCame) -> Turn:
    """The hall's answer; one about other items than those that stand there changes nothing."""
    way, visit = basket_way(session), session.current_visit()
    if way is None or not way.asking or event.items != tuple(item.id for item in items_of(visit)):
        return session, ()
    return replace(session, visit=replace(visit, way=replace(way, asking=False, plan=event.plan))), ()


def one_more(session: Session, _: Touched) -> Turn:
    """再加一件: to the list of items, with those chosen so far kept."""
    visit = session.current_visit()
    if visit.item is None or full(visit):
        return session, ()
    visit = replace(visit, adding=True, theme="", list_page=0, way=None, bring=None)
    return replace(session, page=Page.SERVICES, visit=visit, page_ends_at=None, last_touch=session.now), ()


def add(session: Session, item: ItemView) -> Turn:
    """It belongs to the same number; one that does already is not taken twice."""
    visit = session.current_visit()
    known = item.id in {one.id for one in items_of(visit)}
    more = visit.more_items if known else (*visit.more_items, item)
    return look_at_plan(replace(session, visit=replace(visit, more_items=more)))


def back_from_list(session: Session, _: Touched) -> Turn:
    """返回 from the list of items: to the plan when one more was looked for, else home."""
    return look_at_plan(session) if session.current_visit().adding else back_to_home(session)


def take_away(session: Session, event: Chosen) -> Turn:
    """拿掉 one of several; a bundle that lacks one of its own is no bundle any more."""
    way, visit = basket_way(session), session.current_visit()
    left = tuple(item for item in items_of(visit) if item.id != event.value)
    if way is None or not left or len(left) == len(items_of(visit)):
        return session, ()
    bundles = session.catalogue.bundles if session.catalogue else ()
    broken = any(one.id == visit.bundle and event.value in one.items for one in bundles)
    visit = replace(visit, item=left[0], more_items=left[1:], bundle="" if broken else visit.bundle)
    return look_at_plan(replace(session, visit=visit), way.came_from, way.held)


def turn(session: Session, _: Touched) -> Turn:
    """下一页 of the items."""
    way, visit = basket_way(session), session.current_visit()
    if way is None:
        return session, ()
    return replace(session, visit=replace(visit, way=replace(way, page=way.page + 1))), ()


def back(session: Session, _: Touched) -> Turn:
    """返回: to the bundle, or to the list without the item that was added last."""
    way, visit = basket_way(session), session.current_visit()
    if way is None:
        return session, ()
    if way.came_from is not None:
        return replace(session, page=way.came_from, visit=replace(visit, way=way.held), last_touch=session.now), ()
    left = items_of(visit)[:-1]
    visit = replace(visit, way=None, item=left[0] if left else None, more_items=left[1:], adding=bool(left))
    return replace(session, page=Page.SERVICES, visit=visit, last_touch=session.now), ()


def take_one_number(session: Session, _: Touched) -> Turn:
    """取一个号: on with all of them, by way of what to bring."""
    return (session, ()) if basket_way(session) is None else look_at_materials(session)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.CONFIRM, Touch.ADD_ITEM): one_more,
            (Page.PRECHECK, Touch.ADD_ITEM): one_more,
            (Page.PLAN, Touch.ADD_ITEM): one_more,
            (Page.PLAN, Touch.BACK): back,
            (Page.PLAN, Touch.NEXT_LIST_PAGE): turn,
            (Page.PLAN, Touch.TAKE_A_NUMBER): take_one_number,
            (Page.SERVICES, Touch.BACK): back_from_list,
        }
    ),
    choices=MappingProxyType({(Page.PLAN, Choice.TAKE_AWAY): take_away}),
    answers=MappingProxyType({PlanCame: plan_came}),
)
