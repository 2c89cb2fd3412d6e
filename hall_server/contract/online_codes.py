"""在线验码 on the wire: codes that only their own city can read (电子营业执照, 粤居码), asked for while somebody waits.

A hall's kiosks ask their hall in the same words as the hall asks the city (`POST …/codes/verify`). Nothing of question
or answer is kept: the code is the visitor's, the handle lives for one visit.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

import msgspec

from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.identity.assurance import LEVEL, Assurance, Source
from hall_server.contract.messages import Command, NameMask

_Issuer = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9.-]{0,31}\Z")]
_Handle = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{21}[AQgw]\Z")]  # as in reference codes: no number fits
_MOST = LEVEL[Source.SIGNED_CODE].value


class HolderKind(StrEnum):
    """Who shows the code."""

    PERSON = "person"
    AGENT = "agent"  # 代办人, for somebody else
    ORGANISATION = "organisation"  # 电子营业执照


class VerifyCode(Command, frozen=True):
    """What was shown. `service`: whose code it is, as `kiosk.codes` recognised it."""

    service: Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z_]{0,31}\Z")]
    code: Annotated[str, msgspec.Meta(min_length=1, max_length=2953)]

    def __repr__(self) -> str:
        """Without the code."""
        return f"VerifyCode(service={self.service!r})"


class GoodCode(msgspec.Struct, frozen=True, kw_only=True, tag_field="verdict", tag="good"):
    """Whose code it is, by the issuer's handle; never a number. Good once: the city counts, not the hall."""

    issuer: _Issuer
    subject: _Handle
    kind: HolderKind = HolderKind.PERSON
    level: Annotated[int, msgspec.Meta(ge=Assurance.L1.value, le=_MOST)] = _MOST
    name_mask: NameMask = ""  # of a person
    organisation: Annotated[str, msgspec.Meta(max_length=64)] = ""  # its name, for the screen of this visit
    agent: _Handle | None = None  # who acts for the organisation, when the code says so

    def __repr__(self) -> str:
        """Without anybody."""
        return f"GoodCode(issuer={self.issuer!r}, kind={self.kind.value!r}, level={self.level})"


class NoGoodCode(msgspec.Struct, frozen=True, tag_field="verdict", tag="no_good"):
    """Why not; the sentence for the visitor is that of the reference code's refusal of this name."""

    reason: Refusal


CodeAnswer: TypeAlias = GoodCode | NoGoodCode
