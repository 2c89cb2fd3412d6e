"""The hall's figures go to the city once an hour: each full hour once, also those during which nobody carried (CL-H23).

How far it was told and the message are committed together; the message is named by its hour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.index import METRICS, MetricsTold
from hall_server.contract.city.ports import PortName
from hall_server.domain.city.figures import DEFINITIONS, HOUR, figures
from hall_server.domain.city.telling import Draft, messages_of

if TYPE_CHECKING:
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.domain.ticket import Ticket
    from hall_server.flows.here import Here

STREAM = "index"
LONGEST_AGO = 48  # hours; a hall that was closed for longer tells of these
_PAGE = 500
_SETTLED = 60_000_000  # clocks of two servers, and what was taken offline a moment ago


class CityIndex:
    """Looked at now and then; most of the time there is nothing to do."""

    def __init__(self, here: Here, commits: Commits, reader: Reader) -> None:
        self._here = here
        self._commits = commits
        self._reader = reader

    def tell(self) -> Promise[int] | None:
        """Post the oldest hour that was not told; None: there is none. Another process's hour is passed."""
        at = self._here.clock.now()
        newest = (at - _SETTLED) // HOUR * HOUR  # the beginning of the hour that is not over yet
        told_to = self._reader.city_cursor(STREAM)
        starts_at = max(int(told_to), newest - LONGEST_AGO * HOUR) if told_to else newest
        if told_to and starts_at >= newest:
            return None
        message = self._hour(starts_at) if told_to else None  # a hall tells nothing of before it met its city

        def work(tx: Transaction) -> int:
            if tx.city_cursor(STREAM) != told_to:
                return 0
            tx.put_city_cursor(STREAM, str(starts_at + HOUR if message else starts_at))
            if message is None:
                return 0
            draft = Draft(PortName.INDEX, METRICS, message.hall, message, "", str(starts_at))
            return sum(tx.post(one) for one in messages_of([draft], (PortName.INDEX,), at))

        return self._commits.submit(work)

    def _hour(self, starts_at: int) -> MetricsTold:
        site, day = self._here.site, self._here.day(starts_at)
        return MetricsTold(
            hall=site.id,
            day=day,
            starts_at=starts_at,
            ends_at=starts_at + HOUR,
            figures=figures(self._tickets(day), tuple(site.queues), starts_at),
            definitions=DEFINITIONS,
        )

    def _tickets(self, day: str) -> list[Ticket]:
        found: list[Ticket] = []
        while page := self._reader.tickets_page(day, "", "", found[-1].place if found else 0, _PAGE):
            found += page
        return found
