"""搜事项 (UI-K14s): first letters of the reading, a key each; a hit leads on to the item. Pure.

What is found is reckoned from the text by whoever shows it; here only the text lives, and is gone with the visit.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.browsing import begin_item, find_item, not_sure
from kiosk.session.events import Choice, Touch
from kiosk.session.guiding import GuidesWay, open_guide
from kiosk.session.journey import Journey, Way
from kiosk.session.state import Page, Session
from kiosk.values import Hushed, replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn

LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"  # no syllable begins with I, U or V
LONGEST = 12


class SearchWay(Hushed, Way, frozen=True):
    """What was typed so far, and where 返回 leads."""

    came_from: Page
    text: str = ""
    held: Way | None = None


def search_way(session: Session) -> SearchWay | None:
    """The search that is under way; None when none is."""
    way = session.current_visit().way
    return way if isinstance(way, SearchWay) else None


def begin(session: Session, _: Touched) -> Turn:
    """搜事项, from the list of items or from the guides."""
    way = SearchWay(session.page, held=session.current_visit().way)
    return _with(replace(session, page=Page.SEARCH, last_touch=session.now), way), ()


def _with(session: Session, way: Way | None) -> Session:
    return replace(session, visit=replace(session.current_visit(), way=way))


def key_pressed(session: Session, event: Chosen) -> Turn:
    """A letter, or what undoes one; anything else, and a letter too many, changes nothing."""
    way = search_way(session)
    if way is None:
        return session, ()
    match event.value:
        case "back":
            text = way.text[:-1]
        case "clear":
            text = ""
        case letter if len(letter) == 1 and letter in LETTERS and len(way.text) < LONGEST:
            text = way.text + letter
        case _:
            return session, ()
    return _with(session, replace(way, text=text)), ()


def hit_chosen(session: Session, event: Chosen) -> Turn:
    """A hit: on with the item, or its guide for somebody who came from the guides."""
    way, item = search_way(session), find_item(session, event.value)
    if way is None or item is None:
        return session, ()
    return open_guide(session, item.id) if isinstance(way.held, GuidesWay) else begin_item(session, item)


def back(session: Session, _: Touched) -> Turn:
    """返回 to where the search was begun."""
    way = search_way(session)
    if way is None:
        return session, ()
    return replace(_with(session, way.held), page=way.came_from, last_touch=session.now), ()


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.SERVICES, Touch.SEARCH): begin,
            (Page.GUIDES, Touch.SEARCH): begin,
            (Page.SEARCH, Touch.BACK): back,
            (Page.SEARCH, Touch.NOT_SURE): not_sure,
        }
    ),
    choices=MappingProxyType({(Page.SEARCH, Choice.KEY): key_pressed, (Page.SEARCH, Choice.ITEM): hit_chosen}),
)
