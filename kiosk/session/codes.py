"""亮码即取号: a code is shown, and what follows needs as few touches as possible (CL-C3, C4; definitions.md 14).

Whose booking is due gets the slip without a touch; several in different queues are one choice; without any the visitor
goes on as after a card. A slip's code tells how its ticket stands. The code of the visit that is under way does nothing
a second time, and while a number is under way or a slip is printed no code does anything. Without the hall nobody is
checked in. Knows no code: `shown` says what one stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from hall_server.contract.bookings import BookingState, CheckIn
from hall_server.contract.vocabulary import Relation, TicketState
from kiosk.codes.words import CodeReason
from kiosk.session.behalf import Behalf
from kiosk.session.browsing import start_visit
from kiosk.session.cards import identified
from kiosk.session.effects import AskForCheckIn, FindBooking, FindBookings, FindTicket, PlayTone, Tone
from kiosk.session.events import BookingsFound, CodeShown, NothingFound, TicketSeen
from kiosk.session.helping import leave_help
from kiosk.session.issuing import mask_of
from kiosk.session.leaving import HALL_SILENT, Turn, end_visit, forgotten_card, go_on, stirred
from kiosk.session.looking import look_up
from kiosk.session.mine import ask_mine, awaits_mine, not_awaited, once_known
from kiosk.session.modes import modes_of
from kiosk.session.refusing import asked_online, booking_reason, code_refused, leave_refusal, refuse
from kiosk.session.shown import (
    BookingShown,
    CodeKind,
    CodeNote,
    CodeRefused,
    CodeVisit,
    GoodCode,
    OnlineShown,
    PersonShown,
    SlipShown,
)
from kiosk.session.state import CardStep, Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.bookings import BookingView
    from kiosk.session.effects import Question
    from kiosk.session.events import Chosen, CodeEvent, Touched

_EARLY = CodeReason.BOOKING_EARLY
_GONE_ON = frozenset({Page.SERVICES, Page.CARD, Page.CONFIRM})  # the same visit, with a code in it
_ANEW = frozenset({Page.HOME, Page.CLEARED, Page.TICKET, Page.TICKET_STATE, Page.BOOKINGS, Page.CHECKING})
LISTENING = (
    _GONE_ON
    | _ANEW
    | {*(Page.HELP, Page.CODE_REFUSED, Page.PROGRESS, Page.CERTIFICATE_CARD, Page.APPLY_CARD, Page.STAFF_FIND)}
)


def listens(session: Session) -> bool:
    """Whether a code would do anything: not while a number is under way, nor while one stands on the screen only."""
    on_screen_only = session.page is Page.TICKET and bool(session.current_visit().fault)
    return session.drill is None and session.page in LISTENING and not on_screen_only


def code_event(session: Session, event: CodeEvent) -> Turn:
    """A code, or what the hall says of one; an answer that nobody waits for any more changes nothing."""
    if isinstance(event, CodeShown):
        if isinstance(event.shown, CodeRefused):
            return code_refused(session, event.shown.reason)
        return _good(session, event.shown, event.fresh_id)
    if session.page is not Page.CHECKING or awaits_mine(session) or session.current_visit().code.look != event.look:
        return session, ()
    match event:
        case BookingsFound(bookings=bookings, hall_us=hall_us):
            if session.current_visit().code.kind is not CodeKind.BOOKING:
                return _own_bookings(session, bookings, hall_us)
            return _one_booking(session, bookings[0], hall_us) if bookings else nothing_found(session, "")
        case TicketSeen():
            return _ticket_seen(session, event)
        case NothingFound(code=code):
            return nothing_found(session, code)
        case _:  # pragma: no cover - the type checker proves it
            assert_never(event)


def _good(session: Session, shown: GoodCode, fresh_id: str) -> Turn:
    if not listens(session):
        return stirred(session), ()
    if shown.subject == session.current_visit().code.subject and session.page is not Page.CODE_REFUSED:
        return go_on(stirred(session)), ()
    session, before = _made_ready(session, shown)
    after, effects = _look(session, shown, fresh_id)
    return after, (*before, PlayTone(Tone.OK), *effects)


def _made_ready(session: Session, shown: GoodCode) -> Turn:
    """The visit that the code belongs to: the one that is under way, or a new one when it is somebody else's."""
    if session.page is Page.HELP:
        session = leave_help(session)
    if session.page is Page.CODE_REFUSED and session.current_visit().refused_on is not Page.HOME:
        session, _ = leave_refusal(session)
    if awaits_mine(session):
        session = not_awaited(session)
    goes_on = session.page in _GONE_ON or asked_online(session)
    if goes_on and not forgotten_card(session) and not _somebody_else(session, shown):
        return go_on(session), ()
    if session.visit is None or forgotten_card(session):
        return start_visit(session), ()
    card_on_glass = session.card_on_glass
    ended, effects = end_visit(replace(session, card_on_glass=False))
    return start_visit(replace(ended, card_on_glass=card_on_glass)), effects


def _somebody_else(session: Session, shown: GoodCode) -> bool:
    """Whoever's card still lies there may show a code as well; otherwise another holder is another visitor."""
    person = session.warning.person if session.warning is not None else session.current_visit().person
    if session.warning is not None and not isinstance(shown, PersonShown):
        return True
    if person is None or session.card_on_glass or not isinstance(shown, PersonShown) or shown.company:
        return False
    return person.pseudonym != shown.person.pseudonym


def _look(session: Session, shown: GoodCode, fresh_id: str) -> Turn:
    """Ask the hall what the code stands for."""
    code, questions = _asked(shown, fresh_id)
    if isinstance(shown, PersonShown):
        session = _known(session, shown)
    if isinstance(shown, SlipShown):
        session = replace(session, modes=session.modes.joined(modes_of(shown.modes)))
    session = replace(session, visit=replace(session.current_visit(), card_step=CardStep.WAITING))
    session, mine = ask_mine(session, fresh_id) if isinstance(shown, PersonShown) else (session, ())
    looking = look_up(session, code, *questions, *mine)
    return looking if session.online else nothing_found(looking[0], HALL_SILENT)


def _asked(shown: GoodCode, look: str) -> tuple[CodeVisit, tuple[Question, ...]]:
    match shown:
        case PersonShown(subject=subject):
            return CodeVisit(CodeKind.PERSON, subject, look), (FindBookings(look, subject),)
        case BookingShown(subject=subject):
            return CodeVisit(CodeKind.BOOKING, subject, look), (FindBooking(look, subject),)
        case SlipShown(subject=subject):
            return CodeVisit(CodeKind.SLIP, subject, look), (FindTicket(look, subject),)
        case OnlineShown(subject=subject):
            return CodeVisit(CodeKind.ONLINE, subject, look), ()
        case _:  # pragma: no cover - the type checker proves it
            assert_never(shown)


def _known(session: Session, shown: PersonShown) -> Session:
    """Who is there; a card that lies on the glass tells more than a code."""
    visit = session.current_visit()
    if shown.company:
        behalf = Behalf(Relation.MANDATE, organisation=shown.company)
        return replace(session, visit=replace(visit, behalf=behalf))
    session = replace(session, visit=replace(visit, for_other=visit.for_other or shown.agent))
    return session if session.card_on_glass and visit.person is not None else identified(session, shown.person)


def nothing_found(session: Session, code: str) -> Turn:
    """The hall says no, or nothing. Whoever is known takes a number as after a card."""
    match session.current_visit().code.kind:
        case CodeKind.BOOKING:
            return refuse(session, booking_reason(code))
        case CodeKind.ONLINE:
            return refuse(session, CodeReason.ONLINE_AWAY)
        case CodeKind.SLIP:
            return refuse(session, CodeReason.SLIP_NOT_ASKED if code == HALL_SILENT else CodeReason.SLIP_UNKNOWN)
        case CodeKind.PERSON | CodeKind.ARRIVAL:
            return _to_items(session, CodeNote.HALL_SILENT), ()
        case _:  # a card: the items come as if nobody had been asked
            return _to_items(session, CodeNote.NONE), ()


def nothing_heard_of_code(session: Session) -> Turn:
    """The runner owes an answer and did not give it."""
    return nothing_found(session, HALL_SILENT)


def _to_items(session: Session, note: CodeNote) -> Session:
    """The ordinary way, with whoever is known."""
    visit = session.current_visit()
    page = Page.SERVICES if visit.item is None else Page.CONFIRM
    visit = replace(visit, code=replace(visit.code, bookings=(), note=note))
    return once_known(replace(session, visit=visit), page)


def _own_bookings(session: Session, bookings: tuple[BookingView, ...], hall_us: int) -> Turn:
    """Bookings of one queue that are due together become one ticket: one of each queue is enough."""
    due: dict[str, BookingView] = {}
    booked = sorted((one for one in bookings if one.state is BookingState.BOOKED), key=lambda one: one.starts_at)
    for booking in booked:
        if booking.check_in_from <= hall_us <= booking.check_in_until:
            due.setdefault(booking.queue, booking)
    if not due:
        return _none_due(session, next((one for one in booked if _later_today(session, one, hall_us)), None))
    visit = session.current_visit()
    visit = replace(visit, code=replace(visit.code, bookings=tuple(due.values())))
    session = replace(session, visit=visit)
    if len(due) == 1:
        return _check_in(session, visit.code.bookings[0].id, visit.code.look)
    return replace(session, page=Page.BOOKINGS, page_ends_at=None, last_touch=session.now), ()


def _none_due(session: Session, early: BookingView | None) -> Turn:
    """A booking of later today is said as it is to a booking's code, unless a number is held: that comes first."""
    visit = session.current_visit()
    if early is not None and not visit.mine:
        return refuse(replace(session, visit=replace(visit, code=replace(visit.code, bookings=(early,)))), _EARLY)
    return _to_items(session, CodeNote.NONE if visit.code.kind is CodeKind.CARD else CodeNote.KNOWN), ()


def _later_today(session: Session, booking: BookingView, hall_us: int) -> bool:
    """Of another day the page could not say when: it has the hours alone."""
    return session.hall is not None and booking.day == session.hall.business_day and hall_us < booking.check_in_from


def _one_booking(session: Session, booking: BookingView, hall_us: int) -> Turn:
    """The booking whose code was shown. One that was checked in shows how its ticket stands."""
    visit = session.current_visit()
    session = replace(session, visit=replace(visit, code=replace(visit.code, bookings=(booking,))))
    if booking.state is BookingState.CHECKED_IN and booking.ticket:
        return session, (FindTicket(visit.code.look, booking.ticket),)
    reason = _REASONS.get(booking.state)
    if reason is None and hall_us < booking.check_in_from:
        reason = _EARLY
    if reason is None and hall_us > booking.check_in_until:
        reason = CodeReason.BOOKING_OVER
    return _check_in(session, booking.id, visit.code.look) if reason is None else refuse(session, reason)


_REASONS = {
    BookingState.PENDING: CodeReason.BOOKING_NOT_CONFIRMED,
    BookingState.CANCELLED: CodeReason.BOOKING_CANCELLED,
    BookingState.MISSED: CodeReason.BOOKING_OVER,
}


def _ticket_seen(session: Session, event: TicketSeen) -> Turn:
    visit = session.current_visit()
    if visit.code.kind is CodeKind.BOOKING and event.ticket.state is TicketState.VOID:
        return _check_in(session, visit.code.bookings[0].id, visit.code.look)  # its slip never came: once more
    ends_at = session.now + session.rules.state_s
    seen = replace(visit, seen=event.ticket)
    return replace(session, page=Page.TICKET_STATE, visit=seen, page_ends_at=ends_at, last_touch=session.now), ()


def booking_chosen(session: Session, event: Chosen) -> Turn:
    """One of several; what is not in the list changes nothing."""
    known = any(one.id == event.value for one in session.current_visit().code.bookings)
    if not known or not event.fresh_id:
        return session, ()
    return _check_in(session, event.value, event.fresh_id)


def _check_in(session: Session, booking_id: str, ticket_id: str) -> Turn:
    """The id is the ticket's and the idempotency key from here on."""
    visit = session.current_visit()
    visit = replace(visit, ticket_id=ticket_id, ticket=None, fault="", code=replace(visit.code, booking=booking_id))
    behalf = None if visit.behalf is None else visit.behalf.told
    command = CheckIn(chips=tuple(sorted(visit.chips)), for_other=visit.for_other, on_behalf=behalf)
    asked = AskForCheckIn(ticket_id, booking_id, command, mask_of(visit))
    ends_at = session.now + session.rules.hall_s
    return replace(session, page=Page.PRINTING, visit=visit, page_ends_at=ends_at), (asked,)


def number_instead(session: Session, _: Touched) -> Turn:
    """直接取号: where something of the visit stands already, on from there."""
    visit = session.current_visit()
    match session.page:
        case Page.BOOKINGS:
            return _to_items(session, CodeNote.NONE), ()
        case Page.CODE_REFUSED if visit.refused_on is not Page.HOME:
            return leave_refusal(session)
        case _:
            return start_visit(session, visit.person), ()
