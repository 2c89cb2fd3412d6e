"""What a kiosk can offer: service items 事项 as the hall tells them (CL-B1, B3, B5, B6, B7, B12). Views may grow.

Bundles, self-service functions and places nearby are in `hall_server.contract.guides`. Words are Chinese; `english`
has each of them in English, but for names, which carry theirs with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec

from hall_server.contract.guides import BundleView, ServiceView, Spoken, VenueView
from hall_server.contract.item_words import MadeHere, Proxy, ResultWay, Target
from hall_server.contract.items import ItemKind, Reach

WebPageOrNone = Annotated[str, msgspec.Meta(pattern=r"^(https://[!-~]{1,292})?\Z")]


class Material(msgspec.Struct, frozen=True):
    """One thing to bring. `tolerable` = 可容缺."""

    id: str
    name: str
    tolerable: bool
    licence: str = ""  # electronic licence type that may stand for it
    issued_by_gov: bool = False  # the city's own offices have it: it need not be brought (CL-E2)
    made_here: MadeHere | None = None  # what the hall offers to somebody who did not bring it
    note: str = ""  # what it must be like: 白底、半年内拍的
    picture: str = ""  # the drawing of it, by name; "": none


class StepView(msgspec.Struct, frozen=True):
    """特殊环节: has `days` of its own, outside the promised ones ("10" working days, "15d" calendar days; CL-B7)."""

    name: str
    days: str | None = None


class SituationView(msgspec.Struct, frozen=True):
    """情形: a plain question that narrows what to bring; `choices`: id and words of each answer (CL-B12).

    `without`: the ids of the materials that each answer takes away, in the order of `choices`.
    """

    id: str
    question: str
    choices: tuple[tuple[str, str], ...]
    without: tuple[tuple[str, ...], ...] = ()


class ItemView(msgspec.Struct, frozen=True):
    """A service item 事项 as the kiosk lists it."""

    id: str
    name: str
    theme: str
    queue: str
    materials: tuple[Material, ...] = ()
    plain: str = ""  # the guide card, at most 120 characters (CL-B9)
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
    name_en: str = ""
    also: tuple[Spoken, ...] = ()  # what people call it (CL-H14)
    pinyin: str = ""  # of the name, one syllable for each character, as in `Spoken`
    initials: str = ""  # of the name, as long as it: "shbzksl"; "·" for whatever has no reading
    department: str = ""  # 受理机构
    deciding: str = ""  # 审批机构, where it is another one than `department` (CL-D15)
    target: Target = Target.PERSON
    self_service: bool = False  # some kiosk does it without a counter; which and how: `Catalogue.services`
    proxy: Proxy = Proxy.ANY
    proxy_note: str = ""  # why nobody else may come
    at_home: bool = False  # whoever cannot come is called on: 上门 (CL-G1)
    by_video: bool = False  # or seen by video: 视频办
    hkmo: bool = True  # open to holders of 港澳居民来往内地通行证 and residence permits alike (CL-G5)
    hkmo_note: str = ""  # why not
    fee: str = ""  # in words: 免费
    conditions: str = ""  # 受理条件
    basis: tuple[str, ...] = ()  # 设定依据, each law by its name
    season: str = ""  # when many come
    result_ways: tuple[ResultWay, ...] = (ResultWay.COUNTER,)  # how what comes of it is handed over (CL-E17)
    online: WebPageOrNone = ""  # where it can be done on the net; a kiosk shows it as a code and opens nothing
    commitment: bool = False  # 告知承诺: a declaration may stand for what is missing
    bundles: tuple[str, ...] = ()  # ids of the bundles that it belongs to


class Catalogue(msgspec.Struct, frozen=True):
    """What a kiosk can offer today. `version` is that of the catalogue in force, as tickets keep it (CL-B3)."""

    hall: str
    version: str
    themes: tuple[str, ...]
    items: tuple[ItemView, ...]
    bundles: tuple[BundleView, ...] = ()
    services: tuple[ServiceView, ...] = ()
    venues: tuple[VenueView, ...] = ()  # the nearest first
    venues_from: str = ""  # the day on which they were written down, a date string (CL-B10)
    english: Mapping[str, str] = msgspec.field(default_factory=dict)  # Chinese words of this catalogue: English ones
