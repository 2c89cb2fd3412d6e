"""The words with which a person at a keyboard (or a script) moves the emulated sensors. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.transports import box_words
from devices.values.sensors import SensorInput

if TYPE_CHECKING:
    from devices.sensors.emulator import SensorsEmulator

WORDS = f"""turn INPUT on|off              on: door open, tilted, power gone: {", ".join(SensorInput)}
look                           how they stand
{box_words.WORDS}"""


async def obey(box: SensorsEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *rest = line.split()[:3] or [""]
    if verb == "look":
        return "look: " + ", ".join(f"{which} {'on' if active else 'off'}" for which, active in box.stands.items())
    if verb != "turn":
        return await box_words.obey(box, line, WORDS)
    which = next((which for which in SensorInput if rest and which == rest[0]), None)
    if which is None or rest[1:] not in (["on"], ["off"]):
        raise ValueError(f"turn INPUT on|off; INPUT is one of: {', '.join(SensorInput)}")
    await box.turn(which, active=rest[1] == "on")
    return f"turn {which}: done"
