"""Which handler an answer goes to: cards, codes, the hall, the printer. Journeys have cards and codes of their own.

Under 您还在吗？, for a forgotten card and for a code that is no good there is one way, whatever page stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from kiosk.session.cards import card_seen, laid
from kiosk.session.codes import code_event
from kiosk.session.events import (
    BookingsFound,
    CardGone,
    CardRead,
    CardReading,
    CardUnreadable,
    CodeShown,
    HallSilent,
    NothingFound,
    SlipNotPrinted,
    SlipPrinted,
    SlipUnknown,
    TicketConfirmed,
    TicketRefused,
    TicketReserved,
    TicketSeen,
)
from kiosk.session.issuing import hall_answered, slip_answered
from kiosk.session.journey import merged
from kiosk.session.journeys import JOURNEYS
from kiosk.session.leaving import forgotten_card
from kiosk.session.refusing import leave_refusal
from kiosk.session.shown import CodeRefused
from kiosk.session.state import Page

if TYPE_CHECKING:
    from kiosk.session.events import Answer, CardSeen
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session

CARDS = merged("cards", JOURNEYS)
CODES = merged("codes", JOURNEYS)


def answered(session: Session, event: Answer) -> Turn:
    """The session after an answer of the world."""
    match event:
        case CardReading() | CardRead() | CardUnreadable() | CardGone():
            return _card(session, event)
        case CodeShown():
            return _code(session, event)
        case BookingsFound() | TicketSeen() | NothingFound():
            return code_event(session, event)
        case TicketReserved() | TicketRefused() | HallSilent() | TicketConfirmed():
            return hall_answered(session, event)
        case SlipPrinted() | SlipNotPrinted() | SlipUnknown():
            return slip_answered(session, event)
        case _:  # pragma: no cover - the type checker proves it
            assert_never(event)


def _card(session: Session, event: CardSeen) -> Turn:
    refused = session.page is Page.CODE_REFUSED and isinstance(event, CardRead)
    here = CARDS.get(session.current_visit().refused_on if refused else session.page)
    if here is None or session.warning is not None or forgotten_card(session):
        return card_seen(session, event)
    return here(laid(leave_refusal(session)[0] if refused else session, event), event)


def _code(session: Session, event: CodeShown) -> Turn:
    """A journey's page takes a good code also after it has refused one."""
    refused = session.page is Page.CODE_REFUSED
    here = CODES.get(session.current_visit().refused_on if refused else session.page)
    if here is None or session.warning is not None or isinstance(event.shown, CodeRefused):
        return code_event(session, event)
    return here(leave_refusal(session)[0] if refused else session, event)
