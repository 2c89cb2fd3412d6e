"""统一申办受理, the applications: a visitor's form and scanned pages go from a kiosk to the city, for the city alone.

A hall passes them on piece by piece while the visitor waits, and can open none of them: form and pages are boxes under
a key that the city tells for this one application (`crypto.sealed_box`). Part 0 is the form, the others are pages, each
a JPEG, PNG or PDF. An application's id is made by whoever begins it. Knows no hall and no city.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.city.licences import Holder, Value
from hall_server.contract.city.progress import CaseName, CaseState
from hall_server.contract.city.wire import Word
from hall_server.contract.item_words import ResultWay

FORM = 0  # the number of the part that is the form
MOST_PARTS = 41  # the form and forty pages
PIECE_MAX = 96 * 1024  # bytes: as Base64 it is less than a message to the city may have
PART_MAX = 4 * 1024 * 1024
TOTAL_MAX = 11 * 1024 * 1024  # of all parts
ABOUT = b"KAPOK-APPLICATION-1\0"

ApplicationId = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]
PartNo = Annotated[int, msgspec.Meta(ge=0, lt=MOST_PARTS)]
PartSize = Annotated[int, msgspec.Meta(ge=1, le=PART_MAX)]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Short = Annotated[str, msgspec.Meta(max_length=64)]
_Parts = Annotated[tuple[PartNo, ...], msgspec.Meta(max_length=MOST_PARTS)]


def about(application: str, part: int) -> bytes:
    """What a part's box is bound to: it opens as no other part, and in no other application."""
    return ABOUT + f"{application}\0{part}".encode()


class _Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Misspelt fields are refused instead of ignored."""


class ApplicationWanted(_Question, frozen=True):
    """`POST /acceptance/applications`, its id as Idempotency-Key. `item`: its code; `business`: the visit."""

    item: Word
    business: Word
    place: Word  # the kiosk's id
    name: _Short = ""  # of the item, as people call it


class BoxKey(msgspec.Struct, frozen=True):
    """What the parts are sealed with."""

    alg: Word
    public: Annotated[bytes, msgspec.Meta(min_length=1, max_length=512)]


class ApplicationOpened(msgspec.Struct, frozen=True, kw_only=True):
    """It may be filled until then; afterwards what came is gone."""

    application: ApplicationId
    key: BoxKey
    expires_at: Moment


class Piece(_Question, frozen=True):
    """`POST /acceptance/applications/{application}/pieces`: `data` from `offset` on of a part of `size` bytes.

    A page that was scanned once more is sent from 0 on, with other bytes or another size: the part begins anew.
    """

    part: PartNo
    size: PartSize
    offset: Annotated[int, msgspec.Meta(ge=0, lt=PART_MAX)]
    data: Annotated[bytes, msgspec.Meta(min_length=1, max_length=PIECE_MAX)]

    def __repr__(self) -> str:
        """Without the data."""
        return f"Piece(part={self.part}, size={self.size}, offset={self.offset}, data={len(self.data)})"


class PartNow(msgspec.Struct, frozen=True):
    """How much of a part is there: the next piece begins at `received`."""

    part: PartNo
    size: PartSize
    received: Annotated[int, msgspec.Meta(ge=0, le=PART_MAX)]


class Stage(StrEnum):
    """How far an application is on its way to the city."""

    OPEN = "open"
    HANDED_IN = "handed_in"
    DROPPED = "dropped"  # by the visitor, or its time was over: nothing of it is left


class ApplicationNow(msgspec.Struct, frozen=True, kw_only=True):
    """`GET /acceptance/applications/{application}`, and the answer to a drop."""

    application: ApplicationId
    stage: Stage
    parts: Annotated[tuple[PartNow, ...], msgspec.Meta(max_length=MOST_PARTS)] = ()


class PartTold(_Question, frozen=True):
    """A part as it was sent: the box's size and digest."""

    part: PartNo
    size: PartSize
    sha256: Sha256


class MaterialGiven(_Question, frozen=True):
    """One material: the pages it was scanned from, or the electronic licence that stands for it; neither: later."""

    material: Word
    parts: _Parts = ()
    licence: _Short = ""


class HandIn(_Question, frozen=True):
    """`POST /acceptance/applications/{application}/hand-in`, its id as Idempotency-Key again."""

    parts: Annotated[tuple[PartTold, ...], msgspec.Meta(min_length=1, max_length=MOST_PARTS)]
    materials: Annotated[tuple[MaterialGiven, ...], msgspec.Meta(max_length=64)] = ()
    delivery: ResultWay = ResultWay.COUNTER


class Drop(_Question, frozen=True):
    """`POST /acceptance/applications/{application}/drop`; again is the same."""


class ApplicationTaken(msgspec.Struct, frozen=True, kw_only=True):
    """The city has it. `number`: 受理号 or 收件号, for the receipt; `state` says which of the two it is."""

    application: ApplicationId
    number: CaseName
    state: CaseState
    at: Moment
    accepting: _Short = ""  # 受理机构
    deciding: _Short = ""  # 审批机构
    due_at: Moment = 0
    contact: Annotated[str, msgspec.Meta(max_length=32)] = ""


class FormField(_Question, frozen=True):
    """One field as the visitor left it. `source`: where it was filled from; "" = by hand."""

    field: Word
    value: Value
    source: _Short = ""

    def __repr__(self) -> str:
        """Without the value."""
        return f"FormField(field={self.field!r}, source={self.source!r})"


class ApplicationForm(_Question, frozen=True):
    """What lies in part 0, as JSON. `address`: where the result comes by post; `phone`: for questions, if they like."""

    holder: Holder
    fields: Annotated[tuple[FormField, ...], msgspec.Meta(max_length=64)] = ()
    phone: Annotated[str, msgspec.Meta(pattern=r"^(\+?[0-9-]{5,20})?\Z")] = ""
    address: Value = ""

    def __repr__(self) -> str:
        """Without the person."""
        return f"ApplicationForm(fields={len(self.fields)})"
