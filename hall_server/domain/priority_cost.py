"""What it costs others when somebody goes first: reckoned by the next-ticket rule itself, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.priority import PriorityCost
from hall_server.contract.vocabulary import Chip
from hall_server.domain.queue import in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Ticket

_FIRST = frozenset({Chip.ELDER, Chip.PRIORITY})


def goes_first(chips: Iterable[Chip]) -> bool:
    """Whether a ticket with these chips has the credit of priority already."""
    return not _FIRST.isdisjoint(chips)


def prioritised(ticket: Ticket) -> Ticket:
    """The same ticket with the credit of priority."""
    return ticket if goes_first(ticket.chips) else msgspec.structs.replace(ticket, chips=(*ticket.chips, Chip.PRIORITY))


def unprioritised(ticket: Ticket) -> Ticket:
    """The same ticket without that credit, to compare with."""
    return msgspec.structs.replace(ticket, chips=tuple(one for one in ticket.chips if one not in _FIRST))


def as_before(ticket: Ticket) -> Ticket:
    """The same ticket without the priority that was given by hand; what it was taken with stays."""
    return msgspec.structs.replace(ticket, chips=tuple(one for one in ticket.chips if one is not Chip.PRIORITY))


def priority_cost(
    ticket: Ticket, waiting: Sequence[Ticket], site: HallSite, at: int, working: Collection[int]
) -> PriorityCost:
    """`waiting`: everybody in line, the ticket too; `working`: counters that are open (none of its own: all of them).

    Whom it passes waits for one more service at one of the counters that may call it.
    """
    own = site.counters_of(ticket.queue)
    counters = [no for no in own if no in working] or list(own)
    after = [prioritised(one) if one.id == ticket.id else one for one in waiting]
    place = new_place = len(waiting)
    passed: set[str] = set()
    for no in counters:
        now = [one.id for one in in_order(waiting, site.counter(no), at, site)]
        then = [one.id for one in in_order(after, site.counter(no), at, site)]
        if ticket.id not in now:
            continue
        stood, stands = now.index(ticket.id), then.index(ticket.id)
        passed |= set(now[:stood]) - set(then[:stands])
        place, new_place = min(place, stood + 1), min(new_place, stands + 1)
    each_s = round(site.queues[ticket.queue].service_s / max(1, len(counters))) if passed else 0
    return PriorityCost(place, new_place, len(passed), each_s)
