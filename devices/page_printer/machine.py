"""The emulated printer without its wire: jobs, sheets, faults. Knows no IPP and no clock; `advance` moves the paper."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from enum import StrEnum

from devices.page_printer.words import JobState, Operation, PrinterState

_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_MOST_INFLATED = 1 << 20
JOBS_KEPT = 200


class Fault(StrEnum):
    """What can go wrong with it; several at once."""

    PAPER_OUT = "paper_out"
    PAPER_LOW = "paper_low"
    PAPER_JAM = "paper_jam"
    DOOR_OPEN = "door_open"
    TONER_LOW = "toner_low"
    TONER_OUT = "toner_out"
    OUTPUT_FULL = "output_full"
    NOT_ACCEPTING = "not_accepting"
    BUSY = "busy"  # takes no job just now
    REFUSES_FORMAT = "refuses_format"
    ABORTS = "aborts"  # gives each job up as soon as it begins
    STUCK = "stuck"  # goes on "processing" without a sheet and without a reason, as CUPS does
    NO_COUNT = "no_count"  # does not say how many sheets are out
    WRONG_VERSION = "wrong_version"  # wants IPP 2.0
    MUTE = "mute"  # takes the question and says nothing
    SLOW = "slow"  # a few bytes at a time
    GARBAGE = "garbage"  # answers that are not IPP
    TRUNCATED = "truncated"  # answers that end in the middle
    HTTP_ERROR = "http_error"  # 500 from the web server in the printer
    CUT_DOCUMENT = "cut_document"  # the connection breaks in the middle of a document
    CUT_ANSWER = "cut_answer"  # the request is done, its answer is lost


REASONS = {
    Fault.PAPER_OUT: "media-empty-error",
    Fault.PAPER_LOW: "media-low-warning",
    Fault.PAPER_JAM: "media-jam-error",
    Fault.DOOR_OPEN: "door-open-error",
    Fault.TONER_LOW: "toner-low-warning",
    Fault.TONER_OUT: "toner-empty-error",
    Fault.OUTPUT_FULL: "output-area-full-error",
}
_STANDING = {Fault.PAPER_OUT, Fault.PAPER_JAM, Fault.DOOR_OPEN, Fault.TONER_OUT, Fault.OUTPUT_FULL}


@dataclass(slots=True)
class EmulatedJob:
    """One job in the printer; `document` is what has arrived, as it was."""

    job_id: int
    title: str
    user: str
    copies: int = 1
    two_sided: bool = False
    tray: str = ""
    state: JobState = JobState.HELD  # created, waiting for its document
    document: bytes = b""
    begun: bool = False
    sheets: int = 0

    @property
    def ended(self) -> bool:
        return self.state in {JobState.CANCELED, JobState.ABORTED, JobState.COMPLETED}

    @property
    def sheets_wanted(self) -> int:
        """Of the whole job."""
        pages = pages_of(self.document)
        return self.copies * (-(-pages // 2) if self.two_sided else pages)


@dataclass(slots=True)
class PrinterMachine:
    """`jobs` in the order of their coming, `paper`: the titles of the sheets that came out, one for each sheet."""

    jobs: list[EmulatedJob] = field(default_factory=list)
    paper: list[str] = field(default_factory=list)
    faults: dict[Fault, int] = field(default_factory=dict)  # fault → sheets until it strikes
    operations: set[Operation] = field(default_factory=lambda: set(Operation))  # what it can be asked
    _last_id: int = 0

    def has(self, fault: Fault) -> bool:
        """Whether it has struck."""
        return self.faults.get(fault, 1) <= 0

    @property
    def standing(self) -> bool:
        """Stopped until somebody comes."""
        return any(self.has(fault) for fault in _STANDING)

    @property
    def state(self) -> PrinterState:
        if self.standing:
            return PrinterState.STOPPED
        running = any(job.state in {JobState.PROCESSING, JobState.PENDING} for job in self.jobs)
        return PrinterState.PROCESSING if running else PrinterState.IDLE

    @property
    def reasons(self) -> list[str]:
        """printer-state-reasons."""
        return [word for fault, word in REASONS.items() if self.has(fault)] or ["none"]

    def add(self, title: str, user: str, *, copies: int, two_sided: bool, tray: str) -> EmulatedJob:
        """A new job without a document."""
        self._last_id += 1
        job = EmulatedJob(self._last_id, title, user, copies, two_sided, tray)
        self.jobs = [*self.jobs[-JOBS_KEPT:], job]
        return job

    def find(self, job_id: object) -> EmulatedJob | None:
        return next((job for job in self.jobs if job.job_id == job_id), None)

    def take(self, job: EmulatedJob, document: bytes) -> None:
        """The document is here: the job may begin."""
        job.document, job.state = document, JobState.PENDING

    def forget(self) -> None:
        """Switched off: what was in its memory is gone, and it counts jobs anew; paper that is out is out."""
        self.jobs.clear()
        self._last_id = 0

    def advance(self) -> None:
        """Time for one sheet has passed."""
        job = next(
            (job for job in self.jobs if job.state in {JobState.PROCESSING, JobState.PENDING, JobState.STOPPED}), None
        )
        if job is None:
            return
        if self.standing:
            job.state = JobState.STOPPED if job.begun else job.state
            return
        if self.has(Fault.ABORTS):
            job.state = JobState.ABORTED
            return
        job.begun, job.state = True, JobState.PROCESSING
        if self.has(Fault.STUCK):
            return
        self._feed(job)

    def _feed(self, job: EmulatedJob) -> None:
        job.sheets += 1
        self.paper.append(job.title)
        self.faults = {fault: left - 1 for fault, left in self.faults.items()}
        if job.sheets >= job.sheets_wanted:
            job.state = JobState.COMPLETED


def pages_of(document: bytes) -> int:
    """Pages of a PDF, counted by their marks, also in compressed objects; at least 1."""
    found = len(_PAGE.findall(document))
    for packed in [] if found else _STREAM.findall(document):
        try:
            found += len(_PAGE.findall(zlib.decompressobj().decompress(packed, _MOST_INFLATED)))
        except zlib.error:
            continue
    return max(1, found)
