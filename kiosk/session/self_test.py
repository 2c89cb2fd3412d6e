"""自检 (UI-T1, UI-T3): behind the technician's PIN, every part of this machine with its lamp, and a try of each box.

The kiosk goes on behind it: what is seen comes from the supervisors that run, and no port is opened twice. A card that
is laid here begins no visit. Five minutes without a touch lock it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.corner import StaffAct, StaffDoes
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import CardRead, CardUnreadable, Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.self_test_words import (
    LOCK_S,
    BoxTried,
    CodeFelt,
    Examine,
    Examined,
    Try,
    TryBox,
    TryStep,
)
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import CardSeen, Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session

TRIED = ("receipt_printer", "id_card", "code_scanner", "document_scanner", "access_pad", "indicator")
WHERE = frozenset({Page.SELF_TEST, Page.SETUP})  # where boxes are tried


def stays_open(session: Session) -> Session:
    """Another five minutes; the wizard locks nothing."""
    if session.page is Page.SETUP:
        return replace(session, last_touch=session.now)
    return replace(session, page_ends_at=session.now + LOCK_S, last_touch=session.now)


def waits_for(session: Session, part: str) -> bool:
    """Whether the next card, code or key is the one that a try waits for."""
    found = _try_of(session, part)
    return session.page in WHERE and found is not None and found.step is TryStep.WAITING


def _try_of(session: Session, part: str) -> Try | None:
    tries = session.workshop.tries if session.workshop is not None else ()
    return next((one for one in tries if one.part == part), None)


def box_chosen(session: Session, event: Chosen) -> Turn:
    """试一下; a part that is not here, or cannot be tried, changes nothing."""
    part, workshop = event.value, session.workshop
    if workshop is None or part not in TRIED or all(one.part != part for one in workshop.seen):
        return session, ()
    if waits_for(session, part):
        return session, ()
    tried = Try(part, event.fresh_id)
    return with_try(stays_open(session), tried), (TryBox(part, event.fresh_id),)


def with_try(session: Session, tried: Try) -> Session:
    """The newest try of each box."""
    workshop = session.workshop
    if workshop is None:
        return session
    tries = (*(one for one in workshop.tries if one.part != tried.part), tried)
    return replace(session, workshop=replace(workshop, tries=tries))


def _examined(session: Session, event: Examined) -> Turn:
    if session.workshop is None:
        return session, ()
    return replace(session, workshop=replace(session.workshop, seen=event.seen)), ()


def _tried(session: Session, event: BoxTried) -> Turn:
    """An answer to a try that was settled meanwhile, or by another press, changes nothing."""
    tries = session.workshop.tries if session.workshop is not None else ()
    found = next((one for one in tries if one.job == event.job and one.step is TryStep.WAITING), None)
    if found is None:
        return session, ()
    told = replace(found, step=event.step, value=event.value, chinese=event.chinese, english=event.english)
    return with_try(session, told), (PlayTone(Tone.OK if event.step is TryStep.WELL else Tone.WARN),)


def card_laid(session: Session, event: CardSeen) -> Turn:
    """A card on the glass: nobody's visit. Shown masked when it was asked for, and forgotten when this page goes."""
    found = _try_of(session, "id_card")
    if found is None or found.step is not TryStep.WAITING:
        return session, ()
    match event:
        case CardRead(person=person):
            value = f"{person.name_mask} ****{person.number_mask}"
            return with_try(session, replace(found, step=TryStep.WELL, value=value)), (PlayTone(Tone.OK),)
        case CardUnreadable():
            return with_try(session, replace(found, step=TryStep.ILL)), (PlayTone(Tone.WARN),)
        case _:
            return session, ()


def _code(session: Session, event: CodeFelt) -> Turn:
    found = _try_of(session, "code_scanner")
    if found is None or found.step is not TryStep.WAITING:
        return session, ()
    return with_try(session, replace(found, step=TryStep.WELL, value=str(event.length))), (PlayTone(Tone.OK),)


def _look_again(session: Session, _: Touched) -> Turn:
    if session.workshop is None:
        return session, ()
    return stays_open(replace(session, workshop=replace(session.workshop, tries=()))), (Examine(),)


def leave_workshop(session: Session, _: Touched) -> Turn:
    """锁上."""
    return workshop_locked(session)


def workshop_locked(session: Session) -> Turn:
    """Back to where it was opened; a machine that got a catalogue meanwhile is at home."""
    page = Page.HOME if session.workshop is None else session.workshop.came_from
    page = Page.HOME if page is not Page.HOME and session.catalogue is not None else page
    page = Page.OUT_OF_SERVICE if session.paused else page
    after = replace(session, page=page, workshop=None, page_ends_at=None, last_touch=session.now)
    return after, (StaffDoes(StaffAct.TECHNICIAN_LEFT), Wipe())


JOURNEY = Journey(
    touches=MappingProxyType(
        {(Page.SELF_TEST, Touch.FINISH): leave_workshop, (Page.SELF_TEST, Touch.TRY_AGAIN): _look_again}
    ),
    choices=MappingProxyType({(Page.SELF_TEST, Choice.BOX): box_chosen}),
    answers=MappingProxyType({Examined: _examined, BoxTried: _tried, CodeFelt: _code}),
    cards=MappingProxyType({Page.SELF_TEST: card_laid}),
    ends=MappingProxyType({Page.SELF_TEST: workshop_locked}),
)
