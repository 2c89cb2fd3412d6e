"""A4 pages on their way: composed or taken from the drawer, painted, printed, and gone when the page is left.

A job that ends in no good way has been taken back by the printer's driver: it is void, logged by its id, never printed
again by itself. Titles in the spool are the driver's own. Knows no IPP and no Qt; logs no word of a paper.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Protocol

from devices.errors import DeviceError
from devices.values.page_printer import PageJob, PageOutcome, PagePhase, PagePrinterStatus, PageResult
from hall_server.contract.certificates import PrintedAs
from kiosk.paper.apart import PaperError
from kiosk.paper.compose import sheet_of
from kiosk.paper.glance import Glance
from kiosk.paper.press import Press
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
from kiosk.values import replace

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
PICK_UP_S = 20.0  # a visitor who says 好了 while sheets come out stands there with a hand in the tray
BEGIN_WITHIN_S = 60.0  # a job that waited longer for its turn is not begun


class SheetPrinter(Protocol):
    """Prints one job and says what became of it; never raises for what a printer does."""

    async def print(self, job: PageJob, progress: Callable[[PageProgress], None] | None = None) -> PageResult:
        """Print once."""


class _Work:
    """One errand that runs. Once its page is left it goes on only while sheets move, and not for long."""

    def __init__(self, task: asyncio.Task[None]) -> None:
        self._task, self.left, self._stands = task, False, False

    def stands(self, *, still: bool) -> None:
        """The job stands still, or moves."""
        self._stands = still
        if still and self.left:
            self._task.cancel()

    def leave(self, *, at_once: bool) -> None:
        """Nobody waits for it at the screen any more."""
        self.left = True
        if at_once or self._stands:
            self._task.cancel()
        else:
            asyncio.get_running_loop().call_later(PICK_UP_S, self._task.cancel)


class Papers:
    """Does PrintPages, LookAtPages and LeavePages; `printer` None: there is none.

    `about` says what stands on each sheet now. `ended` hears how each job ended, also when its page was left: the hall
    keeps that of certificates; whoever composes may set it.
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
        self.ended = ended
        self.pictures = pictures or Pictures()
        self._press, self._glance = press or Press(), glance or Glance()
        self._drawer = Drawer()
        self._works: dict[asyncio.Task[None], _Work] = {}

    def __len__(self) -> int:
        return len(self._drawer)

    def take_in(self, key: str, document: bytes) -> None:
        """A certificate came: it lies in the drawer under `key` until the page is left. Raises PaperError."""
        self._drawer.put(key, document)

    async def print(self, effect: PrintPages) -> None:
        """Print, and tell how it ended. Runs as a task of its own; once the page is left nothing is told."""
        try:
            with self._work() as work:
                result = await self._printed(effect, work)
        except asyncio.CancelledError:
            LOG.warning("%s is void: the page was left", effect.job_id)
            self.ended(effect, PrintedAs.GIVEN_UP)
            raise
        printed = result.outcome is PageOutcome.PRINTED
        self.ended(effect, PrintedAs.PRINTED if printed else PrintedAs.VOIDED)
        if printed:
            LOG.info("%s printed, sheets: %s", effect.job_id, result.sheets)
        else:
            LOG.warning("%s is void: %s, sheets: %s", effect.job_id, result.reason, result.sheets)
        if not work.left:
            self._post(_event(self._clock(), effect.job_id, result))

    async def look(self, effect: LookAtPages) -> None:
        """Put the picture of a certificate's first page among the pictures, and tell. A task of its own, as `print`."""
        try:
            with self._work() as work:
                work.stands(still=True)  # nothing comes out of it that anybody could pick up
                seen = await self._glance.look(self._drawer.get(effect.key))
        except PaperError as error:
            self._post(PagesUnseen(self._clock(), effect.key, fault_of(error.code)))
            return
        self.pictures.show(CERTIFICATE, seen.png)
        self._post(PagesSeen(self._clock(), effect.key, seen.pages, seen.hidden))

    def leave(self) -> None:
        """The page is left: documents and pictures are gone.

        A job whose sheets are coming may end within `PICK_UP_S`; one that stands still, then or later, is taken back.
        """
        self._leave(at_once=False)

    def _leave(self, *, at_once: bool) -> None:
        for work in tuple(self._works.values()):
            work.leave(at_once=at_once)
        self._drawer.shred()
        self.pictures.hide(CERTIFICATE)

    async def left(self, _effect: LeavePages) -> None:
        """`leave`, as an errand's performer."""
        self.leave()

    async def close(self) -> None:
        """Leave at once, and wait until the printer has given back what it had."""
        works = tuple(self._works)
        self._leave(at_once=True)
        await asyncio.gather(*works, return_exceptions=True)

    @contextlib.contextmanager
    def _work(self) -> Iterator[_Work]:
        """What happens in here is known to `leave`."""
        task = asyncio.current_task()
        if task is None:  # pragma: no cover - whoever awaits runs in a task
            raise RuntimeError("not in a task")
        work = self._works[task] = _Work(task)
        try:
            yield work
        finally:
            del self._works[task]

    async def _printed(self, effect: PrintPages, work: _Work) -> PageResult:
        if self._printer is None:
            return _not_printed("no_printer")
        try:
            document = await self._document(effect)
        except PaperError as error:
            return _not_printed(error.code)
        until = self._clock() + BEGIN_WITHIN_S
        job = PageJob(document, job_id=effect.job_id, copies=effect.copies, good_until=until)
        try:
            return await self._printer.print(job, lambda news: self._coming(effect.job_id, news, work))
        except DeviceError as error:  # the port says that it never raises; if it does, nobody can tell
            LOG.exception("a printer raised while printing")
            return PageResult(PageOutcome.UNKNOWN, NOTHING_SAID, error.code)

    async def _document(self, effect: PrintPages) -> bytes:
        """The PDF. Raises PaperError."""
        if isinstance(effect.what, CertificatePaper):
            return self._drawer.get(effect.what.key)
        about = replace(self._about(), large=effect.large)
        return (await self._press.paint(sheet_of(effect.what, about))).pdf

    def _coming(self, job_id: str, news: PageProgress, work: _Work) -> None:
        if news.phase is PagePhase.CANCELLING:
            return
        stopped = news.phase is PagePhase.STOPPED
        work.stands(still=stopped)
        if not work.left:
            fault = fault_of(news.reason) if stopped else None
            self._post(PagesComing(self._clock(), job_id, news.sheets or 0, fault))


def _event(at: float, job_id: str, result: PageResult) -> PaperEvent:
    fault = fault_of(result.reason)
    match result.outcome:
        case PageOutcome.PRINTED:
            return PagesPrinted(at, job_id)
        case PageOutcome.NOT_PRINTED:
            return PagesNotPrinted(at, job_id, fault)
        case _:
            return PagesUnknown(at, job_id, fault, result.sheets)


def _not_printed(reason: str) -> PageResult:
    return PageResult(PageOutcome.NOT_PRINTED, NOTHING_SAID, reason, 0)
