"""[[user]] tables of a site file as accounts: a seed for whoever has none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.staff import StaffRole
from hall_server.domain.accounts import StaffAccount

if TYPE_CHECKING:
    from config.site import Site


def staff_of(site: Site) -> list[StaffAccount]:
    """Everybody whom the file names; who has no `pin_hash` cannot sign in by PIN."""
    return [
        StaffAccount(
            staff_no=user.staff_no,
            name=user.name,
            roles=tuple(StaffRole(role) for role in user.roles),
            counters=user.counters,
            looks=user.looks,
            pin_hash=user.pin_hash,
        )
        for user in site.user
    ]
