"""What people come for: [catalogue], [[item]], [[material]]. Knows nothing of the floor.

No postponed annotations here: msgspec needs the dates when it reads a file.
"""

from datetime import date
from typing import Annotated, Literal, TypeAlias

import msgspec

from config.shapes import Also, Id, Level, MaterialRow, Plain, Table, Text

Code = Annotated[str, msgspec.Meta(max_length=128)]  # longer ones are refused: a code is never cut
Length = Annotated[int, msgspec.Meta(ge=1, le=128)]
OnTheNet = Annotated[str, msgspec.Meta(pattern=r"^(https://[!-~]{1,292})?\Z")]  # a page, or none
DaysLimit = Annotated[str, msgspec.Meta(pattern=r"^(-|(0|[1-9][0-9]{0,3})d?)?\Z")]  # 10 working, 15d calendar, - none
Kind: TypeAlias = Literal[
    "", "permit", "confirmation", "adjudication", "benefit", "reward", "filing", "other_power", "public_service"
]
Reach: TypeAlias = Literal["local", "city", "province", "cross_province"]
Proxy: TypeAlias = Literal["none", "guardian", "relative", "guardian_relative", "any"]
ResultWay: TypeAlias = Literal["counter", "locker", "post"]
MadeHere: TypeAlias = Literal["", "photo", "copy", "print", "form"]
Element: TypeAlias = Literal[
    "name",
    "codes",
    "basis",
    "kind",
    "target",
    "conditions",
    "process",
    "materials",
    "legal",
    "promise_days",
    "results",
    "special_steps",
]


class CodeLengths(Table, frozen=True):
    """How long the codes of items are here; a code of another length is kept, with a warning."""

    basic: tuple[Length, ...] = ()
    implementation: tuple[Length, ...] = ()
    handling: tuple[Length, ...] = ()


class Catalogue(Table, frozen=True):
    """[catalogue]: what holds for all items of the file."""

    effective_from: date | None = None
    venues_from: date | None = None  # when [[venue]] was written down
    code_lengths: CodeLengths = CodeLengths()


class Codes(Table, frozen=True):
    """基本编码, 实施编码, 办理项编码."""

    basic: Code = ""
    implementation: Code = ""
    handling: Code = ""


class SpecialStep(Table, frozen=True):
    """特殊环节 with days of its own, written like `legal_days`."""

    name: Text
    days: DaysLimit = ""


class Choice(Table, frozen=True):
    """One answer, and the ids of the materials that are not needed then."""

    id: Id
    words: Text
    without: tuple[str, ...] = ()


class Situation(Table, frozen=True):
    """情形: a plain question that narrows the list of materials."""

    id: Id
    question: Text
    choices: Annotated[tuple[Choice, ...], msgspec.Meta(min_length=2, max_length=6)]


class Item(Table, frozen=True):
    """[[item]] 事项: its elements (CL-B1), and what this hall settles itself."""

    id: Id
    name: Text
    queue: str
    theme: Text
    name_en: str = ""
    also: Also = ()
    dept: str = ""
    deciding: str = ""  # 审批机构, where another one decides
    kind: Kind = ""
    codes: Codes = Codes()
    basis: tuple[str, ...] = ()
    target: str = ""
    legal_days: DaysLimit = ""
    src: str = ""
    promise_days: Annotated[int, msgspec.Meta(ge=0, le=9999)] = 0
    self_service: bool = False
    proxy: Proxy = "any"
    proxy_note: str = ""  # why nobody else may come
    at_home: bool = False
    by_video: bool = False
    hkmo: bool = True
    hkmo_note: str = ""  # why not
    conditions: str = ""
    process: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    plain: Plain = ""
    note: str = ""
    season: str = ""
    fee: str = ""
    result_ways: Annotated[tuple[ResultWay, ...], msgspec.Meta(min_length=1)] = ("counter",)
    reach: Reach = "local"
    levels: tuple[Level, ...] = ()  # of halls that do it; empty: every level
    bundle: str = ""
    online: OnTheNet = ""  # where it can be done on the net
    commitment: bool = False
    kiosk_only_preferred: bool = False
    special_steps: tuple[str | SpecialStep, ...] = ()
    situations: Annotated[tuple[Situation, ...], msgspec.Meta(max_length=5)] = ()
    form_fields: tuple[Id, ...] = ()
    local: tuple[Element, ...] = ()  # elements that may differ from other halls of the city
    effective_from: date | None = None  # 更新日期 of its guide
    default_outcome: str = ""  # empty: the queue's
    common: bool = False  # shown under 常办
    materials: tuple[MaterialRow, ...] = ()


class Material(Table, frozen=True):
    """[[material]] a component that several items ask for by its id: its name, and what holds for it everywhere."""

    id: Id
    name: Text
    issued_by_gov: bool = False
    made_here: MadeHere = ""
    note: str = ""
    picture: str = ""
