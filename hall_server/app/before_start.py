"""What must fit before a hall is served: the site file and the tickets of today that are still alive."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Ticket


def orphans(site: HallSite, living: Iterable[Ticket], versions: Collection[str] = ()) -> str:
    """One sentence about living tickets whose queue or item the site file does not know; "" when there are none.

    An item is known too when the ticket was taken under one of the `versions` of the catalogue that are kept.
    """
    lost: Counter[str] = Counter()
    for ticket in living:
        if ticket.queue not in site.queues:
            lost[f"queue {ticket.queue}"] += 1
        elif ticket.item not in site.items and ticket.catalogue not in versions:
            lost[f"item {ticket.item}"] += 1
    if not lost:
        return ""
    told = ", ".join(f"{what} ({count} tickets)" for what, count in sorted(lost.items()))
    return (
        f"tickets that are still alive belong to what the site file does not know: {told}; keep it until they are done"
    )
