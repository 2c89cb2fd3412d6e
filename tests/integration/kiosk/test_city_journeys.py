"""查进度 and 打印证明 through a whole kiosk: a hall from memory behind it, an A4 printer on the wire."""

from __future__ import annotations

import threading

import pytest

from devices.page_printer.driver import IppPagePrinter, Patience, Wishes
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.words import JobState
from hall_server.contract.certificates import (
    Certificate,
    CertificateDocument,
    CertificateLink,
    Certificates,
    PrintedAs,
    PrintKept,
)
from hall_server.contract.city.licences import Holder, LicenceState
from hall_server.contract.city.progress import CaseState
from hall_server.contract.progress_views import CasesFound, CaseView
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.boxes import Boxes
from kiosk.runner.pictures import CERTIFICATE
from kiosk.session.certificate_words import CertificateFault, Preview, certificate_way
from kiosk.session.events import CardGone, CardRead, Choice, Touch
from kiosk.session.printouts import Come
from kiosk.session.progress import ProgressFault, progress_way
from kiosk.session.state import Page, Person
from tests.integration.kiosk.pdfs import text_of, written
from tests.integration.kiosk.stand_in import MemoryHall, staged

QUICK = Patience(answer_s=3, document_s=5, poll_s=0.02, silence_s=0.5, attention_s=0.3, progress_s=3, settle_s=0.3)
NUMBER = "440106195001011238"
CHEN = Person(pseudonym="a" * 32, name_mask="陈*明", number_mask="1238", age=76)
CASE = CaseView(number="20261016-0042", state=CaseState.IN_WORK, step=3, at=1, contact="12345", item="失业登记")
CARD = Certificate(id="0" * 16, type="居住证", state=LicenceState.VALID, issuer="公安局")


class MemoryCity:
    """What a hall says for its city; `away` and `silent` are said instead."""

    def __init__(self):
        self.told, self.asked = [], []
        self.away = self.silent = False
        self.heard = threading.Event()

    def _answer(self, what, answer):
        self.asked.append(what)
        if self.silent:
            raise HallSilentError("test")
        if self.away:
            raise HallRefusedError("city_away")
        return answer

    def cases_of(self, holder):
        return self._answer(("cases", holder.number), CasesFound((CASE,)))

    def case_by_number(self, number):
        return self._answer(("number", number), CasesFound(()))

    def case_of_slip(self, ticket_id):
        return self._answer(("slip", ticket_id), CasesFound(()))

    def certificates(self, visit, holder):
        return self._answer(("certificates", holder.number), Certificates(visit, (CARD,)))

    def certificate(self, visit, holder, one):
        return self._answer(("document", one.type), CertificateDocument(one.id, one.type, written(NUMBER)))

    def certificate_link(self, visit, holder, one):
        return self._answer(("link", one.type), CertificateLink("https://hall.example/d/x", 1_792_000_000_000_000))

    def certificate_printed(self, key, visit, type_, copies, came):
        self.told.append((key, type_, copies, came))
        self.heard.set()
        return PrintKept(visit, came)


@pytest.fixture
async def paper():
    box = PagePrinterEmulator()
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
def city():
    return MemoryCity()


@pytest.fixture
async def stage(paper, city, tmp_path):
    boxes = Boxes(page_printer=IppPagePrinter(paper.address, Wishes(station="test"), patience=QUICK))
    async with staged(MemoryHall(), tmp_path, boxes, city=city) as stage:
        await stage.until(lambda session: session.page is Page.HOME and session.online)
        await stage.until(lambda session: session.devices.page_printer)
        yield stage


def lay_card(stage):
    """As the reader does: whom the card names is kept beside the visit."""
    kiosk = stage.kiosk
    kiosk.holders._keep(CHEN.pseudonym, Holder(number=NUMBER))
    kiosk.submit(CardRead(kiosk.clock(), CHEN, kiosk.fresh_id()))
    kiosk.submit(CardGone(kiosk.clock()))


async def to_the_preview(stage):
    stage.kiosk.touch(Touch.PRINT_RECORD)
    await stage.page(Page.CERTIFICATE_CARD)
    lay_card(stage)
    await stage.page(Page.CERTIFICATE_CONSENT)
    stage.kiosk.touch(Touch.LOOK_UP)
    await stage.until(lambda session: certificate_way(session).certificates)
    stage.kiosk.choose(Choice.CERTIFICATE, "0")
    await stage.until(lambda session: certificate_way(session).preview in {Preview.SEEN, Preview.HIDDEN})


async def come(stage, what):
    await stage.until(
        lambda session: certificate_way(session).printout is not None and certificate_way(session).printout.come is what
    )


async def test_cl_e21_a_case_is_found_by_card_and_comes_on_a4(stage, city, paper):
    stage.kiosk.touch(Touch.TRACK_CASE)
    await stage.page(Page.PROGRESS)
    lay_card(stage)
    await stage.page(Page.CASE)
    assert city.asked == [("cases", NUMBER)]
    stage.kiosk.touch(Touch.PRINT_CASE)
    await stage.until(lambda session: progress_way(session).printout is not None)
    await stage.until(lambda session: progress_way(session).printout.come is Come.DONE)
    said = text_of(paper.machine.jobs[-1].document)
    assert "20261016-0042" in said
    assert "陈" not in said
    stage.kiosk.touch(Touch.FINISH)
    await stage.page(Page.HOME)
    assert len(stage.kiosk.holders) == 0


async def test_a_city_that_is_away_is_said_and_nothing_breaks(stage, city):
    city.away = True
    stage.kiosk.touch(Touch.TRACK_CASE)
    await stage.page(Page.PROGRESS)
    lay_card(stage)
    await stage.until(lambda session: progress_way(session).fault is ProgressFault.CITY_AWAY)
    city.away, city.silent = False, True
    lay_card(stage)
    await stage.until(lambda session: progress_way(session).fault is ProgressFault.HALL_SILENT)


async def test_cl_e18_a_certificate_is_looked_at_printed_and_told_and_nothing_stays(stage, city, paper):
    await to_the_preview(stage)
    papers = stage.kiosk.paperwork.papers
    assert papers.pictures.picture(CERTIFICATE)
    stage.kiosk.choose(Choice.COPIES, "2")
    stage.kiosk.touch(Touch.PRINT_PAGES)
    await come(stage, Come.DONE)
    job = certificate_way(stage.kiosk.session).printout.job_id
    await stage.eventually(lambda: city.told == [(job, "居住证", 2, PrintedAs.PRINTED)])
    stage.kiosk.touch(Touch.FINISH)
    await stage.page(Page.HOME)
    assert (len(papers), papers.pictures.picture(CERTIFICATE)) == (0, b"")
    assert NUMBER not in repr(stage.kiosk.session)


async def test_ui_k20j_a_jam_makes_the_job_void_and_the_hall_hears_of_it(stage, city, paper):
    await to_the_preview(stage)
    paper.fail(Fault.PAPER_JAM, after_sheets=1)
    stage.kiosk.choose(Choice.COPIES, "3")
    stage.kiosk.touch(Touch.PRINT_PAGES)
    await come(stage, Come.PART)
    await stage.eventually(lambda: [came for *_, came in city.told] == [PrintedAs.VOIDED])
    assert paper.machine.jobs[-1].state is JobState.CANCELED


async def test_cl_e18_a_telephone_gets_a_code_and_a_silent_hall_is_said(stage, city):
    await to_the_preview(stage)
    stage.kiosk.touch(Touch.TO_PHONE)
    await stage.until(lambda session: certificate_way(session).address)
    stage.kiosk.touch(Touch.BACK)
    await stage.page(Page.CERTIFICATE)
    city.silent = True
    stage.kiosk.touch(Touch.TO_PHONE)
    await stage.until(lambda session: certificate_way(session).fault is CertificateFault.HALL_SILENT)


async def test_whoever_goes_back_leaves_an_empty_drawer(stage):
    await to_the_preview(stage)
    stage.kiosk.touch(Touch.BACK)
    await stage.page(Page.CERTIFICATES)
    await stage.eventually(lambda: len(stage.kiosk.paperwork.papers) == 0)
    assert stage.kiosk.paperwork.pictures.picture(CERTIFICATE) == b""
