"""The drill of document scanners: sheets through the real SANE, pages under an emulated camera."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from devices.camera.emulator import CameraEmulator
from devices.camera.emulator import Fault as CameraFault
from devices.document_scanner.emulator import DocumentScannerEmulator, Fault
from devices.document_scanner.papers import empty_table, laid, sheet
from devices.drill.bench import kept_alive
from devices.drill.rows import Row, exempt
from devices.registry.document_scanner import document_scanner
from devices.supervisor import watch_status
from devices.values.document_scanner import ScanOrder, ScanOutcome, Source
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from devices.drill.bench import Bench, Kept
    from devices.ports.document_scanner import DocumentScanner
    from devices.values.document_scanner import ScanNews, ScanResult

DEVICE = "document_scanner"
SILENCE_S = 2.0  # what the driver waits in the drill: nothing here has a lamp to warm up
LOOK_S = 0.3
OUT_S = 2.0  # how long the cable stays out


@dataclass
class _Glass:
    """A scanner with a feeder behind the real SANE, kept alive. Sheets are counted as they are drawn in."""

    bench: Bench
    box: DocumentScannerEmulator
    kept: Kept[DocumentScanner, None]
    drawn: int = 0

    async def scan(self, sheets: int, on_news: Callable[[ScanNews], None] = lambda _news: None) -> ScanResult:
        """Lay so many sheets in, scan them all; pages that come and sheets that went in are noted."""
        self.box.load(sheets)
        before = self.box.sheets
        async with self.kept.supervisor.use() as scanner:
            result = await scanner.scan(ScanOrder(Source.FEEDER, pages=sheets + 1, dpi=75), on_news)
        for _ in range(before - self.box.sheets):
            self.drawn += 1
            self.bench.gave(self.drawn)
        first = self.drawn - (before - self.box.sheets) + 1
        for at, _ in enumerate(result.pages):
            self.bench.got(first + at)
        if result.reason:
            self.bench.reported(result.reason)
        return result

    async def scan_well(self, sheets: int = 2) -> None:
        """A sound scan: as many pages as sheets."""
        while self.box.sheets:
            await self.scan(0 + self.box.sheets)
        result = await self.scan(sheets)
        if result.outcome is ScanOutcome.DONE and len(result.pages) == sheets:
            self.bench.back()


class SaneRows:
    """The rows of the driver `sane`."""

    @contextlib.asynccontextmanager
    async def _glass(self, bench: Bench) -> AsyncIterator[_Glass]:
        box = DocumentScannerEmulator(bench.folder / "sane")
        await box.start()
        scanner = document_scanner({"driver": "sane", "address": box.address, "silence_s": SILENCE_S})
        watch = partial(watch_status, device=DEVICE, look_s=LOOK_S)
        kept: Kept[DocumentScanner, None]
        try:
            async with kept_alive(bench, DEVICE, scanner, watch) as kept:
                glass = _Glass(bench, box, kept)
                while box.sheets:
                    await glass.scan(box.sheets)
                yield glass
        finally:
            await box.stop()

    async def normal(self, bench: Bench) -> None:
        """Three sheets, then two."""
        async with self._glass(bench) as glass:
            await glass.scan_well(3)
            await glass.scan_well(2)

    def under(self, fault: Fault) -> Callable[[Bench], Awaitable[None]]:
        """A scan while something is wrong, and one after."""

        async def run(bench: Bench) -> None:
            async with self._glass(bench) as glass:
                glass.box.fail(fault)
                await glass.scan(1)
                glass.box.heal()
                bench.over()
                await glass.scan_well()

        return run

    async def jam_between(self, bench: Bench) -> None:
        """The third of four sheets jams: two pages are good, the rest is scanned after."""
        async with self._glass(bench) as glass:
            glass.box.fail(Fault.JAMMED, at_page=3)
            result = await glass.scan(4)
            bench.note(f"{len(result.pages)} pages were kept")
            glass.box.heal()
            bench.over()
            await glass.scan_well()

    async def cancelled(self, bench: Bench) -> None:
        """Given up in the middle of a sheet: the scanner is idle again."""
        async with self._glass(bench) as glass:
            await self._interrupted(glass)
            bench.over()
            await glass.scan_well()

    async def unplug_replug(self, bench: Bench) -> None:
        """The cable comes out in the middle of a sheet."""
        async with self._glass(bench) as glass:
            begun = asyncio.Event()
            glass.box.fail(Fault.SLOW)
            scan = asyncio.create_task(glass.scan(2, lambda _news: begun.set()))
            await begun.wait()
            await glass.box.unplug()
            await scan
            await glass.kept.until(Health.FAULT)
            await asyncio.sleep(OUT_S)
            glass.box.heal()
            await glass.box.plug()
            bench.over()
            await glass.kept.until(Health.NORMAL, Health.WARNING)
            await glass.scan_well()

    async def _interrupted(self, glass: _Glass) -> None:
        begun = asyncio.Event()
        glass.box.fail(Fault.MUTE)
        scan = asyncio.create_task(glass.scan(1, lambda _news: begun.set()))
        await begun.wait()
        scan.cancel()
        await asyncio.gather(scan, return_exceptions=True)
        glass.box.heal()


@dataclass
class _Table:
    """A document camera over a table, kept alive."""

    bench: Bench
    box: CameraEmulator
    kept: Kept[DocumentScanner, None]
    laid: int = 0

    async def scan(self, *, wait_s: float = 20.0, by_itself: bool = True) -> ScanResult:
        """Lay another page and have it taken."""
        self.laid += 1
        self.bench.gave(self.laid)
        self.box.show(laid(sheet(self.laid), turn=self.laid % 7 - 3.5))
        async with self.kept.supervisor.use() as scanner:
            result = await scanner.scan(ScanOrder(Source.CAMERA, by_itself=by_itself, wait_s=wait_s))
        for _ in result.pages:
            self.bench.got(self.laid)
        if result.reason:
            self.bench.reported(result.reason)
        return result

    async def scan_well(self) -> None:
        """A sound scan of what lies there now, and that the same page is not taken again by itself."""
        result = await self.scan(by_itself=False)
        if result.outcome is ScanOutcome.DONE:
            self.bench.back()
        async with self.kept.supervisor.use() as scanner:
            again = await scanner.scan(ScanOrder(Source.CAMERA, wait_s=1.0))
        for _ in again.pages:
            self.bench.got(self.laid)


class CameraRows:
    """The rows of the driver `camera`."""

    @contextlib.asynccontextmanager
    async def _table(self, bench: Bench) -> AsyncIterator[_Table]:
        box = CameraEmulator(fps=12)
        await box.start()
        box.show(empty_table())
        scanner = document_scanner({"driver": "camera", "address": box.address})
        watch = partial(watch_status, device=DEVICE, look_s=LOOK_S)
        kept: Kept[DocumentScanner, None]
        try:
            async with kept_alive(bench, DEVICE, scanner, watch) as kept:
                yield _Table(bench, box, kept)
        finally:
            await box.stop()

    async def normal(self, bench: Bench) -> None:
        """Three pages, one after the other."""
        async with self._table(bench) as table:
            for _ in range(3):
                await table.scan()
                await table.scan_well()

    def under(self, fault: CameraFault) -> Callable[[Bench], Awaitable[None]]:
        """A page while something is wrong, and one after."""

        async def run(bench: Bench) -> None:
            async with self._table(bench) as table:
                table.box.fail(fault)
                await table.scan(wait_s=6.0)
                table.box.heal()
                bench.over()
                await self._again(table)

        return run

    async def unplug_replug(self, bench: Bench) -> None:
        """The camera is pulled out while it waits for a page."""
        async with self._table(bench) as table:
            await table.scan_well()
            table.box.show(empty_table())
            async with table.kept.supervisor.use() as scanner:
                scan = asyncio.create_task(scanner.scan(ScanOrder(Source.CAMERA)))
                await table.box.wait_until_sent(3)
                await table.box.unplug()
                bench.reported((await scan).reason)
            await table.kept.until(Health.FAULT)
            await asyncio.sleep(OUT_S)
            await table.box.plug()
            bench.over()
            await self._again(table)

    async def bad_pages(self, bench: Bench) -> None:
        """Blank, cut off, nothing: each is said, none is taken; then a good one is."""
        async with self._table(bench) as table:
            views = (laid(sheet(1, lines=0)), laid(sheet(1), at=(0.04, 0.5)), empty_table())
            for view in views:
                table.box.show(view)
                async with table.kept.supervisor.use() as scanner:
                    result = await scanner.scan(ScanOrder(Source.CAMERA, wait_s=4.0))
                bench.reported(result.reason)
                for _ in result.pages:
                    bench.got("a bad page")
            bench.over()
            await table.scan_well()

    async def _again(self, table: _Table) -> None:
        """A sound scan as soon as the supervisor has the camera open."""
        while table.kept.supervisor.health.health not in {Health.NORMAL, Health.WARNING}:
            await table.kept.until(Health.NORMAL, Health.WARNING)
        await table.scan_well()


_SANE, _CAMERA = SaneRows(), CameraRows()

ROWS = (
    Row("sane", "normal", _SANE.normal),
    Row("sane", "slow", _SANE.under(Fault.SLOW)),
    Row("sane", "split", _SANE.under(Fault.SPLIT)),
    Row("sane", "merged", _SANE.under(Fault.MERGED)),
    Row("sane", "noise", _SANE.under(Fault.NOISE)),
    exempt(
        "sane", "wrong_checksum", "a page as PNM has no checksum: its length is what is checked (truncated, overlong)"
    ),
    Row("sane", "mute", _SANE.under(Fault.MUTE)),
    Row("sane", "unplug_replug", _SANE.unplug_replug),
    *(
        Row("sane", fault.value, _SANE.under(fault))
        for fault in (
            *(Fault.JAMMED, Fault.NO_DOCS, Fault.COVER_OPEN, Fault.IO_ERROR, Fault.NO_MEM, Fault.BUSY),
            *(Fault.ACCESS_DENIED, Fault.HUGE, Fault.OVERLONG, Fault.TRUNCATED, Fault.STUCK, Fault.CRASH),
        )
    ),
    Row("sane", "jam_between", _SANE.jam_between),
    Row("sane", "cancelled", _SANE.cancelled),
    Row("camera", "normal", _CAMERA.normal),
    Row("camera", "slow", _CAMERA.under(CameraFault.SLOW)),
    exempt("camera", "split", "pictures come whole from the kind `camera`, whose own rows cut the stream into pieces"),
    exempt("camera", "merged", "pictures come whole from the kind `camera`, and only the newest"),
    Row("camera", "noise", _CAMERA.under(CameraFault.NOISE)),
    Row("camera", "wrong_checksum", _CAMERA.under(CameraFault.WRONG_LENGTH)),
    Row("camera", "mute", _CAMERA.under(CameraFault.MUTE)),
    Row("camera", "unplug_replug", _CAMERA.unplug_replug),
    Row("camera", "bad_pages", _CAMERA.bad_pages),
)
