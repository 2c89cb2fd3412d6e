"""The drill of sensors: changes over a bad cable, each told once; and that the cable itself was cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.drill.box_line import BoxDrill
from devices.drill.rows import Row
from devices.registry.sensors import sensors
from devices.sensors.emulator import SensorsEmulator
from devices.values.health import Health
from devices.values.sensors import KINDS, SecurityKind, SensorInput

if TYPE_CHECKING:
    from devices.drill.bench import Bench
    from devices.drill.box_line import Desk
    from devices.ports.sensors import Sensors
    from devices.values.sensors import SecurityEvent

    SensorsDesk = Desk[Sensors, SensorsEmulator, SecurityEvent]

INPUTS = tuple(SensorInput)
ABOUT_THE_BOX = frozenset({SecurityKind.SENSORS_LOST, SecurityKind.SENSORS_BACK})


async def _exchange(desk: SensorsDesk, number: int) -> None:
    """One change, told once; what is told of the box itself is no change."""
    which = INPUTS[number % len(INPUTS)]
    active = not desk.box.stands[which]
    desk.bench.gave((number, KINDS[which, active]))
    await desk.box.turn(which, active=active)
    while (event := await desk.kept.next()).kind in ABOUT_THE_BOX:
        desk.bench.reported(event.kind)
    desk.bench.got((number, event.kind))
    desk.bench.back()
    for more in await desk.kept.rest():
        if more.kind not in ABOUT_THE_BOX:
            desk.bench.got((number, more.kind))


SERIAL = BoxDrill(
    "sensors",
    "serial",
    lambda link: SensorsEmulator(link=link),
    lambda address: sensors({"driver": "serial", "address": address}),
    lambda box: box.events(),
    _exchange,
)


async def _opened_meanwhile(bench: Bench) -> None:
    async with SERIAL.desk(bench) as desk:
        await desk.cable.unplug()
        await desk.kept.until(Health.FAULT)
        bench.gave(SecurityKind.DOOR_OPENED)
        await desk.box.turn(SensorInput.DOOR, active=True, age_s=0)
        await desk.cable.plug()
        bench.over()
        await desk.kept.until(Health.NORMAL)
        while (event := await desk.kept.next()).kind in ABOUT_THE_BOX:
            bench.reported(event.kind)
        bench.got(event.kind)
        bench.back()
        for more in await desk.kept.rest():
            if more.kind not in ABOUT_THE_BOX:
                bench.got(more.kind)
        bench.note("a cut cable is told, and a door that was opened behind it comes later, once")


ROWS = (*SERIAL.rows(), Row("serial", "opened_meanwhile", _opened_meanwhile))
