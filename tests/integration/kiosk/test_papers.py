"""Pages on a printer that speaks IPP over a real socket: printed, jammed, left; nothing of anybody stays."""

import asyncio
import gc
import logging
import time
import uuid

import pytest

from devices.page_printer.driver import IppPagePrinter, Patience, Wishes
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.words import JobState
from hall_server.contract.certificates import PrintedAs
from kiosk.paper.apart import PaperError
from kiosk.runner.papers import Papers
from kiosk.runner.pictures import CERTIFICATE
from kiosk.session.papers import (
    CertificatePaper,
    LookAtPages,
    PagesComing,
    PagesNotPrinted,
    PagesPrinted,
    PagesSeen,
    PagesUnknown,
    PagesUnseen,
    PaperFault,
    PrintPages,
)
from tests.integration.kiosk.pdfs import text_of, written
from tests.unit.kiosk.paper.papers import ABOUT, PAPERS

QUICK = Patience(answer_s=3, document_s=5, poll_s=0.02, silence_s=0.5, attention_s=0.2, progress_s=3, settle_s=0.3)
SECRET = "440106195001011238"


class Desk:
    """Papers, a printer behind a socket, and what was told."""

    def __init__(self, printer, ended):
        self.told, self.ended = [], ended
        self.papers = Papers(
            printer,
            post=self.told.append,
            clock=time.monotonic,
            about=lambda: ABOUT,
            ended=lambda job, came: ended.append((job.job_id, came)),
        )

    async def print(self, what, copies=1, job_id=""):
        effect = PrintPages(job_id or str(uuid.uuid4()), what, copies)
        await self.papers.print(effect)
        return [event for event in self.told if not isinstance(event, PagesComing)][-1]


@pytest.fixture
async def box():
    box = PagePrinterEmulator()
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def desk(box):
    printer = IppPagePrinter(box.address, Wishes(station="test"), patience=QUICK)
    await printer.open()
    desk = Desk(printer, [])
    yield desk
    await desk.papers.close()
    await printer.close()


async def test_cl_e9_a_guide_comes_out_as_often_as_was_asked(box, desk):
    assert isinstance(await desk.print(PAPERS["guide"], copies=3), PagesPrinted)
    (job,) = box.machine.jobs
    assert len(box.machine.paper) == 3
    assert "广东省居住证申领" in text_of(job.document)
    assert [came for _, came in desk.ended] == [PrintedAs.PRINTED]


async def test_the_spool_learns_nothing_of_a_case_from_the_title(box, desk):
    await desk.print(PAPERS["receipt"])
    (job,) = box.machine.jobs
    assert "20261016" not in job.title
    assert job.title.startswith("kapok-test")


async def test_a_jam_voids_the_job_and_says_how_many_sheets_are_out(box, desk, caplog):
    caplog.set_level(logging.INFO)
    box.fail(Fault.PAPER_JAM, after_sheets=1)
    told = await desk.print(PAPERS["guide"], copies=3, job_id="job-1")
    assert told == PagesUnknown(told.at, "job-1", PaperFault.JAM, 1)
    assert box.machine.jobs[-1].state is JobState.CANCELED
    assert PaperFault.JAM in {news.fault for news in desk.told if isinstance(news, PagesComing)}
    assert "job-1 is void: paper_jammed" in caplog.text
    box.heal()
    await desk.print(PAPERS["progress"])
    assert len(box.machine.paper) == 2, "sheets of a void job came out"


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (Fault.PAPER_JAM, PaperFault.JAM),
        (Fault.PAPER_OUT, PaperFault.PAPER_OUT),
        (Fault.DOOR_OPEN, PaperFault.COVER_OPEN),
        (Fault.TONER_OUT, PaperFault.TONER_OUT),
    ],
)
async def test_a_printer_that_cannot_prints_nothing_and_says_why(box, desk, fault, word):
    box.fail(fault)
    await box.until(lambda _machine: True)
    told = await desk.print(PAPERS["guide"], job_id="job-1")
    assert told == PagesNotPrinted(told.at, "job-1", word)
    assert box.machine.paper == []
    assert desk.ended == [("job-1", PrintedAs.VOIDED)]


async def test_a_printer_that_is_gone_is_offline(box, desk):
    await box.unplug()
    told = await desk.print(PAPERS["guide"])
    assert told.fault is PaperFault.OFFLINE


async def test_a_kiosk_without_a_printer_says_so():
    told = await Desk(None, []).print(PAPERS["guide"])
    assert (type(told), told.fault) == (PagesNotPrinted, PaperFault.OFFLINE)


async def test_the_same_job_is_printed_once(box, desk):
    for _ in range(2):
        assert isinstance(await desk.print(PAPERS["guide"], job_id="job-1"), PagesPrinted)
    assert len(box.machine.paper) == 1


@pytest.mark.parametrize("copies", [0, 6])
async def test_more_than_five_copies_or_none_are_refused(box, desk, copies):
    assert isinstance(await desk.print(PAPERS["guide"], copies=copies), PagesNotPrinted)
    assert box.machine.jobs == []


async def test_a_certificate_is_looked_at_and_printed_and_gone_when_the_page_is_left(box, desk):
    desk.papers.take_in("c1", written("Certificate", SECRET))
    await desk.papers.look(LookAtPages("c1"))
    seen = desk.told[-1]
    assert seen == PagesSeen(seen.at, "c1", 1)
    assert desk.papers.pictures.picture(CERTIFICATE).startswith(b"\x89PNG")
    assert isinstance(await desk.print(CertificatePaper("c1")), PagesPrinted)
    desk.papers.leave()
    assert len(desk.papers) == 0
    assert desk.papers.pictures.picture(CERTIFICATE) == b""
    told = await desk.print(CertificatePaper("c1"))
    assert told.fault is PaperFault.GONE
    await desk.papers.look(LookAtPages("c1"))
    assert isinstance(desk.told[-1], PagesUnseen)


async def test_leaving_the_page_withdraws_what_is_not_out_yet(box, desk):
    box.fail(Fault.PAPER_JAM, after_sheets=1)
    desk.papers.take_in("c1", written(SECRET))
    printing = asyncio.create_task(desk.papers.print(PrintPages("job-1", CertificatePaper("c1"), 3)))
    await box.until(lambda machine: len(machine.paper) == 1)
    desk.papers.leave()
    await asyncio.gather(printing, return_exceptions=True)
    assert printing.cancelled()
    assert box.machine.jobs[-1].state is JobState.CANCELED
    assert desk.ended == [("job-1", PrintedAs.GIVEN_UP)]
    assert not [event for event in desk.told if not isinstance(event, PagesComing)]


async def test_sheets_that_are_coming_when_the_page_is_left_come_to_an_end(box, desk):
    desk.papers.take_in("c1", written(SECRET))
    printing = asyncio.create_task(desk.papers.print(PrintPages("job-1", CertificatePaper("c1"), 5)))
    await box.until(lambda machine: len(machine.paper) == 1)
    desk.papers.leave()
    await printing
    assert len(box.machine.paper) == 5
    assert desk.ended == [("job-1", PrintedAs.PRINTED)]
    assert not [event for event in desk.told if isinstance(event, PagesPrinted)], "told to a page that was left"


async def test_a_kiosk_that_stops_takes_everything_back_at_once(box, desk):
    box.fail(Fault.STUCK, after_sheets=1)
    printing = asyncio.create_task(desk.papers.print(PrintPages("job-1", PAPERS["guide"], 5)))
    await box.until(lambda machine: len(machine.paper) == 1)
    await desk.papers.close()
    assert printing.cancelled()
    assert box.machine.jobs[-1].state is JobState.CANCELED


async def test_a_certificate_that_is_still_being_looked_at_is_not_shown_to_the_next_visitor(desk):
    desk.papers.take_in("c1", written(SECRET))
    looking = asyncio.create_task(desk.papers.look(LookAtPages("c1")))
    await asyncio.sleep(0)
    desk.papers.leave()
    await asyncio.gather(looking, return_exceptions=True)
    assert looking.cancelled()
    assert desk.papers.pictures.picture(CERTIFICATE) == b""
    assert desk.told == []


async def test_nothing_of_a_certificate_is_left_in_memory_or_in_the_log(desk, caplog):
    caplog.set_level(logging.DEBUG)
    mark = f"unmistakable {uuid.uuid4()}"
    desk.papers.take_in("c1", written(mark))
    await desk.papers.look(LookAtPages("c1"))
    await desk.print(CertificatePaper("c1"))
    desk.papers.leave()
    await asyncio.sleep(0)
    gc.collect()
    found = [
        thing for thing in gc.get_objects() if type(thing).__name__ == "PageJob" and mark.encode() in thing.document
    ]
    assert not found
    assert mark not in caplog.text


async def test_what_is_no_pdf_is_not_printed(box, desk):
    desk.papers.take_in("c1", b"<html>not found</html>")
    assert (await desk.print(CertificatePaper("c1"))).fault is PaperFault.DOCUMENT
    await desk.papers.look(LookAtPages("c1"))
    assert desk.told[-1].fault is PaperFault.DOCUMENT
    assert box.machine.jobs == []


async def test_a_drawer_that_is_full_says_so(desk):
    with pytest.raises(PaperError, match="drawer_full"):
        desk.papers.take_in("c1", bytes(50 * 1024 * 1024))
