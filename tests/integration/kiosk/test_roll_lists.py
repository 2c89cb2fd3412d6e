"""打印清单 at a real kiosk that has a roll and no A4 printer: the guide comes out as a slip (CL-B9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator
from devices.receipt_printer.machine import SlipOutcome
from tests.integration.kiosk.programs import RealHall, RealKiosk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

DOTS_A_MM = 8


@pytest.fixture
async def printer() -> AsyncIterator[ReceiptPrinterEmulator]:
    emulator = ReceiptPrinterEmulator(port=0)
    await emulator.start()
    yield emulator
    await emulator.stop()


async def test_cl_b9_a_guide_comes_out_of_the_roll_and_a_roll_that_ended_stops_nobody(
    tmp_path: Path, printer: ReceiptPrinterEmulator
) -> None:
    boxes = {"receipt_printer": {"driver": "escpos", "address": printer.address}}
    async with RealHall(tmp_path) as hall, RealKiosk(hall, tmp_path, boxes) as kiosk:
        await kiosk.home()
        await kiosk.say("touch guides", "item i01")
        await kiosk.shows(page="guide")
        await kiosk.say("touch print_list")
        await printer.wait_for_slips(1)
        guide = printer.slips[0]
        assert (guide.outcome, guide.by_knife) == (SlipOutcome.COMPLETE, True)
        assert guide.image.height > 80 * DOTS_A_MM, "as long as a list is, and longer than a number's slip"
        printer.fail(Fault.PAPER_OUT)
        await kiosk.say("touch print_list")
        await kiosk.say("touch back")
        await kiosk.shows(page="guides")
        assert len(printer.slips) == 1
