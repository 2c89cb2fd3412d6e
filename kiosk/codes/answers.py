"""What a recogniser answers: not mine, this is what it is, or mine and no good. No repr holds a code or a person.

Every claim lives in memory only, for one visit. What may be kept of a person is `contract.identity`'s to say.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from kiosk.codes.words import WORDS, AnyReason
from kiosk.values import Hushed, Value

if TYPE_CHECKING:
    from hall_server.contract.codes.claims import Claims
    from hall_server.contract.codes.refusals import Words
    from hall_server.contract.identity.assurance import Assurance
    from hall_server.contract.identity.identity import Identity, Organisation
    from hall_server.contract.identity.words import Caution


class OnlineService(StrEnum):
    """Whose codes only their own city can read. Permanent: the online verifier is asked under these words."""

    BUSINESS_LICENCE = "business_licence"  # 电子营业执照
    RESIDENCE_CODE = "residence_code"  # 粤居码
    CITY_CODE = "city_code"  # what a site has named: the city's own


class Signed(Value, frozen=True):
    """A reference code 参考码, good and not shown here before. With the hall in reach, the hall claims its jti too."""

    claims: Claims  # its own repr hides subject and jti
    level: Assurance


class Slip(Hushed, Value, frozen=True):
    """A slip 号票: whoever holds its 128 bits holds the ticket."""

    ticket_id: bytes
    modes: str = ""


class Booked(Hushed, Value, frozen=True):
    """A booking code 预约码: whoever holds its 128 bits holds the booking."""

    booking_id: bytes


class Online(Hushed, Value, frozen=True):
    """An address that means nothing here and is for the online verifier to judge. Never opened by a kiosk."""

    service: OnlineService
    address: str


class Named(Value, frozen=True):
    """A person's or an organisation's number in a code: declared, not proved (L1). `cautions` are for the screen."""

    holder: Identity | Organisation
    cautions: tuple[Caution, ...] = ()


What: TypeAlias = Signed | Slip | Booked | Online | Named


class Ignored(Value, frozen=True):
    """Not this recogniser's: the next one is asked."""


class Claimed(Value, frozen=True):
    """This is what the code is."""

    what: What


class Refused(Value, frozen=True):
    """It was meant to be one of these and is no good. `part`: where, for a technician; nothing of the content."""

    reason: AnyReason
    part: str = ""

    @property
    def words(self) -> Words:
        """What the visitor reads and hears in two languages, and what helps."""
        return WORDS[self.reason]


Verdict: TypeAlias = Claimed | Refused
Answer: TypeAlias = Verdict | Ignored
