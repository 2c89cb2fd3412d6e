"""What every `PagePrinter` keeps: the simulator, the driver with an emulated printer, and the driver with a real CUPS.

With KAPOK_PAGE_PRINTER_ADDRESS one test runs on real hardware (marked `hardware`; it prints two sheets).
"""

import asyncio
import dataclasses
import os

import pytest
import pytest_asyncio

from devices.page_printer.driver import IppPagePrinter, Patience, Wishes
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.private_cups import PrivateCups, missing
from devices.page_printer.sample import sample_pdf
from devices.page_printer.simulator import READY, SimulatedPagePrinter
from devices.values.health import Health
from devices.values.page_printer import Engine, PageJob, PageOutcome, PagePhase, Paper, Toner
from tests.contracts.print_rules import PrintRules

QUICK = Patience(answer_s=5, poll_s=0.02, silence_s=0.5, attention_s=0.2, progress_s=30, settle_s=3)
STATES = {
    Fault.PAPER_OUT: dataclasses.replace(READY, engine=Engine.STOPPED, paper=Paper.OUT),
    Fault.PAPER_JAM: dataclasses.replace(READY, engine=Engine.STOPPED, paper=Paper.JAMMED),
    Fault.DOOR_OPEN: dataclasses.replace(READY, engine=Engine.STOPPED, cover_open=True),
    Fault.TONER_OUT: dataclasses.replace(READY, engine=Engine.STOPPED, toner=Toner.OUT),
    Fault.OUTPUT_FULL: dataclasses.replace(READY, engine=Engine.STOPPED, trouble="output_full"),
    Fault.NOT_ACCEPTING: dataclasses.replace(READY, accepting=False),
    Fault.PAPER_LOW: dataclasses.replace(READY, paper=Paper.LOW),
    Fault.TONER_LOW: dataclasses.replace(READY, toner=Toner.LOW),
}


class Bench:
    def job(self, job_id="", *, other=False, **more):
        return two_pages(job_id, copies=3 if other else 1, **more)

    def came_out(self):
        return self.sheets_out() / 2


class SimulatedBench(Bench):
    def __init__(self):
        self.printer = SimulatedPagePrinter()

    async def start(self):
        pass

    async def stop(self):
        await self.printer.close()

    def fail(self, fault):
        self.printer.state = STATES[fault]

    def heal(self):
        self.printer.state = READY

    def hold(self):
        self.printer.hold()

    def release(self):
        self.printer.release()

    def sheets_out(self):
        return sum(job.copies * job.document.count(b"/Type /Page ") for job in self.printer.jobs)


class EmulatedBench(Bench):
    def __init__(self):
        self.emulator = PagePrinterEmulator()

    async def start(self):
        await self.emulator.start()
        self.printer = IppPagePrinter(self.emulator.address, Wishes(station="test"), patience=QUICK)

    async def stop(self):
        await self.printer.close()
        await self.emulator.stop()

    def fail(self, fault):
        self.emulator.fail(fault)

    def heal(self):
        self.emulator.heal()

    def hold(self):
        self.emulator.fail(Fault.STUCK)

    def release(self):
        self.emulator.heal(Fault.STUCK)

    def sheets_out(self):
        return len(self.emulator.machine.paper)


class QueuedBench(EmulatedBench):
    """The emulated printer behind a queue of a real CUPS, made as an administrator makes it."""

    def __init__(self, cups):
        super().__init__()
        self.cups = cups

    async def start(self):
        await self.emulator.start()
        address = await self.cups.queue("hall", self.emulator.address)
        self.printer = IppPagePrinter(address, Wishes(station="test"), patience=QUICK)

    async def stop(self):
        await super().stop()
        assert self.cups.documents() == [], "CUPS still has a document, or remembers a job"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def cups():
    if missing():
        pytest.skip(f"{missing()} is not installed")
    cups = PrivateCups()
    await cups.start()
    yield cups
    await cups.stop()


@pytest.fixture(params=["simulator", "ipp", pytest.param("cups", marks=pytest.mark.slow)])
def made(request):
    if request.param == "cups":
        return QueuedBench(request.getfixturevalue("cups"))
    return {"simulator": SimulatedBench, "ipp": EmulatedBench}[request.param]()


@pytest.fixture
async def bench(made):
    await made.start()
    yield made
    await made.stop()


def two_pages(job_id="", **more):
    return PageJob(sample_pdf(2), job_id, **more)


class TestJobs(PrintRules):
    """What printers of both kinds keep."""


async def test_all_sheets_come_out_and_are_said_to_be_printed_when_all_is_well(bench):
    await bench.printer.open()
    assert (await bench.printer.status()).ready
    heard = []
    result = await bench.printer.print(two_pages("j1", copies=2), heard.append)
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.PRINTED, "", 4)
    assert result.status.health is Health.NORMAL
    assert bench.sheets_out() == 4
    assert heard[0].phase is PagePhase.SENDING
    assert heard[-1].sheets == 4


@pytest.mark.parametrize(
    ("job", "reason"),
    [
        (PageJob(b""), "empty_document"),
        (PageJob(b"\xff\xd8\xff\xe0 a picture"), "not_a_pdf"),
        (PageJob(sample_pdf()[:-40]), "pdf_truncated"),
        (PageJob(sample_pdf().replace(b"/Root", b"/Encrypt 9 0 R /Root")), "pdf_encrypted"),
        (PageJob(sample_pdf() + bytes(21 << 20)), "too_large"),
        (PageJob(sample_pdf(), copies=6), "too_many_copies"),
        (PageJob(sample_pdf(), copies=0), "bad_copies"),
    ],
)
async def test_a_document_that_is_not_to_be_printed_is_refused_with_a_reason(bench, job, reason):
    await bench.printer.open()
    result = await bench.printer.print(job)
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.NOT_PRINTED, reason, 0)
    assert bench.sheets_out() == 0


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.PAPER_OUT, "paper_out"),
        (Fault.PAPER_JAM, "paper_jammed"),
        (Fault.DOOR_OPEN, "cover_open"),
        (Fault.TONER_OUT, "toner_out"),
        (Fault.OUTPUT_FULL, "output_full"),
        (Fault.NOT_ACCEPTING, "not_accepting"),
    ],
)
async def test_nothing_is_printed_and_the_reason_is_named_when_the_printer_says_no_before(bench, fault, reason):
    await bench.printer.open()
    bench.fail(fault)
    assert ((await bench.printer.status()).health, (await bench.printer.status()).reason) == (Health.FAULT, reason)
    result = await bench.printer.print(two_pages("j1"))
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.NOT_PRINTED, reason, 0)
    bench.heal()
    assert (await bench.printer.print(two_pages("j1"))).outcome is PageOutcome.NOT_PRINTED, "printed by itself"
    assert (await bench.printer.print(two_pages("j1", reprint=True))).outcome is PageOutcome.PRINTED
    assert bench.sheets_out() == 2


@pytest.mark.parametrize(("fault", "reason"), [(Fault.PAPER_LOW, "paper_low"), (Fault.TONER_LOW, "toner_low")])
async def test_what_runs_low_is_a_warning_and_stops_no_job(bench, fault, reason):
    await bench.printer.open()
    bench.fail(fault)
    result = await bench.printer.print(two_pages())
    assert (result.outcome, result.status.health, result.status.reason) == (PageOutcome.PRINTED, Health.WARNING, reason)


async def test_a_job_whose_task_is_cancelled_is_cancelled_in_the_printer_and_its_result_is_kept(bench):
    await bench.printer.open()
    bench.hold()
    heard = asyncio.Event()
    printing = asyncio.create_task(bench.printer.print(two_pages("j1"), lambda _news: heard.set()))
    await heard.wait()
    printing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await printing
    bench.release()
    result = await bench.printer.print(two_pages("j1"))
    assert (result.outcome, result.reason) == (PageOutcome.NOT_PRINTED, "cancelled")
    assert (await bench.printer.print(two_pages("j2"))).outcome is PageOutcome.PRINTED
    assert bench.sheets_out() == 2


@pytest.mark.hardware
async def test_two_sheets_come_out_of_a_real_printer():
    if "KAPOK_PAGE_PRINTER_ADDRESS" not in os.environ:
        pytest.skip("KAPOK_PAGE_PRINTER_ADDRESS names no printer")
    printer = IppPagePrinter(os.environ["KAPOK_PAGE_PRINTER_ADDRESS"])
    await printer.open()
    assert (await printer.print(two_pages("j1"))).outcome is PageOutcome.PRINTED
    await printer.close()
