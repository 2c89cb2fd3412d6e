"""A printer that was switched off and on gives our job's number to somebody else's job: that one is not ours."""

import asyncio

import pytest

from devices.page_printer.driver import IppPagePrinter, Patience, Wishes
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.sample import sample_pdf
from devices.page_printer.words import JobState
from devices.values.page_printer import PageJob, PageOutcome

QUICK = Patience(answer_s=2, document_s=2, poll_s=0.02, silence_s=5, attention_s=5, progress_s=5, settle_s=0.3)


@pytest.fixture
async def box():
    box = PagePrinterEmulator(sheet_s=0.02)
    await box.start()
    yield box
    await box.stop()


@pytest.mark.parametrize("theirs", ["a letter", "kapok-other-1.2-3"])
@pytest.mark.parametrize("ends", [True, False], ids=["printed_meanwhile", "still_waiting"])
async def test_a_stranger_s_job_under_our_number_is_neither_taken_for_ours_nor_cancelled(box, theirs, ends):
    printer = IppPagePrinter(box.address, Wishes(station="test"), patience=QUICK)
    await printer.open()
    box.fail(Fault.STUCK, after_sheets=1)
    first = asyncio.Event()
    printing = asyncio.create_task(printer.print(PageJob(sample_pdf(3)), lambda news: news.sheets and first.set()))
    await first.wait()
    ours = box.machine.jobs[0]
    await box.power_off()
    box.heal()
    stranger = box.machine.add(theirs, "a clerk", copies=1, two_sided=False, tray="")
    box.machine.take(stranger, sample_pdf(1))
    if not ends:
        box.fail(Fault.PAPER_OUT)
    assert stranger.job_id == ours.job_id
    await box.start()
    result = await printing
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.UNKNOWN, "job_gone", 1)
    assert stranger.state is not JobState.CANCELED
    box.heal()
    assert (await printer.print(PageJob(sample_pdf(2)))).outcome is PageOutcome.PRINTED
    await box.until(lambda machine: stranger.ended)
    assert stranger.state is JobState.COMPLETED
    await printer.close()
