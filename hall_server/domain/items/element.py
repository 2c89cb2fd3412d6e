"""A service item 事项 and what it consists of: the element set that a city shares (clauses CL-B1, B2, B5, B7, B12).

Knows no files and no queues' state; a site file or an upstream catalogue is translated into these elsewhere.
"""

from __future__ import annotations

import re

import msgspec

from hall_server.contract.items import ItemKind, Reach, VenueLevel
from hall_server.contract.vocabulary import Outcome

_TERM = re.compile(r"(0|[1-9][0-9]{0,3})(d?)")  # fullmatch


class Codes(msgspec.Struct, frozen=True, omit_defaults=True):
    """基本编码, 实施编码, 办理项编码: opaque; kept character for character, never cut or padded (CL-B11)."""

    basic: str = ""
    implementation: str = ""
    handling: str = ""


class Term(msgspec.Struct, frozen=True):
    """A time limit in days: working days 工作日, or calendar days 自然日."""

    days: int
    calendar: bool = False

    def __str__(self) -> str:
        return f"{self.days}d" if self.calendar else f"{self.days}"


def term(text: str) -> Term | None:
    """A limit as catalogues write it: "10" working days, "15d" calendar days, "-" or "" none; else ValueError."""
    if text in {"", "-"}:
        return None
    found = _TERM.fullmatch(text)
    if found is None or not text.isascii():
        raise ValueError(text)
    return Term(int(found[1]), calendar=bool(found[2]))


class Material(msgspec.Struct, frozen=True):
    """One thing to bring, by the id of its component (CL-B5): two items that name the same id want the same thing.

    `name` is this item's own wording. `tolerable` = 可容缺. `licence`: electronic licence type that may stand for it.
    """

    id: str
    name: str
    tolerable: bool = False
    licence: str = ""


class SpecialStep(msgspec.Struct, frozen=True):
    """特殊环节 (technical review, hearing, inspection): has days of its own, outside the promised ones (CL-B7)."""

    name: str
    term: Term | None = None


class Choice(msgspec.Struct, frozen=True):
    """One answer to a question, and the materials that are not needed when it is given."""

    id: str
    words: str
    without: tuple[str, ...] = ()


class Situation(msgspec.Struct, frozen=True):
    """情形: a plain question that narrows the list of materials (CL-B12)."""

    id: str
    question: str
    choices: tuple[Choice, ...]


class Elements(msgspec.Struct, frozen=True, kw_only=True):
    """The elements of an item. Equal in every hall of a city unless the item names them in `local` (CL-B1)."""

    name: str
    codes: Codes = Codes()
    basis: tuple[str, ...] = ()  # 设定依据
    kind: ItemKind | None = None  # None: the catalogue does not say
    target: str = ""  # 服务对象
    conditions: str = ""  # 受理条件
    process: tuple[str, ...] = ()  # 办理流程, step by step
    materials: tuple[Material, ...] = ()
    legal: Term | None = None  # 法定办结时限
    promise_days: int = 0  # 承诺办结时限, working days; 0 = at once
    results: tuple[str, ...] = ()  # 办理结果
    special_steps: tuple[SpecialStep, ...] = ()


class ServiceItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item as one hall offers it: the shared elements, and what this hall settles itself."""

    id: str
    elements: Elements
    queue: str
    reach: Reach = Reach.LOCAL
    levels: tuple[VenueLevel, ...] = ()  # of halls that do it; empty: every level
    situations: tuple[Situation, ...] = ()
    form_fields: tuple[str, ...] = ()  # ids of what its application form asks for (CL-D7: 一表申请)
    local: tuple[str, ...] = ()  # names of elements that this hall may have otherwise than the catalogue
    guide_from: str = ""  # 更新日期 of the guide, a date string; shown beside the version (CL-B3)
    default_outcome: Outcome = Outcome.ACCEPTED
    theme: str = ""  # the shelf that kiosks list it on (CL-B6)
    plain: str = ""  # in plain words
    note: str = ""
    common: bool = False  # among the most asked for
