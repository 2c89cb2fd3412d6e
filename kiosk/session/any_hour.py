"""24 小时可办 (UI-K37, CL-E12): what this hall's machines do at any hour; what this one cannot says where else. Pure.

And 别的事 of the first page in 大字: what does not stand there.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.item_words import Network
from kiosk.session import certificates, guiding, progress
from kiosk.session.browsing import next_list_page, previous_list_page, start_visit
from kiosk.session.cannot import cannot
from kiosk.session.events import Choice, Touch, Touched
from kiosk.session.journey import Journey, Way
from kiosk.session.leaving import back_to_home
from kiosk.session.self_service import function_here, prints_records
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.guides.manifest import Function
    from kiosk.session.events import Chosen
    from kiosk.session.leaving import Turn


class AnyHourWay(Way, frozen=True):
    """Which page of the list stands there; it counts on."""

    page: int = 0


def begin(session: Session, _: Touched) -> Turn:
    """24 小时可办, from the first page."""
    return _at(start_visit(session), AnyHourWay()), ()


def _at(session: Session, way: AnyHourWay) -> Session:
    visit = replace(session.current_visit(), way=way)
    return replace(session, page=Page.ANY_HOUR, visit=visit, last_touch=session.now)


def turn(session: Session, event: Touched) -> Turn:
    """上一页, 下一页."""
    way = session.current_visit().way
    if not isinstance(way, AnyHourWay):
        return session, ()
    by = 1 if event.touch is Touch.NEXT_LIST_PAGE else -1
    return _at(session, replace(way, page=way.page + by)), ()


def chosen(session: Session, event: Chosen) -> Turn:
    """A function: on with it, or why not here; one that the hall does not have changes nothing."""
    found = function_here(session, event.value)
    if found is None:
        return session, ()
    return _begun(session, found, event) if found.usable else cannot(session, found.service.id)


def _begun(session: Session, one: Function, event: Chosen) -> Turn:
    """The journey of this program that does it; else the guide says how it is done."""
    touched = Touched(event.at, Touch.TAKE_A_NUMBER, event.fresh_id)
    if prints_records(one):
        return certificates.begin(session, touched)
    if len(one.service.items) == 1:
        return guiding.open_guide(session, one.service.items[0])
    if not one.service.hardware and one.service.network is Network.HALL:
        return progress.begin(session, touched)
    return guiding.begin(session, touched)


def begin_more(session: Session, _: Touched) -> Turn:
    """别的事."""
    return replace(start_visit(session), page=Page.MORE), ()


def _home(session: Session, _: Touched) -> Turn:
    return back_to_home(session)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.HOME, Touch.MORE): begin_more,
            (Page.HOME, Touch.ANY_HOUR): begin,
            (Page.MORE, Touch.BACK): _home,
            (Page.MORE, Touch.NEXT_LIST_PAGE): next_list_page,
            (Page.MORE, Touch.PREVIOUS_LIST_PAGE): previous_list_page,
            (Page.ANY_HOUR, Touch.BACK): _home,
            (Page.ANY_HOUR, Touch.NEXT_LIST_PAGE): turn,
            (Page.ANY_HOUR, Touch.PREVIOUS_LIST_PAGE): turn,
        }
    ),
    choices=MappingProxyType({(Page.ANY_HOUR, Choice.SERVICE): chosen}),
)
