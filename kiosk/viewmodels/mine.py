"""UI-K16 您已经有号: the number that the visitor holds already, and what became of what they wished for it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.mine import MineStep, mine_way, the_ticket
from kiosk.values import Value
from kiosk.viewmodels.tongue import said, ticket_item

if TYPE_CHECKING:
    from kiosk.session.state import Session


class HasTicketProps(Value, frozen=True):
    """`step`: a MineStep. `other_id`, `other_label`: the next of several numbers; "" when there is one only."""

    step: str = MineStep.SHOWN
    label: str = ""
    item: str = ""
    place: str = ""
    called: bool = False
    has_ahead: bool = False
    ahead: int = 0
    has_wait: bool = False
    low_min: int = 0
    high_min: int = 0
    other_id: str = ""
    other_label: str = ""
    printer: bool = False


def has_ticket_props(session: Session) -> HasTicketProps:
    """Derive it."""
    way, ticket = mine_way(session), the_ticket(session)
    if way is None or ticket is None:
        return HasTicketProps()
    held = session.current_visit().mine
    other = held[(held.index(ticket) + 1) % len(held)]
    return HasTicketProps(
        step=way.step,
        label=ticket.label,
        item=ticket_item(session, ticket),
        place=said(session, ticket.place),
        called=ticket.called_at is not None,
        has_ahead=ticket.ahead is not None,
        ahead=ticket.ahead or 0,
        has_wait=ticket.wait is not None,
        low_min=ticket.wait.low_min if ticket.wait else 0,
        high_min=ticket.wait.high_min if ticket.wait else 0,
        other_id=other.id if other is not ticket else "",
        other_label=other.label if other is not ticket else "",
        printer=session.devices.printer,
    )
