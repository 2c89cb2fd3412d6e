"""The drill of access pads: presses and the headphone plug, each told once."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.access_pad.emulator import CODES, AccessPadEmulator
from devices.drill.bench import kept_alive
from devices.drill.box_line import OUT_S
from devices.drill.rows import Row, exempt
from devices.registry.access_pad import access_pad
from devices.transports.input_events import EV_KEY, EV_SYN, SYN_DROPPED, SYN_REPORT, InputEvent, encode_event
from devices.values.access_pad import PadKey
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.drill.bench import Bench, Kept
    from devices.ports.access_pad import AccessPad
    from devices.values.access_pad import PadEvent

KEYS = tuple(PadKey)
STEP_S = 0.5  # between two presses of a hand, by the kernel's clock
REPEATS = 5


@dataclass(frozen=True, slots=True)
class _Desk:
    """A pad, kept alive, and a hand."""

    bench: Bench
    pad: AccessPadEmulator
    kept: Kept[AccessPad, PadEvent]

    async def press(self, number: int, *, held: int = 0) -> None:
        """One press, told once."""
        key = KEYS[number % len(KEYS)]
        self.bench.gave((number, key))
        await self.pad.press(key, at_s=number * STEP_S, held=held)
        self.bench.got((number, (await self.kept.next()).key))
        self.bench.back()
        for more in await self.kept.rest():
            self.bench.got((number, more.key))


@contextlib.asynccontextmanager
async def _desk(bench: Bench) -> AsyncIterator[_Desk]:
    pad = AccessPadEmulator(link=bench.folder / "pad")
    await pad.start()
    box = access_pad({"driver": "evdev", "address": pad.address})
    try:
        async with kept_alive(bench, "access_pad", box, lambda box: box.events()) as kept:
            yield _Desk(bench, pad, kept)
    finally:
        await pad.stop()


async def _normal(bench: Bench) -> None:
    async with _desk(bench) as desk:
        for number in range(len(KEYS)):
            await desk.press(number)


async def _slow(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.press(1, held=REPEATS)  # a finger that stays
        bench.over()
        await desk.press(2)


async def _split(bench: Bench) -> None:
    async with _desk(bench) as desk:
        bench.gave(KEYS[0])
        for byte in encode_event(InputEvent(1.0, EV_KEY, CODES[KEYS[0]], 1)):
            await desk.pad.send_bytes(bytes((byte,)))
        bench.got((await desk.kept.next()).key)
        bench.over()
        await desk.press(7)


async def _merged(bench: Bench) -> None:
    async with _desk(bench) as desk:
        for key in KEYS:
            bench.gave(key)
        await desk.pad.send(*(InputEvent(1.0, EV_KEY, CODES[key], 1) for key in KEYS))
        for _ in KEYS:
            bench.got((await desk.kept.next()).key)
        bench.over()
        await desk.press(7)


async def _noise(bench: Bench) -> None:
    async with _desk(bench) as desk:
        unknown = InputEvent(0, EV_KEY, 0x2FF, 1)
        dropped = (
            InputEvent(0, EV_SYN, SYN_DROPPED, 0),
            InputEvent(0, EV_KEY, 28, 1),
            InputEvent(0, EV_SYN, SYN_REPORT, 0),
        )
        await desk.pad.send(unknown, *dropped)
        bench.over()
        await desk.press(1)
        bench.note("keys without a meaning, and what the kernel sends after it dropped events, are no presses")


async def _unplug_replug(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.press(0)
        await desk.pad.send_bytes(encode_event(InputEvent(9.0, EV_KEY, 28, 1))[:11])
        await desk.pad.unplug()
        await desk.kept.until(Health.FAULT)
        await asyncio.sleep(OUT_S)
        await desk.pad.plug()
        bench.over()
        await desk.kept.until(Health.NORMAL)
        await desk.press(1)


async def _headphones(bench: Bench) -> None:
    async with _desk(bench) as desk:
        for inside in (True, False, True):
            bench.gave(("plug", inside))
            for _ in range(2):  # said twice, told once
                await (desk.pad.plug_in() if inside else desk.pad.pull_out())
            bench.got(("plug", (await desk.kept.next()).headphones))
            for more in await desk.kept.rest():
                bench.got(("again", more.headphones))
        bench.over()
        await desk.press(1)


ROWS = (
    Row("evdev", "normal", _normal),
    Row("evdev", "slow", _slow),
    Row("evdev", "split", _split),
    Row("evdev", "merged", _merged),
    Row("evdev", "noise", _noise),
    exempt("evdev", "wrong_checksum", "the kernel hands over events without a checksum; USB has its own below it"),
    exempt("evdev", "mute", "a pad that is silent and a visitor who does not press look alike; pulling it is seen"),
    Row("evdev", "unplug_replug", _unplug_replug),
    Row("evdev", "headphones", _headphones),
)
