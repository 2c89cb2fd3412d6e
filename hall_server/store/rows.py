"""Rows to domain values and back. Knows the columns' order, no statements and no driver."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.messages import OnBehalf, VisitorMask
from hall_server.contract.vocabulary import Chip, Delivery, Origin, Outcome, Role, TicketState
from hall_server.domain.hall_state import ApiKey
from hall_server.domain.ticket import Ticket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.store.prepared import Value


def ticket_of(row: Sequence[Any]) -> Ticket:
    """A row of `ticket`, all columns in the table's order."""
    (
        _, ticket_id, business_day, queue, number, label, item, kiosk, origin, state, delivery, taken_at, place, n,
        counter, called_at, last_called_at, served_at, ended_at, recalls, outcome, end_reason, chips, for_other,
        pseudonym, name_mask, number_mask, since, items, bundle, catalogue, booking, booked_for, correlation,
        come_back_at, carried_from, directed_to, held_at, no_shows, missed_at, on_behalf,
        modes,
    ) = row  # fmt: skip
    return Ticket(
        id=ticket_id,
        business_day=business_day,
        queue=queue,
        number=number,
        label=label,
        item=item,
        kiosk=kiosk,
        origin=Origin(origin),
        state=TicketState(state),
        delivery=Delivery(delivery),
        taken_at=taken_at,
        place=place,
        n=n,
        counter=counter,
        called_at=called_at,
        last_called_at=last_called_at,
        served_at=served_at,
        ended_at=ended_at,
        recalls=recalls,
        outcome=Outcome(outcome) if outcome is not None else None,
        end_reason=end_reason,
        chips=tuple(Chip(chip) for chip in chips.split(",")) if chips else (),
        for_other=bool(for_other),
        visitor=None if pseudonym is None else VisitorMask(pseudonym, name_mask or "", number_mask or ""),
        since=since,
        items=tuple(items.split(",")) if items else (item,),
        bundle=bundle,
        catalogue=catalogue,
        booking=booking,
        booked_for=booked_for,
        correlation=correlation,
        come_back_at=come_back_at,
        carried_from=carried_from,
        directed_to=directed_to,
        held_at=held_at,
        no_shows=no_shows,
        missed_at=missed_at,
        on_behalf=None if on_behalf is None else msgspec.json.decode(on_behalf, type=OnBehalf),
        modes=modes or "",
    )


def new_ticket_values(hall_id: str, ticket: Ticket) -> dict[str, Value]:
    """All columns of a new row."""
    visitor = ticket.visitor
    return {
        "hall_id": hall_id,
        "id": ticket.id,
        "business_day": ticket.business_day,
        "number": ticket.number,
        "label": ticket.label,
        "item": ticket.item,
        "kiosk": ticket.kiosk,
        "origin": ticket.origin.value,
        "taken_at": ticket.taken_at,
        "place": ticket.place,
        "for_other": int(ticket.for_other),
        "pseudonym": visitor.pseudonym if visitor else None,
        "name_mask": visitor.name_mask if visitor else None,
        "number_mask": visitor.number_mask if visitor else None,
        "since": ticket.since,
        "items": ",".join(ticket.items) if len(ticket.items) > 1 else "",
        "bundle": ticket.bundle,
        "catalogue": ticket.catalogue,
        "booking": ticket.booking,
        "booked_for": ticket.booked_for,
        "correlation": ticket.correlation,
        "come_back_at": ticket.come_back_at,
        "carried_from": ticket.carried_from,
        "on_behalf": msgspec.json.encode(ticket.on_behalf).decode() if ticket.on_behalf else None,
        "modes": ticket.modes or None,
        **_changing(ticket),
    }


def changed_ticket_values(hall_id: str, ticket: Ticket) -> dict[str, Value]:
    """The columns that moves change, and which row is meant."""
    changed = {f"new_{name}": value for name, value in _changing(ticket).items()}
    return {"of_hall": hall_id, "of_id": ticket.id, **changed}


def api_key_of(row: Sequence[Any]) -> ApiKey:
    """A row of `api_key` without its hall."""
    key_id, role, name, place, secret_hash, created_at, revoked_at = row
    return ApiKey(key_id, Role(role), name, place, secret_hash, created_at, revoked_at)


def _changing(ticket: Ticket) -> dict[str, Value]:
    return {
        "queue": ticket.queue,
        "state": ticket.state.value,
        "delivery": ticket.delivery.value,
        "n": ticket.n,
        "counter": ticket.counter,
        "called_at": ticket.called_at,
        "last_called_at": ticket.last_called_at,
        "served_at": ticket.served_at,
        "ended_at": ticket.ended_at,
        "recalls": ticket.recalls,
        "outcome": ticket.outcome.value if ticket.outcome else None,
        "end_reason": ticket.end_reason,
        "directed_to": ticket.directed_to,
        "held_at": ticket.held_at,
        "no_shows": ticket.no_shows,
        "missed_at": ticket.missed_at,
        "chips": ",".join(ticket.chips),
    }
