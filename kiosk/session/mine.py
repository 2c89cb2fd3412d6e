"""您已经有号 (UI-K16): whoever is known and holds a number of today is told so: a slip again, given up, or another one.

The hall is asked beside everything else, and a page that follows waits a moment for the answer: one that stands is
never changed under a finger. What comes later is told at the next step, at the latest when 取号 is pressed. Giving up
is asked twice.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import TicketState
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Errand, Journey, JourneyEvent, Way
from kiosk.session.leaving import end_visit
from kiosk.session.state import Page, Session
from kiosk.session.typing import with_way
from kiosk.values import Hushed, replace

if TYPE_CHECKING:
    from hall_server.contract.messages import TicketView
    from kiosk.session.effects import Effect
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn

HELD = frozenset({TicketState.WAITING, TicketState.UNCONFIRMED, TicketState.CALLED, TicketState.HELD})
WAITS = frozenset({Page.CARD, Page.CHECKING})  # pages of a moment, which the next one follows by itself


class MineStep(StrEnum):
    """What UI-K16 says."""

    SHOWN = "shown"
    PRINTING = "printing"
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    SURE = "sure"  # 真的不要了？
    DROPPING = "dropping"
    DROPPED = "dropped"
    NOT_DROPPED = "not_dropped"  # the hall did not say yes


class MineWay(Way, frozen=True):
    """Which of the numbers stands there."""

    ticket_id: str
    came_from: Page
    step: MineStep = MineStep.SHOWN
    job: str = ""


class FindMine(Hushed, Errand, frozen=True):
    """Which numbers of today somebody holds → MineFound under `look`; none when nobody says."""

    look: str
    pseudonym: str


class MineFound(Hushed, JourneyEvent, frozen=True):
    """The hall's answer."""

    look: str
    tickets: tuple[TicketView, ...]


class PrintAgain(Errand, frozen=True):
    """补打: the same number on another slip → AgainPrinted; the hall hears nothing of it."""

    job: str
    ticket: TicketView


class AgainPrinted(JourneyEvent, frozen=True):
    """Whether the slip came."""

    job: str
    came: bool


class DropNumber(Hushed, Errand, frozen=True):
    """弃号 under `job` as the idempotency key → NumberDropped."""

    job: str
    ticket_id: str
    pseudonym: str


class NumberDropped(JourneyEvent, frozen=True):
    """Whether the hall took it back."""

    job: str
    done: bool


def ask_mine(session: Session, look: str) -> tuple[Session, tuple[Effect, ...]]:
    """Ask whether the visitor holds a number already; nothing where nobody is known or the hall is away."""
    visit = session.current_visit()
    if not look or visit.person is None or not session.online:
        return session, ()
    until = session.now + session.rules.mine_s
    asked = replace(visit, mine=(), mine_look=look, mine_until=until, mine_then=None)
    return replace(session, visit=asked), (FindMine(look, visit.person.pseudonym),)


def mine_found(session: Session, event: MineFound) -> Turn:
    """Kept until the next step; the page that waits for it follows at once."""
    visit = session.current_visit()
    if not visit.mine_look or visit.mine_look != event.look or session.warning is not None:
        return session, ()
    tickets = tuple(one for one in event.tickets if one.state in HELD)
    return mine_awaited(replace(session, visit=replace(visit, mine=tickets, mine_until=None))), ()


def once_known(session: Session, page: Page) -> Session:
    """On to `page`, or to the number held; from a page of a moment only when the hall has answered or was too slow."""
    visit = session.current_visit()
    if session.page in WAITS and visit.mine_until is not None and session.now < visit.mine_until:
        ends_at = visit.mine_until if session.page is Page.CHECKING else None
        return replace(session, visit=replace(visit, mine_then=page), page_ends_at=ends_at)
    visit = replace(visit, mine_then=None)
    return show_mine(replace(session, page=page, visit=visit, page_ends_at=None, last_touch=session.now))


def awaits_mine(session: Session) -> bool:
    """Whether a page of a moment stands only until the answer comes."""
    return session.page in WAITS and session.current_visit().mine_then is not None


def not_awaited(session: Session) -> Session:
    """The page that waits follows at once: something else has come."""
    return mine_awaited(replace(session, visit=replace(session.current_visit(), mine_until=None)))


def mine_awaited(session: Session) -> Session:
    """The page that waits follows, if it may by now."""
    then = session.current_visit().mine_then
    return session if then is None or session.page not in WAITS else once_known(session, then)


def show_mine(session: Session) -> Session:
    """UI-K16 with the oldest number, if there is one that was not shown yet; else the session as it is."""
    visit = session.current_visit()
    if not visit.mine or visit.mine_shown:
        return session
    way = MineWay(visit.mine[0].id, came_from=session.page)
    visit = replace(visit, way=way, mine_shown=True)
    return replace(session, page=Page.HAS_TICKET, visit=visit, page_ends_at=None, last_touch=session.now)


def mine_way(session: Session) -> MineWay | None:
    """Which number stands there."""
    way = session.current_visit().way
    return way if isinstance(way, MineWay) else None


def the_ticket(session: Session) -> TicketView | None:
    """The number that stands there."""
    way = mine_way(session)
    held = session.current_visit().mine
    return None if way is None else next((one for one in held if one.id == way.ticket_id), None)


def another_of_mine(session: Session, event: Chosen) -> Turn:
    """One of several numbers."""
    way = mine_way(session)
    known = any(one.id == event.value for one in session.current_visit().mine)
    if way is None or not known or way.step not in {MineStep.SHOWN, MineStep.PRINTED, MineStep.NOT_PRINTED}:
        return session, ()
    return with_way(session, replace(way, ticket_id=event.value, step=MineStep.SHOWN)), ()


def print_again(session: Session, event: Touched) -> Turn:
    """再打一张小票."""
    way, ticket = mine_way(session), the_ticket(session)
    ready = way is not None and way.step in {MineStep.SHOWN, MineStep.NOT_PRINTED}
    if way is None or ticket is None or not ready or not event.fresh_id:
        return session, ()
    printing = replace(way, step=MineStep.PRINTING, job=event.fresh_id)
    return with_way(session, printing), (PrintAgain(event.fresh_id, ticket),)


def again_printed(session: Session, event: AgainPrinted) -> Turn:
    """The slip came, or did not."""
    way = mine_way(session)
    if way is None or way.step is not MineStep.PRINTING or way.job != event.job:
        return session, ()
    step = MineStep.PRINTED if event.came else MineStep.NOT_PRINTED
    return with_way(session, replace(way, step=step)), (PlayTone(Tone.OK if event.came else Tone.WARN),)


def drop_number(session: Session, event: Touched) -> Turn:
    """不要这个号了: asked once more, then given up."""
    way, person = mine_way(session), session.current_visit().person
    if way is None or person is None:
        return session, ()
    if way.step in {MineStep.SHOWN, MineStep.PRINTED, MineStep.NOT_PRINTED, MineStep.NOT_DROPPED}:
        return with_way(session, replace(way, step=MineStep.SURE)), ()
    if way.step is not MineStep.SURE or not event.fresh_id:
        return session, ()
    dropping = replace(way, step=MineStep.DROPPING, job=event.fresh_id)
    return with_way(session, dropping), (DropNumber(event.fresh_id, way.ticket_id, person.pseudonym),)


def number_dropped(session: Session, event: NumberDropped) -> Turn:
    """The hall's answer."""
    way = mine_way(session)
    if way is None or way.step is not MineStep.DROPPING or way.job != event.job:
        return session, ()
    step = MineStep.DROPPED if event.done else MineStep.NOT_DROPPED
    return with_way(session, replace(way, step=step)), (PlayTone(Tone.OK if event.done else Tone.WARN),)


def go_on_from_mine(session: Session, _: Touched) -> Turn:
    """还要办别的."""
    way = mine_way(session)
    return (session, ()) if way is None else (replace(with_way(session, None), page=way.came_from), ())


def back_from_mine(session: Session, event: Touched) -> Turn:
    """返回: from the question to the number, from there on to the items."""
    way = mine_way(session)
    if way is not None and way.step is MineStep.SURE:
        return with_way(session, replace(way, step=MineStep.SHOWN)), ()
    return go_on_from_mine(session, event)


def _finish(session: Session, _: Touched) -> Turn:
    return end_visit(session)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.HAS_TICKET, Touch.REPRINT): print_again,
            (Page.HAS_TICKET, Touch.DROP_NUMBER): drop_number,
            (Page.HAS_TICKET, Touch.ANOTHER_ITEM): go_on_from_mine,
            (Page.HAS_TICKET, Touch.BACK): back_from_mine,
            (Page.HAS_TICKET, Touch.FINISH): _finish,
        }
    ),
    choices=MappingProxyType({(Page.HAS_TICKET, Choice.TICKET): another_of_mine}),
    answers=MappingProxyType({MineFound: mine_found, AgainPrinted: again_printed, NumberDropped: number_dropped}),
)
