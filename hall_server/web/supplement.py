"""一次性告知单 as the console asks for it and as the sheet says it. Pure values for two templates (CL-D1, B8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.licence_visits import HeldState
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.supplement import OTHERS_MOST, GiveNotice, Lack, MissingMaterial

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hall_server.contract.licence_visits import MaterialHeld
    from hall_server.contract.supplement import NoticeGiven
    from hall_server.domain.site import HallSite

LACK_WORDS: Mapping[Lack, tuple[str, str]] = {
    Lack.NOT_BROUGHT: ("没带来", "把原件带来"),
    Lack.NOT_FIT: ("不合要求", "照清单的要求重新准备"),
    Lack.EXPIRED: ("过期了", "换成有效的带来"),
    Lack.UNSIGNED: ("没签字或没盖章", "补上签字或盖章"),
}
KEYS = 9  # digits of the pad that name a material
_OWN_LIST = "本事项材料清单"
_NOT_LISTED = "材料名称、依据都要写，各不超过 40、60 个字，不写身份证号和电话。"


class LackLine(msgspec.Struct, frozen=True):
    """One material of the form. `held`: the electronic licence that the hall has; it cannot be said to be missing."""

    key: str
    id: str
    name: str
    held: str


class SheetLine(msgspec.Struct, frozen=True):
    """One line of the sheet."""

    name: str
    lack: str
    mend: str
    basis: str


def lack_lines(materials: Sequence[MaterialHeld]) -> tuple[LackLine, ...]:
    """Every material of the visit; the first nine have a key."""
    return tuple(
        LackLine(
            str(place) if place <= KEYS else "",
            one.id,
            one.name,
            one.licence if one.state is HeldState.HELD and not one.paper_asked else "",
        )
        for place, one in enumerate(materials, 1)
    )


def order_of(form: Mapping[str, str], materials: Sequence[MaterialHeld]) -> GiveNotice:
    """What a clerk filled in. HallProblem(bad_request) with a sentence where something is not right."""
    missing = [
        MissingMaterial(one.id, _lack(form.get(f"lack_{place}", "")))
        for place, one in enumerate(materials)
        if form.get(f"miss_{place}")
    ]
    others = [
        (name, form.get(f"basis_{place}", "").strip())
        for place in range(OTHERS_MOST)
        if (name := form.get(f"other_{place}", "").strip())
    ]
    try:
        return msgspec.convert(
            {
                "missing": [msgspec.to_builtins(one) for one in missing],
                "others": [{"name": name, "basis": basis} for name, basis in others],
                "why": form.get("why", "").strip(),
            },
            GiveNotice,
        )
    except msgspec.ValidationError:
        raise HallProblem(ProblemCode.BAD_REQUEST, _NOT_LISTED) from None


def sheet_lines(given: NoticeGiven) -> tuple[SheetLine, ...]:
    """All lines, as the visitor reads them."""
    return tuple(
        SheetLine(one.name, "清单外" if one.basis else lack, mend, one.basis or _OWN_LIST)
        for one in given.told
        for lack, mend in [LACK_WORDS[one.lack]]
    )


def basis_of(site: HallSite, items: Sequence[str]) -> tuple[str, ...]:
    """设定依据 of the items, each once; () where the catalogue has none."""
    known = site.offer.catalogue.items
    found = (line for one in items if one in known for line in known[one].elements.basis)
    return tuple(dict.fromkeys(found))


def _lack(word: str) -> Lack:
    try:
        return Lack(word or Lack.NOT_BROUGHT)
    except ValueError:
        raise HallProblem(ProblemCode.BAD_REQUEST, _NOT_LISTED) from None
