"""A4 pages on their way: composed or taken from the drawer, painted, printed, and gone when the page is left.

A job that ends in no good way has been taken back by the printer's driver: it is void, logged by its id, never printed
again by itself. Titles in the spool are the driver's own. Knows no IPP and no Qt; logs no word of a paper.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from devices.errors import DeviceError
from devices.values.page_printer import PageJob, PageOutcome, PagePhase, PagePrinterStatus, PageResult
from hall_server.contract.certificates import PrintedAs
from kiosk.paper.compose import sheet_of
from kiosk.paper.glance import Glance
from kiosk.paper.press import PaperError, Press
from kiosk.runner.drawer import Drawer
from kiosk.runner.pictures import CERTIFICATE, Pictures
from kiosk.session.papers import (
    CertificatePaper,
    LeavePages,
    LookAtPages,
    PagesComing,
    PagesNotPrinted,
    PagesPrinted,
    PagesSeen,
    PagesUnknown,
    PagesUnseen,
    PrintPages,
    fault_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from devices.values.page_printer import PageProgress
    from kiosk.paper.about import AboutPaper
    from kiosk.runner.ports import Clock
    from kiosk.session.papers import PaperEvent

    About = Callable[[], AboutPaper]
    PostPaper = Callable[[PaperEvent], None]
    Ended = Callable[[PrintPages, PrintedAs], None]

LOG = logging.getLogger("kapok.kiosk.papers")

NOTHING_SAID = PagePrinterStatus(answered=False)
BEGIN_WITHIN_S = 60.0  # a job that waited longer for its turn is not begun


class SheetPrinter(Protocol):
    """Prints one job and says what became of it; never raises for what a printer does."""

    async def print(self, job: PageJob, progress: Callable[[PageProgress], None] | None = None) -> PageResult:
        """Print once."""


class Papers:
    """Does PrintPages, LookAtPages and LeavePages; `printer` None: there is none.

    `about` says what stands on each sheet now. `ended` hears how each job ended, also when its page was left: the hall
    keeps that of certificates.
    """

    def __init__(
        self,
        printer: SheetPrinter | None,
        *,
        post: PostPaper,
        clock: Clock,
        about: About,
        ended: Ended = lambda _job, _came: None,
        pictures: Pictures | None = None,
        press: Press | None = None,
        glance: Glance | None = None,
    ) -> None:
        self._printer, self._post, self._clock, self._about = printer, post, clock, about
        self._ended = ended
        self.pictures = pictures or Pictures()
        self._press, self._glance = press or Press(), glance or Glance()
        self._drawer = Drawer()
        self._works: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        return len(self._drawer)

    def take_in(self, key: str, document: bytes) -> None:
        """A certificate came: it lies in the drawer under `key` until the page is left. Raises PaperError."""
        self._drawer.put(key, document)

    async def print(self, effect: PrintPages) -> None:
        """Print, and tell how it ended. Runs as a task of its own: leaving the page ends it, untold."""
        try:
            with self._until_left():
                result = await self._printed(effect)
        except asyncio.CancelledError:
            LOG.warning("%s is void: the page was left", effect.job_id)
            self._ended(effect, PrintedAs.GIVEN_UP)
            raise
        printed = result.outcome is PageOutcome.PRINTED
        self._ended(effect, PrintedAs.PRINTED if printed else PrintedAs.VOIDED)
        at, job_id = self._clock(), effect.job_id
        if printed:
            LOG.info("%s printed, sheets: %s", job_id, result.sheets)
            self._post(PagesPrinted(at, job_id))
            return
        LOG.warning("%s is void: %s, sheets: %s", job_id, result.reason, result.sheets)
        fault = fault_of(result.reason)
        if result.outcome is PageOutcome.NOT_PRINTED:
            self._post(PagesNotPrinted(at, job_id, fault))
        else:
            self._post(PagesUnknown(at, job_id, fault, result.sheets))

    async def look(self, effect: LookAtPages) -> None:
        """Put the picture of a certificate's first page among the pictures, and tell. A task of its own, as `print`."""
        try:
            with self._until_left():
                seen = await self._glance.look(self._drawer.get(effect.key))
        except PaperError as error:
            self._post(PagesUnseen(self._clock(), effect.key, fault_of(error.code)))
            return
        self.pictures.show(CERTIFICATE, seen.png)
        self._post(PagesSeen(self._clock(), effect.key, seen.pages, seen.hidden))

    def leave(self) -> None:
        """The page is left: what runs is taken back, documents and pictures are gone."""
        for work in self._works:
            work.cancel()
        self._drawer.shred()
        self.pictures.hide(CERTIFICATE)

    async def left(self, _effect: LeavePages) -> None:
        """`leave`, as an errand's performer."""
        self.leave()

    async def close(self) -> None:
        """Leave, and wait until the printer has given back what it had."""
        works = tuple(self._works)
        self.leave()
        await asyncio.gather(*works, return_exceptions=True)

    @contextlib.contextmanager
    def _until_left(self) -> Iterator[None]:
        """What happens in here is cancelled when the page is left."""
        task = asyncio.current_task()
        if task is None:  # pragma: no cover - whoever awaits runs in a task
            raise RuntimeError("not in a task")
        self._works.add(task)
        try:
            yield
        finally:
            self._works.discard(task)

    async def _printed(self, effect: PrintPages) -> PageResult:
        if self._printer is None:
            return _not_printed("no_printer")
        try:
            document = await self._document(effect)
        except PaperError as error:
            return _not_printed(error.code)
        until = self._clock() + BEGIN_WITHIN_S
        job = PageJob(document, job_id=effect.job_id, copies=effect.copies, good_until=until)
        try:
            return await self._printer.print(job, lambda news: self._coming(effect.job_id, news))
        except DeviceError as error:  # the port says that it never raises; if it does, nobody can tell
            LOG.exception("a printer raised while printing")
            return PageResult(PageOutcome.UNKNOWN, NOTHING_SAID, error.code)

    async def _document(self, effect: PrintPages) -> bytes:
        """The PDF. Raises PaperError."""
        if isinstance(effect.what, CertificatePaper):
            return self._drawer.get(effect.what.key)
        about = replace(self._about(), large=effect.large)
        return (await self._press.paint(sheet_of(effect.what, about))).pdf

    def _coming(self, job_id: str, news: PageProgress) -> None:
        if news.phase is not PagePhase.CANCELLING:
            fault = fault_of(news.reason) if news.phase is PagePhase.STOPPED else None
            self._post(PagesComing(self._clock(), job_id, news.sheets or 0, fault))


def _not_printed(reason: str) -> PageResult:
    return PageResult(PageOutcome.NOT_PRINTED, NOTHING_SAID, reason, 0)
