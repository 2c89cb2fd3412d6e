"""What is asked of a document scanner, how it is, and the pages that come. What stands on them is hidden in `repr`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.values.advice import Action, Advice, advice_for

if TYPE_CHECKING:
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


AGAIN, CLEAR, MAINTENANCE = Action.AGAIN, Action.CLEAR, Action.MAINTENANCE
DOCUMENT_ADVICE = {  # what helps, by verdict or reason; the first block is for the visitor, the second for staff
    "no_page": Advice(AGAIN, "请把材料平放在镜头下", "Lay the page under the camera"),
    "too_dark": Advice(AGAIN, "光线太暗：请开灯", "It is too dark: put on a light"),
    "cut_off": Advice(AGAIN, "材料超出范围：请整页放入", "A part is out of sight: move the whole page into view"),
    "two_pages": Advice(AGAIN, "请一次只放一页", "One page at a time, please"),
    "skewed": Advice(AGAIN, "倾斜过大：请放平摆正", "It lies too much aslant: lay it flat below the camera"),
    "too_small": Advice(AGAIN, "离镜头太远：请靠近", "It is too far away: bring it closer"),
    "blank": Advice(AGAIN, "这一面是空白：请翻面", "This side is blank: turn it over"),
    "glare": Advice(AGAIN, "有反光：请移开光源或转动材料", "Light is mirrored in it: turn it away from the lamp"),
    "blur": Advice(AGAIN, "画面模糊：请放稳不动", "The picture is blurred: let it lie still"),
    "nothing_new": Advice(AGAIN, "没有新的材料", "No new page was laid"),
    "no_documents": Advice(MAINTENANCE, "进纸器无纸：请放入材料", "The feeder is empty: put the pages in"),
    "paper_jammed": Advice(CLEAR, "卡纸：请打开盖板取出", "A sheet is jammed: open the lid and take it out"),
    "cover_open": Advice(CLEAR, "机盖未关：请合上机盖", "The cover is open: close it"),
    "scanner_io": Advice(Action.RESET, "扫描出错：断电后重新开机", "The scanner is in trouble: switch it off and on"),
    "out_of_memory": Advice(Action.CONFIGURATION, "内存不足：请降低分辨率", "Out of memory: lower the resolution"),
    "access_denied": Advice(
        Action.CONFIGURATION, "没有权限：把用户加入 scanner 组", "No permission: join group scanner"
    ),
    "warming_up": Advice(AGAIN, "正在预热：请稍候", "The lamp warms up: wait a moment"),
    "transport_lock": Advice(CLEAR, "运输锁未打开：请解锁", "The transport lock is on: open it"),
    "not_supported": Advice(Action.CONFIGURATION, "扫描仪不支持此设置", "The scanner cannot do what was asked"),
    "picture_too_large": Advice(Action.CONFIGURATION, "图像过大：请降低分辨率", "Too large: lower the resolution"),
    "scan_program_died": Advice(Action.RESET, "扫描驱动崩溃：再试一次", "The scanner's own driver crashed: try again"),
    "scan_program_missing": Advice(Action.CONFIGURATION, "缺少 sane-utils", "Install sane-utils"),
    "scan_cancelled": Advice(AGAIN, "扫描被取消：再试一次", "The scan was cancelled: try again"),
    "scan_failed": Advice(Action.RESET, "扫描失败：再试一次", "The scan failed: try again"),
    "reader_not_installed": Advice(Action.CONFIGURATION, "未安装文字识别", "Text recognition is not installed"),
    "reader_died": Advice(AGAIN, "文字识别退出：再试一次", "Text recognition ended: try again"),
    "reader_silent": Advice(AGAIN, "文字识别超时：再试一次", "Text recognition took too long: try again"),
    "reader_protocol": Advice(Action.SOFTWARE_ERROR, "文字识别应答有误", "Text recognition answered nonsense"),
    "page_unreadable": Advice(AGAIN, "图像损坏：请重新扫描", "The picture is broken: scan it again"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen in one picture: the verdict, and where the page lies (fractions of width and height; None: not)."""

    verdict: Verdict
    corners: Quad | None = None

    @property
    def advice(self) -> Advice | None:
        """What the visitor can do about it; None when it is good."""
        return DOCUMENT_ADVICE.get(self.verdict)


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
    there now, whatever the verdict. `again` lets it take a page that it has taken already (a retake).
    """

    source: Source
    pages: int = 1
    dpi: int = 200
    colour: Colour = Colour.COLOUR
    by_itself: bool = True
    again: bool = False
    wait_s: float = 60.0  # for the next page to lie still; then the scan ends

    def __post_init__(self) -> None:
        if not 1 <= self.pages <= MAX_PAGES:
            raise ValueError(f"pages is {self.pages}, expected 1 to {MAX_PAGES}")


@dataclass(frozen=True, slots=True)
class ScanNews:
    """How far a scan is: pages that are finished, the share of the next one (0 to 1), and what a camera sees now."""

    pages: int
    share: float = 0.0
    look: Look | None = None


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
        return (DOCUMENT_ADVICE.get(self.reason) or advice_for(self.reason)) if self.reason else None


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
