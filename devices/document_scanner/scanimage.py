"""The program scanimage (sane-utils 1.1): its command line, its option list and its messages. Pure; starts nothing.

Everything that it says is text for people in the C locale; what is not understood here is skipped, never an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.values.document_scanner import A4_MM, Colour, DocumentScannerCapabilities, Media, Source

if TYPE_CHECKING:
    from devices.values.document_scanner import ScanOrder

MAX_LINE_BYTES = 4096
_BREAK = re.compile(rb"[\r\n]")
_PROGRESS = re.compile(r"Progress: +(\d{1,3}(?:\.\d+)?)%")
_ENDED = re.compile(r"Scanned page (\d{1,6})\. \(scanner status = (\d{1,3})\)")
_OPTION = re.compile(r"^ +(--[\w-]+|-[ltxy])(\[=\([^)]*\)\])? ?(.*?) ?\[([^\]]*)\](?: \[[^\]]*\])*$")
_RANGE = re.compile(r"^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the scanner gives no page: a permanent code, and what it says of the paper."""

    reason: str
    media: Media = Media.UNKNOWN


LOST = Fault("device_lost")
SILENT = Fault("device_silent")
PROTOCOL = Fault("device_protocol")
TOO_LARGE = Fault("picture_too_large")
DIED = Fault("scan_program_died")
MISSING = Fault("scan_program_missing")
UNSUPPORTED = Fault("not_supported")
BUSY = Fault("device_busy")
NO_DOCUMENTS = Fault("no_documents", Media.NOT_PRESENT)
FAILED = Fault("scan_failed")

# The words of sane_strstatus() (SANE standard 1.06, 4.2.7; Debian's spelling), the first that is found counts.
STATUS_WORDS = (
    ("Document feeder jammed", Fault("paper_jammed", Media.JAMMED)),
    ("out of documents", NO_DOCUMENTS),
    ("cover is open", Fault("cover_open")),
    ("Error during device I/O", Fault("scanner_io")),
    ("Device busy", BUSY),
    ("Out of memory", Fault("out_of_memory")),
    ("has been denied", Fault("access_denied")),
    ("Lamp not ready", Fault("warming_up")),
    ("warming up", Fault("warming_up")),
    ("locked for transport", Fault("transport_lock")),
    ("no SANE devices found", LOST),
    ("failed: Invalid argument", LOST),  # open of a device that is not there
    ("Operation not supported", UNSUPPORTED),
    ("Invalid argument", UNSUPPORTED),
    ("unrecognized option", UNSUPPORTED),
    ("bad option value", UNSUPPORTED),
    ("Operation was cancel", Fault("scan_cancelled")),
)


@dataclass(frozen=True, slots=True)
class Progress:
    """The page that is being scanned is there to this share, 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True)
class PageEnded:
    """A page of a batch has ended; `status` 0 (good) or 5 (end of file) is a page, anything else none."""

    number: int
    status: int


GOOD_PAGE = frozenset({0, 5})
Message = Progress | PageEnded | Fault


class MessageReader:
    """Cuts what scanimage says into messages, whatever the chunks. Holds at most one line."""

    def __init__(self) -> None:
        self._line = bytearray()
        self._too_long = False

    def feed(self, data: bytes) -> list[Message]:
        """Take what came, return what ended in it."""
        found: list[Message] = []
        *ended, rest = _BREAK.split(data)
        for piece in ended:
            self._add(piece)
            found += self.flush()
        self._add(rest)
        return found

    def flush(self) -> list[Message]:
        """No more will come: what is held is a whole line."""
        line = self._line.decode("utf-8", "replace")
        message = None if self._too_long else message_in(line)
        self._line.clear()
        self._too_long = False
        return [message] if message else []

    def _add(self, piece: bytes) -> None:
        self._too_long = self._too_long or len(self._line) + len(piece) > MAX_LINE_BYTES
        if self._too_long:
            self._line.clear()
        else:
            self._line += piece


def message_in(line: str) -> Message | None:
    """What one line says; None when it is of no use."""
    if progress := _PROGRESS.search(line):
        return Progress(min(1.0, float(progress[1]) / 100))
    if ended := _ENDED.search(line):
        return PageEnded(int(ended[1]), int(ended[2]))
    if not line.startswith("scanimage:"):
        return None
    return next((fault for words, fault in STATUS_WORDS if words in line), None)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What `scanimage -A` lists, in its own words: names of sources and modes, dpi values or least and most, paper."""

    sources: dict[Source, str]
    modes: dict[Colour, str]
    dpis: tuple[int, ...] = ()  # all that there are
    dpi_range: tuple[int, int] = (75, 600)
    has_dpi: bool = False
    paper_mm: tuple[float, float] | None = None  # None: takes no geometry

    def dpi(self, wanted: int) -> int:
        """The resolution nearest to the one that is wanted, rather a finer one."""
        if self.dpis:
            finer = [dpi for dpi in self.dpis if dpi >= wanted]
            return min(finer) if finer else max(self.dpis)
        low, high = self.dpi_range
        return min(max(wanted, low), high)

    @property
    def capabilities(self) -> DocumentScannerCapabilities:
        """The same in the words of the port."""
        dpis = (min(self.dpis), max(self.dpis)) if self.dpis else self.dpi_range
        width, height = self.paper_mm or A4_MM
        return DocumentScannerCapabilities(
            tuple(self.sources), tuple(self.modes), dpis, min(width, A4_MM[0]), min(height, A4_MM[1])
        )


def abilities_in(listing: str) -> Abilities:
    """Read what `scanimage -A` printed; what is not listed is taken as the least that any scanner has."""
    values = {}
    for line in listing[: MAX_LINE_BYTES * 64].splitlines():
        if (found := _OPTION.match(line[:MAX_LINE_BYTES])) and found[4] != "inactive":
            values[found[1]] = found[3]
    sources = {}
    for name in values.get("--source", "").split("|"):
        if (source := _source_of(name)) and source not in sources:
            sources[source] = name
    modes = {}
    for name in values.get("--mode", "").split("|"):
        if (colour := _colour_of(name)) and colour not in modes:
            modes[colour] = name
    dpis, dpi_range = _dpis_in(values.get("--resolution", ""))
    paper = tuple(_most(values[side]) for side in ("-x", "-y") if side in values)
    return Abilities(
        sources or {Source.FLATBED: ""},
        modes or dict.fromkeys(Colour, ""),
        dpis,
        dpi_range,
        "--resolution" in values,
        (paper[0], paper[1]) if len(paper) == 2 and min(paper) > 0 else None,  # noqa: PLR2004  # -x and -y
    )


def scan_words(name: str, abilities: Abilities, order: ScanOrder, into: str) -> list[str]:
    """The arguments for one order; page n goes to `into` with %d replaced by n. The paper is A4 where it fits."""
    words = [f"--device-name={name}", "--format=pnm", "--progress", f"--batch={into}", f"--batch-count={order.pages}"]
    if source := abilities.sources.get(order.source):
        words.append(f"--source={source}")
    if mode := abilities.modes.get(order.colour):
        words.append(f"--mode={mode}")
    if abilities.has_dpi:
        words.append(f"--resolution={abilities.dpi(order.dpi)}")
    if abilities.paper_mm is not None:
        width, height = (min(a4, most) for a4, most in zip(A4_MM, abilities.paper_mm, strict=True))
        words += ["-l", "0", "-t", "0", "-x", f"{width:g}", "-y", f"{height:g}"]
    return words


def _source_of(name: str) -> Source | None:
    word = name.lower()
    if "duplex" in word or "back" in word or not word:
        return None
    if "feeder" in word or "adf" in word:
        return Source.FEEDER
    return Source.FLATBED if any(part in word for part in ("flatbed", "fb", "normal", "platen")) else None


def _colour_of(name: str) -> Colour | None:
    word = name.lower()
    if "colo" in word:
        return Colour.COLOUR
    return Colour.GREY if "gray" in word or "grey" in word else None


def _dpis_in(value: str) -> tuple[tuple[int, ...], tuple[int, int]]:
    if found := _RANGE.match(value):
        low, high = (min(max(1, round(float(side))), 10_000) for side in found.groups())
        return (), (min(low, high), high)
    dpis = sorted({dpi for number in _NUMBER.findall(value)[:64] if 0 < (dpi := round(float(number))) <= 10_000})  # noqa: PLR2004  # no scanner is finer
    return tuple(dpis), (75, 600)


def _most(value: str) -> float:
    found = _RANGE.match(value)
    return min(float(found[2]), 1000.0) if found else 0.0


LIST_WORDS = ("-f", "%d|%v|%m|%t%n")


@dataclass(frozen=True, slots=True)
class FoundScanner:
    """A scanner that SANE sees: `name` is what a driver's address names."""

    name: str
    vendor: str
    model: str
    kind: str


def scanners_in(listing: str) -> list[FoundScanner]:
    """Read what `scanimage -f` printed with LIST_WORDS."""
    lines = (line.rsplit("|", 3) for line in listing[: MAX_LINE_BYTES * 64].splitlines())
    return [FoundScanner(*parts) for parts in lines if len(parts) == 4 and parts[0]]  # noqa: PLR2004  # four columns
