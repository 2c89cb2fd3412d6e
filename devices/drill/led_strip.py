"""The drill of LED strips: lines over a bad cable; each is shown once or honestly not known to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.drill.box_line import BoxDrill
from devices.drill.rows import Row
from devices.led_strip.emulator import LedStripEmulator
from devices.registry.led_strip import led_strip
from devices.supervisor import watch_status
from devices.values.completion import End
from devices.values.health import Health
from devices.values.lamp import Lamp
from devices.values.led_strip import StripText

if TYPE_CHECKING:
    from devices.drill.bench import Bench
    from devices.drill.box_line import Desk
    from devices.ports.led_strip import LedStrip
    from devices.values.health import DeviceHealth

    StripDesk = Desk[LedStrip, LedStripEmulator, DeviceHealth]

LOOK_S = 1.0


async def _exchange(desk: StripDesk, number: int) -> None:
    """One line, shown once."""
    line = f"请A{number:03d}号到3号窗口"
    desk.bench.gave(line)
    before = len(desk.box.shown)
    async with desk.kept.supervisor.use() as strip:
        done = await strip.show(StripText(line))
    if done.end is End.DONE:
        desk.bench.back()
    else:
        desk.bench.reported(done.reason)
    for shown in desk.box.shown[before:]:
        desk.bench.got(shown.text)


SERIAL = BoxDrill(
    "led_strip",
    "serial",
    lambda link: LedStripEmulator(link=link),
    lambda address: led_strip({"driver": "serial", "address": address}),
    lambda box: watch_status(box, device="led_strip", look_s=LOOK_S),
    _exchange,
)


async def _rare(bench: Bench) -> None:
    async with SERIAL.desk(bench) as desk:
        bench.gave("请□*□女士")
        async with desk.kept.supervisor.use() as strip:
            done = await strip.show(StripText("请䶮*𠀀女士"))
        bench.got(desk.box.shown[-1].text)
        bench.note(f"{done.replaced} characters that GB2312 lacks stand as □")
        bench.over()
        await _exchange(desk, 1)


async def _dark(bench: Bench) -> None:
    async with SERIAL.desk(bench) as desk:
        desk.box.lamp = Lamp.INOP
        await desk.kept.until(Health.FAULT)
        desk.box.lamp = Lamp.OK
        bench.over()
        await desk.kept.until(Health.NORMAL)
        await _exchange(desk, 1)


ROWS = (*SERIAL.rows(), Row("serial", "rare_characters", _rare), Row("serial", "dark_modules", _dark))
