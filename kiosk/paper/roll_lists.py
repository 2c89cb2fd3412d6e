"""打印清单 on the roll, where a machine has no A4 printer: a guide or a list of materials, a box beside each thing.

Pure; knows no printer. The same facts as on A4 (`kiosk.paper.guides`), in fewer words. Nobody is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.receipt_printer import Band, Headline, Labelled, PrintDocument, Rule, Span, TextLine
from kiosk.paper.guides import MADE_HERE, NOTHING, how_long
from kiosk.session.papers import ChecklistPaper

if TYPE_CHECKING:
    from devices.values.receipt_printer import Block
    from hall_server.contract.catalogue import Material
    from kiosk.paper.about import AboutPaper
    from kiosk.session.papers import GuidePaper

_WIDE_MM = 80
_SIZES = {  # by wide, large: hall, title, value, label, small; mm of ink
    (True, False): (5.0, 6.8, 4.8, 4.0, 3.6),
    (True, True): (5.6, 8.2, 6.6, 5.2, 5.0),
    (False, False): (4.0, 5.2, 4.2, 3.6, 3.5),
    (False, True): (4.8, 6.4, 5.6, 4.8, 4.8),
}


def list_slip(
    paper: GuidePaper | ChecklistPaper, about: AboutPaper, paper_mm: int = 80, job_id: str = "", *, large: bool = False
) -> PrintDocument:
    """办事指南 or 材料清单 for paper of 80 or 58 mm."""
    hall, title, value, label, small = _SIZES[paper_mm >= _WIDE_MM, large]
    if isinstance(paper, ChecklistPaper):
        what, name, materials = "材料清单", paper.title, paper.materials
    else:
        what, name, materials = "办事指南", paper.item.name, paper.item.materials
    blocks: list[Block] = [
        Headline((Span(about.hall_name, hall, bold=True),), emblem=True, space_after_mm=2.2),
        Band((Span(what, value, bold=True),)),
        Headline((Span(name, title, bold=True),), space_after_mm=3.6),
    ]
    blocks += [_row(word, text, label, value) for word, text in _facts(paper) if text]
    blocks += [Rule(space_after_mm=3.0), *_ticks(materials, label, value)]
    blocks += [Rule(space_after_mm=2.2), *(_line(text, small) for text in _foot(paper, about) if text)]
    return PrintDocument(tuple(blocks), job_id=job_id)


def _facts(paper: GuidePaper | ChecklistPaper) -> tuple[tuple[str, str], ...]:
    if isinstance(paper, ChecklistPaper):
        return (("要办的", "、".join(paper.items) if len(paper.items) > 1 else ""),)
    item = paper.item
    return (("在哪办", item.place), ("要多久", how_long(item)), ("花多少钱", item.fee), ("要注意", item.note))


def _ticks(materials: tuple[Material, ...], label: float, value: float) -> list[Block]:
    if not materials:
        return [_line(NOTHING, value)]
    must = tuple(Span(_named(one), value, bold=True) for one in materials if not one.tolerable)
    later = tuple(Span(_named(one), value) for one in materials if one.tolerable)
    groups = (("要带", must), ("可后补", later))
    return [Labelled(Span(word, label), items, tick=True, space_after_mm=3.0) for word, items in groups if items]


def _named(one: Material) -> str:
    more = one.note or (f"大厅可以{MADE_HERE[one.made_here]}" if one.made_here else "")
    return f"{one.name}（{more}）" if more else one.name


def _foot(paper: GuidePaper | ChecklistPaper, about: AboutPaper) -> tuple[str, ...]:
    version = "" if isinstance(paper, ChecklistPaper) or not paper.item.version else f"指南版本 {paper.item.version}"
    since = "" if isinstance(paper, ChecklistPaper) or not paper.item.guide_from else f"{paper.item.guide_from} 更新"
    return (
        "少一样也先来问，可后补的以后补",
        " · ".join(word for word in (version, since) if word),
        " · ".join(word for word in (about.printed_at, about.kiosk_name) if word),
        f"热线 {about.hotline}" if about.hotline else "",
    )


def _row(word: str, text: str, label: float, value: float) -> Labelled:
    return Labelled(Span(word, label), (Span(text, value, bold=True),), space_after_mm=2.6)


def _line(text: str, size: float) -> TextLine:
    return TextLine((Span(text, size),), space_after_mm=1.0)
