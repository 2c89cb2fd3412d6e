"""申办 at a kiosk: whether everything an item asks for is there, and what the visitor has on paper afterwards. Pure.

What the hall cannot see (form and pages are sealed for the city) it does not judge; it judges that each material has
pages, or an electronic licence that the hall itself has found in this visit, or may come later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.applications import ApplicationReceipt
from hall_server.contract.city.applications import FORM, TOTAL_MAX
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.materials import merged, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from hall_server.contract.applications import HandInApplication
    from hall_server.contract.catalogue import ItemView
    from hall_server.contract.city.applications import ApplicationTaken, MaterialGiven, PartTold
    from hall_server.contract.visits import MaterialNeed
    from hall_server.domain.items.catalogue import Catalogue
    from hall_server.domain.items.element import ServiceItem
    from hall_server.domain.items.materials import MergedMaterial

BEGUN, HANDED_IN = "application_begun", "application_handed_in"  # kinds of records


class Begun(msgspec.Struct, frozen=True):
    """A record of `BEGUN`: somebody said yes to handing an application in from this kiosk."""

    application: str
    item: str


class HandedIn(msgspec.Struct, frozen=True):
    """A record of `HANDED_IN`: what the city said of it. Nobody is in it."""

    receipt: ApplicationReceipt


def wanted_of(catalogue: Catalogue, item: ServiceItem, answers: Mapping[str, str]) -> tuple[MergedMaterial, ...]:
    """The item's materials after the visitor's answers. HallProblem(bad_request)."""
    return merged([(item.id, narrowed(item, answers))], catalogue.materials)


class Judged(NamedTuple):
    """Materials by name: those for which an electronic licence stands, and those that come later."""

    by_licence: tuple[str, ...]
    later: tuple[str, ...]


def judged(needs: Sequence[MaterialNeed], held: AbstractSet[str], order: HandInApplication) -> Judged:
    """Whether everything is there. HallProblem(bad_request | materials_missing).

    `held`: materials for which the hall has found an electronic licence.
    """
    pages = _pages_of(order.parts)
    given = _given(needs, order.materials, pages)
    for need in needs:
        one = given.get(need.id)
        if one is not None and one.licence and (one.licence != need.licence or need.id not in held):
            raise HallProblem(ProblemCode.MATERIALS_MISSING, need.id, field="$.materials")
    lacking = [need for need in needs if not _is_there(given.get(need.id))]
    missing = [need.id for need in lacking if not need.tolerable]
    if missing:
        raise HallProblem(ProblemCode.MATERIALS_MISSING, ",".join(missing), field="$.materials")
    by_licence = tuple(need.name for need in needs if need.id in given and given[need.id].licence)
    return Judged(by_licence, tuple(need.name for need in lacking))


def receipt_of(
    item: ItemView, order: HandInApplication, taken: ApplicationTaken, materials: Judged, hotline: str
) -> ApplicationReceipt:
    """What the slip says: the city's words, and the promises of the catalogue."""
    return ApplicationReceipt(
        application=taken.application,
        number=taken.number,
        item=item.id,
        item_name=item.name,
        state=taken.state,
        at=taken.at,
        accepting=taken.accepting or item.department,
        deciding=taken.deciding or item.deciding or item.department,
        promise_days=item.promise_days,
        special_steps=item.special_steps,
        due_at=taken.due_at,
        delivery=order.delivery,
        pages=len(order.parts) - 1,
        by_licence=materials.by_licence,
        later=materials.later,
        contact=taken.contact or hotline,
    )


def _pages_of(parts: Iterable[PartTold]) -> frozenset[int]:
    told = [one.part for one in parts]
    if len(set(told)) != len(told) or FORM not in told:
        raise HallProblem(ProblemCode.BAD_REQUEST, "each part once, the form among them", field="$.parts")
    if sum(one.size for one in parts) > TOTAL_MAX:
        raise HallProblem(ProblemCode.BAD_REQUEST, f"more than {TOTAL_MAX} bytes", field="$.parts")
    return frozenset(told) - {FORM}


def _given(
    needs: Iterable[MaterialNeed], materials: Iterable[MaterialGiven], pages: frozenset[int]
) -> dict[str, MaterialGiven]:
    known, given = {one.id for one in needs}, {}
    for index, one in enumerate(materials):
        if one.material not in known or one.material in given:
            raise HallProblem(ProblemCode.BAD_REQUEST, "no material of it", field=f"$.materials[{index}].material")
        if not set(one.parts) <= pages:
            raise HallProblem(ProblemCode.BAD_REQUEST, "no page of it", field=f"$.materials[{index}].parts")
        given[one.material] = one
    return given


def _is_there(one: MaterialGiven | None) -> bool:
    return one is not None and bool(one.parts or one.licence)
