"""The lamp on a kiosk that runs: bytes on its line, and what a technician sees of it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from devices.id_card.simulator import SimulatedCardReader
from devices.indicator.emulator import IndicatorEmulator, RelayEmulator
from devices.registry.indicator import indicator
from devices.values.indicator import TRIAL, Colour, Light
from devices.values.lamp import Lamp as Shine
from kiosk.runner.boxes import Boxes
from kiosk.session.events import Choice, Touch
from kiosk.session.self_test_words import Lamp, TryStep
from kiosk.session.state import Page
from tests.integration.kiosk.programs import RealHall
from tests.integration.kiosk.stand_in import MemoryHall, Stage, staged
from tests.integration.kiosk.test_self_test import kiosk_at, lamps, trial, unlocked

if TYPE_CHECKING:
    from pathlib import Path


async def shines(lamp: IndicatorEmulator, light: Light) -> None:
    """Return when it shows this."""
    async with asyncio.timeout(20):
        while lamp.light != light:
            await asyncio.sleep(0.02)


async def test_a_lamp_says_from_afar_whether_a_kiosk_is_free_in_use_or_wants_a_person_and_goes_out_with_it(
    tmp_path: Path,
) -> None:
    lamp = IndicatorEmulator(link=tmp_path / "lamp")
    await lamp.start()
    box = indicator({"driver": "serial", "address": str(tmp_path / "lamp")})
    reader = SimulatedCardReader()
    boxes = Boxes(indicator=box, card_reader=reader)
    async with RealHall(tmp_path) as hall, Stage(kiosk_at(hall, tmp_path, boxes)) as stage:
        await stage.until(lambda session: session.online)
        await shines(lamp, Light(Colour.GREEN))
        lamp.forget()  # its power was cut, or an order was lost
        await shines(lamp, Light(Colour.GREEN))
        stage.kiosk.touch(Touch.TAKE_A_NUMBER)
        await shines(lamp, Light(Colour.BLUE))
        reader.unplug()
        await shines(lamp, Light(Colour.AMBER))
        await lamp.stop()
        reader.plug()
        await lamp.start()  # somebody pulled its cable: it comes back with what is true now
        await shines(lamp, Light(Colour.BLUE))
    assert lamp.light == Light()
    await lamp.stop()


async def test_a_technician_has_each_colour_shown_and_hears_of_a_lamp_that_is_gone(tmp_path: Path) -> None:
    lamp = IndicatorEmulator(link=tmp_path / "lamp")
    await lamp.start()
    box = indicator({"driver": "serial", "address": str(tmp_path / "lamp")})
    async with RealHall(tmp_path) as hall, Stage(kiosk_at(hall, tmp_path, Boxes(indicator=box))) as stage:
        await unlocked(stage)
        await stage.until(lambda session: lamps(session).get("indicator") is Lamp.FINE)
        await shines(lamp, Light(Colour.BLUE))
        before = len(lamp.lights)
        stage.kiosk.choose(Choice.BOX, "indicator")
        await stage.until(partial(trial, "indicator", TryStep.WELL))
        assert [light.colour for light in lamp.lights[before:]][:4] == [Colour.DARK, *TRIAL]
        lamp.lamp = Shine.INOP
        await stage.until(lambda session: lamps(session).get("indicator") is Lamp.FAULT)
        await lamp.stop()
        stage.kiosk.choose(Choice.BOX, "indicator")
        await stage.until(partial(trial, "indicator", TryStep.ILL))


async def test_a_lamp_of_one_colour_calls_somebody_to_a_box_that_does_not_work(tmp_path: Path) -> None:
    board, reader = RelayEmulator(link=tmp_path / "relay"), SimulatedCardReader()
    await board.start()
    box = indicator({"driver": "relay", "address": str(tmp_path / "relay")})
    async with staged(MemoryHall(), tmp_path, Boxes(indicator=box, card_reader=reader)) as stage:
        await stage.until(lambda session: session.page is Page.HOME and session.devices.card_reader)
        await board.wait_until_switched(1)
        assert board.on == set()
        reader.unplug()
        await board.wait_until_switched(2)
        assert board.on == {1}
    assert board.on == set()
    await board.stop()
