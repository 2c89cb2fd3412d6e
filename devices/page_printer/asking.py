"""What is asked of a printer, as IPP messages (RFC 8011 §4). Sans-IO; knows no HTTP and keeps nothing of a visitor.

All that a printer or a queue is told of a job is a title of our own (`titles`) and one name for the machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from devices.page_printer.codec import Attribute, Group, Message, attribute
from devices.page_printer.words import PDF, Operation, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

A4 = "iso_a4_210x297mm"  # PWG 5101.1
A4_HUNDREDTHS_MM = (21000, 29700)
MAX_JOBS_ASKED = 100
_PRINTER_WANTED = (
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
    "printer-up-time",
    "cups-version",
    "device-uri",
    "operations-supported",
    "document-format-supported",
    "copies-supported",
    "sides-supported",
    "print-color-mode-supported",
    "media-supported",
    "media-source-supported",
)
_JOB_WANTED = (
    "job-id",
    "job-name",
    "job-state",
    "job-state-reasons",
    "job-media-sheets-completed",
    "job-impressions-completed",
    "job-preserved",
    "time-at-processing",
)


@dataclass(frozen=True, slots=True)
class Ticket:
    """How a job is to be printed. None and empty words are not said at all: then the printer's own default holds."""

    title: str
    copies: int | None = None
    duplex: bool | None = None
    colour: bool | None = None
    media: str = ""
    tray: str = ""  # a media-source keyword: tray-1, main, by-pass-tray …
    cancel_after_s: int | None = None  # CUPS' own watchdog, for the day on which we are not there any more


@dataclass(slots=True)
class Asking:
    """Makes the requests to one printer in one name; `version` is the IPP version that it wants to hear."""

    uri: str
    user: str
    version: tuple[int, int] = (1, 1)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def printer(self) -> Message:
        """Get-Printer-Attributes."""
        return self._message(Operation.GET_PRINTER_ATTRIBUTES, wanted=_PRINTER_WANTED)

    def validate(self, ticket: Ticket) -> Message:
        """Validate-Job: would a job like this be taken?"""
        return self._message(Operation.VALIDATE_JOB, _named(ticket, pdf=True), job=_job_attributes(ticket))

    def create(self, ticket: Ticket) -> Message:
        """Create-Job: an empty job, whose number is known before a document goes out."""
        return self._message(Operation.CREATE_JOB, _named(ticket, pdf=False), job=_job_attributes(ticket))

    def send(self, job_id: int, document: bytes) -> Message:
        """Send-Document: the only one of a created job."""
        of_document = (
            attribute("document-format", Tag.MIME_TYPE, PDF),
            attribute("last-document", Tag.BOOLEAN, True),  # noqa: FBT003 -- a value of the message, not a switch
        )
        return self._message(Operation.SEND_DOCUMENT, of_document, job_id=job_id, document=document)

    def print_job(self, ticket: Ticket, document: bytes) -> Message:
        """Print-Job: job and document in one, for printers that cannot do it in two."""
        job = _job_attributes(ticket)
        return self._message(Operation.PRINT_JOB, _named(ticket, pdf=True), job=job, document=document)

    def job(self, job_id: int) -> Message:
        """Get-Job-Attributes."""
        return self._message(Operation.GET_JOB_ATTRIBUTES, job_id=job_id, wanted=_JOB_WANTED)

    def jobs(self, *, ended: bool) -> Message:
        """Get-Jobs: ours that wait or run, or those that have ended."""
        which = (
            attribute("limit", Tag.INTEGER, MAX_JOBS_ASKED),
            attribute("which-jobs", Tag.KEYWORD, "completed" if ended else "not-completed"),
            attribute("my-jobs", Tag.BOOLEAN, True),  # noqa: FBT003 -- a value of the message, not a switch
        )
        return self._message(Operation.GET_JOBS, which, wanted=_JOB_WANTED)

    def cancel(self, job_id: int, *, purge: bool = False) -> Message:
        """Cancel-Job; `purge` is CUPS' own word: the files and the history of the job go too."""
        more = (attribute("purge-job", Tag.BOOLEAN, True),) if purge else ()  # noqa: FBT003 -- a value of the message
        return self._message(Operation.CANCEL_JOB, more, job_id=job_id)

    def _message(
        self,
        operation: Operation,
        more: tuple[Attribute, ...] = (),
        *,
        job_id: int | None = None,
        wanted: tuple[str, ...] = (),
        job: tuple[Attribute, ...] = (),
        document: bytes = b"",
    ) -> Message:
        target = (attribute("job-id", Tag.INTEGER, job_id),) if job_id is not None else ()
        asked = (attribute("requested-attributes", Tag.KEYWORD, *wanted),) if wanted else ()
        said = (
            attribute("attributes-charset", Tag.CHARSET, "utf-8"),
            attribute("attributes-natural-language", Tag.LANGUAGE, "en"),  # CUPS' messages are matched in English
            attribute("printer-uri", Tag.URI, self.uri),
            *target,
            attribute("requesting-user-name", Tag.NAME, self.user),
            *more,
            *asked,
        )
        groups = (Group(Tag.OPERATION, said), *((Group(Tag.JOB, job),) if job else ()))
        return Message(operation, next(self._ids), groups, self.version, document)


def _named(ticket: Ticket, *, pdf: bool) -> tuple[Attribute, ...]:
    kind = (attribute("document-format", Tag.MIME_TYPE, PDF),) if pdf else ()
    return (attribute("job-name", Tag.NAME, ticket.title), *kind)


def _job_attributes(ticket: Ticket) -> tuple[Attribute, ...]:
    found = []
    if ticket.copies is not None:
        found.append(attribute("copies", Tag.INTEGER, ticket.copies))
    if ticket.duplex is not None:
        found.append(attribute("sides", Tag.KEYWORD, "two-sided-long-edge" if ticket.duplex else "one-sided"))
    if ticket.colour is not None:
        found.append(attribute("print-color-mode", Tag.KEYWORD, "color" if ticket.colour else "monochrome"))
    if ticket.tray:
        found.append(attribute("media-col", Tag.COLLECTION, _media_col(ticket.tray)))
    elif ticket.media:
        found.append(attribute("media", Tag.KEYWORD, ticket.media))
    if ticket.cancel_after_s is not None:
        found.append(attribute("job-cancel-after", Tag.INTEGER, ticket.cancel_after_s))
    return tuple(found)


def _media_col(tray: str) -> tuple[Attribute, ...]:
    """A4 from one tray (PWG 5100.7 §6.3)."""
    wide, high = A4_HUNDREDTHS_MM
    size = (attribute("x-dimension", Tag.INTEGER, wide), attribute("y-dimension", Tag.INTEGER, high))
    return (
        attribute("media-size", Tag.COLLECTION, size),
        attribute("media-source", Tag.KEYWORD, tray),
    )
