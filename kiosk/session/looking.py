"""The hall is asked what a card or a code stands for: a moment's page, with an end of its own. Knows no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.effects import FindBookings
from kiosk.session.shown import CodeKind, CodeVisit
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.effects import Effect
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Person


def look_up(session: Session, code: CodeVisit, *questions: Effect) -> Turn:
    """The page that says so, until the answer comes or `hall_s` are over."""
    visit = replace(session.current_visit(), code=code, mine_then=None)
    ends_at = session.now + session.rules.hall_s
    looking = replace(session, page=Page.CHECKING, visit=visit, page_ends_at=ends_at, last_touch=session.now)
    return looking, questions


def look_for_card(session: Session, person: Person, look: str, kind: CodeKind = CodeKind.CARD) -> Turn:
    """Whether somebody who began with a card has a booking that is due; nobody is asked when that is of no use."""
    if not look or not session.online:
        return session, ()
    code = CodeVisit(kind, person.pseudonym, look)
    return look_up(session, code, FindBookings(look, person.pseudonym))
