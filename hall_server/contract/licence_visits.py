"""免证办 between the hall and its kiosks and counters: consent, findings, paper that is not needed (CL-C6, D11, D12).

A visit goes by its one id (CL-H4). Whose licences are asked for comes with the consent, is used once and kept nowhere;
what licences say is told to the kiosk of the consent and the counter of the ticket, until the ticket ends.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.city.licences import CorrectionReason, Holder, LicenceState, Short, TypeName, Types
from hall_server.contract.items import MAX_ITEMS
from hall_server.contract.messages import Command, ShortText

# No run of digits that could be a number of somebody; the words are kept.
Note = Annotated[str, msgspec.Meta(max_length=64, pattern=r"^([^0-9]|[0-9]{1,4}(?![0-9]))*\Z")]


class ConsentState(StrEnum):
    """What a visitor said about having their licences asked for."""

    GIVEN = "given"  # 同意
    REFUSED = "refused"  # 不同意: bring or scan the thing
    NONE = "none"  # nobody has asked them


class HeldState(StrEnum):
    """Where one material of a visit is."""

    HELD = "held"  # 已有电子证照: need not be brought
    LOOKING = "looking"  # 还在查
    BRING = "bring"  # 请带来, or scan it


class OverrideReason(StrEnum):
    """为什么仍要纸质: why a member of staff asks for paper that the hall has."""

    DATA_WRONG = "data_wrong"  # 证照信息有误
    UNREADABLE = "unreadable"  # 看不清
    ORIGINAL_BY_LAW = "original_by_law"  # 法定须交原件
    IDENTITY_IN_DOUBT = "identity_in_doubt"  # 人证存疑
    OTHER = "other"


class GiveConsent(Command, frozen=True):
    """征得同意, or a refusal. `licences`: the types that were named on the screen; none = all that the items want."""

    given: bool
    items: Annotated[tuple[ShortText, ...], msgspec.Meta(min_length=1, max_length=MAX_ITEMS)]
    licences: Types = ()
    holder: Holder | None = None  # needed when given; never kept
    principal: Holder | None = None  # whose licences, where the holder acts for somebody
    mandate: Short = ""


class ConsentView(msgspec.Struct, frozen=True):
    """The consent as it is kept: what for, which licences, when; nobody is named. `looking`: the city is asked."""

    visit: str
    state: ConsentState
    items: tuple[str, ...]
    licences: tuple[str, ...]
    at: int
    looking: bool = False


class MaterialHeld(msgspec.Struct, frozen=True):
    """One material of a visit. `outcome`: what came of asking for its licence; "" = nothing was asked.

    `paper_asked`: a member of staff asks for the paper all the same, and said why.
    """

    id: str
    name: str
    state: HeldState
    licence: str = ""
    outcome: str = ""
    tolerable: bool = False
    for_items: tuple[str, ...] = ()
    paper_asked: bool = False


class FilledField(msgspec.Struct, frozen=True):
    """One field of the form, filled beforehand, with its source: 姓名 ← 居民身份证 电子证照. It stays editable."""

    field: str
    label: str
    value: str
    source: str

    def __repr__(self) -> str:
        """Without the value."""
        return f"FilledField(field={self.field!r}, source={self.source!r})"


class LicencesFound(msgspec.Struct, frozen=True):
    """A visit's materials and form as licences have it. `bring`: 您只需带 N 样."""

    visit: str
    consent: ConsentState
    looking: bool
    bring: int
    materials: tuple[MaterialHeld, ...] = ()
    fields: tuple[FilledField, ...] = ()


class ShowLicence(Command, frozen=True):
    """扫码亮证 (CL-C9): the text of a licence that the visitor shows at a counter; kept nowhere."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=1024)]

    def __repr__(self) -> str:
        """Without the text."""
        return "ShowLicence(…)"


class LicenceShown(msgspec.Struct, frozen=True):
    """What was shown: genuine or not, of which type, worth what. `held`: materials of the visit that it stands for."""

    visit: str
    genuine: bool
    licence: str = ""
    state: LicenceState | None = None
    held: tuple[str, ...] = ()


class DemandPaper(Command, frozen=True):
    """A counter asks for a material on paper; refused with `paper_not_needed` when it is held."""

    material: ShortText


class OverridePaper(Command, frozen=True):
    """A counter asks for it all the same and says why; kept with the clerk's number. `note`: nothing about a person."""

    material: ShortText
    reason: OverrideReason
    note: Note = ""


class PaperAnswer(msgspec.Struct, frozen=True):
    """The paper may be asked for; `overridden`: although the material is held."""

    visit: str
    material: str
    overridden: bool = False


class ReportLicence(Command, frozen=True):
    """证照信息有误: what is wrong with a licence; its holder's own word, or a clerk's. `field` "": all of it."""

    licence: TypeName
    reason: CorrectionReason
    item: ShortText
    field: Short = ""


class LicenceReported(msgspec.Struct, frozen=True):
    """The correction is kept. `message`: the id under which the city is told; "" = this hall tells none."""

    visit: str
    licence: str
    message: str = ""


class AskDeferral(Command, frozen=True):
    """容缺受理 (CL-D3): may this person hand these materials in later? Whose it is goes to the city only."""

    item: ShortText
    materials: Annotated[tuple[ShortText, ...], msgspec.Meta(min_length=1, max_length=32)]
    holder: Holder


class Deferral(msgspec.Struct, frozen=True):
    """Yes or no, kept by nobody. `asked`: whether the city has said so; without a word of it the answer is yes."""

    may: bool
    asked: bool

    def __repr__(self) -> str:
        """Without the answer."""
        return "Deferral(…)"


class LookUpCount(msgspec.Struct, frozen=True):
    """How look-ups of one type of licence ended (CL-E20)."""

    licence: str
    found: int = 0
    expired: int = 0
    wrong: int = 0
    not_found: int = 0
    slow: int = 0
    no_answer: int = 0


class LookUpCounts(msgspec.Struct, frozen=True):
    """Types that were asked for, by name, over a page of uses since a moment (UTC microseconds).

    `next`: `after` of the page that follows; None: there is none. Pages are added up by whoever reads them.
    """

    since: int
    licences: tuple[LookUpCount, ...]
    next: int | None = None
