"""一件事 (UI-K34): questions one a page, what it comes to here, and one number for all of it (CL-D7, D8, D10). Pure."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.guides.tree import walk, whole
from kiosk.session.basket import look_at_plan
from kiosk.session.browsing import find_item, not_sure
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey, Way
from kiosk.session.prechecking import look_at_materials
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView
    from hall_server.contract.guides import BundleView, LeafView
    from kiosk.guides.tree import Step
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn

UNSURE = ""  # 不清楚: all of the bundle


class BundleWay(Way, frozen=True):
    """`path`: the answers so far. `all_of_it`: 不清楚 was said. `page`: of answers, or of the leaf's facts."""

    bundle_id: str
    came_from: Page = Page.GUIDES
    path: tuple[int, ...] = ()
    all_of_it: bool = False
    page: int = 0
    held: Way | None = None


def bundle_way(session: Session) -> BundleWay | None:
    """The bundle that is being asked about; None when none is."""
    way = session.current_visit().way
    return way if isinstance(way, BundleWay) else None


def bundle_of(session: Session, bundle_id: str) -> BundleView | None:
    """The bundle as the hall tells it now."""
    bundles = session.catalogue.bundles if session.catalogue else ()
    return next((one for one in bundles if one.id == bundle_id), None)


def stands(session: Session) -> tuple[BundleView, Step] | None:
    """Which bundle, and at which question or leaf."""
    way = bundle_way(session)
    bundle = None if way is None else bundle_of(session, way.bundle_id)
    return None if way is None or bundle is None else (bundle, walk(bundle, way.path))


def leaf(session: Session) -> tuple[BundleView, LeafView] | None:
    """What it comes to; None while questions are left."""
    at, way = stands(session), bundle_way(session)
    if at is None or way is None:
        return None
    bundle, step = at
    found = whole(bundle) if way.all_of_it else step.leaf
    return None if found is None else (bundle, found)


def leaf_items(session: Session) -> tuple[ItemView, ...]:
    """What is settled here of the leaf, as the catalogue has it."""
    found = leaf(session)
    ids = () if found is None else found[1].items
    return tuple(item for one in ids if (item := find_item(session, one)) is not None)


def bundle_chosen(session: Session, event: Chosen) -> Turn:
    """The first question of a bundle; one that the catalogue does not have changes nothing."""
    if bundle_of(session, event.value) is None:
        return session, ()
    return _at(session, BundleWay(event.value, session.page, held=session.current_visit().way)), ()


def _at(session: Session, way: BundleWay) -> Session:
    session = replace(session, visit=replace(session.current_visit(), way=way), last_touch=session.now)
    return replace(session, page=Page.BUNDLE if leaf(session) is None else Page.LEAF)


def answered(session: Session, event: Chosen) -> Turn:
    """An answer by its place, or 不清楚; one that the question does not have changes nothing."""
    way, at = bundle_way(session), stands(session)
    if way is None or at is None or at[1].question is None:
        return session, ()
    if event.value == UNSURE:
        return _at(session, replace(way, all_of_it=True, page=0)), ()
    places = {str(place): place for place in range(len(at[1].question.answers))}
    if event.value not in places:
        return session, ()
    return _at(session, replace(way, path=(*way.path, places[event.value]), page=0)), ()


def turn(session: Session, _: Touched) -> Turn:
    """下一页."""
    way = bundle_way(session)
    return (session, ()) if way is None else (_at(session, replace(way, page=way.page + 1)), ())


def back(session: Session, _: Touched) -> Turn:
    """返回: to the question before, from the first one to where the bundle was chosen."""
    way = bundle_way(session)
    if way is None:
        return session, ()
    if way.all_of_it:
        return _at(session, replace(way, all_of_it=False, page=0)), ()
    if way.path:
        return _at(session, replace(way, path=way.path[:-1], page=0)), ()
    visit = replace(session.current_visit(), way=way.held)
    return replace(session, page=way.came_from, visit=visit, last_touch=session.now), ()


def take_its_number(session: Session, event: Touched) -> Turn:
    """取这个号: one number for all of it; where the hall settles nothing of it, the general one."""
    found, items = leaf(session), leaf_items(session)
    if found is None:
        return session, ()
    if not items:
        return not_sure(session, event)
    # the hall takes a bundle's name for all of its members: a part of it is named by its items alone
    bundle = found[0].id if {item.id for item in items} >= set(found[0].items) else ""
    held = session.current_visit().way
    visit = replace(session.current_visit(), item=items[0], more_items=items[1:], bundle=bundle, bring=None, fault="")
    session = replace(session, visit=visit)
    return look_at_plan(session, session.page, held) if visit.more_items else look_at_materials(session)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.BUNDLE, Touch.BACK): back,
            (Page.BUNDLE, Touch.NEXT_LIST_PAGE): turn,
            (Page.LEAF, Touch.BACK): back,
            (Page.LEAF, Touch.NEXT_LIST_PAGE): turn,
            (Page.LEAF, Touch.TAKE_A_NUMBER): take_its_number,
        }
    ),
    choices=MappingProxyType(
        {(Page.BUNDLE, Choice.ANSWER): answered}
        | {(page, Choice.BUNDLE): bundle_chosen for page in (Page.SERVICES, Page.SEARCH, Page.GUIDES)}
    ),
)
