"""The A4 printer's driver on real sockets: whatever the printer or the network does, one honest end for each job."""

import asyncio

import pytest

from devices.errors import (
    DeviceConfigError,
    DeviceLostError,
    DeviceProtocolError,
    DeviceRefusedError,
    DeviceSilentError,
)
from devices.page_printer.driver import IppPagePrinter, Patience, Wishes
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.sample import sample_pdf
from devices.page_printer.words import JobState, Operation
from devices.supervisor import BackOff, Supervisor, watch_status
from devices.values.health import Health
from devices.values.page_printer import PageJob, PageOutcome, PagePhase, Paper
from tests.unit.devices.test_supervisor import Healths, running

QUICK = Patience(answer_s=1.5, document_s=5, poll_s=0.02, silence_s=0.3, attention_s=0.2, progress_s=1.5, settle_s=0.3)


@pytest.fixture
async def box():
    box = PagePrinterEmulator()
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def printer(box):
    printer = IppPagePrinter(box.address, Wishes(station="test"), patience=QUICK)
    await printer.open()
    yield printer
    await printer.close()


def pages(count=3, job_id="", **more):
    return PageJob(sample_pdf(count), job_id, **more)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.MUTE, DeviceSilentError),
        (Fault.GARBAGE, DeviceProtocolError),
        (Fault.TRUNCATED, DeviceProtocolError),
        (Fault.HTTP_ERROR, DeviceRefusedError),
    ],
)
async def test_a_printer_that_answers_badly_is_not_opened_and_is_opened_when_it_is_well(box, fault, error):
    printer = IppPagePrinter(box.address, patience=QUICK)
    box.fail(fault)
    with pytest.raises(error):
        await printer.open()
    box.heal()
    await printer.open()
    assert (await printer.print(pages(1))).outcome is PageOutcome.PRINTED


async def test_a_printer_that_wants_another_version_of_ipp_gets_it(box):
    box.fail(Fault.WRONG_VERSION)
    printer = IppPagePrinter(box.address, patience=QUICK)
    await printer.open()
    assert (await printer.print(pages())).outcome is PageOutcome.PRINTED


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.BUSY, "printer_busy"),
        (Fault.REFUSES_FORMAT, "format_refused"),
        (Fault.MUTE, "device_silent"),
        (Fault.GARBAGE, "device_protocol"),
        (Fault.TRUNCATED, "device_protocol"),
        (Fault.HTTP_ERROR, "printer_refused"),
    ],
)
async def test_a_job_that_the_printer_does_not_take_is_not_printed(box, printer, fault, reason):
    box.fail(fault)
    result = await printer.print(pages())
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.NOT_PRINTED, reason, 0)
    box.heal()
    assert (await printer.print(pages())).outcome is PageOutcome.PRINTED
    assert len(box.machine.paper) == 3


async def test_a_slow_printer_prints_all_the_same(box, printer):
    box.fail(Fault.SLOW)
    patient = IppPagePrinter(box.address, patience=Patience(answer_s=20, poll_s=0.02))
    await patient.open()
    assert (await patient.print(pages(1))).outcome is PageOutcome.PRINTED


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.PAPER_OUT, "paper_out"),
        (Fault.PAPER_JAM, "paper_jammed"),
        (Fault.DOOR_OPEN, "cover_open"),
        (Fault.TONER_OUT, "toner_out"),
        (Fault.STUCK, "deadline"),
    ],
)
async def test_a_job_that_stops_half_way_is_cancelled_and_its_sheets_are_told(box, printer, fault, reason):
    box.fail(fault, after_sheets=1)
    heard = []
    result = await printer.print(pages(3), heard.append)
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.UNKNOWN, reason, 1)
    assert heard[-1].phase is PagePhase.CANCELLING
    assert box.machine.jobs[-1].state is JobState.CANCELED
    box.heal()
    await printer.print(pages(1))
    assert len(box.machine.paper) == 2, "sheets of a cancelled job came out"


async def test_a_job_goes_on_when_somebody_brings_paper_in_time(box):
    printer = IppPagePrinter(box.address, patience=Patience(poll_s=0.02))
    await printer.open()
    box.fail(Fault.PAPER_OUT, after_sheets=1)
    stopped, heard = asyncio.Event(), []

    def hear(news):
        heard.append(news)
        if news.reason == "paper_out":
            stopped.set()

    printing = asyncio.create_task(printer.print(pages(3), hear))
    await stopped.wait()
    box.heal()
    result = await printing
    assert (result.outcome, result.sheets) == (PageOutcome.PRINTED, 3)
    assert any(news.phase is PagePhase.STOPPED for news in heard)


async def test_a_printer_that_aborts_before_a_sheet_has_not_printed(box, printer):
    box.fail(Fault.ABORTS)
    result = await printer.print(pages())
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.NOT_PRINTED, "job_aborted", 0)


async def test_a_printer_that_counts_no_sheets_leaves_it_open_whether_some_came_out(box, printer):
    box.fail(Fault.NO_COUNT)
    box.fail(Fault.PAPER_OUT, after_sheets=1)
    result = await printer.print(pages())
    assert (result.outcome, result.sheets) == (PageOutcome.UNKNOWN, None)
    box.heal(Fault.PAPER_OUT)
    assert (await printer.print(pages())).outcome is PageOutcome.PRINTED


async def test_a_job_whose_cable_comes_out_is_unknown_and_is_cancelled_when_the_printer_is_back(box, printer):
    box.fail(Fault.STUCK, after_sheets=1)
    result = await _vanishing(box, printer, box.unplug)
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.UNKNOWN, "device_silent", 1)
    assert not result.status.answered
    with pytest.raises(DeviceLostError):
        await printer.status()
    await box.plug()
    assert (await printer.status()).answered
    assert box.machine.jobs[-1].state is JobState.CANCELED
    box.heal()
    assert (await printer.print(pages(1))).outcome is PageOutcome.PRINTED
    assert len(box.machine.paper) == 2


async def test_a_job_that_was_forgotten_by_a_printer_switched_off_and_on_stays_unknown(box, printer):
    box.fail(Fault.STUCK, after_sheets=1)

    async def off_and_on():
        await box.power_off()
        await box.start()

    result = await _vanishing(box, printer, off_and_on)
    assert (result.outcome, result.reason) == (PageOutcome.UNKNOWN, "job_gone")


async def _vanishing(box, printer, go):
    first = asyncio.Event()
    printing = asyncio.create_task(printer.print(pages(5, "j1"), lambda news: first.set() if news.sheets else None))
    await first.wait()
    await go()
    result = await printing
    assert await printer.print(pages(5, "j1")) == result, "asked again, it printed again"
    return result


async def test_an_answer_that_is_lost_leaves_no_job_behind(box, printer):
    box.fail(Fault.CUT_ANSWER)
    result = await printer.print(pages())
    assert (result.outcome, result.reason) == (PageOutcome.NOT_PRINTED, "device_lost")
    assert box.machine.jobs[-1].state is JobState.CANCELED, "a created job was left behind"
    assert not box.machine.paper


async def test_a_document_that_is_cut_off_on_its_way_prints_nothing(box, printer):
    box.fail(Fault.CUT_DOCUMENT)
    result = await printer.print(PageJob(sample_pdf(40)))
    assert (result.outcome, result.sheets) == (PageOutcome.NOT_PRINTED, 0)
    assert box.machine.jobs[-1].state is JobState.CANCELED


@pytest.mark.parametrize("fault", [None, Fault.CUT_ANSWER, Fault.CUT_DOCUMENT])
async def test_printers_that_take_job_and_document_in_one_are_served_too(box, fault):
    box.machine.operations -= {Operation.CREATE_JOB}
    printer = IppPagePrinter(box.address, patience=QUICK)
    await printer.open()
    if fault:
        box.fail(fault)
        box.fail(Fault.STUCK)
    result = await printer.print(PageJob(sample_pdf(40)))
    assert result.outcome is (PageOutcome.NOT_PRINTED if fault else PageOutcome.PRINTED)
    assert len(box.machine.paper) == result.sheets == (0 if fault else 40)


async def test_copies_sides_and_tray_are_as_the_job_and_the_settings_say(box):
    printer = IppPagePrinter(box.address, Wishes(duplex=True, tray="tray-2", max_copies=3), patience=QUICK)
    await printer.open()
    assert (await printer.print(pages(4, copies=3))).sheets == 6
    assert (await printer.print(pages(4, duplex=False, colour=False))).sheets == 4
    assert [job.two_sided for job in box.machine.jobs] == [True, False]
    assert [job.tray for job in box.machine.jobs] == ["tray-2", "tray-2"]
    assert (await printer.print(pages(4, copies=4))).reason == "too_many_copies"


async def test_a_tray_that_is_not_there_is_a_mistake_in_the_settings(box):
    with pytest.raises(DeviceConfigError, match="there are: main, tray-2"):
        await IppPagePrinter(box.address, Wishes(tray="tray-9"), patience=QUICK).open()


async def test_a_task_that_is_cancelled_again_and_again_still_takes_its_job_back(box, printer):
    box.fail(Fault.STUCK)
    printing = asyncio.create_task(printer.print(pages(job_id="j1")))
    await box.until(lambda machine: bool(machine.jobs) and machine.jobs[-1].begun)
    while not printing.done():
        printing.cancel()
        await asyncio.sleep(0)
    assert printing.cancelled()
    assert box.machine.jobs[-1].state is JobState.CANCELED
    assert (await printer.print(pages(job_id="j1"))).reason == "cancelled"


def _looks(printer):
    return watch_status(printer, device="page_printer", look_s=0.02)


async def test_a_mute_printer_is_a_status_and_the_supervisor_says_when_it_speaks_again(box):
    healths, printer = Healths(), IppPagePrinter(box.address, patience=QUICK)
    supervisor = Supervisor("page_printer", printer, _looks, on_health=healths.hear, back_off=BackOff(0.01, 0.02))
    async with running(supervisor):
        await healths.until(Health.NORMAL)
        box.fail(Fault.MUTE)
        assert (await healths.until(Health.FAULT)).reason == "device_silent"
        box.heal()
        await healths.until(Health.NORMAL)
        box.fail(Fault.PAPER_OUT)
        assert (await healths.until(Health.FAULT)).reason == "paper_out"
        assert (await printer.status()).paper is Paper.OUT
        box.heal()
        await healths.until(Health.NORMAL)


async def test_an_address_where_nobody_is_is_lost(box, printer):
    await box.stop()
    with pytest.raises(DeviceLostError):
        await IppPagePrinter(box.address, patience=QUICK).open()
    result = await printer.print(pages())
    assert (result.outcome, result.reason) == (PageOutcome.NOT_PRINTED, "device_lost")


async def test_a_task_that_is_cancelled_when_all_is_out_prints_no_second_time(box, printer):
    last = asyncio.Event()

    def hear(news):
        if news.sheets == 3:
            box.fail(Fault.MUTE)  # so that the last look at the printer takes its time
            last.set()

    printing = asyncio.create_task(printer.print(pages(3, "j1"), hear))
    await last.wait()
    printing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await printing
    box.heal()
    assert (await printer.print(pages(3, "j1"))).outcome is PageOutcome.PRINTED
    assert len(box.machine.paper) == 3


async def test_a_listener_that_fails_leaves_no_job_behind(box, printer):
    def fail(news):
        raise LookupError(news)

    result = await printer.print(pages(), fail)
    assert (result.outcome, len(box.machine.paper)) == (PageOutcome.PRINTED, 3)
