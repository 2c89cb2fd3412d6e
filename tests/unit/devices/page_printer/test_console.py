"""The words of the emulated A4 printer."""

import pytest

from devices.page_printer.console import obey
from devices.page_printer.emulator import Fault, PagePrinterEmulator


async def test_words_switch_faults_on_and_off():
    printer = PagePrinterEmulator()
    assert await obey(printer, "paper-out") == "paper-out: done"
    assert printer.machine.has(Fault.PAPER_OUT)
    await obey(printer, "paper_jam after 2")
    assert not printer.machine.has(Fault.PAPER_JAM)
    await obey(printer, "heal")
    assert not printer.machine.faults
    assert await obey(printer, "jobs") == "none"


@pytest.mark.parametrize("line", ["burn", "paper-out after two", "paper-out 2", ""])
async def test_words_that_are_none_are_answered_with_those_that_are(line):
    with pytest.raises(ValueError, match="paper-out"):
        await obey(PagePrinterEmulator(), line)
