"""The conversation with one printer or one queue: a request each, the answer in our words. Knows no plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.errors import DeviceProtocolError, DeviceRefusedError
from devices.page_printer.asking import Asking
from devices.page_printer.reading import read_abilities, read_job, read_jobs, read_status, read_up_time
from devices.page_printer.words import YES_BELOW, StatusCode, Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.page_printer.asking import Ticket
    from devices.page_printer.codec import Message
    from devices.page_printer.exchange import IppExchange, Place
    from devices.page_printer.reading import Abilities, JobView
    from devices.values.page_printer import PagePrinterStatus

VERSIONS = ((1, 1), (2, 0), (1, 0))  # in the order in which they are tried
REASONS = {
    StatusCode.FORMAT_NOT_SUPPORTED: "format_refused",
    StatusCode.TOO_LARGE: "too_large",
    StatusCode.ATTRIBUTES_NOT_SUPPORTED: "job_not_supported",
    StatusCode.NOT_ACCEPTING: "not_accepting",
    StatusCode.BUSY: "printer_busy",
    StatusCode.DEVICE_ERROR: "printer_error",
}


def refusal(error: DeviceRefusedError) -> str:
    """Why a printer took no job, as a permanent code."""
    return (
        REASONS.get(StatusCode(error.status), "printer_refused")
        if error.status in set(StatusCode)
        else "printer_refused"
    )


@dataclass(frozen=True, slots=True)
class Patience:
    """Times in seconds; the tests' are shorter."""

    answer_s: float = 5.0  # for one answer
    document_s: float = 60.0  # for a whole document to go out
    poll_s: float = 0.5  # between two looks at a running job
    silence_s: float = 15.0  # of a printer that does not answer any more, until the job is given up
    attention_s: float = 60.0  # for somebody to bring paper or close a door while the visitor waits
    progress_s: float = 120.0  # without another sheet
    settle_s: float = 5.0  # for a cancelled job to end
    longest_s: float = 1800.0  # for a job, whatever it says


class IppTalk:
    """One printer, asked in the name of one machine. Every method raises DeviceError."""

    def __init__(self, exchange: IppExchange, user: str, patience: Patience, device: str) -> None:
        self._exchange = exchange
        self._asking = Asking(exchange.place.uri, user)
        self._patience = patience
        self._device = device
        self._up_s: int | None = None
        self.lives = 0  # goes up when the printer was switched off and on, or does not say how long it has been up

    @property
    def place(self) -> Place:
        return self._exchange.place

    async def meet(self) -> tuple[Abilities, PagePrinterStatus]:
        """Who it is, what it can do and how it is; finds the version of IPP that it wants to hear."""
        for version in VERSIONS:
            self._asking.version = version
            answer = await self._exchange.ask(self._asking.printer(), self._patience.answer_s)
            if answer.code != StatusCode.VERSION_NOT_SUPPORTED:
                break
        return read_abilities(answer), self._status(self._agreed(answer))

    async def status(self) -> PagePrinterStatus:
        return self._status(await self._said(self._asking.printer))

    def _status(self, answer: Message) -> PagePrinterStatus:
        up_s = read_up_time(answer)
        if up_s is None or up_s < (self._up_s or 0):
            self.lives += 1
        self._up_s = up_s
        return read_status(answer)

    async def validate(self, ticket: Ticket) -> None:
        """Raises DeviceRefusedError when a job like this would not be taken, or not as it was asked for."""
        answer = await self._said(lambda: self._asking.validate(ticket))
        ignored = {one.name for one in answer.group(Tag.UNSUPPORTED).attributes}
        if ignored & {"copies", "sides"}:  # other pages than were asked for; a tray or a colour is less
            raise DeviceRefusedError(self._device, StatusCode.ATTRIBUTES_NOT_SUPPORTED)

    async def create(self, ticket: Ticket) -> int:
        """The number of a new, empty job."""
        return self._numbered(await self._said(lambda: self._asking.create(ticket)))

    async def send(self, job_id: int, document: bytes) -> None:
        """The document of a created job."""
        await self._said(lambda: self._asking.send(job_id, document), self._patience.document_s)

    async def print_job(self, ticket: Ticket, document: bytes) -> int:
        """The number of a new job whose document has gone out with it."""
        answer = await self._said(lambda: self._asking.print_job(ticket, document), self._patience.document_s)
        return self._numbered(answer)

    async def job(self, job_id: int) -> JobView | None:
        """A job as it is now; None when the printer knows none of that number (any more)."""
        try:
            answer = await self._said(lambda: self._asking.job(job_id))
        except DeviceRefusedError as error:
            if error.status == StatusCode.NOT_FOUND:
                return None
            raise
        return read_job(answer.group(Tag.JOB))

    async def jobs(self, *, ended: bool) -> list[JobView]:
        """Jobs in our name."""
        return read_jobs(await self._said(lambda: self._asking.jobs(ended=ended)))

    async def titled(self, title: str) -> JobView | None:
        """The job with this title, running or ended; None when the printer knows none."""
        for ended in (False, True):
            for job in await self.jobs(ended=ended):
                if job.title == title:
                    return job
        return None

    async def cancel(self, job_id: int, *, purge: bool = False) -> None:
        """Cancel a job. A printer that says that there is nothing to cancel is right."""
        try:
            await self._said(lambda: self._asking.cancel(job_id, purge=purge))
        except DeviceRefusedError as error:
            if error.status not in {StatusCode.NOT_POSSIBLE, StatusCode.NOT_FOUND}:
                raise

    async def _said(self, request: Callable[[], Message], timeout_s: float | None = None) -> Message:
        answer = await self._exchange.ask(request(), timeout_s or self._patience.answer_s)
        return self._agreed(answer)

    def _agreed(self, answer: Message) -> Message:
        if answer.code >= YES_BELOW:
            raise DeviceRefusedError(self._device, answer.code, f"IPP status 0x{answer.code:04X}")
        return answer

    def _numbered(self, answer: Message) -> int:
        job = read_job(answer.group(Tag.JOB))
        if job is None:
            raise DeviceProtocolError(self._device, "took a job and told no number")
        return job.job_id
