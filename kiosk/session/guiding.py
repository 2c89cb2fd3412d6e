"""办事指南 (UI-K14, K14d): by what is often asked, by theme, by letter; an item's guide, and its number. Pure."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.guides.browse import by_letter, by_theme
from kiosk.session.browsing import begin_item, find_item, start_visit
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey, Way
from kiosk.session.leaving import back_to_home
from kiosk.session.listing import left, print_list
from kiosk.session.papers import GuidePaper
from kiosk.session.printouts import PaperWay
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.guides.browse import Group
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn


class Order(StrEnum):
    """How the guides are listed."""

    COMMON = "common"  # 常办
    THEME = "theme"
    LETTER = "letter"
    BUNDLE = "bundle"  # 一件事


class GuidesWay(Way, frozen=True):
    """Which list stands there. `group`: a theme or a letter, "" = not chosen yet; `page` counts on."""

    order: Order = Order.COMMON
    group: str = ""
    page: int = 0


class GuideWay(PaperWay, frozen=True):
    """One item's guide. `page` counts on; 返回 leads to `came_from` with `held`."""

    item_id: str = ""
    came_from: Page = Page.GUIDES
    page: int = 0
    held: Way | None = None


def groups(session: Session, order: Order) -> tuple[Group, ...]:
    """The headings of a list with their entries; none for 常办."""
    if session.catalogue is None or order in {Order.COMMON, Order.BUNDLE}:
        return ()
    return by_theme(session.catalogue) if order is Order.THEME else by_letter(session.catalogue)


def _with(session: Session, way: Way | None) -> Session:
    return replace(session, visit=replace(session.current_visit(), way=way), last_touch=session.now)


def begin(session: Session, _: Touched) -> Turn:
    """办事指南, on the first page."""
    return replace(_with(start_visit(session), GuidesWay()), page=Page.GUIDES), ()


def order_chosen(session: Session, event: Chosen) -> Turn:
    """常办, 按类别, 按字母; a list that there is not changes nothing."""
    if event.value not in set(Order):
        return session, ()
    return _with(session, GuidesWay(Order(event.value))), ()


def group_chosen(session: Session, event: Chosen) -> Turn:
    """A theme or a letter of the list; one that it does not have changes nothing."""
    way = session.current_visit().way
    if not isinstance(way, GuidesWay) or event.value not in {one.heading for one in groups(session, way.order)}:
        return session, ()
    return _with(session, replace(way, group=event.value, page=0)), ()


def turn(session: Session, event: Touched) -> Turn:
    """上一页, 下一页 of the list or of the guide."""
    way = session.current_visit().way
    if not isinstance(way, GuidesWay | GuideWay):
        return session, ()
    by = 1 if event.touch is Touch.NEXT_LIST_PAGE else -1
    return _with(session, replace(way, page=way.page + by)), ()


def back_from_list(session: Session, _: Touched) -> Turn:
    """返回: from a group to all groups, from there home."""
    way = session.current_visit().way
    if isinstance(way, GuidesWay) and way.group:
        return _with(session, GuidesWay(way.order)), ()
    return back_to_home(session)


def guide_chosen(session: Session, event: Chosen) -> Turn:
    """A row of the list; an item that is not in the catalogue changes nothing."""
    return open_guide(session, event.value)


def open_guide(session: Session, item_id: str) -> Turn:
    """The guide of an item; 返回 leads to where it was asked for."""
    if find_item(session, item_id) is None:
        return session, ()
    way = GuideWay(item_id=item_id, came_from=session.page, held=session.current_visit().way)
    return replace(_with(session, way), page=Page.GUIDE), ()


def back_from_guide(session: Session, _: Touched) -> Turn:
    """返回."""
    way = session.current_visit().way
    if not isinstance(way, GuideWay):
        return session, ()
    return replace(_with(session, way.held), page=way.came_from), left(way)


def take_its_number(session: Session, _: Touched) -> Turn:
    """取这个号."""
    way = session.current_visit().way
    item = find_item(session, way.item_id) if isinstance(way, GuideWay) else None
    return (session, ()) if item is None else begin_item(session, item)


def print_guide(session: Session, event: Touched) -> Turn:
    """打印清单: the guide, with a box to tick beside each thing to bring."""
    way = session.current_visit().way
    item = find_item(session, way.item_id) if isinstance(way, GuideWay) else None
    if item is None or not isinstance(way, GuideWay):
        return session, ()
    return print_list(session, way, event, GuidePaper(item))


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.HOME, Touch.GUIDES): begin,
            (Page.GUIDES, Touch.BACK): back_from_list,
            (Page.GUIDES, Touch.NEXT_LIST_PAGE): turn,
            (Page.GUIDES, Touch.PREVIOUS_LIST_PAGE): turn,
            (Page.GUIDE, Touch.BACK): back_from_guide,
            (Page.GUIDE, Touch.NEXT_LIST_PAGE): turn,
            (Page.GUIDE, Touch.PRINT_LIST): print_guide,
            (Page.GUIDE, Touch.TAKE_A_NUMBER): take_its_number,
        }
    ),
    choices=MappingProxyType(
        {
            (Page.GUIDES, Choice.ORDER): order_chosen,
            (Page.GUIDES, Choice.GROUP): group_chosen,
            (Page.GUIDES, Choice.ITEM): guide_chosen,
        }
    ),
)
