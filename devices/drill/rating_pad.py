"""The drill of rating pads: invitations over a bad cable; a grade is told once or honestly not at all."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.drill.box_line import BoxDrill
from devices.drill.rows import Row
from devices.rating_pad.codec import INVITE
from devices.rating_pad.emulator import RatingPadEmulator
from devices.registry.rating_pad import rating_pad
from devices.supervisor import watch_status
from devices.values.rating_pad import Grade, RatingEnd

if TYPE_CHECKING:
    from devices.drill.bench import Bench
    from devices.drill.box_line import Desk
    from devices.ports.rating_pad import RatingPad
    from devices.values.health import DeviceHealth

    PadDesk = Desk[RatingPad, RatingPadEmulator, DeviceHealth]

GRADES = tuple(Grade)
INVITED_S = 20.0
LOOK_S = 1.0


async def _exchange(desk: PadDesk, number: int) -> None:
    """One invitation and one press."""
    grade = GRADES[number % len(GRADES)]
    desk.bench.gave((number, grade))
    heard = desk.box.carried_out[INVITE]
    async with desk.kept.supervisor.use() as pad:
        inviting = asyncio.ensure_future(pad.invite(INVITED_S))
        await desk.box.wait_until_heard(INVITE, heard + 1)
        await desk.box.press(grade)
        result = await inviting
    if result.end is RatingEnd.RATED:
        desk.bench.got((number, result.grade))
        desk.bench.back()
    else:
        desk.bench.reported(result.reason or result.end)


SERIAL = BoxDrill(
    "rating_pad",
    "serial",
    lambda link: RatingPadEmulator(link=link),
    lambda address: rating_pad({"driver": "serial", "address": address}),
    lambda box: watch_status(box, device="rating_pad", look_s=LOOK_S),
    _exchange,
)


async def _stray(bench: Bench) -> None:
    async with SERIAL.desk(bench) as desk:
        for grade in GRADES:
            await desk.box.press(grade)
        async with desk.kept.supervisor.use() as pad:
            withdrawn = asyncio.ensure_future(pad.invite(INVITED_S))
            await desk.box.wait_until_heard(INVITE)
            await pad.withdraw()
            if (await withdrawn).grade is not None:
                bench.got("a grade that nobody gave")
            bench.note(f"{(await pad.status()).stray} presses without invitation counted, none told")
        await desk.box.press(Grade.VERY_SATISFIED)
        bench.over()
        await _exchange(desk, 1)


ROWS = (*SERIAL.rows(), Row("serial", "press_without_invitation", _stray))
