"""What every flow of one hall is handed: its values and its clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.domain.business_day import business_day

if TYPE_CHECKING:
    from hall_server.domain.seams import Clock
    from hall_server.domain.site import HallSite


class Here(NamedTuple):
    """One hall and its time."""

    site: HallSite
    clock: Clock

    def day(self, at: int) -> str:
        """The business day that a moment belongs to."""
        return business_day(at, self.site.zone, self.site.limits.day_rolls_at_min)
