"""Jobs with faults drawn at random, each held against the paper: what is said is what lies in the tray, also later.

KAPOK_PAGE_JOBS and KAPOK_PAGE_SEED make it longer and other; a failure names the seed and the job.
"""

import asyncio
import os
import random

import pytest

from devices.errors import DeviceError
from devices.page_printer.driver import IppPagePrinter, Patience, Wishes
from devices.page_printer.emulator import Fault, PagePrinterEmulator
from devices.page_printer.sample import sample_pdf
from devices.page_printer.words import Operation
from devices.values.page_printer import PageJob, PageOutcome, PageResult

JOBS = int(os.environ.get("KAPOK_PAGE_JOBS", "16"))
SEED = int(os.environ.get("KAPOK_PAGE_SEED", "1"))
QUICK = Patience(answer_s=0.4, document_s=2, poll_s=0.01, silence_s=0.2, attention_s=0.1, progress_s=0.6, settle_s=0.2)
FAULTS = [fault for fault in Fault if fault is not Fault.SLOW]


class Liar(IppPagePrinter):
    """The control: takes whatever it cannot tell for printed."""

    async def print(self, job, progress=None):
        result = await super().print(job, progress)
        if result.outcome is PageOutcome.UNKNOWN:
            return PageResult(PageOutcome.PRINTED, result.status, "", result.sheets)
        return result


async def _trouble(box, draw, pages):
    """One thing goes wrong, at some time."""
    what = draw.choice([*FAULTS, "unplug", "power_off", "cancel", "nothing"])
    after = draw.randrange(pages + 1)
    if isinstance(what, Fault):
        box.fail(what, after_sheets=after)
    elif what in {"unplug", "power_off"}:
        out = len(box.machine.paper) + after
        await box.until(lambda machine: len(machine.paper) >= out)
        await getattr(box, what)()
    return what


async def _one_job(box, printer, draw, number):
    """What went wrong, what was said, and how many sheets were out when it was said."""
    pages, before = 1 + draw.randrange(4), len(box.machine.paper)
    trouble = asyncio.create_task(_trouble(box, draw, pages))
    await asyncio.sleep(0)
    printing = asyncio.create_task(printer.print(PageJob(sample_pdf(pages), str(number))))
    if draw.random() < 0.15:
        await asyncio.sleep(draw.random() * 0.05)
        printing.cancel()
    try:
        result = await printing
    except asyncio.CancelledError:
        result = await printer.print(PageJob(sample_pdf(pages), str(number)))  # what is remembered of it
    trouble.cancel()
    await asyncio.gather(trouble, return_exceptions=True)
    box.heal()
    await _well_again(box, printer)
    return result, pages, len(box.machine.paper) - before


async def _well_again(box, printer):
    """The cable is in, and the driver has looked: nothing that was given up may be left."""
    await box.stop()
    await box.start()
    for _ in range(2):  # the first look takes back, the second one sees that it has worked
        try:
            await printer.status()
        except DeviceError:
            await printer.open()
    left = [job for job in box.machine.jobs if not job.ended]
    assert not left, "a job that was given up is left in the printer"


def _objection(result, pages, out):
    """What is wrong with what was said; empty when it is true."""
    if result.outcome is PageOutcome.PRINTED and out != pages:
        return f"PRINTED, and {out} of {pages} sheets are out"
    if result.outcome is PageOutcome.NOT_PRINTED and out:
        return f"NOT_PRINTED ({result.reason}), and {out} of {pages} sheets are out"
    if out > pages:
        return f"{out} sheets of {pages} are out"
    if result.sheets is not None and result.sheets > out:
        return f"{result.sheets} sheets are said to be out, and {out} are"
    return ""


async def _held(make, jobs, seed, *, one_step=False):
    draw, box, found = random.Random(seed), PagePrinterEmulator(sheet_s=0.02), []
    if one_step:
        box.machine.operations -= {Operation.CREATE_JOB}
    await box.start()
    printer = make(box.address, Wishes(station="test"), patience=QUICK)
    await printer.open()
    told = set()
    for number in range(jobs):
        result, pages, out = await _one_job(box, printer, draw, number)
        told.add(result.outcome)
        if objection := _objection(result, pages, out):
            found.append(f"seed {seed}, job {number}: {objection}")
    await printer.close()
    await box.stop()
    return found, told


@pytest.mark.slow
@pytest.mark.timeout(60 + JOBS * 10)
@pytest.mark.parametrize("one_step", [False, True], ids=["two_steps", "one_step"])
async def test_what_is_said_of_a_job_is_what_lies_in_the_tray(one_step):
    found, told = await _held(IppPagePrinter, JOBS, SEED, one_step=one_step)
    assert not found
    assert len(told) > 1, "nothing but one outcome: the faults are not at work"


async def test_a_driver_that_takes_the_unknown_for_printed_is_caught():
    box = PagePrinterEmulator()
    await box.start()
    printer = Liar(box.address, Wishes(station="test"), patience=QUICK)
    await printer.open()
    box.fail(Fault.PAPER_OUT, after_sheets=1)
    result = await printer.print(PageJob(sample_pdf(3)))
    assert _objection(result, 3, len(box.machine.paper)) == "PRINTED, and 1 of 3 sheets are out"
    await box.stop()
