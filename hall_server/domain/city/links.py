"""Links as a hall may show them: neutral (CL-G10). Pure; the shuffling is handed in.

不得强制企业选择特定中介服务机构: agencies come in another order each time, and one alone is not listed at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.links import Link, LinkCategory, Links

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_AGENCIES = 2


def neutral(told: Links, shuffle: Callable[[list[Link]], None]) -> Links:
    """The same links, each place once, in an order that nobody chose; no agencies when there is one alone."""
    found: dict[str, Link] = {}
    for one in told.links:
        if one.address not in {each.address for each in found.values()}:
            found.setdefault(one.id, one)
    links = list(found.values())
    if told.category is LinkCategory.INTERMEDIARY and len(links) < LEAST_AGENCIES:
        return Links(told.category, ())
    shuffle(links)
    return Links(told.category, tuple(links))
