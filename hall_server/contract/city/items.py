"""事项库 on the wire: which versions of the city's catalogue there are, and one of them whole (CL-B1, B3).

An item is written as in the [[item]] of a site file, as far as a city settles it: there is one form for both, and one
reader of its words. What a hall settles itself (queue, theme, plain words …) is not here.
"""

from __future__ import annotations

import hashlib
from datetime import date
from itertools import pairwise
from typing import Annotated

import msgspec

MOST_BYTES = 8 * 1024 * 1024  # of one snapshot
_Serial = Annotated[int, msgspec.Meta(ge=1, le=2**53)]
_Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Id = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
_Words = Annotated[str, msgspec.Meta(max_length=2000)]
_Code = Annotated[str, msgspec.Meta(max_length=128)]
_Lines = Annotated[tuple[_Words, ...], msgspec.Meta(max_length=64)]
_Row = tuple[_Id, _Words, _Words, _Words]  # id, name, main | tol, electronic licence or ""


class VersionRow(msgspec.Struct, frozen=True):
    """One version: its number, which only grows, the SHA-256 of its bytes, its first business day."""

    serial: _Serial
    sha256: _Sha256
    effective_from: date


class Versions(msgspec.Struct, frozen=True):
    """`GET /versions`: the one in force and those to come, perhaps older ones too; the serials ascend."""

    versions: Annotated[tuple[VersionRow, ...], msgspec.Meta(max_length=64)]

    def __post_init__(self) -> None:
        serials = [one.serial for one in self.versions]
        if any(one >= after for one, after in pairwise(serials)):
            raise ValueError("the serials ascend")


class ItemCodes(msgspec.Struct, frozen=True, omit_defaults=True):
    """基本编码, 实施编码, 办理项编码, as they are."""

    basic: _Code = ""
    implementation: _Code = ""
    handling: _Code = ""


class StepRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """特殊环节 with days of its own."""

    name: _Words
    days: _Words = ""


class ChoiceRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """One answer, and the ids of the materials that are not needed then."""

    id: _Id
    words: _Words
    without: tuple[_Id, ...] = ()


class SituationRow(msgspec.Struct, frozen=True):
    """情形: a question that narrows the list of materials."""

    id: _Id
    question: _Words
    choices: tuple[ChoiceRow, ...]


class CityItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One item as the city settles it; what each field means: docs/settings.md, [[item]]."""

    id: _Id
    name: _Words
    kind: _Words = ""
    codes: ItemCodes = ItemCodes()
    basis: _Lines = ()
    target: _Words = ""
    conditions: _Words = ""
    process: _Lines = ()
    legal_days: _Words = ""
    promise_days: Annotated[int, msgspec.Meta(ge=0, le=9999)] = 0
    results: _Lines = ()
    materials: Annotated[tuple[_Row, ...], msgspec.Meta(max_length=64)] = ()
    special_steps: tuple[_Words | StepRow, ...] = ()
    situations: tuple[SituationRow, ...] = ()
    effective_from: date | None = None  # 更新日期 of its guide


class MaterialName(msgspec.Struct, frozen=True):
    """What a material is called that several items ask for by its id."""

    id: _Id
    name: _Words


class Snapshot(msgspec.Struct, frozen=True, omit_defaults=True):
    """`GET /versions/{serial}`: all items of one version. Its bytes never change."""

    item: Annotated[tuple[CityItem, ...], msgspec.Meta(max_length=20_000)]
    material: Annotated[tuple[MaterialName, ...], msgspec.Meta(max_length=20_000)] = ()


def sha256_of(body: bytes) -> str:
    """The mark of a snapshot's bytes."""
    return hashlib.sha256(body).hexdigest()
