"""The words that move the emulated printer."""

import pytest

from devices.receipt_printer.console import obey
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator


async def test_a_fault_is_switched_on_and_healed():
    printer = ReceiptPrinterEmulator(port=0)
    assert await obey(printer, "paper-out") == "paper-out: done"
    assert printer.machine.faults == {Fault.PAPER_OUT}
    await obey(printer, "heal")
    assert printer.machine.faults == set()


async def test_a_fault_can_wait_for_rows_of_paper():
    printer = ReceiptPrinterEmulator(port=0)
    await obey(printer, "mute after 200")
    assert printer.machine.faults == set()


@pytest.mark.parametrize("line", ["", "dance", "mute before 3", "mute after many", "mute after ³"])
async def test_other_words_are_answered_with_what_there_is(line):
    with pytest.raises(ValueError, match=r"there are:|after ROWS"):
        await obey(ReceiptPrinterEmulator(port=0), line)
