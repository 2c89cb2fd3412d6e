"""号票 in the staff's corner (UI-K24): a number is found by its digits or its slip, then cancelled or put first.

For whoever stands there: nothing of them is asked or shown. Cancelling is asked twice; going first needs a reason, and
what it costs others is said before. Pure.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.corner import DIGITS, corner_locked, leave_corner, stays
from kiosk.session.corner_words import (
    LABEL_MOST,
    REASONS,
    CancelForThem,
    FindNumbers,
    LookStep,
    NumberChanged,
    NumberLook,
    NumbersFound,
    PutFirst,
)
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.shown import SlipShown
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, CodeShown, Touched
    from kiosk.session.leaving import Turn

TYPES = frozenset({LookStep.TYPING, LookStep.NOT_FOUND, LookStep.AWAY})
LOOKS = frozenset({LookStep.SHOWN, LookStep.NOT_DONE})
ENDED = frozenset({LookStep.CANCELLED, LookStep.FIRST})


def look_of(session: Session) -> NumberLook:
    """How far staff are with a number."""
    corner = session.corner
    return NumberLook() if corner is None or corner.look is None else corner.look


def _with(session: Session, look: NumberLook | None, page: Page | None = None) -> Session:
    if session.corner is None:
        return session
    return stays(replace(session, page=page or session.page, corner=replace(session.corner, look=look)))


def _key(session: Session, event: Chosen) -> Turn:
    look = look_of(session)
    if look.step not in TYPES:
        return session, ()
    match event.value:
        case "back":
            typed = look.typed[:-1]
        case "clear":
            typed = ""
        case digit if digit in DIGITS:
            typed = (look.typed + digit)[:LABEL_MOST]
        case _:
            return session, ()
    return _with(session, NumberLook(typed=typed)), ()


def _find(session: Session, event: Touched) -> Turn:
    """找号."""
    look = look_of(session)
    if look.step not in TYPES or not look.typed or not event.fresh_id:
        return session, ()
    return _asked(session, look.typed, event.fresh_id)


def _slip_shown(session: Session, event: CodeShown) -> Turn:
    """A slip before the scanner; any other code is none of the corner's business."""
    if look_of(session).step not in TYPES or not isinstance(event.shown, SlipShown):
        return session, ()
    after, effects = _asked(session, event.shown.ticket_id, event.fresh_id)
    return after, (*effects, PlayTone(Tone.OK))


def _asked(session: Session, of: str, job: str) -> Turn:
    look = replace(look_of(session), step=LookStep.FINDING, job=job)
    return _with(session, look), (FindNumbers(job, of),)


def _found(session: Session, event: NumbersFound) -> Turn:
    look = look_of(session)
    if look.step is not LookStep.FINDING or look.job != event.job:
        return session, ()
    if not event.found:
        step = LookStep.AWAY if event.away else LookStep.NOT_FOUND
        return _with(session, NumberLook(step=step)), (PlayTone(Tone.WARN),)
    return _with(session, NumberLook(step=LookStep.SHOWN, found=event.found), Page.STAFF_NUMBER), ()


def _another(session: Session, _: Chosen) -> Turn:
    """The next of several with the same digits."""
    look = look_of(session)
    if look.step not in LOOKS or not look.found[1:]:
        return session, ()
    place = (look.place + 1) % len(look.found)
    return _with(session, NumberLook(step=LookStep.SHOWN, found=look.found, place=place)), ()


def _reason(session: Session, event: Chosen) -> Turn:
    """Why somebody goes first."""
    look = look_of(session)
    reason = next((one for one in REASONS if one.value == event.value), None)
    if reason is None or look.step not in LOOKS or look.shown is None or look.shown.cost is None:
        return session, ()
    return _with(session, replace(look, reason=reason)), ()


def _put_first(session: Session, event: Touched) -> Turn:
    """请优先; without a reason nothing is done."""
    look = look_of(session)
    if look.step not in LOOKS or look.shown is None or look.reason is None or not event.fresh_id:
        return session, ()
    errand = PutFirst(event.fresh_id, look.shown.ticket.id, look.reason)
    return _with(session, replace(look, step=LookStep.DOING, job=event.fresh_id)), (errand,)


def _cancel(session: Session, event: Touched) -> Turn:
    """取消号: asked once more, then done."""
    look = look_of(session)
    if look.shown is None or not look.shown.may_cancel:
        return session, ()
    if look.step in LOOKS:
        return _with(session, replace(look, step=LookStep.SURE)), ()
    if look.step is not LookStep.SURE or not event.fresh_id:
        return session, ()
    errand = CancelForThem(event.fresh_id, look.shown.ticket.id)
    return _with(session, replace(look, step=LookStep.DOING, job=event.fresh_id)), (errand,)


def _changed(session: Session, event: NumberChanged) -> Turn:
    look = look_of(session)
    if look.step is not LookStep.DOING or look.job != event.job:
        return session, ()
    tone = Tone.OK if event.step in ENDED else Tone.WARN
    return _with(session, replace(look, step=event.step)), (PlayTone(tone),)


def _back(session: Session, _: Touched) -> Turn:
    """From the question to the number, from there to the pad, from the pad to what staff do here."""
    look = look_of(session)
    if look.step is LookStep.DOING:
        return session, ()
    if look.step is LookStep.SURE:
        return _with(session, replace(look, step=LookStep.SHOWN)), ()
    if session.page is Page.STAFF_NUMBER:
        return _with(session, NumberLook(), Page.STAFF_FIND), ()
    return _with(session, None, Page.STAFF), ()


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.STAFF_FIND, Touch.TYPED): _find,
            (Page.STAFF_FIND, Touch.BACK): _back,
            (Page.STAFF_NUMBER, Touch.BACK): _back,
            (Page.STAFF_NUMBER, Touch.DROP_NUMBER): _cancel,
            (Page.STAFF_NUMBER, Touch.PUT_FIRST): _put_first,
            (Page.STAFF_NUMBER, Touch.FINISH): leave_corner,
        }
    ),
    choices=MappingProxyType(
        {
            (Page.STAFF_FIND, Choice.KEY): _key,
            (Page.STAFF_NUMBER, Choice.TICKET): _another,
            (Page.STAFF_NUMBER, Choice.REASON): _reason,
        }
    ),
    answers=MappingProxyType({NumbersFound: _found, NumberChanged: _changed}),
    codes=MappingProxyType({Page.STAFF_FIND: _slip_shown}),
    ends=MappingProxyType({Page.STAFF_FIND: corner_locked, Page.STAFF_NUMBER: corner_locked}),
)
