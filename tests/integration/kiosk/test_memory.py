"""Whose card lay on the glass is nowhere in the memory of a kiosk that has no visit (definitions.md 9)."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from devices.id_card.codec import CardRecord, Command
from devices.id_card.console import made_up_card
from devices.id_card.driver import SdtCardReader
from devices.id_card.emulator import IdCardReaderEmulator
from devices.id_card.exchange import Timing
from devices.transports import open_transport
from devices.values.id_card import IdCard
from kiosk.runner.boxes import Boxes
from kiosk.session.state import Page, Rules
from tests.integration.kiosk.stand_in import MemoryHall, staged

if TYPE_CHECKING:
    from pathlib import Path

WOMAN = made_up_card("何桂芳", "44019919520303779")  # nobody else's in these tests
SHORT = Rules(idle_s=0.3, warning_s=0.1, cleared_s=0.05)


def cards_in_memory() -> int:
    """How many values carry the person whose card was laid, besides that one."""
    gc.collect()
    cards = [thing for thing in gc.get_objects() if isinstance(thing, IdCard) and thing is not WOMAN]
    records = [thing for thing in gc.get_objects() if isinstance(thing, CardRecord)]
    written = WOMAN.number.encode("utf-16-le")  # other tests of this process may have kept other people's
    return sum(card.number == WOMAN.number for card in cards) + sum(written in record.text for record in records)


@pytest.mark.parametrize("how", ["lifted", "unplugged"])
async def test_no_card_is_in_memory_while_it_lies_there_nor_after_the_visit_nor_after_the_stop(
    tmp_path: Path, how: str
) -> None:
    reader = IdCardReaderEmulator(link=tmp_path / "card")
    await reader.start()
    driver = SdtCardReader(open_transport(str(tmp_path / "card")), timing=Timing(poll_s=0.01))
    play = staged(MemoryHall(), tmp_path, Boxes(card_reader=driver), SHORT)
    try:
        async with play:
            await play.until(lambda now: now.page is Page.HOME and now.online and now.devices.card_reader)
            reader.lay(WOMAN)
            await play.until(lambda now: now.visit and now.visit.person)
            await reader.wait_until_heard(Command.READ_ADDRESS)
            assert not cards_in_memory()  # not even while it lies there: the visit knows a pseudonym and masks
            if how == "lifted":
                reader.lift()
            else:
                await reader.unplug()
                await play.until(lambda now: not now.devices.card_reader)
            await play.until(lambda now: now.page is Page.HOME and now.visit is None)
            assert not cards_in_memory()
        assert not cards_in_memory()
    finally:
        await reader.stop()
