"""一次性告知单 (CL-D1): everything that is missing, told once, with its basis; other material only with one (CL-B8)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.licence_visits import Note
from hall_server.contract.messages import Command, ShortText

KIND = "supplement_notice"
"""Entries of the book of records; `about` is the visit."""
OTHER_KIND = "other_material"
"""One more entry for each material that no list has: whoever leads reads them."""
MOST, OTHERS_MOST = 32, 2
_NO_LONG_NUMBER = r"^([^0-9]|[0-9]{1,4}(?![0-9]))*\Z"

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern=_NO_LONG_NUMBER)]
Basis = Annotated[str, msgspec.Meta(max_length=60, pattern=_NO_LONG_NUMBER)]


class Lack(StrEnum):
    """What is the matter with a material."""

    NOT_BROUGHT = "not_brought"
    NOT_FIT = "not_fit"  # 不合要求
    EXPIRED = "expired"
    UNSIGNED = "unsigned"  # without signature or seal


class MissingMaterial(msgspec.Struct, frozen=True):
    """One of the visit's own list, by its id."""

    material: ShortText
    lack: Lack


class OtherMaterial(msgspec.Struct, frozen=True):
    """清单外: one that no list has. Without the name of a law or rule in 《》 it is refused: `basis_missing`."""

    name: Words
    basis: Basis


class GiveNotice(Command, frozen=True):
    """All of it at once. `why`: of a second notice, which only whoever leads may give."""

    missing: Annotated[tuple[MissingMaterial, ...], msgspec.Meta(max_length=MOST)] = ()
    others: Annotated[tuple[OtherMaterial, ...], msgspec.Meta(max_length=OTHERS_MOST)] = ()
    why: Note = ""


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the notice. `basis`: of a material outside the list; "": the item's own list."""

    name: str
    lack: Lack
    basis: str = ""


class NoticeGiven(msgspec.Struct, frozen=True, omit_defaults=True):
    """A notice as the book keeps it and the sheet says it; nothing of the person. `second`: there was one before."""

    label: str
    items: tuple[str, ...]
    told: tuple[Told, ...]
    counter: int
    staff_no: str
    at: int
    second: bool = False
    why: str = ""


class OtherAsked(msgspec.Struct, frozen=True):
    """What the entry of `OTHER_KIND` holds."""

    label: str
    item: str
    name: str
    basis: str
    counter: int
