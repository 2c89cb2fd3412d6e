"""免证办 at the counter: which papers need not be handed over, and what it takes to ask for one all the same (CL-D12).

Pure values for the console's card and panels; the hall refuses, the console only shows it early.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.licence_visits import HeldState, OverrideReason
from hall_server.web.panels import NEVER_MIND, Panel, PanelKey, PanelRow, PanelSwitch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.contract.licence_visits import LicencesFound, MaterialHeld
    from hall_server.flows.reveal_desk import Revealed

PAPER_WHY: Mapping[str, tuple[OverrideReason, str]] = {
    "1": (OverrideReason.DATA_WRONG, "证照信息有误"),
    "2": (OverrideReason.UNREADABLE, "看不清"),
    "3": (OverrideReason.ORIGINAL_BY_LAW, "法定须交原件"),
    "4": (OverrideReason.IDENTITY_IN_DOUBT, "人证存疑"),
    "5": (OverrideReason.OTHER, "别的原因"),
}
_NOT_ON_PAPER = "“{name}”已有电子证照，不能再要纸质。确实要，按“仍要”说明理由。"


class PaperMark(msgspec.Struct, frozen=True):
    """One mark on the card: a paper that is there, is being looked for, or is asked for against the rule."""

    words: str
    tone: str
    icon: str


class PersonShown(msgspec.Struct, frozen=True):
    """What stands there while the key is held, as text."""

    name: str = ""
    number: str = ""
    note: str = ""

    def __repr__(self) -> str:
        """Without the person."""
        return f"PersonShown(note={self.note!r})"


def person_shown(seen: Revealed) -> PersonShown:
    """A person in full, or where to look instead."""
    if not seen.name and not seen.number:
        return PersonShown(note="大厅不存姓名号码，请出示证件。已留记录")
    whose = "委托人 · " if seen.principal else ""
    return PersonShown(seen.name, seen.number, f"{whose}{seen.source} · 已留记录")


def paper_marks(found: LicencesFound | None) -> tuple[PaperMark, ...]:
    """The marks; none where no licence stands for anything."""
    return tuple(mark for one in found.materials if (mark := _mark(one))) if found else ()


def _mark(one: MaterialHeld) -> PaperMark | None:
    if one.paper_asked:
        return PaperMark(f"{one.name} 仍要纸质", "warn", "warning")
    match one.state:
        case HeldState.HELD:
            return PaperMark(f"{one.name} 免交", "ok", "check-circle")
        case HeldState.LOOKING:
            return PaperMark(f"{one.name} 还在查", "info", "clock")
        case HeldState.BRING:
            return None


def papers_panel(ticket: str, label: str, found: LicencesFound, *, serving: bool = False) -> Panel:
    """材料: every paper of the visit. What the hall has cannot be asked for; only the reason why it must be.

    While somebody is served 一次性告知单 is one key away.
    """
    rows = tuple(_row(str(place), one) for place, one in enumerate(found.materials, 1))
    return Panel(
        view="papers",
        title=f"{label} 的材料",
        hint=f"有“免交”的不用交，也不能要。{NEVER_MIND}",
        about=ticket,
        label=label,
        rows=rows,
        empty="这一项不用带材料。",
        switch=PanelSwitch("+", "还缺材料，出告知单", "notice") if serving else None,
    )


def _row(typed: str, one: MaterialHeld) -> PanelRow:
    if one.paper_asked:
        return PanelRow(typed, "仍要", one.name, "已有电子证照；要纸质的理由已经记下")
    match one.state:
        case HeldState.HELD:
            return PanelRow(
                typed,
                "免交",
                one.name,
                f"已有电子证照：{one.licence}",
                "仍要",
                look=f"/counter/stage?view=paper_why&about={one.id}",
                off=_NOT_ON_PAPER.format(name=one.name),
            )
        case HeldState.LOOKING:
            return PanelRow(typed, "在查", one.name, f"正在查电子证照：{one.licence}")
        case HeldState.BRING:
            return PanelRow(typed, "请带", one.name, "可以先受理，后补" if one.tolerable else _why_bring(one))


_OUTCOMES = {
    "expired": "电子证照过期了",
    "wrong": "电子证照上的人对不上",
    "not_found": "没有查到电子证照",
    "slow": "电子证照平台没有及时答复",
    "no_answer": "电子证照平台没有答复",
}


def _why_bring(one: MaterialHeld) -> str:
    return _OUTCOMES.get(one.outcome, "请对方出示原件")


def paper_why_panel(ticket: str, label: str, one: MaterialHeld) -> Panel | None:
    """仍要纸质: a reason that is kept with the clerk's number; None for what can be asked for anyway."""
    if one.state is not HeldState.HELD or one.paper_asked:
        return None
    keys = tuple(
        PanelKey(key, words, "", f"/counter/paper/{ticket}?material={one.id}&why={key}")
        for key, (_, words) in PAPER_WHY.items()
    )
    return Panel(
        view="paper_why",
        title=f"为什么还要“{one.name}”的纸质？",
        hint=f"已有电子证照，按规定不能再要。理由和您的工号会记下来，值班长看得到。{NEVER_MIND}",
        about=one.id,
        label=label,
        keys=keys,
        noting="补一句（不写姓名号码）",
    )
