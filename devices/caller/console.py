"""The words with which a person at a keyboard (or a script) moves the emulated caller. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.transports import box_words
from devices.values.caller import CallerKey

if TYPE_CHECKING:
    from devices.caller.emulator import CallerEmulator

WORDS = f"""press KEY [SECONDS]            press a key, so long ago: {", ".join(CallerKey)}
shown                          what the box shows
{box_words.WORDS}"""

MAX_AGE_S = 6000.0


async def obey(box: CallerEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *rest = line.split()[:3] or [""]
    if verb == "shown":
        return f"shown: {box.shown.label or '-'}, waiting {'-' if box.shown.waiting is None else box.shown.waiting}"
    if verb != "press":
        return await box_words.obey(box, line, WORDS)
    key = next((key for key in CallerKey if rest and key == rest[0]), None)
    if key is None:
        raise ValueError(f"press KEY [SECONDS]; KEY is one of: {', '.join(CallerKey)}")
    age_s = float(rest[1]) if len(rest) > 1 else 0.0
    if not 0 <= age_s <= MAX_AGE_S:
        raise ValueError(f"SECONDS is 0 to {MAX_AGE_S:g}")
    await box.press(key, age_s)
    return f"press {key}: done"
