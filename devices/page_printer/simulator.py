"""An A4 printer that is not there: same port, keeps the jobs, does as it is told. Knows no bytes of a wire."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.page_printer.machine import pages_of
from devices.page_printer.pdf import refusal_unasked
from devices.values.page_printer import (
    Engine,
    PageOutcome,
    PagePhase,
    PagePrinterCapabilities,
    PagePrinterStatus,
    PageProgress,
    PageResult,
    Paper,
    Toner,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.values.page_printer import PageJob

READY = PagePrinterStatus(answered=True, engine=Engine.IDLE, paper=Paper.FULL, toner=Toner.FULL)


class SimulatedPagePrinter:
    """Prints into `jobs`. Set `state` for what it says of itself, `script` for the next outcomes, `hold` to wait."""

    def __init__(self, *, device: str = "page_printer") -> None:
        self._device = device
        self.jobs: list[PageJob] = []
        self.state = READY
        self.capabilities = PagePrinterCapabilities(duplex=True, colour=True, max_copies=5)
        self._script: deque[PageResult] = deque()
        self._results: dict[str, PageResult] = {}
        self._turn = asyncio.Lock()
        self._goes_on = asyncio.Event()
        self._goes_on.set()
        self._is_open = False

    def script(self, outcome: PageOutcome, reason: str = "", sheets: int | None = None) -> None:
        """The next print that the state allows ends like this; the job is kept only when it is PRINTED."""
        self._script.append(PageResult(outcome, self.state, reason, sheets))

    def hold(self) -> None:
        """No sheet moves until `release`."""
        self._goes_on.clear()

    def release(self) -> None:
        """Sheets move again."""
        self._goes_on.set()

    async def open(self) -> None:
        self._is_open = True

    async def close(self) -> None:
        self._is_open = False

    async def status(self) -> PagePrinterStatus:
        if not self._is_open:
            raise DeviceLostError(self._device, "not open")
        return self.state

    async def print(self, job: PageJob, progress: Callable[[PageProgress], None] | None = None) -> PageResult:
        async with self._turn:
            if job.job_id in self._results and not job.reprint:
                return self._results[job.job_id]
            try:
                result = self._refused(job) or await self._printed(job, progress or (lambda _news: None))
            except asyncio.CancelledError:
                self._remember(job, PageResult(PageOutcome.NOT_PRINTED, self.state, "cancelled", 0))
                raise
            self._remember(job, result)
            return result

    def _refused(self, job: PageJob) -> PageResult | None:
        lost = "" if self._is_open else DeviceLostError.code
        late = job.good_until is not None and time.monotonic() >= job.good_until
        reason = lost or ("expired" if late else "") or refusal_unasked(job, self.capabilities) or self.state.fault
        status = self.state if self._is_open else PagePrinterStatus(answered=False)
        return PageResult(PageOutcome.NOT_PRINTED, status, reason, 0) if reason else None

    async def _printed(self, job: PageJob, tell: Callable[[PageProgress], None]) -> PageResult:
        tell(PageProgress(PagePhase.SENDING))
        await self._goes_on.wait()
        if self._script:
            result = self._script.popleft()
        else:
            pages = pages_of(job.document)
            result = PageResult(
                PageOutcome.PRINTED, self.state, sheets=job.copies * (-(-pages // 2) if job.duplex else pages)
            )
        if result.outcome is PageOutcome.PRINTED:
            tell(PageProgress(PagePhase.PRINTING, result.sheets))
            self.jobs.append(job)
        return result

    def _remember(self, job: PageJob, result: PageResult) -> None:
        if job.job_id:
            self._results[job.job_id] = result
