"""What a typed number leads to: the visitor is known, or whom they act for, or the organisation (UI-K6, K7, K32)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.identity.words import Reason
from kiosk.session.cards import known_by
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import CardRead, Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.proxy import company_known, principal_known
from kiosk.session.state import Page, Session
from kiosk.session.typing import (
    NumberRecognised,
    NumberRefused,
    Pad,
    Typed,
    begin_typing,
    confirm_typed,
    key_pressed,
    leave_pad,
    other_pad,
    typing_way,
    with_way,
)
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import CardSeen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Person


def type_number(session: Session, _: Touched) -> Turn:
    """输号码, on the card page."""
    return begin_typing(session, Typed.OWN), ()


def recognised(session: Session, event: NumberRecognised) -> Turn:
    """The number names somebody: it is dropped, and they are known. An answer that nobody waits for changes nothing."""
    way = typing_way(session)
    if way is None or way.asked != event.look:
        return session, ()
    session = replace(with_way(session, way.held), page=way.came_from)
    if way.what is Typed.COMPANY:
        return company_known(session, event.company)
    return _known(session, way.what, event.person, event.look)


def _known(session: Session, what: Typed, person: Person, look: str) -> Turn:
    if what is Typed.PRINCIPAL:
        return principal_known(session, person)
    known, mine = known_by(session, person, look)
    return known, (PlayTone(Tone.OK), *mine)


def card_instead(session: Session, event: CardSeen) -> Turn:
    """Whoever types and finds their card after all lays it down: what was typed is gone."""
    way = typing_way(session)
    if way is None or not isinstance(event, CardRead):
        return session, ()
    return _known(replace(with_way(session, way.held), page=way.came_from), way.what, event.person, event.fresh_id)


def refused(session: Session, event: NumberRefused) -> Turn:
    """It names nobody: said beside the field, which can be mended. A passport's state is asked for."""
    way = typing_way(session)
    if way is None or way.asked != event.look:
        return session, ()
    if event.reason is Reason.STATE_NEEDED and not way.asks_state:
        asks = replace(way, number=way.text, text="", asked="", pad=Pad.LETTERS, refusal=None)
        return with_way(session, asks), ()
    return with_way(session, replace(way, asked="", refusal=event.reason)), (PlayTone(Tone.WARN),)


_ON_PAD = {Touch.BACK: leave_pad, Touch.TYPED: confirm_typed}
PAD_PAGES = (Page.NUMBER, Page.COMPANY)

JOURNEY = Journey(
    touches=MappingProxyType(
        {(Page.CARD, Touch.TYPE_NUMBER): type_number, (Page.NUMBER, Touch.OTHER_PAD): other_pad}
        | {(page, touch): handler for page in PAD_PAGES for touch, handler in _ON_PAD.items()}
    ),
    choices=MappingProxyType({(page, Choice.KEY): key_pressed for page in PAD_PAGES}),
    cards=MappingProxyType({Page.NUMBER: card_instead}),
    answers=MappingProxyType({NumberRecognised: recognised, NumberRefused: refused}),
)
