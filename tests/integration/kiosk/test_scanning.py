"""Materials are scanned with a real capture process before an emulated camera, and with the real SANE."""

import asyncio
import time

import pytest

from devices.camera.driver import CaptureCamera
from devices.camera.emulator import CameraEmulator
from devices.document_scanner.camera import CameraDocumentScanner
from devices.document_scanner.emulator import DocumentScannerEmulator, Fault
from devices.document_scanner.papers import empty_table, laid, sheet
from devices.errors import DeviceLostError
from devices.registry.document_scanner import document_scanner_apart
from devices.values.document_scanner import Verdict
from kiosk.runner.pictures import LIVE, Pictures
from kiosk.runner.scan_folder import ScanFolder
from kiosk.runner.scanning import Scanning
from kiosk.runner.shy_scanner import ShyScanner
from kiosk.session.scans import (
    DropPage,
    DropPages,
    MovePage,
    PageScanned,
    PagesKept,
    RetakePage,
    ScanFailed,
    ScanFault,
    ScanSees,
    ScanStarted,
    StartScan,
    StopScan,
    TakePage,
    TurnPage,
)
from tests.integration.kiosk.test_scan_folder import files, plain

WITHIN_S = 50.0


class Table:
    """A scanning desk, what it told, and waiting for it."""

    def __init__(self, scanner, base):
        self.told, self._news = [], asyncio.Event()
        self.pictures = Pictures()
        self.shy = None if scanner is None else ShyScanner(scanner)
        self.scanning = Scanning(
            self.shy, post=self._hear, clock=time.monotonic, pictures=self.pictures, folder=ScanFolder(base)
        )
        self.do = self.scanning.do

    def _hear(self, event):
        self.told.append(event)
        self._news.set()

    async def until(self, kind, wanted=lambda _event: True):
        """The next event of this kind; it and all before it are not looked at again."""
        async with asyncio.timeout(WITHIN_S):
            while True:
                while self.told:
                    event = self.told.pop(0)
                    if isinstance(event, kind) and wanted(event):
                        return event
                self._news.clear()
                await self._news.wait()

    async def kept(self, *verdicts):
        return await self.until(PagesKept, lambda event: event.pages == verdicts)


@pytest.fixture
async def eye():
    eye = CameraEmulator(fps=20)
    await eye.start()
    eye.show(empty_table())
    yield eye
    await eye.stop()


@pytest.fixture
def camera(eye):
    return CaptureCamera(eye.address)


@pytest.fixture
async def table(camera, tmp_path):
    table = Table(CameraDocumentScanner(camera, look_s=0.01), tmp_path)
    yield table
    await table.scanning.close()


async def test_cl_e16_pages_that_lie_still_are_taken_counted_and_handed_over(eye, table, tmp_path):
    table.do(StartScan("m_id", 2))
    started = await table.until(ScanStarted)
    assert (started.material, started.by_itself) == ("m_id", True)
    assert (await table.kept()).missing == 2
    for number in (1, 2):
        eye.show(laid(sheet(number), turn=2 + number))
        taken = await table.until(PageScanned)
        assert (taken.material, taken.page_no, taken.verdict) == ("m_id", number, Verdict.GOOD)
    assert (await table.kept(Verdict.GOOD, Verdict.GOOD)).missing == 0
    table.do(StopScan())
    taken = {}
    assert await table.scanning.hand_over("m_id", taken.__setitem__) == 2
    assert all(jpeg.startswith(b"\xff\xd8") for jpeg in taken.values())
    assert files(tmp_path) == []


async def test_the_screen_sees_what_the_camera_sees_only_while_it_is_used(camera, table):
    assert camera.pid == 0
    assert table.pictures.picture(LIVE) == b""
    table.do(StartScan("m_id"))
    assert (await table.until(ScanSees)).verdict is Verdict.NO_PAGE
    assert table.pictures.picture(LIVE).startswith(b"\xff\xd8")
    assert camera.pid
    table.do(StopScan())
    assert table.pictures.picture(LIVE) == b""
    await asyncio.gather(*table.scanning._works, return_exceptions=True)
    assert camera.pid == 0, "somebody looks at a table that nobody uses"


async def test_a_blank_page_is_told_and_taken_only_at_the_touch_of_the_button(eye, table):
    table.do(StartScan("m_id"))
    await table.until(ScanStarted)
    eye.show(laid(sheet(1, lines=0)))
    await table.until(ScanSees, lambda event: event.verdict is Verdict.BLANK)
    table.do(TakePage())
    assert (await table.until(PageScanned)).verdict is Verdict.BLANK
    await table.kept(Verdict.BLANK)


async def test_the_button_with_nothing_on_the_table_says_so_and_goes_on(eye, table):
    table.do(StartScan("m_id"))
    await table.until(ScanSees)
    table.do(TakePage())
    assert (await table.until(ScanSees)).verdict is Verdict.NO_PAGE
    eye.show(laid(sheet(1)))
    assert (await table.until(PageScanned)).page_no == 1


async def test_a_page_is_retaken_and_pages_are_moved_turned_and_dropped(eye, table):
    table.do(StartScan("m_id"))
    for number in (1, 2):
        eye.show(laid(sheet(number), turn=2 + number))
        await table.until(PageScanned)
    await table.kept(Verdict.GOOD, Verdict.GOOD)
    first = table.pictures.picture("page/1")
    table.do(RetakePage(1))
    assert (await table.until(PagesKept)).retake == 1
    eye.show(laid(sheet(3), turn=7))
    assert (await table.until(PageScanned)).page_no == 1
    assert (await table.kept(Verdict.GOOD, Verdict.GOOD)).retake == 0
    third = table.pictures.picture("page/1")
    assert third != first
    table.do(MovePage(1, 2))
    await table.until(PagesKept)
    assert table.pictures.picture("page/2") == third
    table.do(TurnPage(2))
    await table.until(PagesKept)
    assert table.pictures.picture("page/2") not in {third, b""}
    table.do(DropPage(1))
    await table.kept(Verdict.GOOD)
    table.do(DropPage(9))
    assert await table.until(ScanFailed)


async def test_another_material_begins_and_the_pages_of_the_first_stay(eye, table):
    table.do(StartScan("m_id", 1))
    eye.show(laid(sheet(1)))
    await table.until(PageScanned)
    table.do(StartScan("m_photo", 1))
    eye.show(laid(sheet(2), turn=6))
    assert (await table.until(PageScanned, lambda event: event.material == "m_photo")).page_no == 1
    assert table.scanning.folder.missing("m_id") == table.scanning.folder.missing("m_photo") == 0


async def test_cl_e16_a_wipe_in_the_middle_of_a_scan_leaves_nothing(eye, table, tmp_path):
    table.do(StartScan("m_id", 3))
    eye.show(laid(sheet(1)))
    await table.until(PageScanned)
    table.do(DropPages())
    await asyncio.gather(*table.scanning._works, return_exceptions=True)
    assert files(tmp_path) == []
    assert table.pictures.picture("page/1") == table.pictures.picture(LIVE) == b""
    assert plain(table.scanning.folder, table.pictures, table.scanning._material) == []
    assert table.scanning.folder.verdicts("m_id") == ()


async def test_a_camera_that_is_pulled_ends_the_scan_and_keeps_its_pages(eye, table):
    table.do(StartScan("m_id", 2))
    eye.show(laid(sheet(1)))
    await table.until(PageScanned)
    await eye.stop()
    failed = await table.until(ScanFailed)
    assert (failed.fault, failed.over) == (ScanFault.OFFLINE, True)
    assert table.scanning.folder.verdicts("m_id") == (Verdict.GOOD,)
    await eye.start()
    eye.show(laid(sheet(2), turn=6))
    table.do(StartScan("m_id", 2))
    assert (await table.until(PageScanned)).page_no == 2


async def test_a_scanner_that_is_not_there_is_offline(tmp_path):
    table = Table(None, tmp_path)
    table.do(StartScan("m_id"))
    failed = await table.until(ScanFailed)
    assert (failed.fault, failed.over) == (ScanFault.OFFLINE, True)
    await table.scanning.close()


@pytest.fixture
async def glass(tmp_path):
    box = DocumentScannerEmulator(tmp_path / "sane")
    await box.start()
    scanner = document_scanner_apart({"driver": "sane", "address": box.address})
    table = Table(scanner, tmp_path / "pages")
    (tmp_path / "pages").mkdir()
    yield box, table
    await table.scanning.close()
    await box.stop()


async def test_a_feeder_takes_its_pages_at_the_touch_of_the_button(glass):
    box, table = glass
    box.load(2)
    table.do(StartScan("m_id", 2))
    assert (await table.until(ScanStarted)).by_itself is False
    table.do(TakePage())
    assert (await table.until(PagesKept, lambda event: len(event.pages) == 2)).missing == 0
    table.do(TakePage())
    failed = await table.until(ScanFailed)
    assert (failed.fault, failed.over) == (ScanFault.NO_PAGE, False)


async def test_a_jam_in_the_feeder_keeps_the_pages_before_it(glass):
    box, table = glass
    box.load(3)
    table.do(StartScan("m_id"))
    await table.until(ScanStarted)
    box.fail(Fault.JAMMED, at_page=2)
    table.do(TakePage())
    assert (await table.until(ScanFailed)).fault is ScanFault.JAM
    box.heal()
    table.do(TakePage())
    await table.until(PageScanned)


async def test_a_shy_scanner_is_looked_at_now_and_then_and_says_when_it_is_gone(eye):
    now = [0.0]
    shy = ShyScanner(CameraDocumentScanner(CaptureCamera(eye.address)), check_s=60, clock=lambda: now[0])
    await shy.open()
    assert (await shy.status()).health.value == "normal"
    await eye.stop()
    assert (await shy.status()).health.value == "normal"
    now[0] = 61.0
    with pytest.raises(DeviceLostError):
        await shy.status()
    await shy.close()
