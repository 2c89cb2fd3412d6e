"""How a visit ends: the warning, the wipe, the card that somebody forgot (UI-K18, K19, and K5 请取回身份证).

Knows no clock and no screen. Whatever ends a visit goes through `end_visit`, so that nothing of the visitor stays and
no number is left without an answer to the hall.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import PrintAnswer
from kiosk.session.effects import CallStaff, ConfirmPrint, Effect, PlayTone, Tone, Wipe
from kiosk.session.state import CardStep, IdleWarning, Page, Session, Visit

if TYPE_CHECKING:
    from collections.abc import Iterable

Turn = tuple[Session, tuple[Effect, ...]]

HALL_SILENT = "hall_silent"
IDLE_PAGES = frozenset({Page.SERVICES, Page.CARD, Page.CONFIRM, Page.BOOKINGS, Page.HELP, Page.BUSY})


def forgotten_card(session: Session) -> bool:
    """True while the kiosk asks for a card of the visit before to be taken back."""
    return session.current_visit().card_step is CardStep.TAKE_BACK


def warn_if_idle(session: Session) -> Turn:
    """Put up 您还在吗？ when nobody has touched anything for `idle_s`; the person leaves the visit's own value."""
    visit = session.visit
    if visit is None or session.page not in IDLE_PAGES or forgotten_card(session):
        return session, ()
    if session.now - session.last_touch < session.rules.idle_s:
        return session, ()
    warning = IdleWarning(ends_at=session.now + session.rules.warning_s, person=visit.person)
    return replace(session, warning=warning, visit=replace(visit, person=None)), (PlayTone(Tone.WARN),)


def stirred(session: Session) -> Session:
    """Somebody did something: the quiet time begins anew. Under the warning only its own buttons count."""
    return session if session.warning is not None else replace(session, last_touch=session.now)


def go_on(session: Session) -> Session:
    """Take the warning down and give the visit its person back."""
    if session.warning is None:
        return session
    visit = replace(session.current_visit(), person=session.warning.person)
    return replace(session, warning=None, visit=visit, last_touch=session.now)


def abandoned(session: Session) -> tuple[Effect, ...]:
    """What the hall must hear about a number that was asked for and that nobody will hold.

    Only UI-K20s can be left with such a number: the hall was silent, or answered while the visitor was being warned.
    """
    ticket_id = session.current_visit().ticket_id
    return (ConfirmPrint(ticket_id, PrintAnswer.VOID),) if session.page is Page.BUSY and ticket_id else ()


def end_visit(session: Session, before: Iterable[Effect] = ()) -> Turn:
    """Drop the visit and wipe; a card still on the glass is asked back first, else the farewell stands for a moment."""
    effects = (*before, *abandoned(session), Wipe())
    bare = _without_visit(session)
    if not session.card_on_glass:
        return replace(bare, page=Page.CLEARED, page_ends_at=session.now + session.rules.cleared_s), effects
    visit = Visit(started_at=session.now, card_step=CardStep.TAKE_BACK)
    ends_at = session.now + session.rules.card_left_s
    return replace(bare, page=Page.CARD, visit=visit, page_ends_at=ends_at), (*effects, PlayTone(Tone.WARN))


def back_to_home(session: Session) -> Turn:
    """Leave UI-K3 by 返回: when nothing personal was shown there is nothing to say farewell to."""
    if session.card_on_glass or session.current_visit().person is not None:
        return end_visit(session)
    return replace(_without_visit(session), page=Page.HOME), (Wipe(),)


def card_taken_back(session: Session) -> Session:
    """The forgotten card is gone: farewell, then home."""
    return replace(_without_visit(session), page=Page.CLEARED, page_ends_at=session.now + session.rules.cleared_s)


def card_still_there(session: Session) -> Turn:
    """Nobody took the card: tell staff, once; the page stays, and 没带证 lets the next visitor by."""
    return replace(session, page_ends_at=None), (CallStaff("card_left"),)


def _without_visit(session: Session) -> Session:
    return replace(
        session, visit=None, warning=None, page_ends_at=None, help_from=Page.HOME, last_pressed="", page=Page.HOME
    )
