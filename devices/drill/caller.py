"""The drill of callers: presses over a bad cable, from a box and from a key pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.caller.emulator import PAD_CODES, CallerEmulator, KeypadEmulator
from devices.drill.box_line import BoxDrill
from devices.drill.input_pad import PadDrill
from devices.drill.rows import Row
from devices.registry.caller import caller
from devices.values.caller import CallerDisplay, CallerKey
from devices.values.completion import End

if TYPE_CHECKING:
    from devices.drill.bench import Bench
    from devices.drill.box_line import Desk
    from devices.ports.caller import Caller
    from devices.values.caller import KeyPress

    CallerDesk = Desk[Caller, CallerEmulator, KeyPress]

KEYS = (CallerKey.NEXT_STEP, CallerKey.RECALL, CallerKey.HOLD, CallerKey.NO_SHOW)
STALE_S = 60.0


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


PAD: PadDrill[Caller, KeypadEmulator, KeyPress] = PadDrill(
    "caller",
    "keypad",
    lambda link: KeypadEmulator(link=link),
    lambda address: caller({"driver": "keypad", "address": address}),
    lambda box: box.presses(),
    tuple(PAD_CODES.items()),
    lambda press: press.key,
    presser="clerk",
)


async def _bounce(bench: Bench) -> None:
    """A worn contact closes three times."""
    async with PAD.desk(bench) as hand:
        code = hand.gives(0).code
        for at_s in (1.0, 1.02, 1.05):
            await hand.pad.type(code, at_s=at_s)
        await hand.hear(0)
        await hand.hear_rest(0)
        bench.over()
        await hand.press(10)


ROWS = (
    *SERIAL.rows(),
    Row("serial", "stale_press", _stale),
    *PAD.rows(),
    Row("keypad", "worn_contact", _bounce),
)
