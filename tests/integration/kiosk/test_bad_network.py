"""Hundreds of deliveries over a network that loses, cuts, delays and doubles: nothing is lost, nothing comes twice."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.hall_client import HallClient
from kiosk.local_store import LocalStore
from kiosk.runner.boxes import Boxes
from tests.integration.kiosk.flaky import Fate, FlakyNetwork
from tests.integration.kiosk.machines import Bench
from tests.integration.kiosk.programs import RealHall
from tests.integration.kiosk.stand_in import QUICK, Stage, staged
from tests.integration.kiosk.test_copies import delivered, leased, took
from tests.integration.kiosk.test_real_offline import births, proven

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS, VISITS = 240, 12
ORDER = TakeTicket(item="i05")


def by_itself(play: Stage, count: int) -> list[str]:
    """So many numbers without the hall, printed; on the store's own thread."""
    standby, store, labels = play.kiosk._desk.standby, play.kiosk._parts.store, []
    for _ in range(count):
        given = standby.give(play.kiosk.fresh_id(), ORDER)
        store.answer(given.id, PrintAnswer.PAPER)
        labels.append(given.label)
    return labels


@pytest.mark.parametrize("seed", [1, 2])
async def test_nothing_is_lost_and_nothing_comes_twice(tmp_path: Path, seed: int) -> None:
    async with RealHall(tmp_path) as hall, FlakyNetwork(hall.port, seed, {Fate.WELL: 1}) as network:
        access = hall.access(server=f"http://127.0.0.1:{network.port}", answer_timeout_s=0.4)
        store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
        boxes = Boxes(printer=SimulatedReceiptPrinter())
        async with staged(HallClient(access), tmp_path, boxes, store=store, patience=QUICK, rows=2) as play:
            await leased(play)
            await play.eventually(lambda: play.kiosk._desk.standby.catalogue)
            network.fates = dict.fromkeys(Fate, 1) | {Fate.WELL: 4}
            labels: list[str] = []
            for _ in range(VISITS):
                labels += await play.on_disk(by_itself, play, NUMBERS // VISITS)
                labels.append(await took(play))
            async with asyncio.timeout(120):
                await delivered(play)
            assert await play.on_disk(store.outbox.refused) == {}
        events = await proven(hall)
        assert sum(network.happened.values()) > NUMBERS // 2
        assert all(network.happened[fate] for fate in Fate)
    held = births(events)
    assert len(labels) == len(set(labels)) == NUMBERS + VISITS
    assert set(labels) <= set(held)
    waiting = {event.label for event in events if event.answer == "paper"}
    assert waiting == set(labels), "whoever holds a slip waits, and nobody else"
