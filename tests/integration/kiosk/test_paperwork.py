"""A whole kiosk with an A4 printer on the wire and a document camera: watched, used, wiped; and one without either."""

import asyncio
import tempfile
from datetime import date

import pytest

from devices.camera.emulator import CameraEmulator
from devices.document_scanner.papers import empty_table, laid, sheet
from devices.page_printer.driver import IppPagePrinter, Patience, Wishes
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.words import JobState
from devices.registry.document_scanner import document_scanner_apart
from kiosk.codes.scan import Moment
from kiosk.runner.boxes import Boxes
from kiosk.runner.paperwork import about_paper
from kiosk.runner.pictures import CERTIFICATE, LIVE
from kiosk.session.events import Touch
from kiosk.session.papers import CertificatePaper, GuidePaper, LookAtPages, PrintPages
from kiosk.session.scans import StartScan
from kiosk.session.state import Page
from tests.integration.kiosk.pdfs import text_of, written
from tests.integration.kiosk.stand_in import CATALOGUE, MemoryHall, hall_now, staged

QUICK = Patience(answer_s=3, document_s=5, poll_s=0.02, silence_s=0.5, attention_s=0.3, progress_s=3, settle_s=0.3)


@pytest.fixture
async def paper():
    box = PagePrinterEmulator()
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def eye():
    eye = CameraEmulator(fps=20)
    await eye.start()
    eye.show(empty_table())
    yield eye
    await eye.stop()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where this kiosk's temporary files would be."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
async def stage(paper, eye, folder, tmp_path):
    boxes = Boxes(
        page_printer=IppPagePrinter(paper.address, Wishes(station="test"), patience=QUICK),
        document_scanner=document_scanner_apart({"driver": "camera", "address": eye.address}),
    )
    async with staged(MemoryHall(), tmp_path, boxes) as stage:
        await stage.until(lambda session: session.page is Page.HOME and session.online)
        await stage.until(lambda session: session.devices.page_printer and session.devices.document_scanner)
        yield stage


async def visiting(stage):
    stage.kiosk.touch(Touch.TAKE_A_NUMBER)
    await stage.page(Page.SERVICES)


async def leaving(stage):
    """不办了 by way of 请人帮忙."""
    stage.kiosk.touch(Touch.HELP)
    await stage.page(Page.HELP)
    stage.kiosk.touch(Touch.FINISH)
    await stage.page(Page.HOME)


async def test_cl_e9_a_guide_is_printed_with_the_halls_name_and_the_catalogues_mark(stage, paper):
    stage.kiosk._begin(PrintPages("job-1", GuidePaper(CATALOGUE.items[0]), 2))
    await stage.eventually(lambda: len(paper.machine.paper) == 2)
    said = text_of(paper.machine.jobs[-1].document)
    assert "社会保障卡挂失补换" in said
    assert "木棉区政务服务中心" in said
    assert "核对码" in said


async def test_a_printer_that_jams_is_known_to_the_session_and_again_when_it_is_well(stage, paper):
    paper.fail(Fault.PAPER_JAM)
    session = await stage.until(lambda session: not session.devices.page_printer)
    assert session.devices.page_printer_reason == "paper_jammed"
    paper.heal()
    await stage.until(lambda session: session.devices.page_printer and not session.devices.page_printer_reason)


async def test_cl_e9_when_the_visit_ends_in_a_jam_the_job_is_void_and_the_certificate_gone(stage, paper):
    await visiting(stage)
    papers = stage.kiosk.paperwork.papers
    papers.take_in("c1", written("440106195001011238"))
    stage.kiosk._begin(LookAtPages("c1"))
    await stage.eventually(lambda: papers.pictures.picture(CERTIFICATE))
    paper.fail(Fault.PAPER_JAM, after_sheets=1)
    stage.kiosk._begin(PrintPages("job-1", CertificatePaper("c1"), 3))
    await stage.eventually(lambda: len(paper.machine.paper) == 1)
    await leaving(stage)
    await stage.eventually(lambda: paper.machine.jobs[-1].state is JobState.CANCELED)
    assert len(papers) == 0
    assert papers.pictures.picture(CERTIFICATE) == b""


async def test_cl_e16_when_the_visit_ends_nothing_of_what_was_scanned_is_left(stage, eye, folder):
    await visiting(stage)
    paperwork = stage.kiosk.paperwork
    stage.kiosk._begin(StartScan("m_id", 2))
    await stage.eventually(lambda: paperwork.pictures.picture(LIVE))
    eye.show(laid(sheet(1)))
    await stage.eventually(lambda: len(paperwork.scanning.folder.verdicts("m_id")))
    assert [path for path in folder.rglob("*") if path.is_file()]
    await leaving(stage)
    await stage.eventually(lambda: not list(folder.iterdir()))
    assert paperwork.pictures.picture(LIVE) == paperwork.pictures.picture("page/1") == b""
    assert paperwork.scanning.folder.verdicts("m_id") == ()


async def test_a_kiosk_that_stops_in_the_middle_leaves_nothing(paper, eye, folder, tmp_path):
    boxes = Boxes(document_scanner=document_scanner_apart({"driver": "camera", "address": eye.address}))
    async with staged(MemoryHall(), tmp_path, boxes) as stage:
        await stage.until(lambda session: session.devices.document_scanner)
        stage.kiosk._begin(StartScan("m_id", 2))
        eye.show(laid(sheet(1)))
        await stage.eventually(lambda: len(stage.kiosk.paperwork.scanning.folder.verdicts("m_id")))
    assert list(folder.iterdir()) == []


async def test_a_kiosk_without_either_box_offers_neither_and_does_not_mind_being_asked(tmp_path):
    async with staged(MemoryHall(), tmp_path) as stage:
        await stage.until(lambda session: session.page is Page.HOME)
        for errand in (PrintPages("job-1", GuidePaper(CATALOGUE.items[0])), StartScan("m_id"), LookAtPages("c1")):
            stage.kiosk._begin(errand)
        await stage.eventually(lambda: not stage.kiosk.works)
        await asyncio.sleep(0)
        assert not stage.kiosk.session.devices.page_printer
        assert not stage.kiosk.session.devices.document_scanner
        await visiting(stage)


def test_no_hour_is_printed_while_the_halls_time_is_not_known():
    known = Moment(1_792_113_720_000_000, 0, clock_known=True, day=date(2026, 10, 16))
    unknown = Moment(1_792_113_720_000_000, 0, clock_known=False, day=date(2026, 10, 16))
    assert about_paper(hall_now(), CATALOGUE, "1 号机", known).printed_at.startswith("2026-10-1")
    assert about_paper(hall_now(), CATALOGUE, "1 号机", unknown).printed_at == ""
    assert about_paper(None, None, "", known).foot == ()
