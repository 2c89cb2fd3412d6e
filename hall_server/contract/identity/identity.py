"""The values: a person's identity, an organisation, one that acts for the other; and what a recogniser answers.

They hold whole numbers and live in memory only: nothing personal is in a repr, and nothing here writes anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.identity.assurance import LEVEL, Assurance, Source
from hall_server.contract.identity.pseudonym import PERMIT_CHARACTERS, SubjectKind, pseudonym

if TYPE_CHECKING:
    from datetime import date

    from hall_server.contract.identity.words import Caution, Reason

_REGION_CHARACTERS = 6
_TAIWAN_CHARACTERS = 8  # for life since 2008; what follows is the count of issues


class Document(StrEnum):
    """Which document names somebody (CL-G5, G7). Permanent: it may stand in events."""

    RESIDENT_CARD = "resident_card"  # 居民身份证
    HKMO_RESIDENCE = "hkmo_residence"  # 港澳居民居住证, numbers from 81 and 82
    TAIWAN_RESIDENCE = "taiwan_residence"  # 台湾居民居住证, numbers from 83
    HKMO_PERMIT = "hkmo_permit"  # 港澳居民来往内地通行证 (回乡证)
    TAIWAN_PERMIT = "taiwan_permit"  # 台湾居民来往大陆通行证 (台胞证)
    FOREIGNER_OLD = "foreigner_old"  # 外国人永久居留身份证 until 2023: three letters and twelve digits
    FOREIGNER_2023 = "foreigner_2023"  # 外国人永久居留身份证 since 2023: 18 digits from 9
    PASSPORT = "passport"  # 护照
    EXIT_PERMIT = "exit_permit"  # 往来港澳通行证, 往来台湾通行证: of mainland residents
    ORGANISATION = "organisation"  # 营业执照 and other certificates with a 统一社会信用代码


SUBJECT: dict[Document, SubjectKind] = {
    Document.RESIDENT_CARD: SubjectKind.ID_NUMBER,
    Document.HKMO_RESIDENCE: SubjectKind.ID_NUMBER,
    Document.TAIWAN_RESIDENCE: SubjectKind.ID_NUMBER,
    Document.HKMO_PERMIT: SubjectKind.TRAVEL_PERMIT,
    Document.TAIWAN_PERMIT: SubjectKind.TRAVEL_PERMIT,
    Document.FOREIGNER_OLD: SubjectKind.FOREIGNER_CARD,
    Document.FOREIGNER_2023: SubjectKind.FOREIGNER_CARD,
    Document.PASSPORT: SubjectKind.PASSPORT,
    Document.EXIT_PERMIT: SubjectKind.EXIT_PERMIT,
    Document.ORGANISATION: SubjectKind.ORGANISATION,
}


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as one document names them. `number` is normalised: half-width capitals, no separators."""

    document: Document
    number: str = field(repr=False)
    source: Source
    state: str = field(default="", repr=False)  # who issued a passport, three letters
    name: str = field(default="", repr=False)  # in Chinese
    latin_name: str = field(default="", repr=False)
    birth: date | None = field(default=None, repr=False)
    expires: date | None = field(default=None, repr=False)  # the last day on which it counts

    @property
    def assurance(self) -> Assurance:
        """How sure it is that this is the person who stands there."""
        return LEVEL[self.source]

    @property
    def stable(self) -> str:
        """What stays when the document is renewed: hashed by `pseudonym`, compared by nobody else.

        The first nine characters of a Hong Kong or Macao permit, the first eight of a Taiwan permit. A passport counts
        with its state, because two states may give the same number; a new passport is another identity.
        """
        if self.document is Document.HKMO_PERMIT:
            return self.number[:PERMIT_CHARACTERS]
        if self.document is Document.TAIWAN_PERMIT:
            return self.number[:_TAIWAN_CHARACTERS]
        return self.state + self.number

    @property
    def region(self) -> str:
        """The division in which an identity card's number was first given; "" for everybody else (CL-A9)."""
        return self.number[:_REGION_CHARACTERS] if self.document is Document.RESIDENT_CARD else ""

    def pseudonym(self, key: bytes) -> str:
        """What may be kept of this person (definitions.md 9). Raises ValueError without a key or a number."""
        return pseudonym(key, SUBJECT[self.document], self.stable)

    def expired_on(self, day: date) -> bool:
        """True when the document's last day is over. A reason for a warning, never for a refusal."""
        return self.expires is not None and self.expires < day


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation 法人和其他组织 by its 统一社会信用代码. `name` as whoever told it writes it."""

    code: str = field(repr=False)  # also of 个体工商户, and then it is somebody's
    source: Source
    name: str = field(default="", repr=False)

    @property
    def stable(self) -> str:
        """The whole code: it is for life."""
        return self.code

    def pseudonym(self, key: bytes) -> str:
        """The same rule as for persons. Raises ValueError without a key or a code."""
        return pseudonym(key, SubjectKind.ORGANISATION, self.code)


class Capacity(StrEnum):
    """In which capacity somebody acts for an organisation (CL-G7)."""

    LEGAL_REPRESENTATIVE = "legal_representative"  # 法定代表人
    AGENT = "agent"  # 经办人


@dataclass(frozen=True, slots=True)
class Representation:
    """企业代办: an organisation and the person who acts for it. Neither is enough alone; see `represent`."""

    organisation: Organisation
    agent: Identity
    capacity: Capacity = Capacity.AGENT

    @property
    def assurance(self) -> Assurance:
        """That of the agent: a code of an organisation is public and proves nothing."""
        return self.agent.assurance


class Missing(StrEnum):
    """What 企业代办 still needs; the sentence for people is made from it."""

    ORGANISATION = "organisation_missing"
    AGENT = "agent_missing"


def represent(
    organisation: Organisation | None, agent: Identity | None, capacity: Capacity = Capacity.AGENT
) -> Representation | Missing:
    """Both together, or what is still to be shown."""
    if organisation is None:
        return Missing.ORGANISATION
    if agent is None:
        return Missing.AGENT
    return Representation(organisation, agent, capacity)


@dataclass(frozen=True, slots=True)
class Claimed:
    """Somebody is named. `cautions` say what could not be checked or is odd, for the screen that asks 是您吗."""

    holder: Identity | Organisation
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """It was meant to name somebody and does not; `words.REASONS` has the sentence."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Ignored:
    """Not one of these numbers at all: whoever reads codes may try something else."""


Recognition = Claimed | Refused | Ignored
