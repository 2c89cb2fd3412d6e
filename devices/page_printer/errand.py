"""One job's way: sent, watched to its end, taken back when that does not come. Knows no settings."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceRefusedError
from devices.page_printer.talk import refusal
from devices.page_printer.watch import Sight, Watch
from devices.page_printer.withdrawal import judge
from devices.page_printer.words import JobState, Operation
from devices.values.page_printer import PageOutcome, PagePhase, PageProgress

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.page_printer.asking import Ticket
    from devices.page_printer.line import Line
    from devices.page_printer.reading import JobView
    from devices.page_printer.talk import IppTalk, Patience
    from devices.page_printer.withdrawal import Withdrawal
    from devices.values.page_printer import PagePrinterStatus

IPP_ERRORS = 0x0400  # below stand HTTP's own: then nobody knows what the printer made of the request
End = tuple[PageOutcome, str]


class Errand:
    """Run it once; when that is cancelled, `take_back` says what became of the job."""

    def __init__(
        self,
        line: Line,
        withdrawal: Withdrawal,
        patience: Patience,
        ticket: Ticket,
        tell: Callable[[PageProgress], None],
    ) -> None:
        self._line = line
        self._withdrawal = withdrawal
        self._patience = patience
        self._ticket = ticket
        self._tell = tell
        self._job_id: int | None = None
        self._named = self._sent = False  # the printer may know the job; it may have the document
        self._id_behind: int | None = None  # at the printer behind the queue
        self._shown: str | None = None  # how the job is called where it was sent, when it was first seen there
        self._lives = [talk.lives for talk in line.talks]
        self._end: End | None = None
        self.title = ticket.title
        self.sheets: int | None = None

    async def run(self, document: bytes) -> End:
        """Send and watch. Never raises for what the printer does."""
        self._tell(PageProgress(PagePhase.SENDING))
        try:
            await self._submit(document)
        except DeviceRefusedError as error:
            if error.status >= IPP_ERRORS and self._job_id is None:
                return PageOutcome.NOT_PRINTED, refusal(error)
            return await self.take_back(refusal(error))
        except DeviceError as error:
            return await self.take_back(error.code)
        return await self._followed()

    async def _submit(self, document: bytes) -> None:
        main, operations = self._line.main, self._line.abilities.operations
        if Operation.VALIDATE_JOB in operations:
            await main.validate(self._ticket)
        self._named = True
        if self._line.abilities.in_two_steps:
            self._job_id = await main.create(self._ticket)
            self._sent = True
            await main.send(self._job_id, document)
        else:
            self._sent = True
            self._job_id = await main.print_job(self._ticket, document)

    async def _followed(self) -> End:
        watch = Watch(self._patience, time.monotonic())
        while True:
            sight = await self._look()
            if (news := watch.news(sight)) is not None:
                self._tell(news)
            if sight.job is not None and sight.job.ended:
                return await self._concluded(sight.job, sight.status)
            gone = "job_gone" if sight.job is None and sight.status is not None else ""
            if reason := watch.look(sight, time.monotonic()) or gone:
                return await self.take_back(reason)
            await asyncio.sleep(self._patience.poll_s)

    async def _look(self) -> Sight:
        try:
            status = await self._line.status()
            job = self._ours(await self._line.main.job(self._job_id)) if self._job_id is not None else None
        except DeviceError:
            return Sight(None, None, self.sheets)
        if self._line.device is None:
            self._count(None if self._line.abilities.queue else job)
            return Sight(job, status, self.sheets)
        job = await self._checked(self._line.device, job)
        return Sight(job, status, self.sheets)

    async def _checked(self, device: IppTalk, job: JobView | None) -> JobView | None:
        """A queue's word on the job, held against the printer's own.

        CUPS calls a job completed that its printer has forgotten because it was switched off and on; and a printer may
        have sheets to print after the queue has done its part.
        """
        try:
            own = await (device.titled(self.title) if self._id_behind is None else device.job(self._id_behind))
            own = own if own is not None and own.title == self.title else None
        except DeviceError:
            return replace(job, state=JobState.PROCESSING) if job is not None and job.ended else job
        self._count(own)
        self._id_behind = own.job_id if own is not None else self._id_behind
        if job is not None and job.state is not JobState.COMPLETED:
            return job
        if own is None and self._restarted:
            return None
        return own or job

    def _ours(self, job: JobView | None) -> JobView | None:
        """The job under our number, unless it is another's: who was switched off and on counts from 1 again."""
        if job is None:
            return None
        if self._shown is None:
            self._shown = job.title
        return job if job.title == self._shown else None

    @property
    def _restarted(self) -> bool:
        """Whoever prints was switched off since the job was sent, or does not say how long it has been up."""
        return self._line.talks[-1].lives != self._lives[-1]

    def _count(self, job: JobView | None) -> None:
        """Only a printer's own word counts: a queue counts what it has sent."""
        if job is not None and job.sheets is not None:
            self.sheets = max(job.sheets, self.sheets or 0)

    async def _concluded(self, job: JobView, status: PagePrinterStatus | None) -> End:
        if job.state is not JobState.COMPLETED:
            why = (status.fault if status else "") or (
                "job_aborted" if job.state is JobState.ABORTED else "job_cancelled"
            )
            return await self.take_back(why)
        known = (PageOutcome.PRINTED, "") if self._line.trusted else (PageOutcome.UNKNOWN, "queue_cannot_tell")
        self._end = known
        await self._forget()
        return known

    async def take_back(self, reason: str) -> End:
        """Cancel the job wherever it is, see that it has ended, and say what became of it."""
        if self._end is not None:
            return self._end
        if not self._named:
            return PageOutcome.NOT_PRINTED, reason
        self._tell(PageProgress(PagePhase.CANCELLING, self.sheets, reason))
        found = await self._withdrawal.take_back(self._line, self.title, self._job_id, self._shown)
        had = (self._job_id is not None, self._id_behind is not None)[: len(found)]
        lives = [talk.lives for talk in self._line.talks]
        never = [not had_it and life == before for had_it, life, before in zip(had, lives, self._lives, strict=True)]
        self._count(found[-1].job if self._line.printer_known else None)
        outcome = judge(self._line, found, never) if self._sent else PageOutcome.NOT_PRINTED
        if found[0].job is not None and found[0].settled:
            self._job_id = found[0].job.job_id
            await self._forget()
        return outcome, "" if outcome is PageOutcome.PRINTED else reason

    async def _forget(self) -> None:
        if self._line.abilities.queue and self._job_id is not None:
            await self._withdrawal.purge(self._line.main, self._job_id)
