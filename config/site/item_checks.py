"""What [[item]], [[material]], [[bundle]] and [[venue]] say of each other and of the queues. Knows no hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ConfigError
from config.site.named import known, unique

if TYPE_CHECKING:
    from pathlib import Path

    from config.site.items import Item
    from config.site.whole import Site


def check_items(path: Path, site: Site) -> None:
    """ConfigError for the first thing that cannot be so."""
    unique(path, "item", "id", [item.id for item in site.item])
    unique(path, "material", "id", [material.id for material in site.material])
    unique(path, "bundle", "id", [bundle.id for bundle in site.bundle])
    unique(path, "venue", "id", [venue.id for venue in site.venue])
    queues, items = {queue.id for queue in site.queue}, {item.id for item in site.item}
    if site.hall.cross_region_queue:
        known(path, "hall.cross_region_queue", (site.hall.cross_region_queue,), queues)
    for index, item in enumerate(site.item):
        known(path, f"item[{index}].queue", (item.queue,), queues)
        _material_kinds(path, index, item)
        _situations(path, index, item)
    for index, bundle in enumerate(site.bundle):
        known(path, f"bundle[{index}].items", bundle.items, items)
        questions = [one.id for one in bundle.question]
        unique(path, f"bundle[{index}].question", "id", questions)
        unique(path, f"bundle[{index}].leaf", "id", [one.id for one in bundle.leaf])
        for row, leaf in enumerate(bundle.leaf):
            known(path, f"bundle[{index}].leaf[{row}].items", leaf.items, items)
            if leaf.id in questions:
                raise ConfigError(path, f"bundle[{index}].leaf[{row}].id", f"{leaf.id!r} is the id of a question too")
    _services(path, site, items)


def _services(path: Path, site: Site, items: set[str]) -> None:
    unique(path, "service", "id", [service.id for service in site.service])
    services = {service.id for service in site.service}
    for index, service in enumerate(site.service):
        known(path, f"service[{index}].items", service.items, items)
    for index, venue in enumerate(site.venue):
        known(path, f"venue[{index}].services", venue.services, services)


def _material_kinds(path: Path, index: int, item: Item) -> None:
    for row, (_, _, kind, _) in enumerate(item.materials):
        if kind not in {"main", "tol"}:
            key = f"item[{index}].materials[{row}]"
            raise ConfigError(path, key, f"the third entry must be main or tol, found {kind!r}")


def _situations(path: Path, index: int, item: Item) -> None:
    unique(path, f"item[{index}].materials", "id", [key for key, _, _, _ in item.materials])
    unique(path, f"item[{index}].situations", "id", [situation.id for situation in item.situations])
    materials = {key for key, _, _, _ in item.materials}
    for row, situation in enumerate(item.situations):
        key = f"item[{index}].situations[{row}].choices"
        unique(path, key, "id", [choice.id for choice in situation.choices])
        for column, choice in enumerate(situation.choices):
            known(path, f"{key}[{column}].without", choice.without, materials)
