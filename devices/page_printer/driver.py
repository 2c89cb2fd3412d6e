"""PDFs on an A4 printer over IPP, directly or through a CUPS queue, and an honest word on how each job ended.

PRINTED: the printer says so, and behind a queue the printer itself, where it can be asked. NOT_PRINTED: refused, or
cancelled with the printer's word that no sheet has come out. All else is UNKNOWN, with the sheets that were counted.
A job that ends in no good way is cancelled, and the cancelling is verified (`withdrawal`); what cannot be verified is
tried again at every later look, so that no page comes out hours later for a stranger. Nothing is ever printed again.
The log names titles of our own, counts and codes. Writes nothing to disk. Knows no ticket and no page's content.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from devices.errors import DeviceConfigError, DeviceError, DeviceLostError, DeviceRefusedError
from devices.page_printer.asking import A4, Ticket
from devices.page_printer.errand import Errand
from devices.page_printer.exchange import IppExchange, place_of
from devices.page_printer.line import SILENT, Line, behind, tells_the_end
from devices.page_printer.pdf import refusal_unasked
from devices.page_printer.talk import IppTalk, Patience, refusal
from devices.page_printer.titles import STATION, Titles, machine_station
from devices.page_printer.withdrawal import Withdrawal
from devices.values.page_printer import PageOutcome, PagePrinterCapabilities, PageResult

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from devices.page_printer.reading import Abilities
    from devices.values.page_printer import PageJob, PagePrinterStatus, PageProgress

T = TypeVar("T")
__all__ = ["IppPagePrinter", "Patience", "Wishes"]

JOBS_REMEMBERED = 256
_LOG = logging.getLogger("kapok.device.page_printer")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the settings say of this printer; what it cannot do is not asked of it."""

    max_copies: int = 5
    max_bytes: int = 20 * 1024 * 1024
    duplex: bool = False  # when a job does not say
    tray: str = ""  # a media-source keyword
    station: str = ""  # in whose name jobs are sent: 1-16 of a-z and 0-9; empty takes one made from the machine's id
    device_address: str = ""  # the printer itself, behind a queue; CUPS tells it by itself for ipp printers
    fingerprint: str = ""  # SHA-256 of the certificate of an ipps:// printer
    trust_queue: bool = False  # a queue whose printer cannot be asked says "completed": believe it


class IppPagePrinter:
    """`PagePrinter` at an ipp:// or ipps:// address."""

    def __init__(
        self,
        address: str,
        wishes: Wishes | None = None,
        *,
        patience: Patience | None = None,
        device: str = "page_printer",
    ) -> None:
        self._wishes = wishes or Wishes()
        self._patience = patience or Patience()
        self._device = device
        station = self._wishes.station or machine_station()
        if not STATION.match(station):
            raise DeviceConfigError(device, f"setting 'station' is {station!r}, expected 1 to 16 of a-z and 0-9")
        self._user = f"kapok-{station}"
        self._titles = Titles(station)
        self._main = self._talk(address, self._wishes.fingerprint)
        self._behind = self._talk(self._wishes.device_address) if self._wishes.device_address else None
        self._withdrawal = Withdrawal(self._titles, self._patience)
        self._line: Line | None = None
        self._turn = asyncio.Lock()
        self._busy = ""  # title of the job at hand
        self._jobs: OrderedDict[str, PageResult] = OrderedDict()
        self.capabilities = PagePrinterCapabilities(max_bytes=self._wishes.max_bytes)

    def _talk(self, address: str, fingerprint: str = "") -> IppTalk:
        exchange = IppExchange(place_of(address, self._device, fingerprint), device=self._device)
        return IppTalk(exchange, self._user, self._patience, self._device)

    async def open(self) -> None:
        """Meet the printer and take back what a crash has left in it. Raises DeviceError."""
        abilities, _ = await self._main.meet()
        if self._wishes.tray and self._wishes.tray not in abilities.trays:
            trays = ", ".join(sorted(abilities.trays)) or "it names none"
            raise DeviceConfigError(self._device, f"tray {self._wishes.tray!r} is not there; there are: {trays}")
        address = behind(abilities, local=self._main.place.local)
        device = self._behind or (self._talk(address) if address else None)
        if device is not None:
            with contextlib.suppress(DeviceError):  # then its status says so
                await device.meet()
        trusted = self._wishes.trust_queue or tells_the_end(abilities)
        self._line = Line(self._main, abilities, device, trusted)
        self.capabilities = PagePrinterCapabilities(
            pdf=abilities.pdf,
            duplex=abilities.duplex,
            colour=abilities.colour,
            max_copies=min(abilities.max_copies, self._wishes.max_copies),
            max_bytes=self._wishes.max_bytes,
            behind_queue=abilities.queue,
        )
        await self._withdrawal.sweep(self._line, self._busy)

    async def close(self) -> None:
        self._line = None

    async def status(self) -> PagePrinterStatus:
        line = self._line
        if line is None:
            raise DeviceLostError(self._device, "not open")
        status = await line.status()
        if self._withdrawal.owed and status.answered:
            await self._withdrawal.sweep(line, self._busy)
        return replace(status, spool_kept=self._withdrawal.kept)

    async def print(self, job: PageJob, progress: Callable[[PageProgress], None] | None = None) -> PageResult:
        async with self._turn:
            if job.job_id in self._jobs and not job.reprint:
                return self._jobs[job.job_id]
            result = await self._printed(job, progress or _nobody)
            return self._remember(job, result)

    async def _printed(self, job: PageJob, tell: Callable[[PageProgress], None]) -> PageResult:
        line = self._line
        if line is None:
            return PageResult(PageOutcome.NOT_PRINTED, SILENT, DeviceLostError.code, 0)
        status, lost = await self._now(line)
        if job.good_until is not None and time.monotonic() >= job.good_until:
            return PageResult(PageOutcome.NOT_PRINTED, status, "expired", 0)
        if reason := refusal_unasked(job, self.capabilities) or lost or status.fault:
            return PageResult(PageOutcome.NOT_PRINTED, status, reason, 0)
        ticket = self._ticket(job, line.abilities)
        errand = Errand(line, self._withdrawal, self._patience, ticket, lambda news: _tell(tell, news))
        outcome, reason = await self._run(errand, job)
        result = self._remember(job, PageResult(outcome, status, reason, _sheets(outcome, errand)))
        status, _ = await self._now(line)  # a task that is cancelled here has printed all the same
        return replace(result, status=status)

    async def _run(self, errand: Errand, job: PageJob) -> tuple[PageOutcome, str]:
        self._busy = errand.title
        _LOG.info("%s: %d bytes, %d copies", errand.title, len(job.document), job.copies)
        try:
            outcome, reason = await errand.run(job.document)
        except asyncio.CancelledError:
            outcome, reason = await _whatever_comes(errand.take_back("cancelled"))
            self._remember(job, PageResult(outcome, SILENT, reason, _sheets(outcome, errand)))
            raise
        finally:
            self._busy = ""
        _LOG.info("%s: %s %s, sheets: %s", errand.title, outcome.value, reason, errand.sheets)
        return outcome, reason

    async def _now(self, line: Line) -> tuple[PagePrinterStatus, str]:
        """The status, and a code when it could not be had at all."""
        try:
            return await line.status(), ""
        except DeviceRefusedError as error:
            return SILENT, refusal(error)
        except DeviceError as error:
            return SILENT, error.code

    def _ticket(self, job: PageJob, can: Abilities) -> Ticket:
        """What is asked of the printer: only what it can do, the rest is its own default."""
        duplex = self._wishes.duplex if job.duplex is None else job.duplex
        return Ticket(
            self._titles.new(),
            copies=job.copies if job.copies > 1 else None,
            duplex=duplex if can.duplex else None,
            colour=job.colour if can.colour else None,
            media=A4 if A4 in can.media else "",
            tray=self._wishes.tray,
            cancel_after_s=math.ceil(self._patience.longest_s) if can.queue else None,
        )

    def _remember(self, job: PageJob, result: PageResult) -> PageResult:
        if job.job_id:
            self._jobs[job.job_id] = result
            while len(self._jobs) > JOBS_REMEMBERED:
                self._jobs.popitem(last=False)
        return result


def _sheets(outcome: PageOutcome, errand: Errand) -> int | None:
    return 0 if outcome is PageOutcome.NOT_PRINTED else errand.sheets


async def _whatever_comes(work: Coroutine[Any, Any, T]) -> T:
    """Finish what must not be left half done, however often this task is cancelled meanwhile."""
    task = asyncio.ensure_future(work)
    while not task.done():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.shield(task)
    return task.result()


def _tell(tell: Callable[[PageProgress], None], news: PageProgress) -> None:
    """Who listens must not harm a job: it would be left behind in the printer."""
    try:
        tell(news)
    except Exception:  # noqa: BLE001 -- whatever a listener does, the job goes on
        _LOG.exception("progress was told, and the listener failed")


def _nobody(_progress: PageProgress) -> None:
    """Nobody wants to hear."""
