"""What people take home to get ready: the guide of one item, the list of materials of several. Pure (CL-B9, CL-B4).

Plain words, seven lines at most before the list; what is not known is not said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.item_words import MadeHere
from kiosk.paper.sheet import Fact, Heading, Line, Sheet, Tick, Words

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView, Material
    from kiosk.paper.about import AboutPaper
    from kiosk.paper.sheet import Block
    from kiosk.session.papers import ChecklistPaper, GuidePaper

TOLERABLE = "暂时没有也能先收，之后补"
MADE_HERE = {MadeHere.PHOTO: "拍", MadeHere.COPY: "复印", MadeHere.PRINT: "打印", MadeHere.FORM: "现场填"}
NOTHING = "不用带材料，带上身份证就行"


def guide_sheet(paper: GuidePaper, about: AboutPaper) -> Sheet:
    """办事指南 of one item."""
    item = paper.item
    said: list[Block] = [Words(item.plain)] if item.plain else []
    said += [Heading("带什么"), *ticks(item.materials)]
    said += _asked(item)
    said += [Heading("怎么办")]
    facts = (
        ("在哪办", item.place),
        ("要多久", how_long(item)),
        ("花多少钱", item.fee),
        ("谁能办", item.conditions),
        ("要注意", item.note),
    )
    said += [Fact(label, value) for label, value in facts if value]
    said += [Line(), Words(_versions(item), small=True)] if _versions(item) else []
    return Sheet(f"办事指南　{item.name}", about.hall_name, tuple(said), about.foot, large=about.large)


def checklist_sheet(paper: ChecklistPaper, about: AboutPaper) -> Sheet:
    """材料清单: each thing once, however many items ask for it."""
    said: list[Block] = [Fact("要办的", "、".join(paper.items))] if paper.items else []
    said += [Heading(f"要带 {len(paper.materials)} 样"), *ticks(paper.materials)]
    said += [Line(), Words("带齐一样勾一样。少一样也先来问，能容缺的可以后补。", small=True)]
    return Sheet(f"材料清单　{paper.title}", about.hall_name, tuple(said), about.foot, large=about.large)


def ticks(materials: tuple[Material, ...]) -> list[Block]:
    """A box for each thing to bring."""
    if not materials:
        return [Words(NOTHING)]
    return [Tick(material.name, _note(material)) for material in materials]


def _note(material: Material) -> str:
    said = (
        TOLERABLE if material.tolerable else "",
        material.note,
        "政府部门发的，可以不带" if material.issued_by_gov else "",
        f"有电子证照《{material.licence}》的可以不带" if material.licence else "",
        f"没有的话，大厅里可以{MADE_HERE[material.made_here]}" if material.made_here else "",
    )
    return "；".join(word for word in said if word)


def how_long(item: ItemView) -> str:
    """承诺 and 法定 days in words, with the steps that have days of their own (CL-B7)."""
    promised = f"承诺 {item.promise_days} 个工作日" if item.promise_days else "当场办"
    legal = f"法定 {days_in_words(item.legal_days)}" if item.legal_days else ""
    steps = "、".join(f"{step.name} {days_in_words(step.days)}" for step in item.special_steps if step.days)
    said = (promised, legal, f"另加 {steps}" if steps else "")
    return "，".join(word for word in said if word)


def days_in_words(days: str) -> str:
    """The hall's way to write days: "10" is working days, "15d" calendar days."""
    return f"{days[:-1]} 个自然日" if days.endswith("d") else f"{days} 个工作日"


def _asked(item: ItemView) -> list[Block]:
    if not item.situations:
        return []
    said = [f"{asked.question}（{'／'.join(words for _, words in asked.choices)}）" for asked in item.situations]
    return [Words("情况不同，带的不同：" + "　".join(said), small=True)]


def _versions(item: ItemView) -> str:
    said = (
        f"指南版本 {item.version}" if item.version else "",
        f"{item.guide_from} 更新" if item.guide_from else "",
    )
    return "，".join(word for word in said if word)
