"""A number is asked for, printed and confirmed (UI-K8, K9, K10, K20p, K20s; definitions.md 2).

Each number that the hall may have given gets exactly one answer from here, or `cannot_tell` and later a better one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from msgspec import structs

from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import Chip, PrintAnswer
from kiosk.session.behalf import LETTER, mask_of_person
from kiosk.session.effects import AskForTicket, CallStaff, ConfirmPrint, PlayTone, PrintSlip, Tone
from kiosk.session.events import (
    Chosen,
    HallAnswer,
    HallSilent,
    SlipAnswer,
    SlipNotPrinted,
    SlipPrinted,
    SlipUnknown,
    TicketConfirmed,
    TicketRefused,
    TicketReserved,
    Touched,
)
from kiosk.session.leaving import HALL_SILENT, Turn, end_visit, patient
from kiosk.session.mine import show_mine
from kiosk.session.phone import tell, told_anew
from kiosk.session.referring import refer
from kiosk.session.refusing import booking_reason, refuse
from kiosk.session.shown import CodeVisit
from kiosk.session.state import Page, Session, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView
    from hall_server.contract.messages import TicketView, VisitorMask

PRINTER_SILENT = "device_silent"


def chip_toggled(session: Session, event: Chosen) -> Turn:
    """A wish on or off, also the one that the birth date switched on; one that nobody knows changes nothing."""
    if event.value not in set(Chip):
        return session, ()
    visit = session.current_visit()
    return replace(session, visit=replace(visit, chips=visit.chips ^ {Chip(event.value)})), ()


def print_number(session: Session, event: Touched) -> Turn:
    """取号: the fresh UUID is the ticket's id and the key from here on. A number held already is told of first."""
    visit = session.current_visit()
    if visit.item is None or not event.fresh_id:
        return session, ()
    if visit.mine and not visit.mine_shown:
        return show_mine(session), ()
    code = replace(visit.code, booking="")
    asking = replace(visit, ticket_id=event.fresh_id, ticket=None, fault="", code=code)
    ends_at = session.now + session.rules.hall_s
    ask = AskForTicket(event.fresh_id, _command(session, visit, visit.item))
    return replace(session, page=Page.PRINTING, visit=asking, page_ends_at=ends_at), (ask,)


def mask_of(visit: Visit) -> VisitorMask | None:
    """What the hall may keep of the visitor; None while nobody is known."""
    return mask_of_person(visit.person)


def _command(session: Session, visit: Visit, item: ItemView) -> TakeTicket:
    return TakeTicket(
        item=item.id,
        visitor=mask_of(visit),
        chips=tuple(sorted(visit.chips)),
        more_items=tuple(one.id for one in visit.more_items),
        bundle=visit.bundle,
        for_other=visit.for_other,
        correlation=visit.correlation,
        region=visit.person.region or None if visit.person is not None and visit.behalf is None else None,
        lives_here=visit.lives_here,
        on_behalf=None if visit.behalf is None else visit.behalf.told,
        modes=session.modes.letters,
    )


def hall_answered(session: Session, event: HallAnswer) -> Turn:
    """An answer of the hall; one that belongs to no number of this visit changes nothing."""
    visit = session.current_visit()
    match event:
        case TicketConfirmed():
            return _confirmed(session, event.ticket), ()
        case TicketReserved(ticket=ticket, instead_of=instead_of):
            if _awaits(visit, instead_of or ticket.id):
                return _reserved(session, visit, ticket)
            return session, _nobody_there(visit, ticket, instead_of)
        case TicketRefused(ticket_id=ticket_id):
            return _no_number(session, visit, event) if _awaits(visit, ticket_id) else (session, ())
        case HallSilent(ticket_id=ticket_id):
            return _no_answer(session, visit) if _awaits(visit, ticket_id) else (session, ())
        case _:  # pragma: no cover - the type checker proves it
            assert_never(event)


def _awaits(visit: Visit, ticket_id: str) -> bool:
    return visit.ticket is None and bool(ticket_id) and visit.ticket_id == ticket_id


def _nobody_there(visit: Visit, ticket: TicketView, instead_of: str) -> tuple[ConfirmPrint, ...]:
    """The visitor left meanwhile. A number under the id asked for was answered for then; one of its own id is not."""
    burnt = bool(instead_of) and visit.ticket_id != ticket.id
    return (ConfirmPrint(ticket.id, PrintAnswer.VOID),) if burnt else ()


def _reserved(session: Session, visit: Visit, ticket: TicketView) -> Turn:
    session = replace(session, visit=replace(visit, ticket=_narrowed(visit, ticket), ticket_id=ticket.id))
    if session.warning is not None:
        return session, ()  # nobody may be there to take the slip: printed on 我还在, burnt otherwise
    return print_slip(session)


def _narrowed(visit: Visit, ticket: TicketView) -> TicketView:
    """The hall's ticket with what this visitor has to bring: what plain questions left of the list, and the letter."""
    bring = ticket.bring if visit.bring is None else visit.bring
    if visit.behalf is not None and visit.behalf.by_letter and LETTER not in bring:
        bring = (LETTER, *bring)
    return ticket if bring == ticket.bring else structs.replace(ticket, bring=bring)


def print_slip(session: Session) -> Turn:
    """Print the number that the hall has given to this visit and that was not printed yet."""
    ticket = session.current_visit().ticket
    if ticket is None:
        return session, ()
    ends_at = session.now + session.rules.printer_s
    slip = PrintSlip(structs.replace(ticket, modes=session.modes.letters))
    return replace(session, page=Page.PRINTING, page_ends_at=ends_at), (slip,)


def _no_number(session: Session, visit: Visit, refused: TicketRefused) -> Turn:
    if visit.code.booking:
        return refuse(session, booking_reason(refused.code))
    if refused.referral is not None and session.warning is None:
        return refer(session, refused.referral)
    return _busy(session, replace(visit, ticket_id="", fault=refused.code))


def _no_answer(session: Session, visit: Visit) -> Turn:
    """The id stays: the runner asks it again, and an answer that comes while the visitor waits here is printed."""
    if session.page is not Page.PRINTING:
        return session, ()
    if visit.code.booking:  # nobody is checked in without the hall; if it did so after all, that number is burnt
        refused, effects = refuse(session, booking_reason(HALL_SILENT))
        return refused, (ConfirmPrint(visit.ticket_id, PrintAnswer.VOID), *effects)
    return _busy(session, replace(visit, fault=HALL_SILENT))


def _busy(session: Session, visit: Visit) -> Turn:
    last_touch = session.last_touch if session.page is Page.BUSY else session.now
    busy = replace(session, page=Page.BUSY, visit=visit, page_ends_at=None, last_touch=last_touch)
    return busy, (PlayTone(Tone.WARN),)


def _confirmed(session: Session, ticket: TicketView) -> Session:
    visit = session.current_visit()
    if visit.ticket is None or visit.ticket.id != ticket.id:
        return session
    return replace(session, visit=replace(visit, ticket=_narrowed(visit, ticket)))


def slip_answered(session: Session, event: SlipAnswer) -> Turn:
    """What the printer says of the slip; one that belongs to another number, or comes too late, changes nothing."""
    visit = session.current_visit()
    if visit.ticket is None or visit.ticket.id != event.ticket_id:
        return session, ()
    if session.page not in {Page.PRINTING, Page.ASK_SLIP}:
        return session, ()
    match event:
        case SlipPrinted():
            return _delivered(session, visit, PrintAnswer.PAPER, patient(session, "ticket_s"))
        case SlipNotPrinted(reason=reason):
            fault = replace(visit, fault=reason)
            shown = _question(session, Page.PAPER_OUT, fault)
            return shown, (CallStaff(reason), PlayTone(Tone.WARN))
        case SlipUnknown(reason=reason):
            return cannot_tell(session, reason) if session.page is Page.PRINTING else (session, ())
        case _:  # pragma: no cover - the type checker proves it
            assert_never(event)


def cannot_tell(session: Session, reason: str) -> Turn:
    """Tell the hall at once that nobody knows, and ask the one person who can see the slot."""
    visit = session.current_visit()
    told = ConfirmPrint(visit.ticket_id, PrintAnswer.CANNOT_TELL)
    asking = _question(session, Page.ASK_SLIP, replace(visit, fault=reason))
    return asking, (told, CallStaff(reason), PlayTone(Tone.WARN))


def _question(session: Session, page: Page, visit: Visit) -> Session:
    ends_at = session.now + session.rules.answer_s
    return replace(session, page=page, visit=visit, page_ends_at=ends_at, last_touch=session.now)


def _delivered(session: Session, visit: Visit, answer: PrintAnswer, stands_s: float) -> Turn:
    ends_at = session.now + stands_s
    shown = replace(session, page=Page.TICKET, visit=visit, page_ends_at=ends_at, last_touch=session.now)
    return shown, (ConfirmPrint(visit.ticket_id, answer), PlayTone(Tone.OK), *tell(visit))


def slip_came(session: Session, _: Touched) -> Turn:
    """小票出来了."""
    return _delivered(
        session, replace(session.current_visit(), fault=""), PrintAnswer.PAPER, patient(session, "ticket_s")
    )


def slip_did_not_come(session: Session, _: Touched) -> Turn:
    """没出来: the number stands on the screen, long enough to note it down."""
    return _delivered(session, session.current_visit(), PrintAnswer.SCREEN, session.rules.answer_s)


def noted(session: Session, _: Touched) -> Turn:
    """记下了."""
    visit = session.current_visit()
    return end_visit(session, (ConfirmPrint(visit.ticket_id, PrintAnswer.SCREEN), *tell(visit)))


def give_up_number(session: Session, _: Touched) -> Turn:
    """取消: the number is burnt."""
    return _answer_and_end(session, PrintAnswer.VOID)


def nobody_noted(session: Session) -> Turn:
    """Nobody pressed 记下了 in time: nobody holds the number."""
    return _answer_and_end(session, PrintAnswer.VOID)


def _answer_and_end(session: Session, answer: PrintAnswer) -> Turn:
    return end_visit(session, (ConfirmPrint(session.current_visit().ticket_id, answer),))


def nothing_heard(session: Session) -> Turn:
    """The runner owes an answer and did not give it: the hall counts as silent, or the printer as mute."""
    visit = session.current_visit()
    if visit.ticket is not None:
        return cannot_tell(session, PRINTER_SILENT)
    return _no_answer(session, visit)


def another_item(session: Session, _: Touched) -> Turn:
    """还要办别的: the same person, another item; the number before is settled."""
    before = session.current_visit()
    visit = Visit(
        started_at=before.started_at,
        person=before.person,
        without_card=before.without_card,
        chips=before.chips,
        for_other=before.for_other,
        behalf=before.behalf,
        phone=told_anew(before.phone),
        mine_shown=True,
        card_step=before.card_step,
        code=CodeVisit(before.code.kind, before.code.subject),
    )
    return replace(session, page=Page.SERVICES, visit=visit, page_ends_at=None), ()
