"""One-thing bundles 一件事: several items, one visit, one ticket, one list of materials, one form (CL-D7).

Each member keeps an outcome of its own; that is the ticket's business, not this module's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.items import MAX_ITEMS, Order
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.materials import MergedMaterial, merged
from hall_server.domain.items.tree import NO_TREE, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hall_server.domain.items.catalogue import Catalogue
    from hall_server.domain.items.element import Material, ServiceItem


class Bundle(msgspec.Struct, frozen=True):
    """A bundle as the site offers it. `elsewhere`: what belongs to it but is not settled in this hall."""

    id: str
    name: str
    items: tuple[str, ...]
    order: Order = Order.PARALLEL
    elsewhere: tuple[str, ...] = ()
    name_en: str = ""
    plain: str = ""
    also: tuple[str, ...] = ()
    theme: str = ""
    tree: Tree = NO_TREE


class Together(msgspec.Struct, frozen=True):
    """Several items as one visit. `stages`: what may be done at once stands together; `promise_days` of the whole."""

    items: tuple[str, ...]
    stages: tuple[tuple[str, ...], ...]
    materials: tuple[MergedMaterial, ...]
    form_fields: tuple[str, ...]  # asked once, in the order in which they first come
    promise_days: int


def together(
    catalogue: Catalogue,
    chosen: Sequence[str],
    order: Order = Order.PARALLEL,
    lists: Mapping[str, tuple[Material, ...]] | None = None,
) -> Together:
    """What a visitor who wants these items brings, fills in and waits for; an item named twice is one item.

    `lists`: materials after the visitor's answers, for the items that asked. HallProblem(item_unknown) for an item
    that is not in the catalogue, HallProblem(bad_request) for none or too many.
    """
    items = members(catalogue, chosen)
    narrowed = lists or {}
    days = [item.elements.promise_days for item in items]
    ids = tuple(item.id for item in items)
    serial = order is Order.SERIAL
    return Together(
        items=ids,
        stages=tuple((one,) for one in ids) if serial else (ids,),
        materials=merged(
            ((item.id, narrowed.get(item.id, item.elements.materials)) for item in items), catalogue.materials
        ),
        form_fields=tuple(dict.fromkeys(field for item in items for field in item.form_fields)),
        promise_days=sum(days) if serial else max(days),
    )


def members(catalogue: Catalogue, chosen: Sequence[str]) -> tuple[ServiceItem, ...]:
    """The chosen items, each once, in order; HallProblem as for `together`."""
    if not 1 <= len(chosen) <= MAX_ITEMS:
        raise HallProblem(ProblemCode.BAD_REQUEST, f"1 to {MAX_ITEMS} items", field="$.items")
    for index, one in enumerate(chosen):
        if one not in catalogue.items:
            raise HallProblem(ProblemCode.ITEM_UNKNOWN, one, field=f"$.items[{index}]")
    return tuple(catalogue.items[one] for one in dict.fromkeys(chosen))
