"""A code that does not work here: its sentence on a page of its own, with ways on, and back to where the visitor was.

Nobody is stopped: a number can be had from every refusal. Knows no code, only why it was refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.problems import ProblemCode
from kiosk.codes.words import CodeReason
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.leaving import HALL_SILENT, Turn, back_to_home, forgotten_card
from kiosk.session.mine import show_mine
from kiosk.session.shown import CodeKind
from kiosk.session.state import CardStep, Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.codes.words import AnyReason
    from kiosk.session.events import Touched

OPEN_PAGES = frozenset(
    {
        Page.HOME,
        Page.CLEARED,
        Page.SERVICES,
        Page.CARD,
        Page.CONFIRM,
        Page.CODE_REFUSED,
        Page.PROGRESS,
        Page.CERTIFICATE_CARD,
        Page.APPLY_CARD,
    }
)
_ALONE = frozenset({Page.HOME, Page.CLEARED})  # pages without a visit
_BOOKINGS = {
    ProblemCode.BOOKING_UNKNOWN: CodeReason.BOOKING_UNKNOWN,
    ProblemCode.TOO_EARLY_TO_CHECK_IN: CodeReason.BOOKING_EARLY,
    ProblemCode.BOOKING_OVER: CodeReason.BOOKING_OVER,
    ProblemCode.BOOKING_SETTLED: CodeReason.BOOKING_SETTLED,
    ProblemCode.BOOKING_NOT_CONFIRMED: CodeReason.BOOKING_NOT_CONFIRMED,
    HALL_SILENT: CodeReason.BOOKING_NOT_ASKED,
}


def booking_reason(code: str) -> CodeReason:
    """Why a booking gives no number, by problem code."""
    return _BOOKINGS.get(code, CodeReason.BOOKING_REFUSED)


def asked_online(session: Session) -> bool:
    """Whether a city is being asked about a code: what comes next is its answer."""
    return session.page is Page.CHECKING and session.current_visit().code.kind is CodeKind.ONLINE


def code_refused(session: Session, reason: AnyReason) -> Turn:
    """A code came that is no good: told where somebody could show one, passed over where a number is under way.

    A used code is passed over while the visit that it began goes on: a hand that trembles shows it twice.
    """
    heard = session.page in OPEN_PAGES or asked_online(session)
    if session.warning is not None or forgotten_card(session) or not heard:
        return session, ()
    if asked_online(session):
        return refuse(session, reason)
    if reason is Refusal.ALREADY_USED and session.current_visit().code.kind is CodeKind.PERSON:
        return session, ()
    return refuse(session, reason)


def refuse(session: Session, reason: AnyReason) -> Turn:
    """Say it; the page goes by itself after a while, or with the next good code."""
    visit = session.current_visit()
    again = session.page is Page.CODE_REFUSED
    came_from = visit.refused_on if again else _came_from(session)
    card_step = CardStep.WAITING if visit.card_step is CardStep.READING else visit.card_step
    visit = replace(visit, refusal=reason, refused_on=came_from, card_step=card_step, ticket_id="", ticket=None)
    ends_at = session.now + session.rules.refusal_s
    session = replace(session, page=Page.CODE_REFUSED, visit=visit, page_ends_at=ends_at, last_touch=session.now)
    return session, (PlayTone(Tone.WARN),)


def _came_from(session: Session) -> Page:
    """Where the visitor may go on; a visit that knows somebody goes on with them."""
    if session.page in OPEN_PAGES - _ALONE:
        return session.page
    visit = session.current_visit()
    if visit.item is not None:
        return Page.CONFIRM
    return Page.HOME if visit.person is None else Page.SERVICES


def leave_refusal(session: Session) -> Turn:
    """Back to where the code was shown."""
    visit = session.current_visit()
    if visit.refused_on is Page.HOME:
        return back_to_home(session)
    visit, page = replace(visit, refusal=None, refused_on=Page.HOME), visit.refused_on
    back = replace(session, page=page, visit=visit, page_ends_at=None, last_touch=session.now)
    return show_mine(back) if page is Page.SERVICES else back, ()


def back_from_refusal(session: Session, _: Touched) -> Turn:
    """返回."""
    return leave_refusal(session)
