"""The drill of access pads: presses and the headphone plug, each told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.access_pad.emulator import CODES, AccessPadEmulator
from devices.drill.input_pad import PadDrill
from devices.drill.rows import Row
from devices.registry.access_pad import access_pad

if TYPE_CHECKING:
    from devices.drill.bench import Bench
    from devices.ports.access_pad import AccessPad
    from devices.values.access_pad import PadEvent

PAD: PadDrill[AccessPad, AccessPadEmulator, PadEvent] = PadDrill(
    "access_pad",
    "evdev",
    lambda link: AccessPadEmulator(link=link),
    lambda address: access_pad({"driver": "evdev", "address": address}),
    lambda box: box.events(),
    tuple(CODES.items()),
    lambda event: event.key,
    presser="visitor",
)


async def _headphones(bench: Bench) -> None:
    async with PAD.desk(bench) as hand:
        for inside in (True, False, True):
            bench.gave(("plug", inside))
            for _ in range(2):  # said twice, told once
                await (hand.pad.plug_in() if inside else hand.pad.pull_out())
            bench.got(("plug", (await hand.kept.next()).headphones))
            for more in await hand.kept.rest():
                bench.got(("again", more.headphones))
        bench.over()
        await hand.press(1)


ROWS = (*PAD.rows(), Row("evdev", "headphones", _headphones))
