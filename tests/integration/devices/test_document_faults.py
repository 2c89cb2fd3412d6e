"""A SANE scanner that jams, hangs, crashes and lies, behind the real scanimage; a document camera that is cut off."""

import asyncio
import contextlib

import pytest

from devices.camera.driver import CaptureCamera
from devices.camera.emulator import CameraEmulator
from devices.document_scanner.camera import CameraDocumentScanner
from devices.document_scanner.driver import SaneDocumentScanner, find_scanners
from devices.document_scanner.emulator import NAME, DocumentScannerEmulator, Fault
from devices.document_scanner.images import pixels_of
from devices.document_scanner.papers import empty_table, laid, sheet
from devices.document_scanner.process import Patience
from devices.errors import DeviceConfigError, DeviceLostError
from devices.registry.document_scanner import document_scanner, sane_address
from devices.values.document_scanner import Colour, Media, ScanOrder, ScanOutcome, Source, Verdict
from devices.values.health import Health

QUICK = Patience(silence_s=20, stop_s=1)


@contextlib.asynccontextmanager
async def glass(folder, patience=QUICK):
    box = DocumentScannerEmulator(folder / "box")
    await box.start()
    scanner = SaneDocumentScanner(NAME, program=str(box.program), config_folder=str(box.folder), patience=patience)
    await scanner.open()
    try:
        yield box, scanner
    finally:
        await scanner.close()
        await box.stop()


async def scan(scanner, source=Source.FLATBED, **wishes):
    async with asyncio.timeout(50):
        return await scanner.scan(ScanOrder(source, **({"dpi": 75} | wishes)))


REASONS = {
    Fault.JAMMED: ("paper_jammed", Media.JAMMED),
    Fault.COVER_OPEN: ("cover_open", Media.UNKNOWN),
    Fault.IO_ERROR: ("scanner_io", Media.UNKNOWN),
    Fault.NO_MEM: ("out_of_memory", Media.UNKNOWN),
    Fault.NOISE: ("device_protocol", Media.UNKNOWN),
    Fault.HUGE: ("picture_too_large", Media.UNKNOWN),
    Fault.OVERLONG: ("device_protocol", Media.UNKNOWN),
    Fault.TRUNCATED: ("device_protocol", Media.UNKNOWN),
    Fault.CRASH: ("scan_program_died", Media.UNKNOWN),
}


async def test_each_fault_is_a_reason_and_the_next_page_is_good(tmp_path):
    async with glass(tmp_path) as (box, scanner):
        for fault, (reason, media) in REASONS.items():
            box.fail(fault)
            result = await scan(scanner)
            assert (fault, result.outcome, result.reason) == (fault, ScanOutcome.REFUSED, reason)
            status = await scanner.status()
            assert (status.health, status.reason, status.media) == (Health.WARNING, reason, media)
            box.heal()
        assert (await scan(scanner)).outcome is ScanOutcome.DONE
        assert (await scanner.status()).health is Health.NORMAL


async def test_a_feeder_is_scanned_until_it_is_empty(tmp_path):
    async with glass(tmp_path) as (box, scanner):
        result = await scan(scanner, Source.FEEDER, pages=20, dpi=30)
        assert (result.outcome, len(result.pages), box.sheets) == (ScanOutcome.DONE, 10, 0)
        assert (await scan(scanner, Source.FEEDER)).reason == "no_documents"


async def test_no_more_sheets_are_drawn_than_pages_were_asked_for(tmp_path):
    async with glass(tmp_path) as (box, scanner):
        assert len((await scan(scanner, Source.FEEDER, pages=3, dpi=30)).pages) == 3
        assert box.sheets == 7


async def test_pages_before_a_jam_are_kept(tmp_path):
    async with glass(tmp_path) as (box, scanner):
        box.fail(Fault.JAMMED, at_page=3)
        result = await scan(scanner, Source.FEEDER, pages=5)
        assert (result.outcome, len(result.pages), result.reason) == (ScanOutcome.INCOMPLETE, 2, "paper_jammed")


async def test_a_scanner_that_says_nothing_any_more_is_given_up(tmp_path):
    async with glass(tmp_path, Patience(silence_s=3, stop_s=0.5)) as (box, scanner):
        box.fail(Fault.MUTE)
        assert (await scan(scanner)).reason == "device_silent"


async def test_a_scanner_that_says_what_is_wrong_and_then_hangs_is_known_by_what_it_said(tmp_path):
    """SANE's own `test` back end does it once in a hundred errors: it ends a thread that holds the heap's lock."""
    async with glass(tmp_path, Patience(silence_s=3, stop_s=0.5)) as (box, scanner):
        box.fail(Fault.STUCK)
        assert (await scan(scanner)).reason == "scanner_io"
        box.heal()
        assert (await scan(scanner)).outcome is ScanOutcome.DONE


async def test_a_page_has_the_size_and_the_colours_that_were_asked_for(tmp_path):
    async with glass(tmp_path) as (box, scanner):
        [page] = (await scan(scanner, dpi=150)).pages
        assert (page.width_px, page.height_px) == pytest.approx((1240, 1754), abs=2)
        assert round(page.dpi) == 150
        [grey] = (await scan(scanner, colour=Colour.GREY)).pages
        assert pixels_of(grey).std(axis=2).max() == 0
        box.show("Solid white")
        assert [page.verdict for page in (await scan(scanner)).pages] == [Verdict.BLANK]
        assert (await scan(scanner, Source.CAMERA)).reason == "not_supported"


async def test_a_program_that_is_not_there_and_a_scanner_that_is_not_there_are_told_apart(tmp_path):
    async with glass(tmp_path) as (box, _):
        missing = SaneDocumentScanner(NAME, program="/nonexistent/scanimage")
        with pytest.raises(DeviceConfigError, match="sane-utils"):
            await missing.open()
        address = box.address.replace(NAME, "test:7")
        with pytest.raises(DeviceLostError):
            await document_scanner({"driver": "sane", "address": address}).open()
        by_address = document_scanner({"driver": "sane", "address": box.address})
        await by_address.open()
        assert by_address.capabilities.sources == (Source.FLATBED, Source.FEEDER)


async def test_the_scanners_that_sane_sees_are_found_by_name(tmp_path):
    async with glass(tmp_path) as (box, _):
        found = await find_scanners(config_folder=str(box.folder))
        assert [scanner.name for scanner in found] == ["test:0", NAME]
        await box.unplug()
        assert NAME not in [scanner.name for scanner in await find_scanners(config_folder=str(box.folder))]
    with pytest.raises(DeviceConfigError):
        await find_scanners("/nonexistent/scanimage")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("epson2:libusb:001:004", ("epson2:libusb:001:004", "", "scanimage")),
        ("sane:test:1?config=/a%20b&program=/c", ("test:1", "/a b", "/c")),
        ("sane:hpaio:/usb/HP?serial=X", ("hpaio:/usb/HP?serial=X", "", "scanimage")),
        ("sane:hpaio:/usb/HP?serial=X?config=/a", ("hpaio:/usb/HP?serial=X", "/a", "scanimage")),
    ],
)
def test_a_scanner_keeps_the_name_that_sane_gave_it(address, expected):
    assert sane_address(address) == expected


@contextlib.asynccontextmanager
async def table():
    box = CameraEmulator(fps=20)
    await box.start()
    box.show(empty_table())
    scanner = CameraDocumentScanner(CaptureCamera(box.address), look_s=0.01)
    await scanner.open()
    try:
        yield box, scanner
    finally:
        await scanner.close()
        await box.stop()


async def test_pages_are_taken_by_themselves_one_after_the_other():
    async with table() as (box, scanner):
        seen = []

        def hear(news):
            seen.append(news.look.verdict)
            if news.pages == 1:
                box.show(laid(sheet(2), turn=-4))

        box.show(laid(sheet(1)))
        async with asyncio.timeout(50):
            result = await scanner.scan(ScanOrder(Source.CAMERA, pages=2), hear)
        assert (result.outcome, len(result.pages)) == (ScanOutcome.DONE, 2)
        assert all(page.width_mm == 210 and page.height_mm == 297 for page in result.pages)
        assert Verdict.GOOD in seen


async def test_the_same_page_is_not_taken_twice_but_is_retaken_when_asked(tmp_path):
    async with table() as (box, scanner):
        box.show(laid(sheet(1)))
        assert len((await scan(scanner, Source.CAMERA)).pages) == 1
        again = await scan(scanner, Source.CAMERA, wait_s=1.5)
        assert (again.pages, again.reason) == ((), "nothing_new")
        assert len((await scan(scanner, Source.CAMERA, again=True)).pages) == 1


async def test_what_is_wrong_with_a_page_is_said_when_none_was_taken():
    async with table() as (box, scanner):
        box.show(laid(sheet(1, lines=0)))
        result = await scan(scanner, Source.CAMERA, wait_s=3)
        assert (result.outcome, result.reason) == (ScanOutcome.REFUSED, "blank")
        assert result.advice
        [page] = (await scan(scanner, Source.CAMERA, by_itself=False)).pages
        assert page.verdict is Verdict.BLANK


async def test_a_camera_that_is_pulled_out_ends_the_scan_and_works_again_when_opened_anew():
    async with table() as (box, scanner):
        task = asyncio.create_task(scanner.scan(ScanOrder(Source.CAMERA)))
        await box.wait_until_sent(3)
        await box.unplug()
        async with asyncio.timeout(50):
            assert (await task).reason in {"device_lost", "device_silent"}
        await box.plug()
        await scanner.close()
        await scanner.open()
        box.show(laid(sheet(1)))
        assert len((await scan(scanner, Source.CAMERA)).pages) == 1
