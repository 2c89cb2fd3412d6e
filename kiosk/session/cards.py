"""Cards on the glass: who the visitor is, and what is done when the card cannot be read (UI-K5).

A card may be laid at any time before a number is asked for. Nobody needs one to get a number. Whoever begins with one
has their bookings looked for, as by a code (`codes`).
"""

from __future__ import annotations

from typing import assert_never

from hall_server.contract.vocabulary import Chip
from kiosk.session.arriving import arrived, arrives, at_items
from kiosk.session.browsing import start_visit
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import CardGone, CardRead, CardReading, CardSeen, CardUnreadable, Touched
from kiosk.session.helping import NOTICE_S, card_is_back, leave_help
from kiosk.session.leaving import Turn, card_taken_back, end_visit, forgotten_card, go_on, stirred
from kiosk.session.looking import look_for_card
from kiosk.session.mine import ask_mine, once_known
from kiosk.session.modes import Mode
from kiosk.session.refusing import leave_refusal
from kiosk.session.sparing import asks_after_card
from kiosk.session.state import CardStep, Devices, Page, Person, Session, Visit
from kiosk.values import replace

WRONG_CARDS = frozenset({"unknown_card", "no_number"})  # in the words of `devices.values.id_card`
ON_THE_WAY = frozenset(
    {Page.SITUATION, Page.PRECHECK, Page.SEARCH, Page.GUIDES, Page.GUIDE, Page.BUNDLE, Page.LEAF, Page.PLAN}
)
MINE = ("mine", "mine_look", "mine_until", "mine_then", "mine_shown")
TAKES_CARDS = ON_THE_WAY | {Page.SERVICES, Page.CARD, Page.CONFIRM}  # whoever lays one down there is known


def card_seen(session: Session, event: CardSeen) -> Turn:
    """Anything that the reader says."""
    session = laid(session, event)
    if forgotten_card(session):
        return (session, ()) if session.card_on_glass else taken_back(session)
    match event:
        case CardReading():
            return _on_card_page(session, CardStep.READING), ()
        case CardRead():
            return _card_read(session, event.person, event.fresh_id)
        case CardUnreadable():
            return _unreadable(session, event.reason)
        case CardGone():
            return _gone(session), ()
        case _:  # pragma: no cover - the type checker proves it
            assert_never(event)


def laid(session: Session, event: CardSeen) -> Session:
    """Whether a card lies there."""
    lies_there = not isinstance(event, CardGone)
    if lies_there is not session.card_on_glass:
        session = stirred(session)  # laid down or taken up by a hand; what a reader says of a card left behind is not
    return replace(session, card_on_glass=lies_there)


def taken_back(session: Session) -> Turn:
    """The forgotten card is gone, or nobody can see it any more: farewell, and nobody need come for it."""
    session, effects = card_is_back(session)
    return card_taken_back(session), effects


def without_card(session: Session, _: Touched) -> Turn:
    """没带证: on without an identity; while a forgotten card lies there, past it."""
    if forgotten_card(session):
        session, effects = card_is_back(session)
        return start_visit(session), effects
    if arrives(session):
        return at_items(session), ()
    return replace(session, page=Page.CONFIRM, visit=replace(session.current_visit(), without_card=True)), ()


def reader_changed(session: Session, devices: Devices) -> Turn:
    """The reader came or went: the card page offers another way, or asks for the card again."""
    session = replace(session, devices=devices, card_on_glass=session.card_on_glass and devices.card_reader)
    if forgotten_card(session):
        return (session, ()) if devices.card_reader else taken_back(session)
    visit = session.current_visit()
    if not devices.card_reader:
        return _on_card_page(session, CardStep.OTHER_WAY), ()
    if visit.card_step is CardStep.OTHER_WAY and visit.card_failures < session.rules.card_failures:
        return _on_card_page(session, CardStep.WAITING), ()
    return session, ()


def _card_read(session: Session, person: Person, look: str) -> Turn:
    if session.page is Page.BUSY:
        return session, ()  # a number may be on its way to the visitor before: nobody else comes in between
    if session.warning is not None:
        held = session.warning.person
        if held is not None and held.pseudonym != person.pseudonym:
            ended, effects = end_visit(replace(session, card_on_glass=False))
            started, tones = _card_read(replace(ended, card_on_glass=True), person, look)
            return started, (*effects, *tones)
        session = go_on(session)
    if session.page is Page.HELP:
        session = leave_help(session)
    if session.page is Page.CODE_REFUSED and session.current_visit().refused_on is not Page.HOME:
        session, _ = leave_refusal(session)
    tone = (PlayTone(Tone.WARN if person.card_expired else Tone.OK),)
    if session.page in {Page.HOME, Page.CLEARED, Page.TICKET_STATE, Page.CODE_REFUSED}:
        started, question = look_for_card(identified(start_visit(session), person), person, look)
        started, mine = ask_mine(started, look)
        return started, (*tone, *question, *mine)
    if session.page in TAKES_CARDS:
        known, mine = known_by(_unasked(session), person, look)
        return known, (*tone, *mine)
    return session, ()


def _unasked(session: Session) -> Session:
    """A card laid down where the page says nothing of cards: the frame does, for as long as NOTICE_S."""
    if session.page is Page.CARD:
        return session
    return replace(session, visit=replace(session.current_visit(), card_read_at=session.now))


def card_notice(session: Session) -> str:
    """What stands for the tone of such a card: card_read | card_expired; "" = nothing."""
    visit = session.current_visit()
    read_at, person = visit.card_read_at, visit.person
    if read_at is None or person is None or session.page not in TAKES_CARDS or session.now - read_at >= NOTICE_S:
        return ""
    return "card_expired" if person.card_expired else "card_read"


def known_by(session: Session, person: Person, look: str) -> Turn:
    """Who it is, and whether they hold a number; from the card page on to the check once that is known."""
    if session.page is Page.CARD and arrives(session):
        looking, question = arrived(identified(session, person), person, look)
        known, mine = ask_mine(looking, look)
        return known, (*question, *mine)
    known, mine = ask_mine(identified(session, person), look)
    if known.page is not Page.CARD:
        return known, mine
    asked = asks_after_card(known)
    return (once_known(known, Page.CONFIRM), mine) if asked is None else (asked[0], (*mine, *asked[1]))


def identified(session: Session, person: Person) -> Session:
    """The session with this person in its visit."""
    visit = _without_others(session.current_visit(), person)
    step = CardStep.EXPIRED if person.card_expired else CardStep.WAITING
    visit = replace(
        visit,
        person=person,
        card_step=step,
        card_failures=0,
        chips=_chips(session, visit, person),
        offer_large=_may_want_large(session, visit, person),
    )
    return replace(session, visit=visit, last_touch=session.now)


def _without_others(visit: Visit, person: Person) -> Visit:
    """What was said and found for the one before is not another one's."""
    before = visit.person
    if before is None or before.pseudonym == person.pseudonym:
        return visit
    nobody = Visit(started_at=visit.started_at)
    names = (
        "for_other",
        "behalf",
        "lives_here",
        "consented",
        "licences",
        "licences_away",
        "correlation",
        "phone",
        *MINE,
    )
    return replace(visit, **{name: getattr(nobody, name) for name in names})


def _chips(session: Session, visit: Visit, person: Person) -> frozenset[Chip]:
    """65 岁优先 goes on by itself, once per person: whoever switches it off is not asked again."""
    before = visit.person
    if before is not None and before.pseudonym == person.pseudonym:
        return visit.chips
    others = visit.chips - {Chip.ELDER} if before is not None else visit.chips
    old_enough = person.age is not None and person.age >= session.rules.elder_age
    return others | {Chip.ELDER} if old_enough else others


def _may_want_large(session: Session, visit: Visit, person: Person) -> bool:
    """大字 is offered once, to who is old enough; whoever has it on, or was asked, is left in peace (CL-G2)."""
    before = visit.person
    if before is not None and before.pseudonym == person.pseudonym:
        return visit.offer_large
    old_enough = person.age is not None and person.age >= session.rules.large_age
    return old_enough and Mode.LARGE not in session.modes.on


def card_failed(session: Session, reason: str, failures: int) -> CardStep:
    """What is said of a card that was not read: another kind of card is told apart, three failures want another way."""
    if failures >= session.rules.card_failures:
        return CardStep.OTHER_WAY
    return CardStep.WRONG_CARD if reason in WRONG_CARDS else CardStep.TRY_AGAIN


def _unreadable(session: Session, reason: str) -> Turn:
    if session.page is not Page.CARD:
        return session, ()
    failures = session.current_visit().card_failures + 1
    step = card_failed(session, reason, failures)
    visit = replace(session.current_visit(), card_failures=failures, card_step=step)
    return replace(session, visit=visit, last_touch=session.now), (PlayTone(Tone.WARN),)


def _gone(session: Session) -> Session:
    if session.current_visit().card_step is CardStep.READING:
        return _on_card_page(session, CardStep.WAITING)
    return session


def _on_card_page(session: Session, card_step: CardStep) -> Session:
    if session.page is not Page.CARD:
        return session
    return replace(session, visit=replace(session.current_visit(), card_step=card_step))
