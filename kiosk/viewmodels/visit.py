"""UI-K5 and K8: the pages that hold something of the visitor; masks only, dropped with the page. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Chip
from kiosk.guides.venues import instead
from kiosk.session.arriving import arrives
from kiosk.session.basket import full
from kiosk.session.mine import awaits_mine
from kiosk.session.phoning import can_be_told
from kiosk.session.prechecking import precheck_way
from kiosk.session.shown import CodeKind
from kiosk.session.state import MOUTHS, CardStep
from kiosk.values import Value
from kiosk.viewmodels.tongue import item_name, said
from kiosk.viewmodels.waits import advice, hall_now, queue_of, queue_wait

if TYPE_CHECKING:
    from kiosk.session.behalf import Behalf
    from kiosk.session.state import Session, Visit


LOOKING = "looking"  # the card was read, and the hall is asked whether its holder has a number
LONG_WAIT_MIN = 45  # from here on another place is named


class CardProps(Value, frozen=True):
    """`step` is a CardStep, or LOOKING; `item` says what the number is for, empty while none is chosen."""

    step: str = CardStep.WAITING
    item: str = ""
    reader: bool = False
    scanner: bool = False
    desk: tuple[str, ...] = MOUTHS
    by_code: bool = False  # began with a code: its way is not offered again
    looks_up: bool = False  # for electronic licences, before the number
    checks_in: bool = False  # 预约报到: for a booking, not for a number


def card_props(session: Session) -> CardProps:
    """Derive the card page."""
    visit, way = session.visit, precheck_way(session)
    return CardProps(
        step=LOOKING if awaits_mine(session) else visit.card_step if visit else CardStep.WAITING,
        item=item_name(session, visit.item) if visit and visit.item else "",
        reader=session.devices.card_reader,
        scanner=session.devices.scanner,
        desk=session.mouths,
        by_code=bool(visit and visit.code.kind is CodeKind.PERSON),
        looks_up=way is not None and way.looks_up,
        checks_in=arrives(session),
    )


class ChipView(Value, frozen=True):
    """One need that can be said with a touch."""

    chip: str
    on: bool


class ConfirmProps(Value, frozen=True):
    """The last look before the number. `known` is false for a number without a card."""

    known: bool = False
    by_code: bool = False
    no_reader: bool = False  # nobody could lay a card down
    name_mask: str = ""
    number_mask: str = ""
    for_other: bool = False
    other_mask: str = ""  # of whom they act for, once their document was here
    company: str = ""  # by its short name
    item: str = ""
    more_items: int = 0  # in the same number
    texts: bool = False  # the hall sends messages
    phone: str = ""  # mask of the telephone that was left for them
    addable: bool = False  # one more may be added to the number
    queue: str = ""
    place: str = ""
    open_counters: int = 0
    wait_state: str = "unknown"
    waiting: int = 0
    low_min: int = 0
    high_min: int = 0
    chips: tuple[ChipView, ...] = ()
    card_expired: bool = False
    not_taken: str = ""  # why the item does not take documents of Hong Kong and Macau; the number is given all the same
    advice: str = ""  # before the number is taken: see waits.advice
    when: str = ""  # the time that belongs to it, or to `wait_state`
    nearby: str = ""  # the nearest place that does it too, once the wait is long (CL-G11)
    nearby_km: str = ""


def _chips(visit: Visit, elder_age: int) -> tuple[ChipView, ...]:
    old = visit.person is not None and (visit.person.age or 0) >= elder_age
    offered = (Chip.ELDER if old else Chip.PRIORITY, Chip.CANTONESE, Chip.WHEELCHAIR)
    return tuple(ChipView(chip, chip in visit.chips) for chip in offered)


def _other(behalf: Behalf | None) -> str:
    """陈*明, or the end of a number that was typed."""
    principal = behalf.principal if behalf is not None else None
    return "" if principal is None else principal.name_mask or f"…{principal.number_mask}"


def confirm_props(session: Session) -> ConfirmProps:
    """Derive the check page; without a visit or an item there is nothing to check."""
    visit, hall = session.visit, session.hall
    if visit is None or visit.item is None:
        return ConfirmProps()
    person, wait = visit.person, queue_wait(hall_now(session), visit.item.queue)
    queue = queue_of(hall, visit.item.queue)
    known_before, when = advice(hall_now(session), visit.item.queue)
    place = instead(session.catalogue, visit.item.id, wait.high_min, LONG_WAIT_MIN) if session.catalogue else None
    return ConfirmProps(
        known=person is not None,
        by_code=person is not None and visit.code.kind is CodeKind.PERSON,
        no_reader=person is None and not visit.without_card and not session.devices.card_reader,
        name_mask=person.name_mask if person else "",
        number_mask=person.number_mask if person else "",
        for_other=visit.for_other or visit.behalf is not None,
        other_mask=_other(visit.behalf),
        company=visit.behalf.organisation if visit.behalf else "",
        item=item_name(session, visit.item),
        more_items=len(visit.more_items),
        texts=can_be_told(session),
        phone=visit.phone.mask if visit.phone else "",
        addable=not full(visit),
        queue=said(session, queue.name) if queue else "",
        place=said(session, visit.item.place),
        open_counters=queue.open_counters if queue else 0,
        wait_state=wait.state,
        waiting=wait.waiting,
        low_min=wait.low_min,
        high_min=wait.high_min,
        chips=_chips(visit, session.rules.elder_age),
        card_expired=person.card_expired if person else False,
        not_taken=said(session, visit.item.hkmo_note) if person and person.hkmo and not visit.item.hkmo else "",
        advice=known_before,
        when=when or wait.when,
        nearby=said(session, place.name) if place else "",
        nearby_km=f"{place.km:g}" if place and place.km is not None else "",
    )
