"""What a kiosk can offer: service items 事项 as the hall tells them (CL-B1, B3, B5, B6, B7, B12). Views may grow."""

from __future__ import annotations

import msgspec

from hall_server.contract.items import ItemKind, Reach


class Material(msgspec.Struct, frozen=True):
    """One thing to bring. `tolerable` = 可容缺."""

    id: str
    name: str
    tolerable: bool
    licence: str = ""  # electronic licence type that may stand for it


class StepView(msgspec.Struct, frozen=True):
    """特殊环节: has `days` of its own, outside the promised ones ("10" working days, "15d" calendar days; CL-B7)."""

    name: str
    days: str | None = None


class SituationView(msgspec.Struct, frozen=True):
    """情形: a plain question that narrows what to bring; `choices`: id and words of each answer (CL-B12)."""

    id: str
    question: str
    choices: tuple[tuple[str, str], ...]


class ItemView(msgspec.Struct, frozen=True):
    """A service item 事项 as the kiosk lists it."""

    id: str
    name: str
    theme: str
    queue: str
    materials: tuple[Material, ...] = ()
    plain: str = ""
    note: str = ""
    common: bool = False
    place: str = ""  # where to wait, as on the ticket
    version: str = ""  # 办事指南版本: of the catalogue that it stands in (CL-B3)
    guide_from: str = ""  # 更新日期
    kind: ItemKind | None = None
    legal_days: str | None = None  # 法定办结时限: "10" working days, "15d" calendar days; None: none
    promise_days: int = 0  # 承诺办结时限, working days; 0 = at once
    special_steps: tuple[StepView, ...] = ()
    situations: tuple[SituationView, ...] = ()
    reach: Reach | None = None


class Catalogue(msgspec.Struct, frozen=True):
    """What a kiosk can offer today. `version` is that of the catalogue in force, as tickets keep it (CL-B3)."""

    hall: str
    version: str
    themes: tuple[str, ...]
    items: tuple[ItemView, ...]
