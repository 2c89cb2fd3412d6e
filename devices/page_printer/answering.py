"""What the emulated printer answers: IPP requests to a `PrinterMachine`, and the attributes of an office printer.

As much of RFC 8011 as our driver and CUPS' ipp backend (also `lpadmin -m everywhere`) ask for. Knows no HTTP.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.page_printer.asking import A4, A4_HUNDREDTHS_MM
from devices.page_printer.codec import Attribute, Group, Message, attribute
from devices.page_printer.machine import EmulatedJob, Fault
from devices.page_printer.words import PDF, JobState, Operation, StatusCode, Tag

if TYPE_CHECKING:
    from devices.page_printer.machine import PrinterMachine

TRAYS = ("main", "tray-2")
MAX_COPIES = 99
DPI = (600, 600, 3)
_UUID = "urn:uuid:00000000-0000-4000-8000-00004b61706f"
_CANCELLABLE = {JobState.PENDING, JobState.HELD, JobState.PROCESSING, JobState.STOPPED}


class Answering:
    """Answers for one machine at one address; `up_s` is told with each request."""

    def __init__(self, machine: PrinterMachine, uri: str) -> None:
        self._machine = machine
        self._uri = uri

    def answer(self, request: Message, up_s: int) -> Message:
        """The answer to a request; never raises, whatever is asked."""
        if self._machine.has(Fault.WRONG_VERSION) and request.version != (2, 0):
            return self._reply(request, StatusCode.VERSION_NOT_SUPPORTED)
        match request.code if request.code in self._machine.operations else None:
            case Operation.GET_PRINTER_ATTRIBUTES:
                return self._reply(request, StatusCode.OK, Group(Tag.PRINTER, self._printer(up_s)))
            case Operation.VALIDATE_JOB:
                return self._reply(request, self._objection(request) or StatusCode.OK)
            case Operation.CREATE_JOB | Operation.PRINT_JOB:
                return self._new_job(request)
            case Operation.SEND_DOCUMENT:
                return self._document(request)
            case Operation.GET_JOB_ATTRIBUTES | Operation.CANCEL_JOB:
                return self._one_job(request)
            case Operation.GET_JOBS:
                return self._reply(request, StatusCode.OK, *map(self._job_group, self._wanted_jobs(request)))
            case _:
                return self._reply(request, StatusCode.OPERATION_NOT_SUPPORTED)

    def _reply(self, request: Message, status: StatusCode, *groups: Group) -> Message:
        said = (
            attribute("attributes-charset", Tag.CHARSET, "utf-8"),
            attribute("attributes-natural-language", Tag.LANGUAGE, "en"),
        )
        return Message(status, request.request_id, (Group(Tag.OPERATION, said), *groups), request.version)

    def _objection(self, request: Message) -> StatusCode | None:
        if self._machine.has(Fault.NOT_ACCEPTING):
            return StatusCode.NOT_ACCEPTING
        if self._machine.has(Fault.BUSY):
            return StatusCode.BUSY
        wanted = request.group(Tag.OPERATION).first("document-format")
        refuses = self._machine.has(Fault.REFUSES_FORMAT) and wanted == PDF
        return StatusCode.FORMAT_NOT_SUPPORTED if refuses else None

    def _new_job(self, request: Message) -> Message:
        if objection := self._objection(request):
            return self._reply(request, objection)
        said, wanted = request.group(Tag.OPERATION), request.group(Tag.JOB)
        copies = wanted.first("copies")
        job = self._machine.add(
            str(said.first("job-name") or "untitled"),
            str(said.first("requesting-user-name") or "anonymous"),
            copies=copies if isinstance(copies, int) else 1,
            two_sided=str(wanted.first("sides")).startswith("two-sided"),
            tray=_tray(wanted.first("media-col")),
        )
        if request.code == Operation.PRINT_JOB:
            self._machine.take(job, request.data)
        return self._reply(request, StatusCode.OK, self._job_group(job))

    def _document(self, request: Message) -> Message:
        job = self._machine.find(request.group(Tag.OPERATION).first("job-id"))
        if job is None:
            return self._reply(request, StatusCode.NOT_FOUND)
        if job.state is not JobState.HELD:
            return self._reply(request, StatusCode.NOT_POSSIBLE)
        if objection := self._objection(request):
            return self._reply(request, objection)
        self._machine.take(job, request.data)
        return self._reply(request, StatusCode.OK, self._job_group(job))

    def _one_job(self, request: Message) -> Message:
        said = request.group(Tag.OPERATION)
        wanted = said.first("job-id")
        if wanted is None:  # CUPS' backend names jobs by their address
            tail = str(said.first("job-uri")).rpartition("/")[2]
            wanted = int(tail) if tail.isascii() and tail.isdigit() else None
        job = self._machine.find(wanted)
        if job is None:
            return self._reply(request, StatusCode.NOT_FOUND)
        if request.code == Operation.GET_JOB_ATTRIBUTES:
            return self._reply(request, StatusCode.OK, self._job_group(job))
        if job.state not in _CANCELLABLE:
            return self._reply(request, StatusCode.NOT_POSSIBLE)
        job.state = JobState.CANCELED
        return self._reply(request, StatusCode.OK)

    def _wanted_jobs(self, request: Message) -> list[EmulatedJob]:
        said = request.group(Tag.OPERATION)
        ended = said.first("which-jobs") == "completed"
        mine = said.first("my-jobs") is True
        user = said.first("requesting-user-name")
        return [job for job in self._machine.jobs if job.ended == ended and (not mine or job.user == user)]

    def _job_group(self, job: EmulatedJob) -> Group:
        counted = () if self._machine.has(Fault.NO_COUNT) else self._counts(job)
        begun = (
            attribute("time-at-processing", Tag.INTEGER, job.job_id)
            if job.begun
            else attribute("time-at-processing", Tag.NO_VALUE, None)
        )
        return Group(
            Tag.JOB,
            (
                attribute("job-id", Tag.INTEGER, job.job_id),
                attribute("job-uri", Tag.URI, f"{self._uri}/{job.job_id}"),
                attribute("job-name", Tag.NAME, job.title),
                attribute("job-originating-user-name", Tag.NAME, job.user),
                attribute("job-state", Tag.ENUM, int(job.state)),
                attribute("job-state-reasons", Tag.KEYWORD, "none"),
                begun,
                *counted,
            ),
        )

    def _counts(self, job: EmulatedJob) -> tuple[Attribute, ...]:
        return (
            attribute("job-media-sheets-completed", Tag.INTEGER, job.sheets),
            attribute("job-impressions-completed", Tag.INTEGER, job.sheets),
        )

    def _printer(self, up_s: int) -> tuple[Attribute, ...]:
        machine = self._machine
        return (
            attribute("printer-state", Tag.ENUM, int(machine.state)),
            attribute("printer-state-reasons", Tag.KEYWORD, *machine.reasons),
            attribute("printer-is-accepting-jobs", Tag.BOOLEAN, not machine.has(Fault.NOT_ACCEPTING)),
            attribute("printer-up-time", Tag.INTEGER, up_s),
            attribute("queued-job-count", Tag.INTEGER, sum(not job.ended for job in machine.jobs)),
            attribute("printer-uri-supported", Tag.URI, self._uri),
            attribute("operations-supported", Tag.ENUM, *sorted(map(int, machine.operations))),
            *FIXED,
        )


def _tray(media_col: object) -> str:
    return str(Group(0, media_col).first("media-source") or "") if isinstance(media_col, tuple) else ""


_WIDE, _HIGH = A4_HUNDREDTHS_MM
_SIZE = (attribute("x-dimension", Tag.INTEGER, _WIDE), attribute("y-dimension", Tag.INTEGER, _HIGH))
_MARGINS = tuple(attribute(f"media-{side}-margin", Tag.INTEGER, 423) for side in ("top", "bottom", "left", "right"))
_MEDIA_COL = (
    attribute("media-size", Tag.COLLECTION, _SIZE),
    *_MARGINS,
    attribute("media-source", Tag.KEYWORD, TRAYS[0]),
)
FIXED = (
    attribute("uri-security-supported", Tag.KEYWORD, "none"),
    attribute("uri-authentication-supported", Tag.KEYWORD, "none"),
    attribute("printer-name", Tag.NAME, "emulated"),
    attribute("printer-info", Tag.TEXT, "Emulated A4 printer"),
    attribute("printer-location", Tag.TEXT, ""),
    attribute("printer-make-and-model", Tag.TEXT, "Kapok Emulated A4 Printer"),
    attribute("printer-uuid", Tag.URI, _UUID),
    attribute("ipp-versions-supported", Tag.KEYWORD, "1.1", "2.0"),
    attribute("charset-configured", Tag.CHARSET, "utf-8"),
    attribute("charset-supported", Tag.CHARSET, "utf-8"),
    attribute("natural-language-configured", Tag.LANGUAGE, "en"),
    attribute("generated-natural-language-supported", Tag.LANGUAGE, "en"),
    attribute("document-format-default", Tag.MIME_TYPE, PDF),
    attribute("document-format-supported", Tag.MIME_TYPE, PDF, "image/pwg-raster", "application/octet-stream"),
    attribute("pwg-raster-document-resolution-supported", Tag.RESOLUTION, DPI),
    attribute("pwg-raster-document-type-supported", Tag.KEYWORD, "sgray_8", "srgb_8"),
    attribute("pdl-override-supported", Tag.KEYWORD, "attempted"),
    attribute("compression-supported", Tag.KEYWORD, "none"),
    attribute("color-supported", Tag.BOOLEAN, True),  # noqa: FBT003 -- a value, not a switch
    attribute("copies-default", Tag.INTEGER, 1),
    attribute("copies-supported", Tag.RANGE, (1, MAX_COPIES)),
    attribute("sides-default", Tag.KEYWORD, "one-sided"),
    attribute("sides-supported", Tag.KEYWORD, "one-sided", "two-sided-long-edge", "two-sided-short-edge"),
    attribute("print-color-mode-default", Tag.KEYWORD, "auto"),
    attribute("print-color-mode-supported", Tag.KEYWORD, "auto", "color", "monochrome"),
    attribute("print-quality-default", Tag.ENUM, 4),
    attribute("print-quality-supported", Tag.ENUM, 3, 4, 5),
    attribute("printer-resolution-default", Tag.RESOLUTION, DPI),
    attribute("printer-resolution-supported", Tag.RESOLUTION, DPI),
    attribute("media-default", Tag.KEYWORD, A4),
    attribute("media-ready", Tag.KEYWORD, A4),
    attribute("media-supported", Tag.KEYWORD, A4),
    attribute("media-source-supported", Tag.KEYWORD, *TRAYS),
    attribute("media-size-supported", Tag.COLLECTION, _SIZE),
    attribute("media-col-supported", Tag.KEYWORD, "media-size", "media-source"),
    attribute("media-col-default", Tag.COLLECTION, _MEDIA_COL),
    attribute("media-col-ready", Tag.COLLECTION, _MEDIA_COL),
    attribute("media-col-database", Tag.COLLECTION, _MEDIA_COL),
    attribute("output-bin-default", Tag.KEYWORD, "face-down"),
    attribute("output-bin-supported", Tag.KEYWORD, "face-down"),
)
