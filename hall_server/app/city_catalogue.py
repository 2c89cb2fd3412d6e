"""A version of the city's items and the site file's part of them as one catalogue, checked like a site file (CL-B1).

What a city settles is the city's, but for elements that an item of the site file names in `local`; name, codes, basis
and kind are the city's whatever it says. Items that the city does not have stay the hall's own; items that the hall
does not have are somebody else's. Knows no line and no store.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from config.errors import ConfigError
from config.site import Item, Material
from config.site.item_checks import check_items
from hall_server.app.item_file import offer
from hall_server.domain.city.items import SnapshotError, SnapshotProblem
from hall_server.domain.items.compare import BASE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.site import Site
    from hall_server.contract.city.items import CityItem, Snapshot, VersionRow
    from hall_server.domain.items.catalogue import Catalogue

_FIELDS = {"legal": "legal_days"}  # of an item's table, where it is not called as the element
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # printers and screens obey
_WITH = {"materials": ("situations",)}  # what says something of it


def catalogue_with(site: Site, snapshot: Snapshot, row: VersionRow) -> Catalogue:
    """The catalogue of a hall under a version of its city's items. Raises SnapshotError."""
    told = {one.id: one for one in snapshot.item}
    if len(told) < len(snapshot.item):
        raise SnapshotError(SnapshotProblem.ITEM_INVALID, "an id stands twice")
    items = tuple(_item(one, told[one.id]) if one.id in told else one for one in site.item)
    materials = {one.id: one for one in site.material}
    asked = {key for one in items for key, *_ in one.materials}
    names = {one.id: _material(one.id, one.name) for one in snapshot.material if one.id in asked}
    whole = msgspec.structs.replace(site, item=items, material=tuple({**materials, **names}.values()))
    try:
        check_items(Path(f"version {row.serial}"), whole)
        found = offer(whole).catalogue
    except (ConfigError, ValueError) as error:
        where = error.key if isinstance(error, ConfigError) else type(error).__name__
        raise SnapshotError(SnapshotProblem.ITEM_INVALID, where) from None
    return msgspec.structs.replace(found, effective_from=max(found.effective_from, row.effective_from.isoformat()))


def _item(ours: Item, theirs: CityItem) -> Item:
    kept = _kept(ours)
    said = {key: value for key, value in _as_written(theirs).items() if key not in kept}
    for name, value in said.items():
        if any(map(_ODD.search, _texts(value))):
            raise SnapshotError(SnapshotProblem.ITEM_INVALID, f"{ours.id}.{name}: control characters")
    try:
        return msgspec.convert({**_as_written(ours), **said}, Item)
    except msgspec.ValidationError as error:
        where = str(error).rpartition(" - at `$")[2].strip("`.")
        raise SnapshotError(SnapshotProblem.ITEM_INVALID, f"{ours.id}.{where}") from None


def _kept(ours: Item) -> set[str]:
    """The fields that this hall may have otherwise, and does."""
    local = {one for one in ours.local if one not in BASE_FIELDS}
    return {_FIELDS.get(one, one) for one in local} | {more for one in local for more in _WITH.get(one, ())}


def _material(key: str, name: str) -> Material:
    if _ODD.search(name):
        raise SnapshotError(SnapshotProblem.ITEM_INVALID, f"material {key[:32]!r}: control characters")
    try:
        return msgspec.convert({"id": key, "name": name}, Material)
    except msgspec.ValidationError:
        raise SnapshotError(SnapshotProblem.ITEM_INVALID, f"material {key[:32]!r}") from None


def _texts(value: object) -> Iterator[str]:
    """Every text in what JSON can hold."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _as_written(one: msgspec.Struct) -> dict[str, Any]:
    """Every field with its value as a file would write it, also those that are as usual."""
    return {name: msgspec.to_builtins(getattr(one, name)) for name in one.__struct_fields__}
