"""What the acceptance platform hears: how each visit ended, and that an ending was taken back (CL-H4, CL-H5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.acceptance import CASE, CASE_OUTCOMES, CaseItem, CaseTold
from hall_server.contract.city.ports import PortName
from hall_server.contract.vocabulary import Move
from hall_server.domain.city.telling import Draft, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.domain.city.telling import TicketMoved
    from hall_server.domain.site import HallSite

_CODE_MAX = 64
_ITEMS_MAX = 50


def ticket_moved(moved: TicketMoved) -> Iterator[Draft]:
    """A case, when the visit ended with one; its withdrawal, when the ending is undone, whatever it was."""
    event, ticket, booking = moved.event, moved.ticket, moved.booking
    is_case = event.move is Move.COMPLETE and event.outcome in CASE_OUTCOMES
    withdrawn = event.undone is Move.COMPLETE
    if not (is_case or withdrawn):
        return
    told = CaseTold(
        ticket=ticket.id,
        version=version_of(moved.life, event.n),
        at=event.at,
        items=tuple(CaseItem(one, code_of(moved.site, one)) for one in (ticket.items or (ticket.item,))[:_ITEMS_MAX]),
        correlation=ticket.correlation,
        booking=ticket.booking,
        reference=booking.reference if booking else "",
        counter=event.counter,
        outcome=None if withdrawn else event.outcome,
        withdrawn=withdrawn,
    )
    yield Draft(PortName.ACCEPTANCE, CASE, ticket.id, told, ticket.correlation or ticket.id)


def code_of(site: HallSite, item: str) -> str:
    """A service item's code as the city knows it; its id where the catalogue has none."""
    known = site.offer.catalogue.items.get(item)
    codes = known.elements.codes if known else None
    return ((codes.implementation or codes.basic) if codes else "")[:_CODE_MAX] or item
