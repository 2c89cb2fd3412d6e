"""What is asked of a document scanner, how it is, and the pages that come. What stands on them is hidden in `repr`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.values.advice import advice_for

if TYPE_CHECKING:
    from devices.values.advice import Advice
    from devices.values.health import Health

A4_MM = (210.0, 297.0)  # ISO 216
MM_PER_INCH = 25.4
MAX_PAGES = 50  # of one order: what a person brings to a hall, and a bound for a feeder that never runs out

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]  # clockwise from the corner that stands top left in the picture


class Source(StrEnum):
    """Where the paper lies."""

    FLATBED = "flatbed"
    FEEDER = "feeder"  # ADF: sheet after sheet
    CAMERA = "camera"  # 高拍仪


class Colour(StrEnum):
    """What is kept of the colours."""

    COLOUR = "colour"
    GREY = "grey"


class Verdict(StrEnum):
    """What is to be said of one picture of a page; permanent codes."""

    GOOD = "good"
    NO_PAGE = "no_page"
    TOO_DARK = "too_dark"
    CUT_OFF = "cut_off"  # a part of the page is out of sight
    TWO_PAGES = "two_pages"
    SKEWED = "skewed"  # seen at such a slant that straightening would not give a readable page
    TOO_SMALL = "too_small"  # too few pixels for ordinary print
    BLANK = "blank"
    GLARE = "glare"  # light mirrored so strongly that print is lost
    BLUR = "blur"


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen in one picture: the verdict, and where the page lies (fractions of width and height; None: not)."""

    verdict: Verdict
    corners: Quad | None = None

    @property
    def advice(self) -> Advice | None:
        """What the visitor can do about it; None when it is good."""
        return None if self.verdict is Verdict.GOOD else advice_for(self.verdict)


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page, upright as it lay, as JPEG. `width_mm` and `height_mm` are what it measures (a camera: as assumed)."""

    jpeg: bytes = field(repr=False)
    width_px: int
    height_px: int
    width_mm: float = A4_MM[0]
    height_mm: float = A4_MM[1]
    verdict: Verdict = Verdict.GOOD

    @property
    def dpi(self) -> float:
        """Pixels an inch."""
        return self.width_px / self.width_mm * MM_PER_INCH


@dataclass(frozen=True, slots=True)
class ScanOrder:
    """What is wanted: at most `pages` pages from `source`.

    With `by_itself` a document camera waits until a good page lies still, page after page; without, it takes what lies
    there now, whatever the verdict. `again` lets it take a page that it has taken already (a retake). A camera with
    `glimpse_px` shows what it sees meanwhile: pictures so many pixels across, with the news; 0: none.
    """

    source: Source
    pages: int = 1
    dpi: int = 200
    colour: Colour = Colour.COLOUR
    by_itself: bool = True
    again: bool = False
    wait_s: float = 60.0  # for the next page to lie still; then the scan ends
    glimpse_px: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.pages <= MAX_PAGES:
            raise ValueError(f"pages is {self.pages}, expected 1 to {MAX_PAGES}")


@dataclass(frozen=True, slots=True)
class ScanNews:
    """How far a scan is: pages that are finished, the share of the next one (0 to 1), and what a camera sees now.

    `glimpse` is a JPEG for the screen, where one was ordered; to be dropped as soon as the next one comes.
    """

    pages: int
    share: float = 0.0
    look: Look | None = None
    glimpse: bytes = field(default=b"", repr=False)


class ScanOutcome(StrEnum):
    """The only answers a scan may have; a cancelled task has none, and the scanner is idle again."""

    DONE = "done"  # as many pages as were asked, or as many as there were
    INCOMPLETE = "incomplete"  # it broke off; the pages before that are good
    REFUSED = "refused"  # no page


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What became of one order. `reason` is a permanent code, empty when done."""

    outcome: ScanOutcome
    pages: tuple[PageImage, ...] = ()
    reason: str = ""

    @property
    def advice(self) -> Advice | None:
        """What helps; None when it is done."""
        return advice_for(self.reason) if self.reason else None


class Media(StrEnum):
    """What is known of the paper (XFS4IoT words)."""

    PRESENT = "present"
    NOT_PRESENT = "not_present"
    JAMMED = "jammed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DocumentScannerStatus:
    """How the scanner is; `media` and a WARNING's reason are from the newest scan: most scanners cannot be asked."""

    health: Health
    reason: str = ""
    media: Media = Media.UNKNOWN


@dataclass(frozen=True, slots=True)
class DocumentScannerCapabilities:
    """What the scanner has; what depends on the model is known after the first `open`."""

    sources: tuple[Source, ...]
    colours: tuple[Colour, ...] = tuple(Colour)
    dpis: tuple[int, int] = (75, 300)  # least and most; a camera has what its pixels give
    width_mm: float = A4_MM[0]  # of the largest paper, at most A4 is asked for
    height_mm: float = A4_MM[1]
    by_itself: bool = False  # takes pages when they lie still


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form as it is printed: `key` is ours, `labels` are the words before or above the answer."""

    key: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldAnswer:
    """What seems to stand in one field, and how sure the reader is (0 to 1); the text is for a person to check."""

    key: str
    text: str = field(repr=False)
    confidence: float


class ReadOutcome(StrEnum):
    """The only answers a reading may have."""

    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FieldReading:
    """What became of one reading.

    `reason`: reader_not_installed, reader_died, reader_silent, reader_protocol, page_unreadable; empty when done.
    """

    outcome: ReadOutcome
    answers: tuple[FieldAnswer, ...] = ()
    reason: str = ""
