"""A slip as blocks, what a receipt printer says of itself, and what became of a slip."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from devices.values.health import Health


class Paper(StrEnum):
    """How much paper the printer says it has."""

    OK = "ok"
    LOW = "low"  # near end
    OUT = "out"
    UNKNOWN = "unknown"  # the printer does not say


@dataclass(frozen=True, slots=True)
class PaperLeft:
    """What is left of the roll, as this program reckons it; lengths in millimetres.

    `left_mm` and `slips` are None while neither the settings nor the end of an earlier roll told how long a roll is.
    """

    printed_mm: float  # since the roll was changed
    left_mm: float | None = None
    slips: int | None = None  # of the usual length


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What the printer says of itself; `answered` False means that it said nothing at all.

    `blind`: nothing can come back over this wire, and that is normal here; then nothing is known, not even a fault.
    `left` is no word of the printer's, but what was reckoned from what it printed.
    """

    answered: bool
    online: bool = False
    paper: Paper = Paper.UNKNOWN
    cover_open: bool = False
    cutter_error: bool = False
    error: bool = False
    blind: bool = False
    left: PaperLeft | None = field(default=None, compare=False)

    @property
    def fault(self) -> str:
        """Why no slip can come out now, as a permanent code; empty when nothing speaks against it."""
        if self.blind:
            return ""
        said = (
            (not self.answered, "device_silent"),
            (self.paper is Paper.OUT, "paper_out"),
            (self.cover_open, "cover_open"),
            (self.cutter_error, "cutter_error"),
            (self.error, "printer_error"),
            (not self.online, "offline"),
        )
        return next((reason for holds, reason in said if holds), "")

    @property
    def ready(self) -> bool:
        """True when a slip can be expected to come out."""
        return self.blind or (not self.fault and self.paper in (Paper.OK, Paper.LOW))

    @property
    def health(self) -> Health:
        """Low paper is a warning, and so is not knowing; whatever keeps slips back is a fault."""
        if self.fault:
            return Health.FAULT
        return Health.WARNING if self.reason else Health.NORMAL

    @property
    def reason(self) -> str:
        """Why it is not normal."""
        if self.blind:
            return "status_unknown"
        return self.fault or ("paper_low" if self.paper is Paper.LOW else "")


class PrintOutcome(StrEnum):
    """The only three answers a print may have (definitions.md 2)."""

    PRINTED = "printed"  # the whole slip is on paper; a reason says why it may hang in the slot (cutter_error)
    NOT_PRINTED = "not_printed"  # the printer said no before or during the slip; no usable slip is out
    UNKNOWN = "unknown"  # mute after the bytes went out, or the wire died: cannot tell, never reprint by ourselves


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What became of one slip, and the status that says so."""

    outcome: PrintOutcome
    status: PrinterStatus
    reason: str = ""  # paper_out | cover_open | cutter_error | offline | device_silent | device_lost | expired | …


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
    Past `good_until` (seconds of `time.monotonic`) nobody stands there any more: what has not begun by then is not
    printed, also when the printer comes back.
    """

    blocks: tuple[Block, ...]
    job_id: str = ""
    reprint: bool = False
    good_until: float | None = None


class Acknowledge(StrEnum):
    """How a printer says that everything sent before a question is on paper."""

    AUTO = "auto"  # found out when the wire is opened: process_id where the printer answers it, else status
    PROCESS_ID = "process_id"  # GS ( H: gives four characters of ours back, which no other answer can be mistaken for
    STATUS = "status"  # GS r: one byte without a name, believed only when nothing else was on the wire
    NONE = "none"  # not at all: online for a while is all there is
    BLIND = "blind"  # nothing ever comes back (a device node, a one-way cable): every slip is UNKNOWN
    WRITTEN = "written"  # the same; but the site says that taken by the wire is to count as printed


ONE_WAY = frozenset({Acknowledge.BLIND, Acknowledge.WRITTEN})


class Letters(StrEnum):
    """Which Chinese letters the printer has of its own, by the encoding that it takes them in."""

    NONE = "none"  # none: everything is dots
    GBK = "gbk"  # two bytes a letter
    GB18030 = "gb18030"  # these, and the four-byte letters of GB 18030-2000 (CJK Extension A)
    UTF_8 = "utf-8"


@dataclass(frozen=True, slots=True)
class PaperProfile:
    """Width of the print head in dots, dots per mm, and what the printer's own firmware can do.

    `fast` is for slow wires (serial below about 57 600 baud): ordinary lines go out in the printer's own letters and
    the QR code as a native symbol where the firmware has them; the rest, and everything otherwise, goes as dots.
    `roll_m` is the length of a new roll in metres; 0: not known until a roll was used up.
    """

    width_dots: int = 576  # 80 mm paper; 384 for 58 mm
    dots_per_mm: float = 8.0  # 203 dpi
    letters: Letters = Letters.GBK
    native_qr: bool = True  # GS ( k
    has_asb: bool = True  # GS a: pushes its status by itself
    has_cutter: bool = True
    acknowledges: Acknowledge = Acknowledge.AUTO
    fast: bool = False
    roll_m: float = 0.0
