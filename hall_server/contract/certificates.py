"""打印证明 between a kiosk and its hall: which licences somebody may have printed, one as a document (CL-E9, E18).

Whose they are comes with each question, goes to the city and is kept by nobody; that somebody said yes, and each use,
stands in the book of records (CL-E3). Nothing of it is remembered between two questions.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.city.licence_types import FIELDS
from hall_server.contract.city.licences import Day, Holder, LicenceState, Short, TypeName, Types
from hall_server.contract.messages import Command, ShortText

PRINTABLE = tuple(FIELDS)  # what is asked for when nothing is named
MOST_USES = 20  # documents of one visit: more is nobody's errand
COPIES_MAX = 5
CONSENT_US = 30 * 60 * 1_000_000  # how long a yes is good
LINK_US = 10 * 60 * 1_000_000  # and a link for a telephone
LIST_WITHIN_S, DOCUMENT_WITHIN_S = 5.0, 8.0  # for a kiosk that asks: the city has 3.5 s, a document its way besides

# Which of several licences: the same as long as the licence is, and of no use without its holder.
CertificateId = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{16}\Z")]


class FindCertificates(Command, frozen=True, kw_only=True):
    """What can be printed for somebody. `consent`: they said yes on this screen; without it nobody is asked."""

    visit: ShortText
    holder: Holder
    consent: bool = False
    types: Types = ()  # () = all that are printable


class Certificate(msgspec.Struct, frozen=True):
    """One electronic licence. `printable`: it is good today."""

    id: CertificateId
    type: TypeName
    state: LicenceState
    issuer: Short = ""
    valid_until: Day = ""

    @property
    def printable(self) -> bool:
        """Whether a copy of it is worth its paper."""
        return self.state is LicenceState.VALID


class Certificates(msgspec.Struct, frozen=True):
    """What there is, in the order of the city's answer; none is an answer too."""

    visit: str
    certificates: tuple[Certificate, ...]


class FetchCertificate(Command, frozen=True, kw_only=True):
    """One of them as a document. The yes of `FindCertificates` must have been said here within half an hour."""

    visit: ShortText
    holder: Holder
    id: CertificateId


class CertificateDocument(msgspec.Struct, frozen=True):
    """A PDF, for this screen and this printer; whoever holds it lets go of it when the page is left."""

    id: CertificateId
    type: TypeName
    document: bytes

    def __repr__(self) -> str:
        """Without the picture."""
        return f"CertificateDocument(type={self.type!r}, size={len(self.document)})"


class CertificateLink(msgspec.Struct, frozen=True):
    """Where a telephone gets it, once, until then (UTC microseconds)."""

    address: str
    expires_at: int

    def __repr__(self) -> str:
        """Without the address."""
        return f"CertificateLink(expires_at={self.expires_at})"


class PrintedAs(StrEnum):
    """What became of a print job."""

    PRINTED = "printed"
    VOIDED = "voided"  # 作废: jam, no paper, cannot tell
    GIVEN_UP = "given_up"  # the visitor left before


class TellPrinted(Command, frozen=True, kw_only=True):
    """What became of it; kept without whose it was."""

    visit: ShortText
    type: TypeName
    copies: Annotated[int, msgspec.Meta(ge=1, le=COPIES_MAX)] = 1
    came: PrintedAs = PrintedAs.PRINTED


class PrintKept(msgspec.Struct, frozen=True):
    """It stands in the book of records."""

    visit: str
    came: PrintedAs
