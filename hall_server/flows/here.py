"""What every flow of one hall is handed: its values and its clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import structs

from hall_server.domain.business_day import business_day
from hall_server.domain.numbering import Rebirth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.domain.accounts import StaffAccount
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
    accounts: Mapping[str, StaffAccount] | None = None  # who works here; None: as the site file says
    _day: tuple[int, HallSite | None, str] = field(default=(-1, None, ""), init=False, repr=False)

    def timed(self, ticket: Ticket, at: int) -> Ticket:
        """The ticket as locks and timers see it: see `Elapsed.timed`."""
        return ticket if self.elapsed is None else self.elapsed.timed(ticket, at)

    def staffed(self, site: HallSite) -> HallSite:
        """A site with the people who work here now."""
        if self.accounts is None:
            return site
        there = [one for one in self.accounts.values() if one.locked_at is None]
        looks = {one.staff_no: one.looks for one in there if one.looks}
        return structs.replace(site, staff={one.staff_no: one.counters for one in there}, staff_looks=looks)

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
