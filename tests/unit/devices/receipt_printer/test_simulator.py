"""The simulator's script; its behaviour as a printer is in the contract suite."""

from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from devices.values.receipt_printer import PrintDocument, PrintOutcome


async def test_outcomes_follow_the_script_and_only_printed_slips_are_kept():
    printer = SimulatedReceiptPrinter()
    await printer.open()
    printer.script(PrintOutcome.UNKNOWN, "device_silent")
    printer.script(PrintOutcome.NOT_PRINTED, "paper_out")
    results = [await printer.print(PrintDocument((), job_id=job)) for job in "abc"]
    assert [result.reason for result in results] == ["device_silent", "paper_out", ""]
    assert [document.job_id for document in printer.documents] == ["c"]
