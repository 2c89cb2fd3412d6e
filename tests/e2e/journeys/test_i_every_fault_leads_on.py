"""Whatever breaks in front of somebody, the glass shows what to touch next (ui.md A6): faults of printer and reader.

The hall's are journey (g). How long a box may take to be given up is its driver's, and tested there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from devices.id_card.faults import Fault as ReaderFault
from devices.receipt_printer.emulator import Fault as PrinterFault
from tests.tour.people import PEOPLE

if TYPE_CHECKING:
    from tests.e2e.journeys.floor import Floor

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow, pytest.mark.timeout(120)]

LOST_CARD = "i05"
WHO = PEOPLE[5]
SLIP_LOST = (
    *(PrinterFault.PAPER_OUT, PrinterFault.COVER_OPEN, PrinterFault.HOT),
    *(PrinterFault.BROKEN, PrinterFault.OFFLINE, PrinterFault.MUTE),
)
NOT_READ = (ReaderFault.CUT, ReaderFault.MUTE, ReaderFault.WRONG_CHECKSUM)


@pytest.mark.parametrize("fault", SLIP_LOST, ids=str)
async def test_a_number_whose_slip_did_not_come_out_is_read_from_the_glass_and_kept_with_one_touch(
    floor: Floor, fault: PrinterFault
) -> None:
    await floor.starts(LOST_CARD)
    floor.lays(WHO)
    await floor.until(page="confirm")
    floor.lifts()
    floor.stage.paper.fail(fault)
    await floor.taps("confirm.print_number")

    label = (await floor.until(page="paper_out"))["label"]
    await floor.until_reads(label)
    await floor.taps("paper_out.noted")

    floor.stage.paper.heal()
    await floor.until_hall_says(label, "take", "confirm_print")
    assert (await (await floor.clerk(4)).calls())["label"] == label


@pytest.mark.parametrize("fault", NOT_READ, ids=str)
async def test_a_card_that_is_not_read_leaves_the_ways_without_one(floor: Floor, fault: ReaderFault) -> None:
    await floor.starts(LOST_CARD)
    await floor.until(page="card")
    floor.stage.card_reader.fail(fault, times=20)
    floor.lays(WHO)

    await floor.until_can_touch("card.type_number")
    await floor.taps("card.without_card")

    floor.lifts()
    floor.stage.card_reader.heal()
    await floor.taps("confirm.print_number")
    label = (await floor.until(page="ticket"))["label"]
    await floor.until_reads(label)
    await floor.taps("ticket.finish")


async def test_a_reader_whose_cable_is_pulled_leaves_them_too_and_counts_again_once_plugged(
    floor: Floor,
) -> None:
    await floor.starts(LOST_CARD)
    await floor.until(page="card")
    await floor.stage.card_reader.unplug()

    await floor.taps("card.without_card")
    await floor.until(page="confirm")

    await floor.stage.card_reader.plug()
    await floor.until(reader=True)
    await floor.taps("confirm.back")
