"""What every flow of one hall is handed: its values and its clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hall_server.domain.business_day import business_day
from hall_server.domain.numbering import Rebirth

if TYPE_CHECKING:
    from hall_server.domain.seams import Clock, NumberRows
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Ticket
    from hall_server.flows.elapsed import Elapsed

_MINUTE = 60_000_000  # no day begins within one: hours and offsets of zones are whole minutes


@dataclass(slots=True)
class Here:
    """One hall and its time. Its `site` is another value when another version of the catalogue comes into force."""

    site: HallSite
    clock: Clock
    elapsed: Elapsed | None = None
    _day: tuple[int, HallSite | None, str] = field(default=(-1, None, ""), init=False, repr=False)

    def timed(self, ticket: Ticket, at: int) -> Ticket:
        """The ticket as locks and timers see it: see `Elapsed.timed`."""
        return ticket if self.elapsed is None else self.elapsed.timed(ticket, at)

    def day(self, at: int) -> str:
        """The business day that a moment belongs to."""
        minute, site = at // _MINUTE, self.site
        known = self._day  # one value, read and written whole: two threads ask
        if known[0] != minute or known[1] is not site:
            day = business_day(at, site.zone, site.limits.day_rolls_at_min)
            known = self._day = (minute, site, day)
        return known[2]

    def rebirths(self, tx: NumberRows) -> list[Rebirth]:
        """The lives that began because the database had gone back in time, the present one last."""
        return [Rebirth(self.day(began), life) for began, life in tx.rebirths()]
