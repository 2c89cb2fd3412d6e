"""A new business day finds every counter closed: who walked off without signing out holds no counter for ever.

Nobody is left standing: a counter with a ticket called or served stays open until that ticket has ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.flows.here import Here


def close_old_seats(tx: Transaction, here: Here) -> None:
    """Close the counters that were opened on another business day and have no ticket at hand."""
    today = here.day(here.clock.now())
    for no in here.site.counters:
        session = tx.session(no)
        if session is not None and here.day(session.since) != today and tx.at_counter(no) is None:
            tx.drop_session(no)
