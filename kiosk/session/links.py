"""网上办 and 中介超市 (UI-K38, CL-G10, H17): places on the net to take along by telephone; nothing opens here. Pure.

The order is the hall's, another one at every asking; it is asked anew whenever the list is opened, and stands while it
is looked at.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.city.links import LinkCategory
from kiosk.session.browsing import find_item, start_visit
from kiosk.session.events import Choice, Touch
from kiosk.session.guiding import GuideWay
from kiosk.session.journey import Errand, Journey, JourneyEvent, Way
from kiosk.session.leaving import HALL_SILENT, back_to_home, end_visit
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.city.links import Link
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn


class LinksWay(Way, frozen=True):
    """Which list stands there. `look`: asked, no answer yet; `fault`: a problem code, or `hall_silent`."""

    category: LinkCategory = LinkCategory.OFFICIAL
    links: tuple[Link, ...] = ()
    look: str = ""
    fault: str = ""
    page: int = 0
    came_from: Page = Page.HOME
    held: Way | None = None


class LinkWay(Way, frozen=True):
    """One address, as a code to take along."""

    name: str
    address: str
    came_from: Page
    held: Way | None = None


class FindLinks(Errand, frozen=True):
    """→ LinksCame or LinksUnheard."""

    look: str
    category: LinkCategory


class LinksCame(JourneyEvent, frozen=True):
    """The list, in the order in which it is shown."""

    look: str
    links: tuple[Link, ...]


class LinksUnheard(JourneyEvent, frozen=True):
    """No list: `code` is a problem code, or `hall_silent`."""

    look: str
    code: str


def links_way(session: Session) -> LinksWay | None:
    """The list that stands there; None when none does."""
    way = session.current_visit().way
    return way if isinstance(way, LinksWay) else None


def _at(session: Session, page: Page, way: Way | None) -> Session:
    visit = replace(session.current_visit(), way=way)
    return replace(session, page=page, visit=visit, page_ends_at=None, last_touch=session.now)


def begin(session: Session, event: Touched) -> Turn:
    """网上办, from the first page or from the guides."""
    came_from = session.page
    if session.visit is None or came_from is Page.MORE:
        session, came_from = start_visit(session), Page.HOME
    way = LinksWay(came_from=came_from, held=session.current_visit().way)
    return _asked(session, way, event.fresh_id)


def _asked(session: Session, way: LinksWay, look: str) -> Turn:
    if not session.online or not look:
        return _at(session, Page.LINKS, replace(way, look="", links=(), page=0, fault=HALL_SILENT)), ()
    asked = replace(way, look=look, links=(), page=0, fault="")
    return _at(session, Page.LINKS, asked), (FindLinks(look, way.category),)


def category_chosen(session: Session, event: Chosen) -> Turn:
    """政务服务网 or 中介机构; asked anew each time."""
    way = links_way(session)
    if way is None or event.value not in set(LinkCategory):
        return session, ()
    return _asked(session, replace(way, category=LinkCategory(event.value)), event.fresh_id)


def came(session: Session, event: LinksCame) -> Turn:
    """The list."""
    way = links_way(session)
    if way is None or not way.look or way.look != event.look:
        return session, ()
    return _at(session, Page.LINKS, replace(way, look="", links=event.links)), ()


def unheard(session: Session, event: LinksUnheard) -> Turn:
    """No list."""
    way = links_way(session)
    if way is None or not way.look or way.look != event.look:
        return session, ()
    return _at(session, Page.LINKS, replace(way, look="", fault=event.code)), ()


def turn(session: Session, event: Touched) -> Turn:
    """上一页, 下一页."""
    way = links_way(session)
    if way is None:
        return session, ()
    by = 1 if event.touch is Touch.NEXT_LIST_PAGE else -1
    return _at(session, Page.LINKS, replace(way, page=way.page + by)), ()


def link_chosen(session: Session, event: Chosen) -> Turn:
    """One of the list by its id: its code."""
    way = links_way(session)
    found = next((one for one in way.links if one.id == event.value), None) if way is not None else None
    if found is None:
        return session, ()
    return _at(session, Page.LINK, LinkWay(found.name, found.address, Page.LINKS, way)), ()


def guide_online(session: Session, _: Touched) -> Turn:
    """网上办 of the item whose guide stands there."""
    way = session.current_visit().way
    item = find_item(session, way.item_id) if isinstance(way, GuideWay) else None
    if item is None or not item.online:
        return session, ()
    return _at(session, Page.LINK, LinkWay(item.name, item.online, Page.GUIDE, way)), ()


def back(session: Session, _: Touched) -> Turn:
    """返回 to where it was asked for."""
    way = session.current_visit().way
    if not isinstance(way, LinksWay | LinkWay):
        return session, ()
    return back_to_home(session) if way.came_from is Page.HOME else (_at(session, way.came_from, way.held), ())


def _finish(session: Session, _: Touched) -> Turn:
    return end_visit(session)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.HOME, Touch.LINKS): begin,
            (Page.GUIDES, Touch.LINKS): begin,
            (Page.GUIDE, Touch.ONLINE): guide_online,
            (Page.LINKS, Touch.BACK): back,
            (Page.LINKS, Touch.NEXT_LIST_PAGE): turn,
            (Page.LINKS, Touch.PREVIOUS_LIST_PAGE): turn,
            (Page.LINK, Touch.BACK): back,
            (Page.LINK, Touch.FINISH): _finish,
        }
    ),
    choices=MappingProxyType({(Page.LINKS, Choice.CATEGORY): category_chosen, (Page.LINKS, Choice.LINK): link_chosen}),
    answers=MappingProxyType({LinksCame: came, LinksUnheard: unheard}),
)
