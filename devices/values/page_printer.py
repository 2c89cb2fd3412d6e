"""A document for the A4 printer, what the printer says of itself, what became of a job. Documents hide in `repr`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from devices.values.health import Health


class Paper(StrEnum):
    """XFS4IoT's words for the paper in the trays."""

    FULL = "full"  # nothing speaks against paper being there
    LOW = "low"
    OUT = "out"
    JAMMED = "jammed"
    UNKNOWN = "unknown"  # the printer does not say


class Toner(StrEnum):
    """XFS4IoT's words for toner or ink."""

    FULL = "full"
    LOW = "low"
    OUT = "out"
    UNKNOWN = "unknown"


class Engine(StrEnum):
    """What the printer does now (RFC 8011 §5.4.11)."""

    IDLE = "idle"
    PRINTING = "printing"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PagePrinterStatus:
    """What the printer says of itself; `answered` False means that it said nothing at all.

    `keywords` are the printer's own state reasons, as far as they are well-formed; `trouble` is a permanent code for
    what has no field of its own.
    """

    answered: bool
    engine: Engine = Engine.UNKNOWN
    accepting: bool = True
    paper: Paper = Paper.UNKNOWN
    toner: Toner = Toner.UNKNOWN
    cover_open: bool = False
    vanished: bool = False  # a queue says that it cannot reach its printer
    trouble: str = ""  # output_full | tray_missing | spool_full | paused | printer_error
    keywords: tuple[str, ...] = ()
    spool_kept: bool = False  # the queue did not throw a printed document away

    @property
    def fault(self) -> str:
        """Why no page can come out now, as a permanent code; empty when nothing speaks against it."""
        said = (
            (not self.answered, "device_silent"),
            (self.vanished, "printer_vanished"),
            (self.cover_open, "cover_open"),
            (self.paper is Paper.JAMMED, "paper_jammed"),
            (self.paper is Paper.OUT, "paper_out"),
            (self.toner is Toner.OUT, "toner_out"),
            (bool(self.trouble), self.trouble),
            (not self.accepting, "not_accepting"),
            (self.engine is Engine.STOPPED, "printer_stopped"),
        )
        return next((reason for holds, reason in said if holds), "")

    @property
    def ready(self) -> bool:
        """True when pages can be expected to come out."""
        return not self.fault

    @property
    def health(self) -> Health:
        """Whatever keeps pages back is a fault; low paper or toner is a warning."""
        if self.fault:
            return Health.FAULT
        return Health.WARNING if self.reason else Health.NORMAL

    @property
    def reason(self) -> str:
        """Why it is not normal."""
        wants = (
            (self.spool_kept, "spool_kept"),
            (self.paper is Paper.LOW, "paper_low"),
            (self.toner is Toner.LOW, "toner_low"),
        )
        return self.fault or next((reason for holds, reason in wants if holds), "")


@dataclass(frozen=True, slots=True)
class PagePrinterCapabilities:
    """What the printer said it can do when it was opened, within what the settings allow.

    `counts_sheets` is True once the printer has named a number of finished sheets.
    """

    pdf: bool = True
    duplex: bool = False
    colour: bool = False
    max_copies: int = 1
    max_bytes: int = 20 * 1024 * 1024
    behind_queue: bool = False  # a print queue stands between us and the printer


@dataclass(frozen=True, slots=True)
class PageJob:
    """A PDF to print. `job_id` is opaque and holds nothing of the visitor.

    The same id asked for again prints nothing and gives the first result, unless `reprint` says that a person wants the
    pages once more. `duplex` None takes the setting's word; `colour` None leaves it to the printer. After `good_until`
    (seconds of `time.monotonic`) nobody waits for it any more, and it is not begun.
    """

    document: bytes = field(repr=False)
    job_id: str = ""
    copies: int = 1
    duplex: bool | None = None
    colour: bool | None = None
    reprint: bool = False
    good_until: float | None = None


class PageOutcome(StrEnum):
    """The only three answers a print may have (definitions.md 2)."""

    PRINTED = "printed"  # the printer says: all sheets are out
    NOT_PRINTED = "not_printed"  # refused, or cancelled before any sheet
    UNKNOWN = "unknown"  # some sheets are out, or nobody can tell; never printed again by ourselves


@dataclass(frozen=True, slots=True)
class PageResult:
    """What became of one job.

    `sheets` is how many the printer counted; None where it does not count or did not say. `reason` is a permanent
    snake_case code, empty when PRINTED without a word against it.
    """

    outcome: PageOutcome
    status: PagePrinterStatus
    reason: str = ""
    sheets: int | None = None


class PagePhase(StrEnum):
    """How far a job is."""

    SENDING = "sending"
    WAITING = "waiting"  # in a queue, no sheet is moving
    PRINTING = "printing"
    STOPPED = "stopped"  # wants attention; goes on by itself when it gets it in time
    CANCELLING = "cancelling"


@dataclass(frozen=True, slots=True)
class PageProgress:
    """Something about a running job has changed: its phase, its sheets, or why it stands still."""

    phase: PagePhase
    sheets: int | None = None
    reason: str = ""
