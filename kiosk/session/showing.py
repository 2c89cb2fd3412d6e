"""A card or a code on a page of a journey: whoever is there becomes known, and the journey goes on with it (UI-K5).

`card_for` and `code_for` make what a journey lists under `cards` and `codes` out of what it does with somebody known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.session.cards import card_failed, identified
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import CardGone, CardRead, CardReading, CardUnreadable
from kiosk.session.leaving import Turn, stirred
from kiosk.session.shown import OnlineShown, PersonShown
from kiosk.session.state import CardStep, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import CardSeen, CodeShown

OnCard = Callable[..., Turn]  # (session with its person, CardRead)
OnCode = Callable[..., Turn]  # (session with its person if the code names one, CodeShown)


def card_for(then: OnCard) -> Callable[[Session, CardSeen], Turn]:
    """What a card does on a page that asks for one: being read, read, not to be read, gone."""

    def seen(session: Session, event: CardSeen) -> Turn:
        match event:
            case CardReading():
                return _step(session, CardStep.READING), ()
            case CardUnreadable():
                return _unreadable(session, event.reason)
            case CardGone():
                reading = session.current_visit().card_step is CardStep.READING
                return (_step(session, CardStep.WAITING) if reading else session), ()
            case CardRead():
                tone = PlayTone(Tone.WARN if event.person.card_expired else Tone.OK)
                after, effects = then(identified(session, event.person), event)
                return after, (tone, *effects)

    return seen


def code_for(then: OnCode) -> Callable[[Session, CodeShown], Turn]:
    """What a good code does on a page that takes one."""

    def shown(session: Session, event: CodeShown) -> Turn:
        session = stirred(session)
        if isinstance(event.shown, OnlineShown):
            return session, ()  # its city is asked; what it says comes as another code
        if isinstance(event.shown, PersonShown):
            session = identified(session, event.shown.person)
        after, effects = then(session, event)
        refused = PlayTone(Tone.WARN) in effects
        return after, effects if refused else (PlayTone(Tone.OK), *effects)

    return shown


def _unreadable(session: Session, reason: str) -> Turn:
    failures = session.current_visit().card_failures + 1
    session = _step(session, card_failed(session, reason, failures))
    visit = replace(session.current_visit(), card_failures=failures)
    return replace(session, visit=visit), (PlayTone(Tone.WARN),)


def _step(session: Session, step: CardStep) -> Session:
    return replace(session, visit=replace(session.current_visit(), card_step=step))
