"""The drill of indicator lamps: lights over a bad cable."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from devices.drill.bench import kept_alive
from devices.drill.box_line import OUT_S, BoxDrill
from devices.drill.rows import Row, exempt
from devices.indicator.emulator import IndicatorEmulator, RelayEmulator
from devices.registry.indicator import indicator
from devices.supervisor import watch_status
from devices.values.completion import End
from devices.values.health import Health
from devices.values.indicator import Colour, Light, Pattern
from devices.values.lamp import Lamp

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from devices.drill.bench import Bench, Kept
    from devices.drill.box_line import Desk
    from devices.ports.indicator import Indicator
    from devices.values.health import DeviceHealth

    LampDesk = Desk[Indicator, IndicatorEmulator, DeviceHealth]

LOOK_S = 1.0
LIGHTS = (Light(Colour.GREEN), Light(Colour.RED, Pattern.SLOW), Light(Colour.AMBER, Pattern.FAST))


def _watch(box: Indicator) -> AsyncGenerator[DeviceHealth, None]:
    return watch_status(box, device="indicator", look_s=LOOK_S)


async def _exchange(desk: LampDesk, number: int) -> None:
    """One light, lit once."""
    light = LIGHTS[number % len(LIGHTS)]
    desk.bench.gave((number, light))
    before = len(desk.box.lights)
    async with desk.kept.supervisor.use() as lamp:
        done = await lamp.show(light)
    if done.end is End.DONE:
        desk.bench.back()
    else:
        desk.bench.reported(done.reason)
    for lit in desk.box.lights[before:]:
        desk.bench.got((number, lit))


SERIAL = BoxDrill(
    "indicator",
    "serial",
    lambda link: IndicatorEmulator(link=link),
    lambda address: indicator({"driver": "serial", "address": address}),
    _watch,
    _exchange,
)


async def _lamp_out(bench: Bench) -> None:
    async with SERIAL.desk(bench) as desk:
        desk.box.lamp = Lamp.INOP
        await desk.kept.until(Health.FAULT)
        desk.box.lamp = Lamp.OK
        bench.over()
        await desk.kept.until(Health.NORMAL)
        await _exchange(desk, 1)


@contextlib.asynccontextmanager
async def _board(bench: Bench) -> AsyncIterator[tuple[RelayEmulator, Kept[Indicator, DeviceHealth]]]:
    board = RelayEmulator(link=bench.folder / "board")
    await board.start()
    box = indicator({"driver": "relay", "address": board.address})
    alive: contextlib.AbstractAsyncContextManager[Kept[Indicator, DeviceHealth]]
    alive = kept_alive(bench, "indicator", box, _watch)
    try:
        async with alive as kept:
            yield board, kept
    finally:
        await board.stop()


async def _switch(bench: Bench, board: RelayEmulator, kept: Kept[Indicator, DeviceHealth]) -> None:
    before = len(board.switched)
    for number, colour in enumerate((Colour.AMBER, Colour.DARK)):
        bench.gave((before + number, colour))
        async with kept.supervisor.use() as lamp:
            await lamp.show(Light(colour))
        await board.wait_until_switched(before + number + 1)
    for number, (_channel, on) in enumerate(board.switched[before:]):
        bench.got((before + number, Colour.AMBER if on else Colour.DARK))
    bench.back()


async def _relay_normal(bench: Bench) -> None:
    async with _board(bench) as (board, kept):
        await _switch(bench, board, kept)
        bench.note("a relay board confirms nothing: every light is 'unknown', and says so")


async def _relay_unplugged(bench: Bench) -> None:
    async with _board(bench) as (board, kept):
        await _switch(bench, board, kept)
        await board.unplug()
        await kept.until(Health.FAULT)
        await asyncio.sleep(OUT_S)
        await board.plug()
        bench.over()
        await kept.until(Health.NORMAL)
        await _switch(bench, board, kept)


SAYS_NOTHING = "a relay board never says anything, so nothing that it says can be spoiled"

ROWS = (
    *SERIAL.rows(),
    Row("serial", "lamp_out", _lamp_out),
    Row("relay", "normal", _relay_normal),
    *(exempt("relay", fault, SAYS_NOTHING) for fault in ("slow", "split", "merged", "noise", "wrong_checksum", "mute")),
    Row("relay", "unplug_replug", _relay_unplugged),
)
