"""What a hall looks for at its city now and then by itself: other versions of the items, a newer trust list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hall_server.app.item_pull import ItemPull
from hall_server.app.trust_pull import TrustPull
from hall_server.contract.city.ports import PortName

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from config.site import Site
    from hall_server.app.trust_file import TrustFile
    from hall_server.city.asking import Asking
    from hall_server.flows.hall import Hall


def pulls(site: Site, hall: Hall, trust: TrustFile, asking: Asking) -> list[Coroutine[Any, Any, None]]:
    """Each runs until cancelled; none without a city."""
    found = []
    if PortName.ITEMS in asking.lines.names:
        found.append(ItemPull(site, hall.items.shelf, asking, hall.today).run())
    if site.codes is not None and trust.kept is not None and not site.codes.trust_list:
        found.append(TrustPull(site, site.codes, trust.kept, asking).run())
    return found
