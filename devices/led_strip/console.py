"""The words with which a person at a keyboard (or a script) moves the emulated strip. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.transports import box_words
from devices.values.lamp import Lamp

if TYPE_CHECKING:
    from devices.led_strip.emulator import LedStripEmulator

LAMPS = tuple(lamp for lamp in Lamp if lamp is not Lamp.UNKNOWN)
WORDS = f"""look                           what stands on the strip
lamp STATE                     its modules: {", ".join(LAMPS)}
{box_words.WORDS}"""


async def obey(strip: LedStripEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *rest = line.split()[:3] or [""]
    if verb == "look":
        if strip.showing is None:
            return "look: nothing"
        return f"look: {strip.showing.text} ({strip.showing.effect}, brightness {strip.showing.brightness})"
    if verb != "lamp":
        return await box_words.obey(strip, line, WORDS)
    lamp = next((lamp for lamp in LAMPS if rest and lamp == rest[0]), None)
    if lamp is None:
        raise ValueError(f"lamp STATE; STATE is one of: {', '.join(LAMPS)}")
    strip.lamp = lamp
    return f"lamp {lamp}: done"
