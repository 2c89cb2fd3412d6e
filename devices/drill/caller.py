"""The drill of callers: presses over a bad cable, from a box and from a key pad."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.caller.emulator import CallerEmulator, KeypadEmulator
from devices.drill.bench import kept_alive
from devices.drill.box_line import OUT_S, BoxDrill
from devices.drill.rows import Row, exempt
from devices.registry.caller import caller
from devices.transports.input_events import EV_KEY, EV_SYN, SYN_DROPPED, SYN_REPORT, InputEvent, encode_event
from devices.values.caller import CallerDisplay, CallerKey
from devices.values.completion import End
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.drill.bench import Bench, Kept
    from devices.drill.box_line import Desk
    from devices.ports.caller import Caller
    from devices.values.caller import KeyPress

    CallerDesk = Desk[Caller, CallerEmulator, KeyPress]

KEYS = (CallerKey.NEXT_STEP, CallerKey.RECALL, CallerKey.HOLD, CallerKey.NO_SHOW)
STALE_S = 60.0
REPEATS = 5
BEHIND_S = 0.2  # between two presses of a hand


async def _exchange(desk: CallerDesk, number: int) -> None:
    """One press, told once; and the display."""
    key = KEYS[number % len(KEYS)]
    desk.bench.gave((key, number))
    await desk.box.press(key)
    press = await desk.kept.next()
    desk.bench.got((press.key, number))
    desk.bench.back()
    for more in await desk.kept.rest():
        desk.bench.got((more.key, number))
    async with desk.kept.supervisor.use() as box:
        done = await box.show(CallerDisplay(number, f"A{number:03d}"))
    if done.end is not End.DONE:
        desk.bench.reported(done.reason)


SERIAL = BoxDrill(
    "caller",
    "serial",
    lambda link: CallerEmulator(link=link),
    lambda address: caller({"driver": "serial", "address": address}),
    lambda box: box.presses(),
    _exchange,
)


async def _stale(bench: Bench) -> None:
    async with SERIAL.desk(bench) as desk:
        await desk.box.press(CallerKey.CALL_NEXT, STALE_S)
        await desk.box.wait_until_taken()
        bench.over()
        await _exchange(desk, 1)
        bench.note("a press that lay a minute in the box is answered as too late, and no ticket is called by it")


@dataclass(frozen=True, slots=True)
class _Pad:
    """A key pad, kept alive, and a hand that presses with proper pauses by the kernel's clock."""

    bench: Bench
    pad: KeypadEmulator
    kept: Kept[Caller, KeyPress]

    async def press(self, number: int, *, held: int = 0) -> None:
        key = KEYS[number % len(KEYS)]
        self.bench.gave((key, number))
        await self.pad.press(key, at_s=number * BEHIND_S, held=held)
        self.bench.got(((await self.kept.next()).key, number))
        self.bench.back()
        for more in await self.kept.rest():
            self.bench.got((more.key, number))


@contextlib.asynccontextmanager
async def _desk(bench: Bench) -> AsyncIterator[_Pad]:
    pad = KeypadEmulator(link=bench.folder / "pad")
    await pad.start()
    box = caller({"driver": "keypad", "address": pad.address})
    try:
        async with kept_alive(bench, "caller", box, lambda box: box.presses()) as kept:
            yield _Pad(bench, pad, kept)
    finally:
        await pad.stop()


async def _normal(bench: Bench) -> None:
    async with _desk(bench) as desk:
        for number in range(3):
            await desk.press(number)


async def _slow(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.press(1, held=REPEATS)  # a finger that stays: the kernel repeats the key
        bench.over()
        await desk.press(2)


async def _split(bench: Bench) -> None:
    async with _desk(bench) as desk:
        bench.gave((KEYS[1], 1))
        for byte in encode_event(InputEvent(1.0, EV_KEY, 82, 1)):
            await desk.pad.send_bytes(bytes((byte,)))
        bench.got(((await desk.kept.next()).key, 1))
        bench.over()
        await desk.press(2)


async def _merged(bench: Bench) -> None:
    async with _desk(bench) as desk:
        presses = []
        for number, code in ((0, 96), (1, 82)):
            bench.gave((KEYS[number], number))
            at_s = number * BEHIND_S
            presses += [InputEvent(at_s, EV_KEY, code, 1), InputEvent(at_s, EV_KEY, code, 0)]
        await desk.pad.send(*presses)
        for number in (0, 1):
            bench.got(((await desk.kept.next()).key, number))
        bench.over()
        await desk.press(2)


async def _noise(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.pad.type(69)  # NumLock and a key that no pad has
        await desk.pad.type(0x2FF)
        dropped = (InputEvent(0, EV_SYN, SYN_DROPPED, 0), InputEvent(0, EV_KEY, 96, 1), InputEvent(0, EV_SYN, 0, 0))
        await desk.pad.send(*dropped)
        bench.over()
        await desk.press(1)
        bench.note("keys without a meaning, and what the kernel sends after it dropped events, are no presses")


async def _unplug_replug(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.press(0)
        half = encode_event(InputEvent(9.0, EV_KEY, 96, 1))[:11]
        await desk.pad.send_bytes(half)
        await desk.pad.unplug()
        await desk.kept.until(Health.FAULT)
        await asyncio.sleep(OUT_S)
        await desk.pad.plug()
        bench.over()
        await desk.kept.until(Health.NORMAL)
        await desk.press(1)


async def _bounce(bench: Bench) -> None:
    async with _desk(bench) as desk:
        bench.gave((KEYS[0], 0))
        for at_s in (1.0, 1.02, 1.05):
            await desk.pad.send(InputEvent(at_s, EV_KEY, 96, 1), InputEvent(at_s, EV_SYN, SYN_REPORT, 0))
            await desk.pad.send(InputEvent(at_s, EV_KEY, 96, 0), InputEvent(at_s, EV_SYN, SYN_REPORT, 0))
        bench.got(((await desk.kept.next()).key, 0))
        for more in await desk.kept.rest():
            bench.got((more.key, 0))
        bench.over()
        await desk.press(10)


ROWS = (
    *SERIAL.rows(),
    Row("serial", "stale_press", _stale),
    Row("keypad", "normal", _normal),
    Row("keypad", "slow", _slow),
    Row("keypad", "split", _split),
    Row("keypad", "merged", _merged),
    Row("keypad", "noise", _noise),
    exempt("keypad", "wrong_checksum", "the kernel hands over events without a checksum; USB has its own below it"),
    exempt("keypad", "mute", "a pad that is silent and a clerk who does not press look alike; pulling it is seen"),
    Row("keypad", "unplug_replug", _unplug_replug),
    Row("keypad", "worn_contact", _bounce),
)
