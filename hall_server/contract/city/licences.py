"""电子证照: what a hall asks about electronic licences, and what it is told (CL-C6, C9, E1–E4, H12).

Every question says what it is for: the service item, the number of the visit, who asks and where. A use code 用证码 is
had first; whatever a licence says is read with it. Questions and answers name people: their reprs do not, and whoever
holds one keeps it in memory only. Knows no hall and no city.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.city.wire import Word

MOST_TYPES = 16  # of one question
MOST_FIELDS = 32  # of one licence
DOCUMENT_MAX = 700_000  # bytes: an answer has 1 MiB, and this travels as Base64
TypeName = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]  # 电子证照类型, as service items name it
Types = Annotated[tuple[TypeName, ...], msgspec.Meta(max_length=MOST_TYPES)]
Secret = Annotated[str, msgspec.Meta(min_length=1, max_length=128)]
Short = Annotated[str, msgspec.Meta(max_length=64)]
Value = Annotated[str, msgspec.Meta(max_length=200)]
Day = Annotated[str, msgspec.Meta(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?\Z")]  # "" = none, 长期


CERTIFICATES = "certificates"  # what stands for a service item where somebody has their own licence printed


class UseReason(StrEnum):
    """用证目的: why a licence is asked for."""

    PRECHECK = "precheck"  # 查看还要带什么, before a number is taken
    ACCEPTANCE = "acceptance"  # 受理
    PRINT = "print"  # 打印证明, for its holder


class Way(StrEnum):
    """How a use code is had."""

    HOLDER = "holder"  # 持证人: named types of whoever stands there
    ENTRUSTED = "entrusted"  # 委托授权: somebody else's, with their mandate
    FUNCTION = "function"  # 事项编码 + 办事人: the city knows which types the item needs


class LicenceState(StrEnum):
    """What a licence is worth today."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"


class _Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Misspelt fields are refused instead of ignored."""


class Purpose(_Question, frozen=True):
    """What a use is for; it is written to the log with each use. ValueError for a role without a person."""

    item: Word  # 事项编码
    business: Word  # 业务流水号: the id of the visit
    place: Word  # the kiosk's id, or the counter
    reason: UseReason
    staff: Short = ""  # 工号; "" at a kiosk
    role: Short = ""  # 岗位

    def __post_init__(self) -> None:
        if bool(self.staff) != bool(self.role):
            msg = "staff and role go together"
            raise ValueError(msg)


class Holder(_Question, frozen=True):
    """Whose licence: the city's own handle (as its codes carry it), or an identity number. ValueError for both."""

    handle: Short = ""
    number: Short = ""

    def __post_init__(self) -> None:
        if bool(self.handle) == bool(self.number):
            msg = "either a handle or a number"
            raise ValueError(msg)

    def __repr__(self) -> str:
        """Without the person."""
        return "Holder(handle=…)" if self.handle else "Holder(number=…)"


class UseCodeWanted(_Question, frozen=True):
    """`POST /licences/use-codes`. `principal`, `mandate`: whose, and by what, where somebody acts for another."""

    purpose: Purpose
    way: Way
    holder: Holder
    types: Types = ()
    principal: Holder | None = None
    mandate: Short = ""


class Use(_Question, frozen=True):
    """A question under a use code; `licence`: one that it opens."""

    purpose: Purpose
    code: Secret
    licence: Secret | None = None

    def __repr__(self) -> str:
        """Without what opens a licence."""
        return f"Use(purpose={self.purpose!r})"


class Shown(_Question, frozen=True):
    """`POST /licences/verify`: the text of a licence that somebody shows 亮证."""

    purpose: Purpose
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=1024)]

    def __repr__(self) -> str:
        """Without the text."""
        return f"Shown(purpose={self.purpose!r})"


class UseCode(msgspec.Struct, frozen=True):
    """用证码: opens licences of these types until then (UTC microseconds)."""

    code: Secret
    types: Types
    expires_at: int

    def __repr__(self) -> str:
        """Without the code."""
        return f"UseCode(types={self.types!r}, expires_at={self.expires_at})"


class Licence(msgspec.Struct, frozen=True):
    """One licence without what it says. `id`: the city's own name for it, good with its use code only."""

    id: Secret
    type: TypeName
    state: LicenceState
    issuer: Short = ""
    valid_until: Day = ""

    def __repr__(self) -> str:
        """Without its id."""
        return f"Licence(type={self.type!r}, state={self.state.value!r})"


class Licences(msgspec.Struct, frozen=True):
    """Which of the asked licences there are; a type that is missing here is one that the holder does not have."""

    licences: Annotated[tuple[Licence, ...], msgspec.Meta(max_length=64)]


class LicenceData(msgspec.Struct, frozen=True):
    """What a licence says, by field (`licence_types`)."""

    id: Secret
    type: TypeName
    fields: Annotated[dict[Word, Value], msgspec.Meta(max_length=MOST_FIELDS)]

    def __repr__(self) -> str:
        """Without what it says."""
        return f"LicenceData(type={self.type!r}, fields={len(self.fields)})"


class LicenceDocument(msgspec.Struct, frozen=True):
    """The licence as a document 归档件."""

    id: Secret
    media_type: Annotated[str, msgspec.Meta(pattern=r"^(application/(pdf|ofd)|image/(png|jpeg))\Z")]
    document: Annotated[bytes, msgspec.Meta(min_length=1, max_length=DOCUMENT_MAX)]

    def __repr__(self) -> str:
        """Without the picture."""
        return f"LicenceDocument(media_type={self.media_type!r}, size={len(self.document)})"


class Verified(msgspec.Struct, frozen=True):
    """What a shown licence is: genuine or not, of which type, worth what. None of it says whose it is."""

    genuine: bool
    type: Short = ""
    state: LicenceState | None = None


class CorrectionReason(StrEnum):
    """证照信息有误: what is wrong with a licence."""

    WRONG_VALUE = "wrong_value"  # a field says what is not so
    OUT_OF_DATE = "out_of_date"  # it was so once
    MISSING = "missing"  # the holder has it, the city does not find it
    NOT_THEIRS = "not_theirs"  # it is somebody else's


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """A message, `POST /licences/corrections`: something is wrong. The use code says whose; the hall names nobody."""

    type: TypeName
    reason: CorrectionReason
    field: Short = ""  # "" = the whole licence
    item: Word
    business: Word
