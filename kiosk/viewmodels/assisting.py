"""UI-K24 号票: which number is meant, and what staff can do for whoever holds it. Nothing of the person. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import TicketState
from kiosk.session.assisting import LOOKS, TYPES, look_of
from kiosk.session.corner_words import REASONS, LookStep
from kiosk.values import Value
from kiosk.viewmodels.pads import DIGIT_COLUMNS, LOOK, PadKey, digit_keys
from kiosk.viewmodels.tongue import ticket_item

if TYPE_CHECKING:
    from kiosk.session.state import Session

MINUTE_S = 60


class StaffFindProps(Value, frozen=True):
    """`step`: a LookStep."""

    step: str = LookStep.TYPING
    typed: str = ""
    ready: bool = False
    scanner: bool = False
    keys: tuple[PadKey, ...] = ()
    columns: int = DIGIT_COLUMNS


def staff_find_props(session: Session) -> StaffFindProps:
    """Derive the pad."""
    look = look_of(session)
    return StaffFindProps(
        step=look.step,
        typed=look.typed,
        ready=look.step in TYPES and look.typed != "",
        scanner=session.devices.scanner,
        keys=tuple(key for key in digit_keys() if key.value != LOOK),
    )


class StaffNumberProps(Value, frozen=True):
    """`state`: a TicketState. `may_go_first`: with the places before and after, and what it costs so many others.

    `each_min`: about so many minutes for each of them, at least one. `other_label`: the next of several.
    """

    step: str = LookStep.SHOWN
    label: str = ""
    item: str = ""
    state: str = TicketState.WAITING
    has_ahead: bool = False
    ahead: int = 0
    may_cancel: bool = False
    may_go_first: bool = False
    place: int = 0
    new_place: int = 0
    others: int = 0
    each_min: int = 0
    reasons: tuple[str, ...] = REASONS
    reason: str = ""
    open: bool = True
    other_id: str = ""
    other_label: str = ""


def staff_number_props(session: Session) -> StaffNumberProps:
    """Derive it."""
    look = look_of(session)
    if look.shown is None:
        return StaffNumberProps()
    ticket, cost = look.shown.ticket, look.shown.cost
    other = look.found[(look.place + 1) % len(look.found)].ticket
    return StaffNumberProps(
        step=look.step,
        label=ticket.label,
        item=ticket_item(session, ticket),
        state=ticket.state,
        has_ahead=ticket.ahead is not None,
        ahead=ticket.ahead or 0,
        may_cancel=look.shown.may_cancel,
        may_go_first=cost is not None,
        place=cost.place if cost else 0,
        new_place=cost.new_place if cost else 0,
        others=cost.others if cost else 0,
        each_min=max(1, round(cost.each_s / MINUTE_S)) if cost else 0,
        reason=look.reason or "",
        open=look.step in LOOKS,
        other_id=other.id if other is not ticket else "",
        other_label=other.label if other is not ticket else "",
    )
