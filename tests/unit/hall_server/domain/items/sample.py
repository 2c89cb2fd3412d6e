"""Small items and catalogues for the tests of this room."""

from __future__ import annotations

from typing import Any

from hall_server.domain.items.catalogue import Catalogue, version_of
from hall_server.domain.items.element import Elements, Material, ServiceItem

CARD = Material("m_id", "居民身份证", licence="居民身份证")


def item(item_id: str = "i1", queue: str = "A", **fields: Any) -> ServiceItem:
    """An item; keyword arguments go to its elements or to itself, wherever they belong."""
    elements = {key: fields.pop(key) for key in list(fields) if key in Elements.__struct_fields__}
    return ServiceItem(id=item_id, queue=queue, elements=Elements(**{"name": item_id.upper(), **elements}), **fields)


def catalogue(*items: ServiceItem, **materials: str) -> Catalogue:
    """A snapshot of these items."""
    held = {one.id: one for one in items}
    return Catalogue(version_of(held, materials), "", held, materials)
