"""The real kiosk process goes on when the real hall process is killed, stalls, or is restored from an old backup."""

from __future__ import annotations

import json
import re
import shutil
import signal
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator
from tests.integration.kiosk.programs import RealHall, RealKiosk, kapok
from tests.integration.kiosk.test_real_hall import TO_CONFIRM, boxes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from hall_server.contract.messages import EventView


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[RealHall]:
    async with RealHall(tmp_path) as running:
        yield running


@pytest.fixture
async def printer() -> AsyncIterator[ReceiptPrinterEmulator]:
    emulator = ReceiptPrinterEmulator(port=0)
    await emulator.start()
    yield emulator
    await emulator.stop()


async def leased(kiosk: RealKiosk, since: int = 0) -> None:
    """The kiosk stands at home and holds a block of the queue that these visitors go to."""
    await kiosk.home()
    await kiosk.heard(lambda line: "leased E" in line, since)


async def took(kiosk: RealKiosk) -> str:
    """One visitor: the label that stands on the screen when the slip is out."""
    since = len(kiosk.lines)
    await kiosk.say(*TO_CONFIRM, "touch print_number")
    at = await kiosk.shows(since, page="ticket")
    label = str(json.loads(kiosk.lines[at])["label"])
    await kiosk.say("touch finish")
    await kiosk.shows(at, page="home")
    return label


def births(events: list[EventView]) -> dict[str, str]:
    """Ticket id by label; every label at most once."""
    labels = Counter(event.label for event in events if event.move == "take")
    assert not [label for label, times in labels.items() if times > 1]
    return {event.label: event.ticket for event in events if event.move == "take"}


async def proven(hall: RealHall) -> list[EventView]:
    """All events; they are gapless and the chain is whole."""
    events = await hall.events()
    assert [event.n for event in events] == list(range(1, len(events) + 1))
    assert "whole" in (await kapok("db", "verify", "--data", str(hall.data)))
    return events


async def test_numbers_go_on_while_the_hall_is_dead_and_are_told_once_when_it_is_back(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    async with RealKiosk(hall, tmp_path, boxes(printer)) as kiosk:
        await leased(kiosk)
        labels = [await took(kiosk)]
        await hall.end(signal.SIGKILL)
        labels += [await took(kiosk) for _ in range(4)]
        await hall.start()
        await kiosk.heard(lambda line: "the hall answers again" in line)
        labels.append(await took(kiosk))
        await hall.until(lambda told: sum(one.endswith("paper:waiting") for one in told) == 6)
    assert labels == ["E001", "E601", "E602", "E603", "E604", "E002"]
    held = births(await proven(hall))
    assert set(labels) <= set(held)
    assert len(printer.slips) == 6


async def test_a_take_that_stalls_ends_as_one_number_and_the_other_is_burnt(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    async with RealKiosk(hall, tmp_path, boxes(printer), take_timeout_s=1) as kiosk:
        await leased(kiosk)
        hall.pause()
        label = await took(kiosk)
        hall.go_on()
        told = await hall.until(lambda told: "take:paper:waiting" in told and len(told) >= 2)
        await hall.until(lambda _: True)
        events = await proven(hall)
    assert label == "E601"
    waiting = {event.label for event in events if event.answer == "paper"}
    assert waiting == {"E601"}
    assert "take::reserved" in told


async def test_a_kiosk_killed_between_reserved_and_printed_without_its_hall_keeps_the_place(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    async with RealKiosk(hall, tmp_path, boxes(printer)) as kiosk:
        await leased(kiosk)
        await hall.end(signal.SIGKILL)
        printer.fail(Fault.MUTE)
        await kiosk.say(*TO_CONFIRM, "touch print_number")
        await kiosk.shows(page="printing", label="E601")
        await kiosk.end(signal.SIGKILL)
        printer.heal()
        slips = len(printer.slips)
        await kiosk.start()
        await kiosk.shows(page="home", online=False, printer=True)
        emergency = await took(kiosk)
        await hall.start()
        await hall.until(lambda told: len(told) == 2)
        events = await proven(hall)
    assert len(printer.slips) == slips + 1, "nothing is ever reprinted by itself"
    assert re.fullmatch(r"E[N-Y]\d{3,5}", emergency), "behind what an older image of this disk may have given today"
    ends = {event.label: event.state for event in events}
    assert ends == {"E601": "unconfirmed", emergency: "waiting"}


async def test_a_hall_restored_from_an_old_copy_gets_back_what_it_lost(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    async with RealKiosk(hall, tmp_path, boxes(printer)) as kiosk:
        await leased(kiosk)
        labels = [await took(kiosk)]
        await hall.until(lambda told: len(told) == 2)
        since = len(kiosk.lines)
        await hall.end()
        shutil.copytree(hall.data, tmp_path / "backup")
        await kiosk.heard(lambda line: "the hall does not answer" in line, since)
        await hall.start()
        await kiosk.heard(
            lambda line: "the hall answers again" in line or '"online": true' in line, len(kiosk.lines) - 1
        )
        labels.append(await took(kiosk))
        await hall.until(lambda told: sum(one.endswith("paper:waiting") for one in told) == 2)
        before = births(await hall.events())
        await hall.end(signal.SIGKILL)
        labels.append(await took(kiosk))
        shutil.rmtree(hall.data)
        shutil.copytree(tmp_path / "backup", hall.data)
        await hall.start()
        await hall.until(lambda told: sum(one.endswith("paper:waiting") for one in told) == 3)
        labels.append(await took(kiosk))
        await hall.until(lambda told: sum(one.endswith("paper:waiting") for one in told) == 4)
        events = await proven(hall)
    held = births(events)
    assert set(labels) <= set(held)
    assert len(set(labels)) == 4
    assert {label: held[label] for label in labels[:2]} == {label: before[label] for label in labels[:2]}
