"""Materials are scanned: page by page, by themselves when they lie still or at the touch of a button, kept sealed.

The scanner is open from StartScan to its end and at no other time; so long there is a picture of what it sees (`LIVE`).
Knows no materials but by their names, and logs no more of a page than what it is worth.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec.structs import astuple

from devices.document_scanner.bundle import BundleError
from devices.errors import DeviceError, DeviceLostError
from devices.values.document_scanner import MAX_PAGES, ScanOrder, ScanOutcome, Source, Verdict
from kiosk.runner.pictures import LIVE
from kiosk.runner.scan_folder import ScanFolder
from kiosk.session.scans import (
    WHOLE,
    BlackenPage,
    DropPage,
    DropPages,
    MovePage,
    PageScanned,
    PagesKept,
    RetakePage,
    ScanEffect,
    ScanFailed,
    ScanFault,
    ScanSees,
    ScanStarted,
    StartScan,
    StopScan,
    TakePage,
    TurnPage,
    scan_fault_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from contextlib import AbstractAsyncContextManager

    from devices.ports.document_scanner import DocumentScanner
    from devices.values.document_scanner import PageImage, ScanNews, ScanResult
    from kiosk.runner.pictures import Pictures
    from kiosk.runner.ports import Clock
    from kiosk.session.journey import Errand
    from kiosk.session.scans import ScanEvent

T = TypeVar("T")
PageEdit = DropPage | MovePage | TurnPage | BlackenPage
LOG = logging.getLogger("kapok.kiosk.scanning")

GLIMPSE_PX = 640
WAIT_S = 60.0  # for a page; then the scanner is asked anew
QUIET = frozenset({"nothing_new", "", *(verdict.value for verdict in Verdict)})  # what the news have told already
_BY_VALUE = {verdict.value: verdict for verdict in Verdict}


class ScannerUse(Protocol):
    """Gives the scanner, open, to one user at a time."""

    def lit(self) -> AbstractAsyncContextManager[DocumentScanner]:
        """Raises DeviceError when it is not there."""


class Scanning:
    """Does what `ScanEffect`s say, on the loop. `scanner` None: there is none. `post` hears `ScanEvent`s."""

    def __init__(
        self,
        scanner: ScannerUse | None,
        *,
        post: Callable[[ScanEvent], None],
        clock: Clock,
        pictures: Pictures,
        folder: ScanFolder | None = None,
    ) -> None:
        self._scanner, self._post, self._clock, self._pictures = scanner, post, clock, pictures
        self.folder = folder or ScanFolder()
        self._material = ""
        self._retake = 0
        self._pressed = asyncio.Event()
        self._sees: Verdict | None = None
        self._scan: asyncio.Task[None] | None = None
        self._works: set[asyncio.Task[None]] = set()
        self._edits: set[asyncio.Task[None]] = set()  # of these, what changes pages
        self._editing = asyncio.Lock()

    def do(self, effect: ScanEffect) -> None:
        """Begin what is asked for; what comes of it is posted."""
        match effect:
            case StartScan():
                self._start(effect)
            case TakePage():
                self._pressed.set()
            case RetakePage():
                self._retake = effect.page_no
                self._tell_kept()
            case StopScan():
                self._stop()
            case DropPages():
                self.wipe()
            case DropPage() | MovePage() | TurnPage() | BlackenPage():
                editing = self._work(self._edit(self._material, effect))
                self._edits.add(editing)
                editing.add_done_callback(self._edits.discard)

    def wipe(self) -> None:
        """The scan ends, the pictures and all pages are gone."""
        self._stop()
        self.folder.wipe()
        self._pictures.clear()
        self._material, self._retake, self._sees = "", 0, None

    async def perform(self, effect: Errand) -> None:
        """`do`, as the performer of every errand of this kind."""
        if isinstance(effect, ScanEffect):
            self.do(effect)

    async def hand_over(self, material: str, take: Callable[[int, bytes], None]) -> int:
        """Give all pages of a material to `take` in a thread (page number, JPEG); they are here no more.

        Raises BundleError, and what `take` raises: then they are all still here.
        """
        if self._edits:  # what was to be blackened is black first
            await asyncio.wait(self._edits)
        return await asyncio.to_thread(self.folder.hand_over, material, take)

    async def close(self) -> None:
        """Wipe, and wait until the scanner is let go."""
        works = tuple(self._works)
        self.wipe()
        for work in works:
            work.cancel()
        await asyncio.gather(*works, return_exceptions=True)

    def _start(self, effect: StartScan) -> None:
        before, self._material, self._retake = self._scan, effect.material, 0
        self._stop()
        self._pressed.clear()
        self._scan = self._work(self._scans(effect, before))

    def _stop(self) -> None:
        if self._scan is not None:
            self._scan.cancel()
            self._scan = None
        self._pictures.hide(LIVE)

    def _work(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._works.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._works.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            LOG.error("a fault of our own", exc_info=error)

    async def _scans(self, effect: StartScan, before: asyncio.Task[None] | None) -> None:
        """One scan from its beginning to its end."""
        if before is not None:
            await asyncio.gather(before, return_exceptions=True)
        try:
            self.folder.expect(effect.material, effect.required)
            self._pictures.show_pages(lambda page_no: self.folder.picture(effect.material, page_no))
            await self._until_stopped(effect.material)
        except DeviceError as error:
            LOG.warning("scanning ends: %s", error.code)
            self._fail(effect.material, error.code, over=True)
        except BundleError as error:
            self._fail(effect.material, error.code, over=True)
        finally:
            if self._scan is asyncio.current_task():
                self._stop()

    async def _until_stopped(self, material: str) -> None:
        if self._scanner is None:
            raise DeviceLostError("document_scanner", "none")
        async with self._scanner.lit() as scanner:
            by_itself = scanner.capabilities.by_itself
            self._post(ScanStarted(self._clock(), material, by_itself))
            self._tell_kept()
            while True:
                self._sees = None
                await self._round(scanner, material, by_itself=by_itself)

    async def _round(self, scanner: DocumentScanner, material: str, *, by_itself: bool) -> None:
        """One page or several, or none: by themselves, or at the touch of the button. Raises DeviceError."""
        hear = self._listener(material)
        if by_itself and not self._pressed.is_set():
            order = ScanOrder(Source.CAMERA, wait_s=WAIT_S, glimpse_px=GLIMPSE_PX)
            result = await self._unless_pressed(scanner.scan(order, hear))
        else:
            await self._pressed.wait()
            self._pressed.clear()
            result = await scanner.scan(_by_button(scanner), hear)
            self._say_why(material, result)
        if result is None:
            return
        for page in result.pages:
            await self._keep(material, page)
        if result.reason == DeviceLostError.code or (result.reason not in QUIET and by_itself):
            raise DeviceLostError("document_scanner", result.reason)

    def _say_why(self, material: str, result: ScanResult) -> None:
        """The button was touched: whoever did it hears why no page came of it."""
        if result.outcome is ScanOutcome.DONE:
            return
        if (verdict := _BY_VALUE.get(result.reason)) is not None:
            self._post(ScanSees(self._clock(), material, verdict))
        elif result.reason != DeviceLostError.code:
            self._fail(material, result.reason, over=False)

    def _listener(self, material: str) -> Callable[[ScanNews], None]:
        def hear(news: ScanNews) -> None:
            if news.glimpse:
                self._pictures.show(LIVE, news.glimpse)
            if news.look is not None and news.look.verdict is not self._sees:
                self._sees = news.look.verdict
                self._post(ScanSees(self._clock(), material, self._sees))

        return hear

    async def _unless_pressed(self, scan: Coroutine[object, object, T]) -> T | None:
        """What the scan gives; None when the button was touched before: then it is broken off."""
        scanning, pressed = asyncio.ensure_future(scan), asyncio.ensure_future(self._pressed.wait())
        try:
            await asyncio.wait({scanning, pressed}, return_when=asyncio.FIRST_COMPLETED)
            return scanning.result() if scanning.done() else None
        finally:
            pressed.cancel()
            scanning.cancel()
            await asyncio.gather(scanning, pressed, return_exceptions=True)

    async def _keep(self, material: str, page: PageImage) -> None:
        retake, self._retake = self._retake, 0
        try:
            async with self._editing:
                page_no = await asyncio.to_thread(self.folder.keep, material, page, retake)
        except (BundleError, OSError) as error:
            self._fail(material, error.code if isinstance(error, BundleError) else "safe_full", over=False)
            return
        LOG.info("page %d is taken: %s", page_no, page.verdict.value)
        self._post(PageScanned(self._clock(), material, page_no, page.verdict))
        self._tell_kept()

    async def _edit(self, material: str, effect: PageEdit) -> None:
        try:
            async with self._editing:
                await asyncio.to_thread(self._edited, material, effect)
        except BundleError as error:
            self._fail(material, error.code, over=False)
        self._retake = 0  # it may be another page's number now
        self._tell_kept()

    def _edited(self, material: str, effect: PageEdit) -> None:
        match effect:
            case DropPage():
                self.folder.drop(material, effect.page_no)
            case MovePage():
                self.folder.move(material, effect.page_no, effect.to)
            case TurnPage():
                self.folder.turn(material, effect.page_no)
            case BlackenPage():
                parts = (tuple(share / WHOLE for share in astuple(blot)) for blot in effect.blots)
                self.folder.blacken(material, effect.page_no, parts)

    def _tell_kept(self) -> None:
        pages = self.folder.verdicts(self._material)
        if self._retake > len(pages):
            self._retake = 0
        missing = self.folder.missing(self._material)
        self._post(PagesKept(self._clock(), self._material, pages, missing, self._retake))

    def _fail(self, material: str, reason: str, *, over: bool) -> None:
        fault = scan_fault_of(reason)
        LOG.info("no page: %s", reason)
        self._post(ScanFailed(self._clock(), material, fault, over or fault is ScanFault.GONE))


def _by_button(scanner: DocumentScanner) -> ScanOrder:
    sources = scanner.capabilities.sources
    source = next(one for one in (Source.CAMERA, Source.FEEDER, Source.FLATBED) if one in sources)
    pages = MAX_PAGES if source is Source.FEEDER else 1
    return ScanOrder(source, pages=pages, by_itself=False, again=True, glimpse_px=GLIMPSE_PX)
