"""What comes out of the boxes: frozen values. Anything that names a person hides it in `repr`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Health(StrEnum):
    """State of one device as the supervisor sees it (XFS4IoT's set, in the hall's words)."""

    INIT = "init"  # not opened yet, or being reopened for the first time
    NORMAL = "normal"
    WARNING = "warning"  # works, wants attention (paper near end, late answers)
    FAULT = "fault"  # does not work now
    BUSY = "busy"  # in an exchange that must not be disturbed
    DISABLED = "disabled"  # switched off in the configuration


@dataclass(frozen=True, slots=True)
class DeviceHealth:
    """A snapshot: `reason` is a permanent snake_case code ("paper_out", "device_lost"), empty when normal."""

    device: str
    health: Health
    reason: str = ""
    attempts: int = 0  # reopen attempts since the last time it was well


class CardKind(StrEnum):
    """The four layouts of the 256-byte text block (card type at byte 248)."""

    RESIDENT = "resident"  # 居民身份证
    HKMO_TW_RESIDENT = "hkmo_tw_resident"  # 港澳台居民居住证, type J
    FOREIGNER_2017 = "foreigner_2017"  # 外国人永久居留身份证 2017, type I
    FOREIGNER_2023 = "foreigner_2023"  # 外国人永久居留身份证 2023, type Y


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
    address: str = ""
    issuer: str = ""
    valid_from: date | None = None
    valid_until: date | None = None  # None with `valid_forever` for 长期
    valid_forever: bool = False
    permit_number: str = ""  # J: travel permit no.
    raw_text: bytes = field(default=b"", compare=False)

    def __repr__(self) -> str:
        return f"IdCard({self.kind.value}, {self.number[:2]}…{self.number[-1:]}, name hidden)"


class CardEventKind(StrEnum):
    """What may happen on the glass."""

    READING = "reading"  # a card lies on the glass, do not move it
    CARD = "card"  # read; `card` is set
    UNREADABLE = "unreadable"  # pulled away half-way, or refused three times: lay it again
    GONE = "gone"  # nothing on the glass any more


@dataclass(frozen=True, slots=True)
class CardEvent:
    """One thing that happened on the glass. One tap gives READING, then CARD or UNREADABLE, then GONE."""

    kind: CardEventKind
    card: IdCard | None = None
    reason: str = ""  # for UNREADABLE: pulled_away | refused | broken_frame | wrong_checksum | silent | unknown_card


@dataclass(frozen=True, slots=True, repr=False)
class ScannedCode:
    """One code from a scanner: the bytes as they came, and the text with the decoding that was chosen.

    `encoding` is utf-8, gb18030 or latin-1, tried strictly in this order (devices.md B2 rule).
    """

    data: bytes
    text: str
    encoding: str

    def __repr__(self) -> str:
        return f"ScannedCode({len(self.data)} bytes, {self.encoding})"


class Paper(StrEnum):
    """How much paper the printer says it has."""

    OK = "ok"
    LOW = "low"  # near end
    OUT = "out"
    UNKNOWN = "unknown"  # the printer does not say


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What the printer says of itself; `answered` False means that it said nothing at all."""

    answered: bool
    online: bool = False
    paper: Paper = Paper.UNKNOWN
    cover_open: bool = False
    cutter_error: bool = False
    error: bool = False

    @property
    def ready(self) -> bool:
        """True when a slip can be expected to come out."""
        return (
            self.answered
            and self.online
            and self.paper in (Paper.OK, Paper.LOW)
            and not (self.cover_open or self.cutter_error or self.error)
        )


class PrintOutcome(StrEnum):
    """The only three answers a print may have (definitions.md 2)."""

    PRINTED = "printed"  # status after the cut says: done
    NOT_PRINTED = "not_printed"  # the printer said no before or during the slip; no usable slip is out
    UNKNOWN = "unknown"  # mute after the bytes went out, or the wire died: cannot tell, never reprint by ourselves


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What became of one slip, and the status that says so."""

    outcome: PrintOutcome
    status: PrinterStatus
    reason: str = ""  # paper_out | cover_open | cutter_error | offline | device_silent | device_lost | …


class Align(StrEnum):
    """Where a line stands on the paper."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one size. `height_mm` is the height of the digits or Chinese characters on paper.

    `digits` asks for the number face (Kapok Digits, `height_mm` = height of a digit); `bold` for weight 700.
    """

    text: str
    height_mm: float = 4.0
    bold: bool = False
    digits: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """Spans set side by side on one baseline; too long a line wraps. `right` is set flush right on the same line."""

    spans: tuple[Span, ...]
    align: Align = Align.LEFT
    right: tuple[Span, ...] = ()
    space_after_mm: float = 1.5


@dataclass(frozen=True, slots=True)
class Headline:
    """Words that are made smaller until they fit the width; `emblem` sets the red-cotton flower before them."""

    spans: tuple[Span, ...]
    emblem: bool = False
    space_after_mm: float = 2.5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A small heading at the left and its items at the right, wrapped under each other; `tick` draws an empty box."""

    label: Span
    items: tuple[Span, ...]
    tick: bool = False
    space_after_mm: float = 2.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line across the paper."""

    space_after_mm: float = 2.5


@dataclass(frozen=True, slots=True)
class Boxed:
    """A frame round cells of equal height with a thin line between them: (small heading, big line) each.

    `weights` share the width; same length as `cells`.
    """

    cells: tuple[tuple[TextLine, TextLine], ...]
    weights: tuple[float, ...]
    space_after_mm: float = 3.5


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code (model 2, level M) with lines of text: beside it where the paper is wide enough, else below.

    `module_mm` ≈ 1.0 (8 dots at 203 dpi). `content` in capitals and digits keeps the symbol at 25 × 25 modules.
    """

    content: str
    beside: tuple[TextLine, ...] = ()
    module_mm: float = 1.0
    space_after_mm: float = 3.0


@dataclass(frozen=True, slots=True)
class Band:
    """White words on a black band over the whole width (离线号, 补打 …)."""

    spans: tuple[Span, ...]
    space_after_mm: float = 3.0


Block = TextLine | Headline | Labelled | Rule | Boxed | Qr | Band


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """A slip as blocks from top to bottom; the driver turns it into bytes for the paper that is in the printer.

    `job_id` is opaque and holds nothing of the visitor: it names the slip in the wire log, and the same id asked for
    again prints nothing and gives the first result, unless `reprint` says that a person wants the slip once more.
    """

    blocks: tuple[Block, ...]
    job_id: str = ""
    reprint: bool = False


class Acknowledge(StrEnum):
    """How a printer says that everything sent before a question is on paper."""

    AUTO = "auto"  # found out when the wire is opened: process_id where the printer answers it, else status
    PROCESS_ID = "process_id"  # GS ( H: gives four characters of ours back, which no other answer can be mistaken for
    STATUS = "status"  # GS r: one byte without a name, believed only when nothing else was on the wire
    NONE = "none"  # not at all: online for a while is all there is


@dataclass(frozen=True, slots=True)
class PaperProfile:
    """Width of the print head in dots, dots per mm, and what the printer's own firmware can do.

    `fast` is for slow wires (serial below about 57 600 baud): ordinary lines go out as the printer's own GBK letters
    and the QR code as a native symbol where the firmware has them; the rest, and everything otherwise, goes as dots.
    """

    width_dots: int = 576  # 80 mm paper; 384 for 58 mm
    dots_per_mm: float = 8.0  # 203 dpi
    gbk_text: bool = True  # FS & and GBK glyphs in ROM
    native_qr: bool = True  # GS ( k
    has_asb: bool = True  # GS a: pushes its status by itself
    has_cutter: bool = True
    acknowledges: Acknowledge = Acknowledge.AUTO
    fast: bool = False
