"""What an identity card says, and what happens on the glass. Personal data hides itself in `repr`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from devices.values.health import Health


class CardKind(StrEnum):
    """The four layouts of the 256-byte text block (card type at byte 248)."""

    RESIDENT = "resident"  # 居民身份证
    HKMO_TW_RESIDENT = "hkmo_tw_resident"  # 港澳台居民居住证, type J
    FOREIGNER_2017 = "foreigner_2017"  # 外国人永久居留身份证 2017, type I
    FOREIGNER_2023 = "foreigner_2023"  # 外国人永久居留身份证 2023, type Y


@dataclass(frozen=True, slots=True, repr=False)
class CardPhoto:
    """A picture in memory: rows from top to bottom, three bytes (blue, green, red) a pixel. Personal data."""

    width: int
    height: int
    pixels: bytes
    is_placeholder: bool = False  # a silhouette: this reader cannot decode the card's photo

    def __repr__(self) -> str:
        return f"CardPhoto({self.width}x{self.height}{', placeholder' if self.is_placeholder else ''})"


@dataclass(frozen=True, slots=True, repr=False)
class IdCard:
    """What an identity card says of its holder. Personal data: lives in memory only, never in a log."""

    kind: CardKind
    number: str  # GB 11643 (18) or 15 characters (2017 foreigner card)
    name: str  # Chinese name; empty where the card has none
    english_name: str = ""
    sex: str = ""  # the card's own code: 0 unknown, 1 male, 2 female, 9 not stated
    ethnicity: str = ""  # 民族, in words; empty for J/I/Y
    nationality: str = ""
    birth: date | None = None
    address: str = ""  # as printed
    newest_address: str = ""  # written to the chip later; empty: none there, or the reader does not tell
    issuer: str = ""
    valid_from: date | None = None
    valid_until: date | None = None  # None with `valid_forever` for 长期
    valid_forever: bool = False
    permit_number: str = ""  # J: travel permit no.
    issue_count: str = ""  # J: how often it was issued; Y: how often renewed
    card_version: str = ""  # I
    old_number_link: str = ""  # Y: what ties it to the number of the holder's card before 2023
    print_bytes: int | None = None  # how long the fingerprints are that the card holds; None: not asked for
    photo: CardPhoto | None = field(default=None, compare=False)
    raw_text: bytes = field(default=b"", compare=False)

    @property
    def current_address(self) -> str:
        """Where the holder lives as far as the card knows: the newest address, else the printed one."""
        return self.newest_address or self.address

    def expired_on(self, day: date) -> bool:
        """True when the card's last day is over. A reason for a warning, never for a refusal."""
        return not self.valid_forever and self.valid_until is not None and self.valid_until < day

    def __repr__(self) -> str:
        return f"IdCard({self.kind.value}, {self.number[:2]}…{self.number[-1:]}, name hidden)"


class CardEventKind(StrEnum):
    """What may happen on the glass."""

    READING = "reading"  # a card lies on the glass, do not move it
    CARD = "card"  # read; `card` is set
    UNREADABLE = "unreadable"  # pulled away half-way, or refused three times: lay it again
    LEFT_BEHIND = "left_behind"  # it was dealt with and still lies there: the visitor is walking off without it
    GONE = "gone"  # nothing on the glass any more


@dataclass(frozen=True, slots=True)
class CardEvent:
    """One thing that happened on the glass.

    One tap gives READING, then CARD or UNREADABLE, then perhaps one LEFT_BEHIND, then GONE.
    """

    kind: CardEventKind
    card: IdCard | None = None
    reason: str = ""  # for UNREADABLE: pulled_away | refused | broken_frame | wrong_checksum | silent | unknown_card


class Media(StrEnum):
    """Whether a card lies in the field (XFS4IoT CardReader.media)."""

    PRESENT = "present"
    NOT_PRESENT = "not_present"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CardReaderStatus:
    """How the reader is, and whether a card lies on it."""

    health: Health
    reason: str = ""
    media: Media = Media.UNKNOWN


@dataclass(frozen=True, slots=True)
class CardReaderCapabilities:
    """What the reader can tell of a card, and who it is once it has been opened."""

    kinds: frozenset[CardKind] = frozenset(CardKind)
    newest_address: bool = True  # asked for with each card
    print_lengths: bool = False  # whether fingerprints are asked for, of which only the length is told
    photo: bool = False  # decoded; otherwise a placeholder
    sam_id: str = ""  # the security module's own number, as printed on readers; empty when it does not tell
    baud: int | None = None  # bits per second that were found by trying
