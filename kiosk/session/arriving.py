"""预约报到: whoever touches it is asked for the card or the code that their booking is under (UI-K5, CL-C3). Pure.

Nobody needs to: a card or a code on the first page begins the same. What the hall finds goes on as from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.journey import Way
from kiosk.session.looking import look_for_card
from kiosk.session.shown import CodeKind, CodeNote
from kiosk.session.state import Page, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Person, Session


class ArrivalWay(Way, frozen=True):
    """The card page stands without an item: it asks whose booking it is."""


def arrives(session: Session) -> bool:
    """Whether the card page asks for a booking's holder."""
    return isinstance(session.current_visit().way, ArrivalWay)


def begin_arrival(session: Session) -> Session:
    """A new visit at the card page."""
    visit = Visit(started_at=session.now, way=ArrivalWay())
    return replace(session, page=Page.CARD, visit=visit, page_ends_at=None, warning=None, last_touch=session.now)


def arrived(session: Session, person: Person, look: str) -> Turn:
    """Who it is: their bookings are looked for; without the hall the items come, with the person known, and say so."""
    session = at_items(session)
    if not session.online:
        code = replace(session.current_visit().code, note=CodeNote.HALL_SILENT)
        return replace(session, visit=replace(session.current_visit(), code=code)), ()
    return look_for_card(session, person, look, CodeKind.ARRIVAL)


def at_items(session: Session) -> Session:
    """没约过: the list of items, whoever it is."""
    return replace(session, page=Page.SERVICES, visit=replace(session.current_visit(), way=None))
