"""A basket of items 自由组合: what to bring, where to go, how long it takes; one answer (CL-D7, D9, A7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.items import Order
from hall_server.domain.items.bundles import Together, together
from hall_server.domain.items.combine import Plan, Standing, fewest_counters, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from hall_server.domain.items.catalogue import Catalogue
    from hall_server.domain.items.element import Material


class Basket(msgspec.Struct, frozen=True):
    """Several items as one visit. `ticket`: where its one ticket stands; None when no counter serves any of it."""

    visit: Together
    plan: Plan
    ticket: Standing | None


def basket(
    catalogue: Catalogue,
    chosen: Sequence[str],
    counters: Mapping[int, Collection[str]],
    *,
    wait: Callable[[int], int],
    service_s: Callable[[str], int],
    order: Order = Order.PARALLEL,
    lists: Mapping[str, tuple[Material, ...]] | None = None,
) -> Basket:
    """The answer for these items at these counters (the open ones, say: counter → its queues).

    `wait`: whole seconds until a counter could take the visitor; `service_s`: those that an item takes. HallProblem
    as for `together`.
    """
    visit = together(catalogue, chosen, order, lists)
    needs = {one: catalogue.items[one].queue for one in visit.items}
    return Basket(visit, fewest_counters(needs, counters, wait, service_s), standing(needs, counters, wait))
