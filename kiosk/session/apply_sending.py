"""送出与收件凭证 (UI-K28, CL-E9, E17): form and pages go to the city, then the receipt comes on the roll.

A cut line costs nothing: sent again, it goes on where it stood. Once it is handed in only the receipt is left. Pure.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.city.applications import FormField
from hall_server.contract.item_words import ResultWay
from kiosk.session.apply_way import (
    PHONE,
    ApplyFault,
    ApplyWay,
    FieldKind,
    Stands,
    addresses,
    apply_way,
    entries,
    missing,
    needs,
    stands,
)
from kiosk.session.apply_words import ApplicationSending, ApplicationTaken, HandIn
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Touch
from kiosk.session.journey import Journey
from kiosk.session.leaving import end_visit
from kiosk.session.modes import Mode
from kiosk.session.printouts import Printout, printing
from kiosk.session.roll_slips import PrintRoll, ReceiptSlip
from kiosk.session.scan_way import at_page
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Touched
    from kiosk.session.leaving import Turn

SENDING_S = 60.0  # without a word from the runner, which gives up sooner
GOES_ON = frozenset({ApplyFault.CITY_AWAY, ApplyFault.HALL_SILENT})  # sent again, it goes on where it stood


def send(session: Session, event: Touched) -> Turn:
    """送出, and 再送一次 after a cut."""
    way, person = apply_way(session), session.current_visit().person
    resumes = session.page is Page.APPLY_SENDING
    if way is None or person is None or way.look or not event.fresh_id or (resumes and way.fault not in GOES_ON):
        return session, ()
    if missing(session, way):
        return at_page(session, Page.APPLY_MATERIALS, replace(way, page=0)), (PlayTone(Tone.WARN),)
    sending = replace(way, look=event.fresh_id, fault=None, asked_at=session.now)
    return at_page(session, Page.APPLY_SENDING, sending, SENDING_S), (_hand_in(session, sending, person.pseudonym),)


def _hand_in(session: Session, way: ApplyWay, pseudonym: str) -> HandIn:
    form = entries(session, way)
    given = ((need, stands(session, way, need)) for need in needs(way))
    sent = tuple(
        FormField(field=one.field, value=one.value, source=one.source)
        for one in form
        if one.value and (one.field != PHONE or _asks_phone(way))
    )
    phone = next((one.value for one in form if one.field == PHONE and one.kind is FieldKind.TYPED), "")
    address = next((one.value for one in addresses(session, way) if one.field == way.address_field), "")
    return HandIn(
        way.look,
        pseudonym,
        fields=sent,
        materials=tuple((need.id, need.licence if state is Stands.LICENCE else "") for need, state in given),
        delivery=way.delivery,
        phone=phone,
        address=address if way.delivery is ResultWay.POST else "",
    )


def _asks_phone(way: ApplyWay) -> bool:
    return way.begun is not None and PHONE in way.begun.form_fields


def sending(session: Session, event: ApplicationSending) -> Turn:
    """So much of it is there."""
    way = apply_way(session)
    if way is None or not way.look or way.look != event.look:
        return session, ()
    # a page that is sealed late makes the whole larger: the bar never runs back
    further = replace(way, per_cent=max(way.per_cent, event.per_cent))
    return at_page(session, Page.APPLY_SENDING, further, SENDING_S), ()


def taken(session: Session, event: ApplicationTaken) -> Turn:
    """It is handed in: nothing of it is left here but the receipt, which is printed at once."""
    way = apply_way(session)
    if way is None or not way.look or way.look != event.look:
        return session, ()
    done = ApplyWay(item_id=way.item_id, receipt=event.receipt, delivery=way.delivery)
    after = replace(session, visit=replace(session.current_visit(), licences=None))
    shown = at_page(after, Page.APPLY_RECEIPT, done)
    printed, effects = _print(shown, event.look)
    return printed, (PlayTone(Tone.OK), *effects)


def print_again(session: Session, event: Touched) -> Turn:
    """再打一张, when the slip did not come."""
    way = apply_way(session)
    if way is None or printing(way) or not event.fresh_id:
        return session, ()
    return _print(session, event.fresh_id)


def _print(session: Session, job: str) -> Turn:
    way = apply_way(session)
    if way is None or way.receipt is None or not session.devices.printer:
        return session, ()
    large = Mode.LARGE in session.modes.on
    slip = PrintRoll(job, ReceiptSlip(way.receipt), large)
    return at_page(session, Page.APPLY_RECEIPT, replace(way, printout=Printout(job))), (slip,)


def _finish(session: Session, _: Touched) -> Turn:
    return end_visit(session)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.APPLY_CHECK, Touch.SEND): send,
            (Page.APPLY_SENDING, Touch.SEND): send,
            (Page.APPLY_RECEIPT, Touch.REPRINT): print_again,
            (Page.APPLY_RECEIPT, Touch.FINISH): _finish,
        }
    ),
    answers=MappingProxyType({ApplicationSending: sending, ApplicationTaken: taken}),
)
