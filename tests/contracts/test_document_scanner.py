"""What every `DocumentScanner` keeps: the simulator, a scanner behind the real SANE, a camera behind its emulator."""

import asyncio
import contextlib
import os

import pytest

from devices.camera.driver import CaptureCamera
from devices.camera.emulator import CameraEmulator
from devices.document_scanner.camera import CameraDocumentScanner
from devices.document_scanner.driver import SaneDocumentScanner
from devices.document_scanner.emulator import NAME, DocumentScannerEmulator, Fault
from devices.document_scanner.images import pixels_of
from devices.document_scanner.papers import empty_table, laid, sheet
from devices.document_scanner.process import Patience
from devices.document_scanner.simulator import SimulatedDocumentScanner
from devices.errors import DeviceLostError
from devices.registry.document_scanner import document_scanner, document_scanner_apart
from devices.values.document_scanner import ScanOrder, ScanOutcome, Source
from devices.values.health import Health

QUICK = Patience(silence_s=20, stop_s=1)


class SimulatedBench:
    source = Source.FEEDER

    def __init__(self):
        self.scanner = SimulatedDocumentScanner()

    async def plug(self):
        self.scanner.plug()

    async def unplug(self):
        self.scanner.unplug()

    async def lay(self):
        self.scanner.lay()

    async def hang(self):
        self.source = Source.CAMERA  # waits for a page that nobody lays

    async def go_on(self):
        self.source = Source.FEEDER

    async def clear_away(self):
        await self.scanner.close()


class SaneBench:
    source = Source.FEEDER

    def __init__(self, folder):
        self.box = DocumentScannerEmulator(folder)
        self.unplug = self.box.unplug

    async def plug(self):
        first = not self.box.folder.is_dir()
        await self.box.start()
        if first:
            for sheet_file in (self.box.folder / "sheets").iterdir():
                sheet_file.unlink()
            program, config = str(self.box.program), str(self.box.folder)
            self.scanner = SaneDocumentScanner(NAME, program=program, config_folder=config, patience=QUICK)

    async def lay(self):
        self.box.load(1)

    async def hang(self):
        self.box.load(1)
        self.box.fail(Fault.MUTE)

    async def go_on(self):
        self.box.heal()

    async def clear_away(self):
        await self.scanner.close()
        await self.box.stop()


class CameraBench:
    source = Source.CAMERA

    def __init__(self):
        self.box = CameraEmulator(fps=20)
        self.laid = 0

    async def plug(self):
        await self.box.start()
        if not self.laid:
            self.box.show(empty_table())
            self.scanner = CameraDocumentScanner(CaptureCamera(self.box.address), look_s=0.01)

    async def unplug(self):
        await self.box.stop()

    async def lay(self):
        self.laid += 1
        self.box.show(laid(sheet(self.laid), turn=2 + self.laid))

    async def hang(self):
        self.box.show(empty_table())

    async def go_on(self):
        pass

    async def clear_away(self):
        await self.scanner.close()
        await self.box.stop()


class ApartCameraBench(CameraBench):
    """The same, in a process of its own."""

    async def plug(self):
        first = not self.laid
        await self.box.start()
        if first:
            self.box.show(empty_table())
            self.scanner = document_scanner_apart({"driver": "camera", "address": self.box.address})


class HardwareBench:
    """A real scanner with a page in it; KAPOK_DOCUMENT_SCANNER_ADDRESS is what a kiosk's file would name."""

    source = Source.FLATBED

    def __init__(self):
        address = os.environ.get("KAPOK_DOCUMENT_SCANNER_ADDRESS", "")
        if not address:
            pytest.skip("KAPOK_DOCUMENT_SCANNER_ADDRESS names no scanner")
        self.scanner = document_scanner({"driver": "sane", "address": address})

    async def plug(self):
        pass

    lay = go_on = plug

    async def unplug(self):
        pytest.skip("nobody is there to pull the cable")

    hang = unplug

    async def clear_away(self):
        await self.scanner.close()


@pytest.fixture(
    params=[
        "simulator",
        "sane",
        "camera",
        "apart_camera",
        pytest.param("hardware", marks=pytest.mark.hardware),
    ]
)
async def bench(request, tmp_path):
    makers = {
        "simulator": SimulatedBench,
        "sane": lambda: SaneBench(tmp_path / "sane"),
        "camera": CameraBench,
        "apart_camera": ApartCameraBench,
        "hardware": HardwareBench,
    }
    bench = makers[request.param]()
    await bench.plug()
    yield bench
    await bench.clear_away()


async def asked_until_it_is_lost(scanner):
    async with asyncio.timeout(10):
        while True:  # a picture that was on its way when the cable came out is still one
            await scanner.status()


def order(bench, **wishes):
    return ScanOrder(bench.source, **({"dpi": 75, "wait_s": 30} | wishes))


async def scanned(bench, **wishes):
    async with asyncio.timeout(30):
        return await bench.scanner.scan(order(bench, **wishes))


@contextlib.asynccontextmanager
async def scanning(bench):
    """A scan that waits for something that does not come."""
    await bench.hang()
    begun = asyncio.Event()
    task = asyncio.create_task(bench.scanner.scan(order(bench), lambda _news: begun.set()))
    if not isinstance(bench, SimulatedBench):
        await begun.wait()
    await asyncio.sleep(0)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_page_comes_as_a_picture_of_the_size_that_is_said(bench):
    await bench.scanner.open()
    await bench.lay()
    result = await scanned(bench)
    assert (result.outcome, result.reason, result.advice) == (ScanOutcome.DONE, "", None)
    [page] = result.pages
    assert pixels_of(page).shape == (page.height_px, page.width_px, 3)
    assert bench.source in bench.scanner.capabilities.sources


async def test_each_page_comes_once(bench):
    await bench.scanner.open()
    pages = []
    for _ in range(3):
        await bench.lay()
        result = await scanned(bench)
        pages += result.pages
    assert len(pages) == 3


async def test_no_page_is_an_answer_and_no_error(bench):
    await bench.scanner.open()
    result = await scanned(bench, by_itself=False)
    assert (result.outcome, result.pages) == (ScanOutcome.REFUSED, ())
    assert result.reason in {"no_documents", "no_page"}
    assert result.advice


async def test_the_news_never_count_more_pages_than_there_are(bench):
    await bench.scanner.open()
    await bench.lay()
    heard = []
    async with asyncio.timeout(30):
        result = await bench.scanner.scan(order(bench), heard.append)
    assert [news.pages for news in heard] == sorted(news.pages for news in heard)
    assert heard[-1].pages == len(result.pages) == 1
    assert all(0 <= news.share <= 1 for news in heard)


async def test_a_cancelled_scan_gives_nothing_and_leaves_the_scanner_idle(bench):
    await bench.scanner.open()
    async with scanning(bench) as task:
        assert (await bench.scanner.status()).health is Health.BUSY
    assert task.cancelled()
    await bench.go_on()
    assert (await bench.scanner.status()).health is not Health.BUSY
    await bench.lay()
    assert (await scanned(bench)).outcome is ScanOutcome.DONE


async def test_a_second_scan_is_refused_while_one_runs(bench):
    await bench.scanner.open()
    async with scanning(bench):
        assert (await scanned(bench)).reason == "device_busy"


async def test_a_scan_that_was_not_opened_is_refused(bench):
    assert (await scanned(bench)).reason == "device_lost"
    assert (await bench.scanner.status()).health is Health.FAULT


async def test_unplugging_ends_a_scan_with_a_reason(bench):
    await bench.scanner.open()
    async with scanning(bench) as task:
        await bench.unplug()
        await bench.go_on()
        async with asyncio.timeout(30):
            result = await task
    assert (result.outcome, result.pages) == (ScanOutcome.REFUSED, ())
    assert result.reason in {"device_lost", "scanner_io", "device_silent"}
    with pytest.raises(DeviceLostError):
        await bench.scanner.status()


async def test_a_scanner_that_is_unplugged_while_idle_is_found_lost(bench):
    await bench.scanner.open()
    await bench.scanner.status()
    await bench.unplug()
    with pytest.raises(DeviceLostError):
        await asked_until_it_is_lost(bench.scanner)


async def test_an_unplugged_scanner_cannot_be_opened_and_a_replugged_one_can(bench):
    await bench.unplug()
    with pytest.raises(DeviceLostError):
        await bench.scanner.open()
    await bench.plug()
    await bench.scanner.open()
    await bench.lay()
    assert (await scanned(bench)).outcome is ScanOutcome.DONE


async def test_closing_ends_a_scan(bench):
    await bench.scanner.open()
    async with scanning(bench) as task:
        await bench.scanner.close()
        async with asyncio.timeout(30):
            assert (await task).reason == "device_lost"
    await bench.scanner.close()
