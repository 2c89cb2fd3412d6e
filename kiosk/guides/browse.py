"""The guide's lists: by first letter of the reading, by theme, by department, by kind (CL-B6: the theme comes first).

Bundles 一件事 stand among the items, before them within a theme. Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.contract.catalogue import Catalogue, ItemView
    from hall_server.contract.guides import BundleView

OTHERS = "#"  # what begins with no letter


class Entry(Value, frozen=True):
    """One line of a list; `bundle` says whether its id is a bundle's."""

    id: str
    name: str
    bundle: bool = False


class Group(Value, frozen=True):
    """Entries under one heading: a letter, a theme, a department, a kind."""

    heading: str
    entries: tuple[Entry, ...]


def by_letter(catalogue: Catalogue) -> tuple[Group, ...]:
    """A to Z by the reading of the name, or by the name itself where it is Latin; `#` last."""
    lines = sorted(_lines(catalogue), key=lambda line: _letters(line[1]))
    groups = _grouped((_letters(one)[0].upper(), entry) for entry, one in lines)
    return (*(one for one in groups if one.heading != OTHERS), *(one for one in groups if one.heading == OTHERS))


def by_theme(catalogue: Catalogue) -> tuple[Group, ...]:
    """The hall's themes in its order, then those that only bundles have."""
    found = _grouped((one.theme, entry) for entry, one in _lines(catalogue))
    order = {theme: place for place, theme in enumerate(catalogue.themes)}
    return tuple(sorted(found, key=lambda group: order.get(group.heading, len(order))))


def by_department(catalogue: Catalogue) -> tuple[Group, ...]:
    """受理机构, in the order in which they first come; bundles belong to none."""
    return _grouped((one.department, _entry(one)) for one in _items(catalogue))


def by_kind(catalogue: Catalogue) -> tuple[Group, ...]:
    """事项类型; the heading is a word of `ItemKind`, "" for items of none."""
    return _grouped((one.kind or "", _entry(one)) for one in _items(catalogue))


def common(catalogue: Catalogue) -> Group:
    """常办."""
    return Group("", tuple(_entry(one) for one in _items(catalogue) if one.common))


def _items(catalogue: Catalogue) -> list[ItemView]:
    return [one for one in catalogue.items if one.id != GENERAL_ITEM]


def _lines(catalogue: Catalogue) -> list[tuple[Entry, ItemView | BundleView]]:
    bundles = [(Entry(one.id, one.name, bundle=True), one) for one in catalogue.bundles]
    return [*bundles, *((_entry(one), one) for one in _items(catalogue))]


def _entry(one: ItemView) -> Entry:
    return Entry(one.id, one.name)


def _letters(one: ItemView | BundleView) -> str:
    """What a line is sorted by: always at least one character, a letter first where there is one."""
    read = one.name.casefold() if one.name.isascii() else one.pinyin
    return read if read[:1].isascii() and read[:1].isalpha() else OTHERS + read


def _grouped(lines: Iterable[tuple[str, Entry]]) -> tuple[Group, ...]:
    found: dict[str, list[Entry]] = {}
    for heading, entry in lines:
        found.setdefault(heading, []).append(entry)
    return tuple(Group(heading, tuple(entries)) for heading, entries in found.items())
