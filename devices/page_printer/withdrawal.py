"""Takes jobs back: cancels, looks whether they have ended, and keeps at it later where nobody answers now.

A page that comes out hours later for a stranger is worse than no page. Behind a queue both are asked: the queue forgets
its printer's job as soon as its own is cancelled. At CUPS the document is purged too, and that is verified.
Knows which titles are ours; knows no plan and no settings.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.page_printer.words import JobState
from devices.values.page_printer import PageOutcome

if TYPE_CHECKING:
    from devices.page_printer.line import Line
    from devices.page_printer.reading import JobView
    from devices.page_printer.talk import IppTalk, Patience
    from devices.page_printer.titles import Titles

_LOG = logging.getLogger("kapok.device.page_printer")


@dataclass(frozen=True, slots=True)
class Found:
    """What one of those who may hold a job says of it in the end; `job` None: it is not there."""

    job: JobView | None
    answered: bool = True

    @property
    def settled(self) -> bool:
        """Nothing more can come out of it."""
        return self.answered and (self.job is None or self.job.ended)

    def clean(self, *, never_there: bool) -> bool:
        """No sheet has come out and none will. A job that was there and is not any more proves nothing."""
        if self.job is None:
            return self.answered and never_there
        return self.job.ended and (self.job.sheets == 0 or not self.job.begun)


class Withdrawal:
    """Takes back the jobs of one station. `owed` are titles that could not be taken back yet."""

    def __init__(self, titles: Titles, patience: Patience) -> None:
        self._titles = titles
        self._patience = patience
        self.owed: set[str] = set()
        self.kept = False  # a queue did not throw a document away

    async def take_back(self, line: Line, title: str, job_id: int | None, shown: str | None) -> list[Found]:
        """Cancel the job wherever it is and wait for its end; in the order of `line.talks`.

        A job under its number that is not called as it was `shown` before is another's, and is left alone.
        """
        found = [
            await self._withdrawn(talk, title, job_id if talk is line.main else None, shown) for talk in line.talks
        ]
        if not all(one.settled for one in found):
            self.owed.add(title)
        return found

    async def _withdrawn(self, talk: IppTalk, title: str, job_id: int | None, shown: str | None) -> Found:
        """Looks for as long as it may take to settle: a job whose sending was broken off may turn up late."""
        until, found = time.monotonic() + self._patience.settle_s, Found(None, answered=False)
        while True:
            try:
                job = await talk.job(job_id) if job_id is not None else await talk.titled(title)
                if job is not None and job_id is not None and job.title != (shown or job.title):
                    job = None
                if job is not None and not job.ended:
                    await talk.cancel(job.job_id)
                    job = await talk.job(job.job_id) or job
                found = Found(job)
                await talk.status()  # tells whether the printer was switched off meanwhile
            except DeviceError as error:
                _LOG.info("%s: taking back: %s", title, error.code)
            known = found.settled and (found.job is not None or job_id is not None)
            if known or time.monotonic() >= until:
                return found
            await asyncio.sleep(self._patience.poll_s)

    async def sweep(self, line: Line, busy: str) -> None:
        """Cancel what is owed or has lost its process, and purge what a queue keeps of ours; `busy` is left alone.

        Whatever does not answer is asked again at the next sweep.
        """
        left: set[str] = set()
        for talk in line.talks:
            try:
                is_queue = talk is line.main and line.abilities.queue
                left |= await self._swept(talk, busy, purge=is_queue)
                if is_queue:
                    await self._purge_ended(talk, busy)
            except DeviceError as error:
                _LOG.info("sweeping: %s", error.code)
                left |= self.owed
        self.owed = left

    async def _swept(self, talk: IppTalk, busy: str, *, purge: bool) -> set[str]:
        found = set()
        for job in await talk.jobs(ended=False):
            if job.title != busy and (job.title in self.owed or self._titles.orphaned(job.title)):
                _LOG.warning("%s was left behind and is cancelled", job.title)
                await talk.cancel(job.job_id, purge=purge)
                found.add(job.title)
        return found

    async def _purge_ended(self, queue: IppTalk, busy: str) -> None:
        for job in await queue.jobs(ended=True):
            if job.title != busy and (self._titles.mine(job.title) or self._titles.orphaned(job.title)):
                await self.purge(queue, job.job_id)

    async def purge(self, queue: IppTalk, job_id: int) -> None:
        """Have CUPS throw away document and history of a job that has ended.

        `kept` says that it would have kept the document (PreserveJobFiles, a day where nobody has changed it): then a
        kiosk that crashes leaves private paper in its spool until it is up again.
        """
        try:
            before = await queue.job(job_id)
            await queue.cancel(job_id, purge=True)
            after = await queue.job(job_id)
        except DeviceError as error:
            _LOG.info("purging: %s", error.code)
            return
        self.kept = any(job is not None and job.kept for job in (before, after))
        if self.kept:
            _LOG.warning("the print queue keeps documents: set PreserveJobFiles No in cupsd.conf")


def judge(line: Line, found: list[Found], never_there: list[bool]) -> PageOutcome:
    """What became of a job that was taken back; both lists in the order of `line.talks`.

    `never_there`: it was not seen there, and there has been no restart since. Only what those who hold the job say
    counts, and the printer's word before its queue's: a queue counts what it has sent, not what came out.
    """
    at_main, last = found[0], found[-1]
    if last.job is not None and last.job.state is JobState.COMPLETED:
        return PageOutcome.PRINTED if line.trusted or line.printer_known else PageOutcome.UNKNOWN
    if at_main.settled and at_main.job is not None and not at_main.job.begun:
        return PageOutcome.NOT_PRINTED
    settled = all(one.settled for one in found)  # a queue that is away may still send it when it comes back
    clean = settled and last.clean(never_there=never_there[-1]) and line.printer_known
    return PageOutcome.NOT_PRINTED if clean else PageOutcome.UNKNOWN
