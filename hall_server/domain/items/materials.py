"""Lists of materials: narrowed by a visitor's answers (CL-B12), merged over several items (CL-B5, D7, D9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hall_server.domain.items.element import Material, ServiceItem, Situation


class MergedMaterial(msgspec.Struct, frozen=True):
    """One component, listed once. `for_items`: who needs it, in their order ("用于3项")."""

    id: str
    name: str
    tolerable: bool  # only when each of the items can do without it at first
    licence: str  # the electronic licence that stands for it with every one of the items, else "": bring the thing
    for_items: tuple[str, ...]
    other_names: tuple[str, ...] = ()  # wordings of the other items, where they differ


def narrowed(item: ServiceItem, answers: Mapping[str, str]) -> tuple[Material, ...]:
    """The item's materials after answers (situation id → choice id): a subset in the same order.

    Unanswered questions take nothing away. HallProblem(bad_request) for a question or an answer that is not there.
    """
    situations = {one.id: one for one in item.situations}
    dropped: set[str] = set()
    for asked, answer in answers.items():
        if asked not in situations:
            raise HallProblem(ProblemCode.BAD_REQUEST, asked, field="$.answers")
        dropped.update(_without(situations[asked], answer))
    return tuple(one for one in item.elements.materials if one.id not in dropped)


def merged(lists: Iterable[tuple[str, Iterable[Material]]], names: Mapping[str, str]) -> tuple[MergedMaterial, ...]:
    """Materials of several items (item id, its list), each component once, in the order in which they first come.

    `names`: the component library, id → name; a component that is not in it goes by its first wording.
    """
    found: dict[str, MergedMaterial] = {}
    for item_id, materials in lists:
        for one in materials:
            known = found.get(one.id)
            found[one.id] = _first(item_id, one, names) if known is None else _also(known, item_id, one)
    return tuple(found.values())


def _without(situation: Situation, answer: str) -> tuple[str, ...]:
    for choice in situation.choices:
        if choice.id == answer:
            return choice.without
    raise HallProblem(ProblemCode.BAD_REQUEST, answer, field=f"$.answers.{situation.id}")


def _first(item_id: str, one: Material, names: Mapping[str, str]) -> MergedMaterial:
    name = names.get(one.id, one.name)
    other = () if one.name == name else (one.name,)
    return MergedMaterial(one.id, name, one.tolerable, one.licence, (item_id,), other)


def _also(known: MergedMaterial, item_id: str, one: Material) -> MergedMaterial:
    said = {known.name, *known.other_names}
    return msgspec.structs.replace(
        known,
        tolerable=known.tolerable and one.tolerable,
        licence=known.licence if known.licence == one.licence else "",
        for_items=known.for_items if item_id in known.for_items else (*known.for_items, item_id),
        other_names=known.other_names if one.name in said else (*known.other_names, one.name),
    )
