"""What a printer's answers mean, in our words (RFC 8011 §5.3.7 to §5.4.12; CUPS' own traps). Sans-IO.

Nothing here raises: attributes that are missing or of a wrong kind count as not said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.page_printer.words import PDF, JobState, Operation, PrinterState, Tag
from devices.values.page_printer import Engine, PagePrinterStatus, Paper, Toner

if TYPE_CHECKING:
    from devices.page_printer.codec import Group, Message

_KEYWORD = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}\Z")
_MAX_KEYWORDS = 32
_SEVERITY = re.compile(r"-(error|warning|report)\Z")
_ENGINES = {
    PrinterState.IDLE: Engine.IDLE,
    PrinterState.PROCESSING: Engine.PRINTING,
    PrinterState.STOPPED: Engine.STOPPED,
}
_JAMMED = {"media-jam"}
_NO_PAPER = {"media-empty", "media-needed"}
_NO_TONER = {"toner-empty", "marker-supply-empty", "marker-ink-empty", "marker-toner-empty"}
_LITTLE_TONER = {"toner-low", "marker-supply-low", "marker-ink-almost-empty", "marker-toner-almost-empty"}
_OPEN = {"door-open", "cover-open", "interlock-open"}
_GONE = {"offline", "timed-out", "shutdown"}
_TROUBLES = {
    "output-area-full": "output_full",
    "output-tray-missing": "tray_missing",
    "input-tray-missing": "tray_missing",
    "spool-area-full": "spool_full",
    "paused": "paused",
}
_VANISHED = (
    re.compile(  # CUPS says it in printer-state-message only, while the state is "processing" and reasons "none"
        r"may not exist or is unavailable|is not responding|not connected|unable to (?:locate|connect|contact|find)"
        r"|host is down|no route to|connection refused|unreachable|waiting for printer to become available|unplugged",
        re.IGNORECASE,
    )
)


@dataclass(frozen=True, slots=True)
class JobView:
    """One job as the printer tells it. `sheets` None: it does not count."""

    job_id: int
    title: str
    state: JobState | None
    sheets: int | None = None
    stopping: bool = False  # cancelled, and a sheet is still moving
    kept: bool = False  # CUPS still has the document
    untouched: bool = False  # the printer says that it never began with it

    @property
    def ended(self) -> bool:
        """Nothing more comes out of it."""
        given_up = self.state in {JobState.CANCELED, JobState.ABORTED} and not self.stopping
        return given_up or self.state is JobState.COMPLETED  # CUPS calls completed jobs "stopping" for ever

    @property
    def begun(self) -> bool:
        """A sheet may have moved."""
        return self.state not in {JobState.PENDING, JobState.HELD} and not self.untouched


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a printer says it can do; what it does not mention it cannot."""

    operations: frozenset[int]
    pdf: bool
    duplex: bool
    colour: bool
    max_copies: int
    media: frozenset[str]
    trays: frozenset[str]
    queue: bool  # CUPS stands between us and the printer
    behind: str = ""  # where that queue says its printer is

    @property
    def in_two_steps(self) -> bool:
        """Create-Job and Send-Document: the job's number is known before anything can come out."""
        return self.operations >= {Operation.CREATE_JOB, Operation.SEND_DOCUMENT}


def read_job(group: Group) -> JobView | None:
    """A job's attributes; None when it has no number."""
    job_id = _number(group, "job-id")
    if job_id is None:
        return None
    state = _number(group, "job-state")
    sheets = _number(group, "job-media-sheets-completed")
    if sheets is None:
        sheets = _number(group, "job-impressions-completed")
    title = group.first("job-name")
    return JobView(
        job_id,
        title if isinstance(title, str) else "",
        JobState(state) if state in set(JobState) else None,
        sheets if sheets is not None and sheets >= 0 else None,
        stopping="processing-to-stop-point" in group.every("job-state-reasons"),
        kept=group.first("job-preserved") is True,
        untouched=group.says_none("time-at-processing"),
    )


def read_jobs(answer: Message) -> list[JobView]:
    """All jobs of an answer."""
    found = (read_job(group) for group in answer.groups if group.tag == Tag.JOB)
    return [job for job in found if job is not None]


def read_abilities(answer: Message) -> Abilities:
    """What the printer says it can do."""
    said = answer.group(Tag.PRINTER)
    behind = said.first("device-uri")
    return Abilities(
        operations=frozenset(one for one in said.every("operations-supported") if isinstance(one, int)),
        pdf=PDF in said.every("document-format-supported"),
        duplex="two-sided-long-edge" in said.every("sides-supported"),
        colour="color" in said.every("print-color-mode-supported"),
        max_copies=_upper(said.first("copies-supported")),
        media=_words(said, "media-supported"),
        trays=_words(said, "media-source-supported"),
        queue=said.first("cups-version") is not None,
        behind=behind if isinstance(behind, str) else "",
    )


def read_up_time(answer: Message) -> int | None:
    """Seconds since the printer was switched on, or its queue started."""
    return _number(answer.group(Tag.PRINTER), "printer-up-time")


def read_status(answer: Message) -> PagePrinterStatus:
    """How the printer is. A warning of an empty tray is "low": printers with two trays go on."""
    said = answer.group(Tag.PRINTER)
    keywords = _keywords(said)
    engine = (
        _ENGINES.get(PrinterState(state)) if (state := _number(said, "printer-state")) in set(PrinterState) else None
    )
    stopped = engine is Engine.STOPPED
    grave = {_SEVERITY.sub("", one) for one in keywords if stopped or not one.endswith(("-warning", "-report"))}
    mild = {_SEVERITY.sub("", one) for one in keywords} - grave
    message = said.first("printer-state-message")
    return PagePrinterStatus(
        answered=True,
        engine=engine or Engine.UNKNOWN,
        accepting=said.first("printer-is-accepting-jobs") is not False,
        paper=_paper(grave, mild),
        toner=_toner(grave, mild),
        cover_open=bool(grave & _OPEN),
        vanished=bool((grave | mild) & _GONE) or (isinstance(message, str) and bool(_VANISHED.search(message))),
        trouble=_trouble(keywords, grave),
        keywords=keywords,
    )


def _keywords(said: Group) -> tuple[str, ...]:
    """Well-formed ones only: they go into logs."""
    words = [one for one in said.every("printer-state-reasons") if isinstance(one, str) and _KEYWORD.match(one)]
    return tuple(word for word in words if word != "none")[:_MAX_KEYWORDS]


def _paper(grave: set[str], mild: set[str]) -> Paper:
    if (grave | mild) & _JAMMED:
        return Paper.JAMMED
    if grave & _NO_PAPER:
        return Paper.OUT
    return Paper.LOW if mild & _NO_PAPER or "media-low" in grave | mild else Paper.FULL


def _toner(grave: set[str], mild: set[str]) -> Toner:
    if grave & _NO_TONER:
        return Toner.OUT
    return Toner.LOW if mild & _NO_TONER or (grave | mild) & _LITTLE_TONER else Toner.FULL


def _trouble(keywords: tuple[str, ...], grave: set[str]) -> str:
    named = next((code for word, code in _TROUBLES.items() if word in grave), "")
    known = _JAMMED | _NO_PAPER | _NO_TONER | _LITTLE_TONER | _OPEN | _GONE | {"media-low"} | _TROUBLES.keys()
    other = any(word.endswith("-error") and _SEVERITY.sub("", word) not in known for word in keywords)
    return named or ("printer_error" if other else "")


def _number(group: Group, name: str) -> int | None:
    value = group.first(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _upper(value: object) -> int:
    """The end of a range; 1 when none is told."""
    top = value[-1] if isinstance(value, tuple) and value else value
    return max(1, top) if isinstance(top, int) and not isinstance(top, bool) else 1


def _words(group: Group, name: str) -> frozenset[str]:
    return frozenset(one for one in group.every(name) if isinstance(one, str))
