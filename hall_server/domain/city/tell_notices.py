"""What visitors hear who wished to hear of their ticket: one message per happening, none of it about anybody (CL-C16).

To whom is not known here: the body names the city's booking, or nobody yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.acceptance import CASE_OUTCOMES
from hall_server.contract.city.notices import NEAR_AHEAD, Addressee, Notice, NoticeKind
from hall_server.contract.city.ports import PortName
from hall_server.contract.slip_code import slip_address, slip_code
from hall_server.contract.vocabulary import Move, Outcome
from hall_server.domain.city.telling import Draft
from hall_server.domain.queue import called_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.domain.city.telling import TicketMoved, Wish
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Ticket

MINUTE = 60_000_000
GOOD_FOR_MIN = {
    NoticeKind.NEAR: 30,
    NoticeKind.CALLED: 5,
    NoticeKind.MISSED: 60,
    NoticeKind.ACCEPTED: 24 * 60,
    NoticeKind.RATE: 24 * 60,
}
RATED = CASE_OUTCOMES | {Outcome.CONSULTED, Outcome.COLLECTED}  # who left without being served is asked nothing


def ticket_moved(moved: TicketMoved) -> Iterator[Draft]:
    """到号、过号、受理、邀评 of a ticket that somebody wished to hear of."""
    event, ticket, wish = moved.event, moved.ticket, moved.wish
    if wish is None:
        return
    if event.move is Move.CALL:
        known = moved.site.counters.get(event.counter or 0)
        place = known.place if known else ""
        yield _draft(moved.site, ticket, wish, NoticeKind.CALLED, event.at, counter=event.counter, place=place)
    elif event.move is Move.NO_SHOW:
        yield _draft(moved.site, ticket, wish, NoticeKind.MISSED, event.at)
    elif event.move is Move.COMPLETE and event.outcome is not None:
        if event.outcome in CASE_OUTCOMES:
            yield _draft(moved.site, ticket, wish, NoticeKind.ACCEPTED, event.at, outcome=event.outcome.value)
        if event.outcome in RATED:
            yield _draft(moved.site, ticket, wish, NoticeKind.RATE, event.at)._replace(once="rate")


def near(site: HallSite, ticket: Ticket, wish: Wish, at: int) -> Draft:
    """前面还有3位: once per ticket, whoever looks how often."""
    draft = _draft(site, ticket, wish, NoticeKind.NEAR, at, ahead=NEAR_AHEAD, place=called_at(ticket, site).place)
    return draft._replace(once="near")


def _draft(
    site: HallSite,
    ticket: Ticket,
    wish: Wish,
    kind: NoticeKind,
    at: int,
    *,
    counter: int | None = None,
    place: str = "",
    ahead: int | None = None,
    outcome: str = "",
) -> Draft:
    item = site.items.get(ticket.item)
    notice = Notice(
        ticket=ticket.id,
        label=ticket.label,
        hall_name=site.name[:120],
        at=at,
        until=at + GOOD_FOR_MIN[kind] * MINUTE,
        channel=wish.channel,
        to=Addressee(reference=wish.reference) if wish.reference else None,
        item_name=item.name[:120] if item else "",
        counter=counter,
        place=place[:120],
        ahead=ahead,
        outcome=outcome,
        page=_page(site, ticket),
    )
    return Draft(PortName.NOTICES, kind.value, ticket.id, notice, ticket.correlation or ticket.id)


def _page(site: HallSite, ticket: Ticket) -> str:
    if not site.public_address:
        return ""
    return slip_address(site.public_address, slip_code(bytes.fromhex(ticket.id.replace("-", ""))))[:200]
