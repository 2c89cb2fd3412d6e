"""The A4 printer behind a real CUPS: what CUPS keeps quiet about is seen, and nothing stays in its spool."""

import asyncio

import pytest

from devices.page_printer.driver import IppPagePrinter, Patience, Wishes
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.private_cups import PrivateCups, _of_session, missing
from devices.page_printer.sample import sample_pdf
from devices.page_printer.words import JobState
from devices.values.health import Health
from devices.values.page_printer import PageJob, PageOutcome, PagePhase

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason="CUPS is not installed")]
QUICK = Patience(answer_s=5, poll_s=0.02, silence_s=0.3, attention_s=0.3, progress_s=30, settle_s=1)
HASTY = Patience(answer_s=5, poll_s=0.02, silence_s=0.3, attention_s=0.3, progress_s=2, settle_s=1)


@pytest.fixture
async def box():
    box = PagePrinterEmulator(sheet_s=0.02)
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def cups():
    cups = PrivateCups()
    await cups.start()
    yield cups
    await cups.stop()


async def opened(cups, box, patience=QUICK, *, scheme="ipp", model="raw", **wishes):
    address = await cups.queue("hall", box.address.replace("ipp:", f"{scheme}:"), model=model)
    printer = IppPagePrinter(address, Wishes(station="test", **wishes), patience=patience)
    await printer.open()
    return printer


async def test_a_raw_queue_hands_the_pdf_on_as_it_is(cups, box):
    printer = await opened(cups, box)
    document = sample_pdf(3)
    result = await printer.print(PageJob(document, copies=2))
    assert (result.outcome, result.sheets) == (PageOutcome.PRINTED, 6)
    assert [(job.document, job.copies) for job in box.machine.jobs] == [(document, 2)]
    assert box.machine.jobs[0].title.startswith("kapok-test-")
    assert cups.documents() == []


@pytest.mark.parametrize("go", ["unplug", "power_off"])
async def test_a_printer_that_vanishes_behind_cups_is_reported_and_its_job_is_gone_from_the_spool(cups, box, go):
    printer = await opened(cups, box)
    box.fail(Fault.STUCK, after_sheets=1)
    first, heard = asyncio.Event(), []

    def hear(news):
        heard.append(news)
        if news.sheets:
            first.set()

    printing = asyncio.create_task(printer.print(PageJob(sample_pdf(5)), hear))
    await first.wait()
    await getattr(box, go)()
    result = await printing
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.UNKNOWN, "printer_vanished", 1)
    assert result.status.reason == "printer_vanished"
    assert [news.phase for news in heard][-2:] == [PagePhase.STOPPED, PagePhase.CANCELLING]
    assert cups.documents() == []
    await box.start()
    assert (await printer.status()).ready
    assert all(job.state is JobState.CANCELED for job in box.machine.jobs), "it would come out now, for a stranger"
    box.heal()
    assert (await printer.print(PageJob(sample_pdf(1)))).outcome is PageOutcome.PRINTED
    assert len(box.machine.paper) == 2


async def test_a_job_that_a_printer_forgot_is_not_printed_because_cups_says_so(cups, box):
    """Switched off and on, it knows no such job; CUPS takes that for "completed"."""
    printer = await opened(cups, box, Patience(answer_s=5, poll_s=0.02, silence_s=20, settle_s=1))
    box.fail(Fault.STUCK, after_sheets=1)
    first = asyncio.Event()
    printing = asyncio.create_task(printer.print(PageJob(sample_pdf(5)), lambda news: news.sheets and first.set()))
    await first.wait()
    await box.power_off()
    await box.start()
    result = await printing
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.UNKNOWN, "job_gone", 1)
    assert cups.documents() == []


async def test_a_printer_that_is_off_gets_no_job_when_its_address_is_known(cups, box):
    printer = await opened(cups, box)
    await box.power_off()
    result = await printer.print(PageJob(sample_pdf(1)))
    assert (result.outcome, result.reason) == (PageOutcome.NOT_PRINTED, "printer_vanished")
    await box.start()
    assert not box.machine.jobs


async def test_the_watchdog_reads_what_cups_says_only_in_its_message(cups, box):
    """With an http: address the printer is not asked itself: CUPS' message is all there is."""
    printer = await opened(cups, box, scheme="http")
    await box.power_off()
    result = await printer.print(PageJob(sample_pdf(1)))
    assert (result.outcome, result.reason) == (PageOutcome.UNKNOWN, "printer_vanished")
    assert cups.documents() == []
    await box.start()
    assert not box.machine.jobs


async def test_the_watchdog_ends_a_job_of_which_cups_says_nothing_at_all(cups, box):
    printer = await opened(cups, box, HASTY, scheme="http")
    box.fail(Fault.STUCK, after_sheets=1)
    result = await printer.print(PageJob(sample_pdf(3)))
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.UNKNOWN, "deadline", None)
    async with asyncio.timeout(20):  # CUPS tells the printer in its own time
        while box.machine.jobs[0].state is not JobState.CANCELED:
            await asyncio.sleep(0.05)
    assert cups.documents() == []


async def test_paper_that_runs_out_behind_cups_is_named_and_the_job_is_cancelled_at_the_printer(cups, box):
    printer = await opened(cups, box, model="everywhere")
    box.fail(Fault.PAPER_OUT, after_sheets=2)
    result = await printer.print(PageJob(sample_pdf(5)))
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.UNKNOWN, "paper_out", 2)
    assert cups.documents() == []
    box.heal()
    assert (await printer.print(PageJob(sample_pdf(1)))).outcome is PageOutcome.PRINTED
    assert len(box.machine.paper) == 3


async def test_what_cups_still_says_of_an_earlier_job_keeps_no_later_one_back(cups, box):
    printer = await opened(cups, box, QUICK, scheme="http")
    box.fail(Fault.PAPER_OUT, after_sheets=1)
    result = await printer.print(PageJob(sample_pdf(5)))
    assert (result.outcome, result.reason) == (PageOutcome.UNKNOWN, "paper_out")
    box.heal()
    assert (await printer.status()).ready
    assert (await printer.print(PageJob(sample_pdf(1)))).outcome is PageOutcome.PRINTED


async def test_a_job_that_cups_kept_over_its_crash_is_cancelled_when_it_is_back(cups, box):
    printer = await opened(cups, box, model="everywhere")
    box.fail(Fault.STUCK)
    printing = asyncio.create_task(printer.print(PageJob(sample_pdf(3))))
    await box.until(lambda machine: any(job.begun for job in machine.jobs))
    await cups.kill()
    result = await printing
    assert (result.outcome, result.reason) == (PageOutcome.UNKNOWN, "device_silent")
    await cups.again(emptied=False)
    await printer.open()
    assert cups.documents() == []
    assert all(job.state is JobState.CANCELED for job in box.machine.jobs)
    assert not box.machine.paper


async def test_nothing_of_a_cups_that_crashed_goes_on_with_its_jobs(cups, box):
    """Its backends have groups of their own; one that is left behind may send its job once more."""
    printer = await opened(cups, box, model="everywhere")
    box.fail(Fault.STUCK, after_sheets=1)
    printing = asyncio.create_task(printer.print(PageJob(sample_pdf(3))))
    await box.until(lambda machine: bool(machine.paper))
    leader = cups._daemon.pid
    assert len(_of_session(leader)) > 1, "no backend was at work"
    await cups.kill()
    assert _of_session(leader) == []
    assert (await printing).outcome is PageOutcome.UNKNOWN


async def test_a_spool_that_is_emptied_before_cups_starts_again_sends_nothing_twice(cups, box):
    printer = await opened(cups, box, model="everywhere")
    box.fail(Fault.STUCK, after_sheets=1)
    printing = asyncio.create_task(printer.print(PageJob(sample_pdf(3, "WangXiaoming"))))
    await box.until(lambda machine: bool(machine.paper))
    await cups.kill()
    kept = cups.documents()
    assert any(b"WangXiaoming" in path.read_bytes() for path in kept), "what is to be shredded was not there"
    await printing
    await cups.again()
    assert cups.documents() == []
    box.heal()
    await printer.open()
    assert (await printer.print(PageJob(sample_pdf(2)))).outcome is PageOutcome.PRINTED
    assert len(box.machine.paper) == 3


async def test_a_cups_that_keeps_documents_is_told_on_and_made_to_throw_them_away(box):
    cups = PrivateCups(keeps_files=True)
    await cups.start()
    try:
        printer = await opened(cups, box)
        assert (await printer.print(PageJob(sample_pdf(1)))).outcome is PageOutcome.PRINTED
        status = await printer.status()
        assert (status.health, status.reason) == (Health.WARNING, "spool_kept")
        assert cups.documents() == []
    finally:
        await cups.stop()
