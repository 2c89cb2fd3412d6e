"""Two catalogues field by field: where halls say different things of the same item (CL-B1).

Also whether a hall's catalogue still says what the upstream one says of name, codes, basis and kind (四级四同, CL-B2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.domain.items.element import Elements, Material, ServiceItem

BASE_FIELDS = ("name", "codes", "basis", "kind")
ITEM = ""  # the field of a difference that concerns the whole item


class Difference(msgspec.Struct, frozen=True):
    """One field of one item. A side that does not have it is None; `local`: one of the halls has flagged it."""

    item: str
    field: str  # "materials.m_id"; "" = the item itself is on one side only
    left: str | None
    right: str | None
    local: bool = False


def differences(left: Mapping[str, ServiceItem], right: Mapping[str, ServiceItem]) -> tuple[Difference, ...]:
    """Everything that two halls say differently, by item id and field, in a fixed order."""
    found: list[Difference] = []
    for item_id in sorted(left.keys() | right.keys()):
        ours, theirs = left.get(item_id), right.get(item_id)
        if ours is None or theirs is None:
            found.append(Difference(item_id, ITEM, _name(ours), _name(theirs)))
        elif ours.elements != theirs.elements:
            found.extend(_fields(ours, theirs))
    return tuple(found)


def against_upstream(upstream: Mapping[str, ServiceItem], ours: Mapping[str, ServiceItem]) -> tuple[Difference, ...]:
    """Name, codes, basis or kind that were altered: left = upstream's, right = ours. No flag excuses these (CL-B2).

    An item that only one side has is no error: nobody offers everything, and a hall may have items of its own.
    """
    return tuple(
        msgspec.structs.replace(one, local=False)
        for one in differences(upstream, ours)
        if one.field and one.field.partition(".")[0] in BASE_FIELDS
    )


def _name(item: ServiceItem | None) -> str | None:
    return None if item is None else item.elements.name


def _fields(left: ServiceItem, right: ServiceItem) -> list[Difference]:
    flagged = {*left.local, *right.local}
    ours, theirs = _flat(left.elements), _flat(right.elements)
    return [
        Difference(left.id, field, ours.get(field), theirs.get(field), field.partition(".")[0] in flagged)
        for field in dict.fromkeys((*ours, *theirs))
        if ours.get(field) != theirs.get(field)
    ]


def _flat(elements: Elements) -> dict[str, str]:
    """Every element as field path → words; lists by component or by position, so that one change is one line."""
    return {
        "name": elements.name,
        **{f"codes.{key}": value for key, value in msgspec.structs.asdict(elements.codes).items()},
        "basis": "；".join(elements.basis),
        "kind": elements.kind or "",
        "target": elements.target,
        "conditions": elements.conditions,
        **{f"process.{index}": step for index, step in enumerate(elements.process, 1)},
        "materials": " ".join(one.id for one in elements.materials),
        **{f"materials.{one.id}": _material(one) for one in elements.materials},
        "legal": str(elements.legal or ""),
        "promise_days": str(elements.promise_days),
        "results": "；".join(elements.results),
        **{f"special_steps.{one.name}": str(one.term or "-") for one in elements.special_steps},
    }


def _material(one: Material) -> str:
    return f"{one.name} [{'tol' if one.tolerable else 'main'}]" + (f" ({one.licence})" if one.licence else "")
