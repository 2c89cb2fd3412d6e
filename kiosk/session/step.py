"""The visit moves on: `step(session, event) -> (session, effects)`, a pure function over closed unions.

What is not listed in `TOUCHES` or `CHOICES`, or asked for by an event's own page, changes nothing: touches on a wrong
page, doubled touches, late answers of an earlier visit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from kiosk.session.aloud import aloud_event, knob_turned
from kiosk.session.answering import answered
from kiosk.session.arriving import arrives
from kiosk.session.browsing import (
    back_to_services,
    from_hong_kong,
    item_chosen,
    next_list_page,
    not_sure,
    previous_list_page,
    take_a_number,
    theme_chosen,
)
from kiosk.session.cards import reader_changed, without_card
from kiosk.session.codes import booking_chosen, nothing_heard_of_code, number_instead
from kiosk.session.drilling import in_drill
from kiosk.session.events import (
    CatalogueCame,
    Choice,
    Chosen,
    DevicesChanged,
    Event,
    HallNews,
    LinkChanged,
    Stirred,
    Tick,
    Touch,
    Touched,
    TouchEvent,
    WorldNews,
)
from kiosk.session.hearing import CaptionCame, HeadphonesChanged, PadPressed, ReadOut, Silenced
from kiosk.session.helping import ask_for_help
from kiosk.session.issuing import (
    another_item,
    chip_toggled,
    give_up_number,
    nobody_noted,
    noted,
    nothing_heard,
    print_number,
    print_slip,
    slip_came,
    slip_did_not_come,
)
from kiosk.session.journey import JourneyEvent, merged
from kiosk.session.journeys import JOURNEYS
from kiosk.session.leaving import (
    Turn,
    abandoned,
    back_to_home,
    begun_anew,
    card_still_there,
    end_visit,
    forgotten_card,
    go_on,
    nobody_answers,
    stirred,
    warn_if_idle,
)
from kiosk.session.mine import awaits_mine, mine_awaited
from kiosk.session.reading import language_chosen, mode_chosen
from kiosk.session.refusing import back_from_refusal, leave_refusal
from kiosk.session.state import Page, Session
from kiosk.session.urgent import hall_news
from kiosk.values import replace

Handler = Callable[[Session, Touched], Turn]
Chooser = Callable[[Session, Chosen], Turn]


def step(session: Session, event: Event) -> Turn:
    """What the session is after `event`, and what is to be done in the world; never raises for what people do."""
    after, effects = _stepped(_at(session, event.at), event)
    return begun_anew(session, after), effects


def _stepped(session: Session, event: Event) -> Turn:
    if session.drill is not None:
        return in_drill(session, session.drill, event, _stepped)
    match event:
        case Touched() | Chosen() | Stirred():
            return _touch(session, event)
        case HallNews() | CatalogueCame() | LinkChanged() | DevicesChanged():
            return _world(session, event)
        case ReadOut() | Silenced() | CaptionCame() | HeadphonesChanged() | PadPressed():
            return aloud_event(session, event)
        case JourneyEvent():
            answer = ANSWERS.get(type(event))
            return (session, ()) if answer is None else answer(session, event)
        case Tick():
            return _time_passes(session)
        case _:
            return answered(session, event)


def _at(session: Session, at: float) -> Session:
    """Time never runs backwards, whatever order events come in."""
    session = replace(session, now=max(session.now, at))
    if session.page is Page.STARTING and session.page_ends_at is None:
        return replace(session, page_ends_at=session.now + session.rules.starting_s)
    return session


def _touch(session: Session, event: TouchEvent | Stirred) -> Turn:
    if isinstance(event, Stirred):
        return stirred(session), ()
    if session.warning is not None:
        return _touch_under_warning(session, event)
    pressed = _name(event)
    if pressed == session.last_pressed and session.now - session.last_touch < _pause(session, event):
        return session, ()
    touched = replace(session, last_touch=session.now, last_pressed=pressed)
    after, effects = _handled(touched, event)
    return (stirred(session), ()) if after == touched and not effects else (after, effects)


def _pause(session: Session, event: TouchEvent) -> float:
    """How long the same thing must have been left alone before it counts again."""
    key = isinstance(event, Chosen) and event.choice is Choice.KEY
    return session.rules.same_key_s if key else session.rules.same_touch_s


def _name(event: TouchEvent) -> str:
    if isinstance(event, Touched):
        return event.touch.value
    anywhere = event.choice is Choice.SPOT  # a finger that trembles does not tremble on the same spot
    return event.choice.value if anywhere else f"{event.choice.value}:{event.value}"


def _handled(session: Session, event: TouchEvent) -> Turn:
    if isinstance(event, Chosen):
        chooser = CHOICES.get((session.page, event.choice), EVERYWHERE.get(event.choice))
        return (session, ()) if chooser is None else chooser(session, event)
    everywhere = ask_for_help if event.touch is Touch.HELP else None
    handler = TOUCHES.get((session.page, event.touch), everywhere)
    return (session, ()) if handler is None else handler(session, event)


def _touch_under_warning(session: Session, event: TouchEvent) -> Turn:
    """Only the three buttons of UI-K18 count; what lies under it is covered."""
    match event:
        case Touched(touch=Touch.STILL_HERE):
            return _still_here(session)
        case Touched(touch=Touch.FINISH):
            return end_visit(session)
        case Touched(touch=Touch.HELP):
            after, effects = _still_here(session)
            after, more = ask_for_help(after, event)
            return after, (*effects, *more)
        case _:
            return session, ()


def _still_here(session: Session) -> Turn:
    session = go_on(session)
    return print_slip(session) if session.page is Page.BUSY else (session, ())


def _world(session: Session, event: WorldNews) -> Turn:
    match event:
        case HallNews():
            return hall_news(session, event)
        case LinkChanged():
            return replace(session, online=event.online), ()
        case DevicesChanged():
            return reader_changed(session, event.devices)
        case CatalogueCame():
            session = replace(session, catalogue=event.catalogue)
            waiting = session.page in {Page.STARTING, Page.OUT_OF_SERVICE} and not session.paused
            return (replace(session, page=Page.HOME, page_ends_at=None) if waiting else session), ()
        case _:  # pragma: no cover - the type checker proves it
            assert_never(event)


def _time_passes(session: Session) -> Turn:
    if session.warning is not None:
        return nobody_answers(session)
    if awaits_mine(session):
        return mine_awaited(session), ()
    if session.page_ends_at is not None and session.now >= session.page_ends_at:
        return _page_ends(session)
    return warn_if_idle(session)


def _page_ends(session: Session) -> Turn:
    match session.page:
        case Page.STARTING:
            return replace(session, page=Page.OUT_OF_SERVICE, page_ends_at=None), ()
        case Page.CLEARED:
            return replace(session, page=Page.HOME, page_ends_at=None), ()
        case Page.CARD:
            return card_still_there(session)
        case Page.PRINTING:
            return nothing_heard(session)
        case Page.PAPER_OUT:
            return nobody_noted(session)
        case Page.CHECKING:
            return nothing_heard_of_code(session)
        case Page.CODE_REFUSED:
            return leave_refusal(session)
        case page:  # TICKET is settled, ASK_SLIP stays "cannot tell"
            return ENDS.get(page, end_visit)(session)


def _finish(session: Session, _: Touched) -> Turn:
    return end_visit(session)


def _home(session: Session, _: Touched) -> Turn:
    return back_to_home(session)


def _back_from_card(session: Session, event: Touched) -> Turn:
    if arrives(session):
        return back_to_home(session)
    return (session, ()) if forgotten_card(session) else back_to_services(session, event)


def _back_from_busy(session: Session, event: Touched) -> Turn:
    effects = abandoned(session)
    after, _ = another_item(session, event)
    return after, effects


TOUCHES: dict[tuple[Page, Touch], Handler] = merged("touches", JOURNEYS) | {
    (Page.HOME, Touch.TAKE_A_NUMBER): take_a_number,
    (Page.HOME, Touch.FROM_HONG_KONG): from_hong_kong,
    (Page.SERVICES, Touch.PREVIOUS_LIST_PAGE): previous_list_page,
    (Page.SERVICES, Touch.NEXT_LIST_PAGE): next_list_page,
    (Page.SERVICES, Touch.NOT_SURE): not_sure,
    (Page.CARD, Touch.BACK): _back_from_card,
    (Page.CARD, Touch.WITHOUT_CARD): without_card,
    (Page.CONFIRM, Touch.BACK): back_to_services,
    (Page.CONFIRM, Touch.PRINT_NUMBER): print_number,
    (Page.BOOKINGS, Touch.BACK): _home,
    (Page.BOOKINGS, Touch.TAKE_A_NUMBER): number_instead,
    (Page.BOOKINGS, Touch.NEXT_LIST_PAGE): next_list_page,
    (Page.TICKET_STATE, Touch.FINISH): _finish,
    (Page.TICKET_STATE, Touch.TAKE_A_NUMBER): number_instead,
    (Page.CODE_REFUSED, Touch.BACK): back_from_refusal,
    (Page.CODE_REFUSED, Touch.TAKE_A_NUMBER): number_instead,
    (Page.TICKET, Touch.FINISH): _finish,
    (Page.TICKET, Touch.ANOTHER_ITEM): another_item,
    (Page.PAPER_OUT, Touch.NOTED): noted,
    (Page.PAPER_OUT, Touch.GIVE_UP_NUMBER): give_up_number,
    (Page.ASK_SLIP, Touch.SLIP_CAME): slip_came,
    (Page.ASK_SLIP, Touch.SLIP_DID_NOT_COME): slip_did_not_come,
    (Page.BUSY, Touch.BACK): _back_from_busy,
    (Page.BUSY, Touch.FINISH): _finish,
}

_NOT_MORE = frozenset({Touch.STAFF, Touch.MORE})
TOUCHES |= {  # 别的事 leads wherever the first page does
    (Page.MORE, touch): begin
    for (page, touch), begin in TOUCHES.items()
    if page is Page.HOME and touch not in _NOT_MORE
}

CHOICES: dict[tuple[Page, Choice], Chooser] = merged("choices", JOURNEYS) | {
    (Page.SERVICES, Choice.THEME): theme_chosen,
    (Page.SERVICES, Choice.ITEM): item_chosen,
    (Page.CONFIRM, Choice.CHIP): chip_toggled,
    (Page.BOOKINGS, Choice.BOOKING): booking_chosen,
}

ANSWERS = merged("answers", JOURNEYS)
ENDS = merged("ends", JOURNEYS)

EVERYWHERE: dict[Choice, Chooser] = {
    Choice.MODE: mode_chosen,
    Choice.LANGUAGE: language_chosen,
    Choice.KNOB: knob_turned,
}
