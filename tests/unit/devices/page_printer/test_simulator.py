"""The A4 printer that is not there does as it is told."""

from devices.page_printer.sample import sample_pdf
from devices.page_printer.simulator import SimulatedPagePrinter
from devices.values.page_printer import PageJob, PageOutcome


async def test_a_script_says_how_the_next_job_ends():
    printer = SimulatedPagePrinter()
    await printer.open()
    printer.script(PageOutcome.UNKNOWN, "printer_vanished", 1)
    result = await printer.print(PageJob(sample_pdf(3)))
    assert (result.outcome, result.reason, result.sheets) == (PageOutcome.UNKNOWN, "printer_vanished", 1)
    assert not printer.jobs
    assert (await printer.print(PageJob(sample_pdf(3), duplex=True))).sheets == 2
