"""A database that was empty a moment ago plans as if it still were, until its own housekeeping comes by in a minute.

Met in measuring: the check that an event's ticket exists read all tickets of the hall each time, because for one row
every index looks as good. So whoever fills a new database has it counted, now and then, while it is small.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from hall_server.store.postgres.link import Db

_AT = (50, 500, 5_000)  # tickets written by this process; later the database looks after itself
_COUNT = b"ANALYZE ticket, ticket_event, idempotency, hall_head"
_log = logging.getLogger("kapok.store")


class Growth:
    """How many tickets this process has made."""

    def __init__(self) -> None:
        self._tickets = 0

    def more(self, db: Db, tickets: int) -> None:
        """So many tickets were committed; outside a transaction. Whatever goes wrong here is nobody's trouble."""
        before, self._tickets = self._tickets, self._tickets + tickets
        if any(before < mark <= self._tickets for mark in _AT):
            try:
                db.execute(_COUNT)
            except psycopg.Error as error:
                _log.info("tables were not counted error=%r", type(error).__name__)
