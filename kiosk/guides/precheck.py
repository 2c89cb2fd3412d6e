"""The check of materials before the number: what to bring, what need not be brought and why, what can come later.

只需带 N 样: N counts what has to be brought. Nothing here keeps anybody from a number: whoever lacks something is
told and may go on all the same (CL-B12, C10, D17, E2). Pure; knows names of licences, nothing of whose they are.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hall_server.contract.catalogue import ItemView, Material


class Source(StrEnum):
    """Why a material need not be brought."""

    LICENCE = "licence"  # 已有电子证照
    SYSTEM = "system"  # 系统里已有: the city's own offices issued it


class Spared(Value, frozen=True):
    """A material that need not be brought, and why."""

    material: Material
    source: Source


class PreCheck(Value, frozen=True):
    """What a visitor is told before the number. All in the order of the list; each material stands in one place."""

    bring: tuple[Material, ...]
    later: tuple[Material, ...]  # 可容缺: may be handed in afterwards
    spared: tuple[Spared, ...]
    missing: tuple[Material, ...]  # of `bring`: not ticked yet

    @property
    def count(self) -> int:
        """The N of 只需带 N 样."""
        return len(self.bring)

    @property
    def asked(self) -> int:
        """How many the item asks for in this situation, brought or not."""
        return len(self.bring) + len(self.later) + len(self.spared)

    @property
    def by_licence(self) -> int:
        """How many an electronic licence stands for."""
        return sum(one.source is Source.LICENCE for one in self.spared)

    @property
    def ready(self) -> bool:
        """Whether nothing is missing that has to be brought."""
        return not self.missing

    @property
    def made_here(self) -> tuple[Material, ...]:
        """What is missing and can be made in the hall: 没带？旁边可以拍."""
        return tuple(one for one in self.missing if one.made_here is not None)

    @property
    def to_fetch(self) -> tuple[Material, ...]:
        """What is missing and cannot be had here."""
        return tuple(one for one in self.missing if one.made_here is None)


def narrowed(item: ItemView, answers: Mapping[str, str]) -> tuple[Material, ...]:
    """The materials after answers (situation id → choice id). Unanswered or unknown ones take nothing away."""
    dropped: set[str] = set()
    for one in item.situations:
        for (choice, _), without in zip(one.choices, one.without, strict=False):
            if answers.get(one.id) == choice:
                dropped.update(without)
    return tuple(one for one in item.materials if one.id not in dropped)


def check(
    item: ItemView, answers: Mapping[str, str], held: Collection[str] = (), ticked: Collection[str] = ()
) -> PreCheck:
    """For one item. `held`: types of electronic licences found; `ticked`: ids that the visitor says to have along."""
    return _sorted(narrowed(item, answers), held, ticked)


def check_all(
    items: Sequence[ItemView],
    answers: Mapping[str, Mapping[str, str]],
    held: Collection[str] = (),
    ticked: Collection[str] = (),
) -> PreCheck:
    """For several items in one number (`answers` by item id): each material once, tolerable only where all bear it."""
    found: dict[str, Material] = {}
    for item in items:
        for one in narrowed(item, answers.get(item.id, {})):
            known = found.get(one.id)
            if known is None or (known.tolerable and not one.tolerable):
                found[one.id] = one
    return _sorted(tuple(found.values()), held, ticked)


def _sorted(materials: Sequence[Material], held: Collection[str], ticked: Collection[str]) -> PreCheck:
    spared = {one.id: source for one in materials if (source := _source(one, held)) is not None}
    left = [one for one in materials if one.id not in spared]
    bring = tuple(one for one in left if not one.tolerable)
    return PreCheck(
        bring=bring,
        later=tuple(one for one in left if one.tolerable),
        spared=tuple(Spared(one, spared[one.id]) for one in materials if one.id in spared),
        missing=tuple(one for one in bring if one.id not in ticked),
    )


def _source(one: Material, held: Collection[str]) -> Source | None:
    if one.licence and one.licence in held:
        return Source.LICENCE
    return Source.SYSTEM if one.issued_by_gov else None
