"""What a counter reads of whoever comes: the small marks of a ticket, how they like to read, and for whom they act.

Words only, from the hall's own. Masks, never names; shown to the ticket's own counter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import Chip, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.messages import OnBehalf


class ChipView(msgspec.Struct, frozen=True):
    """One small mark on a ticket."""

    words: str
    tone: str = ""  # "", warn, info, ok
    icon: str = ""


_CHIPS = {
    Chip.ELDER: ChipView("老人优先", "warn", "hand-heart"),
    Chip.PRIORITY: ChipView("优先", "warn", "hand-heart"),
    Chip.CANTONESE: ChipView("说粤语", "info"),
    Chip.WHEELCHAIR: ChipView("坐轮椅", "", "wheelchair"),
    Chip.GUIDE: ChipView("需引导", "warn"),
}
_MODES = {  # letters of the slip's code; those of a newer kiosk are passed over
    "L": ChipView("看大字", "info"),
    "C": ChipView("看高对比", "info"),
    "A": ChipView("用听的", "info"),
    "H": ChipView("说粤语", "info"),
    "E": ChipView("说英语", "info"),
}
_RELATIONS = {Relation.GUARDIAN: "监护人", Relation.RELATIVE: "近亲属", Relation.MANDATE: "受委托"}


def chips_of(
    chips: Sequence[Chip], *, for_other: bool, unconfirmed: bool, modes: str = "", booked: bool = False
) -> tuple[ChipView, ...]:
    """The marks of a ticket; an ordinary one says so."""
    found = [ChipView("预约", "info")] if booked else []
    found += [_CHIPS[chip] for chip in chips]
    found += [_MODES[letter] for letter in modes if letter in _MODES and _MODES[letter] not in found]
    if for_other:
        found.append(ChipView("替别人办"))
    if unconfirmed:
        found.append(ChipView("可能没拿到号票", "warn"))
    return tuple(found) or (ChipView("普通取号"),)


def behalf_line(behalf: OnBehalf | None) -> str:
    """For whom: 近亲属 · 陈** · 0042 · 木棉科技; "" for whoever comes for themselves."""
    if behalf is None:
        return ""
    who = (behalf.principal.name_mask, behalf.principal.number_mask) if behalf.principal else ()
    relation = _RELATIONS[behalf.relation] if behalf.relation else ""
    if relation and behalf.organisation and not who:
        relation = "经办人"  # of the organisation
    return " · ".join(part for part in (relation, *who, behalf.organisation) if part)
