"""What a social-security card says, what happens in the slot, and how the slot is. Personal data hides in `repr`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.values.id_card import CardEventKind, Media

if TYPE_CHECKING:
    from datetime import date

    from devices.values.health import Health


REGION_DIGITS = 6  # GB/T 2260


class SmartCardKind(StrEnum):
    """The chip cards that a hall reads."""

    SOCIAL_SECURITY = "social_security"  # 社会保障卡, LD/T 32


@dataclass(frozen=True, slots=True, repr=False)
class SocialSecurityCard:
    """What the free files EF05 and EF06 of a social-security card say. Personal data: lives in memory only.

    A field that the card leaves blank is empty; one that could not be read is empty too and its name is in `missing`.
    """

    card_id: str = ""  # 卡识别码, hexadecimal digits without their padding
    card_class: str = ""  # 卡的类别, the card's own code
    spec_version: str = ""  # 规范版本, "2.00", "3.00"
    issuer: str = ""  # 初始化机构编号, digits
    issued: date | None = None
    expires: date | None = None
    card_number: str = ""  # 卡号
    social_number: str = ""  # 社会保障号码, as a rule the citizen's identity number
    name: str = ""
    sex: str = ""  # the card's own code: 0 unknown, 1 male, 2 female, 9 not stated
    ethnicity: str = ""  # 民族, two digits of GB/T 3304
    birthplace: str = ""  # 出生地, six digits of GB/T 2260
    birth: date | None = None
    missing: frozenset[str] = frozenset()
    locked: bool = False  # the card wants a PIN or a key for EF06

    @property
    def region(self) -> str:
        """Where the card was issued: six digits of GB/T 2260, the first of `card_id`; empty without them."""
        digits = self.card_id[:REGION_DIGITS]
        return digits if len(digits) == REGION_DIGITS and digits.isdigit() else ""

    def __repr__(self) -> str:
        return f"SocialSecurityCard({self.region or 'no region'}, {len(self.missing)} missing, holder hidden)"


@dataclass(frozen=True, slots=True)
class SmartCardEvent:
    """One thing that happened in the slot. One card: READING, CARD or UNREADABLE, perhaps LEFT_BEHIND, GONE."""

    kind: CardEventKind
    card: SocialSecurityCard | None = None
    reason: str = ""
    """For UNREADABLE: pulled_away | silent | refused | broken_answer | unknown_card | busy | device_lost."""


@dataclass(frozen=True, slots=True)
class SmartCardReaderStatus:
    """How the reader is, and whether a card is in it."""

    health: Health
    reason: str = ""
    media: Media = Media.UNKNOWN


@dataclass(frozen=True, slots=True)
class SmartCardReaderCapabilities:
    """What the reader can tell of a card."""

    kinds: frozenset[SmartCardKind] = frozenset(SmartCardKind)


class SlotTrouble(StrEnum):
    """Why a card gave no answer: the words are those of `SmartCardEvent.reason`."""

    PULLED = "pulled_away"
    SILENT = "silent"  # the chip says nothing: turned the wrong way round, or dead
    BROKEN = "broken_answer"  # the reader heard it and could make nothing of it
    UNKNOWN = "unknown_card"  # the reader does not know how to talk to it
    BUSY = "busy"  # another program holds the card


@dataclass(frozen=True, slots=True)
class SlotView:
    """What the daemon says of the slot. `swaps` counts what was put in and taken out: another number, another card."""

    present: bool = False
    swaps: int = -1
    marks: int = field(default=0, compare=False)  # the daemon's own word for all of it, to hand back to it


__all__ = [
    "CardEventKind",
    "Media",
    "SlotTrouble",
    "SlotView",
    "SmartCardEvent",
    "SmartCardKind",
    "SmartCardReaderCapabilities",
    "SmartCardReaderStatus",
    "SocialSecurityCard",
]
