"""The words with which a person at a keyboard (or a script) moves the emulated pad. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.access_pad import PadKey

if TYPE_CHECKING:
    from devices.access_pad.emulator import AccessPadEmulator

WORDS = f"""press KEY                      press a key: {", ".join(PadKey)}
headphones in|out              put headphones in, take them out
unplug, plug                   the pad's cable"""


async def obey(pad: AccessPadEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *rest = line.split()[:3] or [""]
    if verb == "press":
        key = next((key for key in PadKey if rest and key == rest[0]), None)
        if key is None:
            raise ValueError(f"press KEY; KEY is one of: {', '.join(PadKey)}")
        await pad.press(key)
    elif verb == "headphones" and rest in (["in"], ["out"]):
        await (pad.plug_in() if rest == ["in"] else pad.pull_out())
    elif verb in {"unplug", "plug"}:
        await (pad.stop() if verb == "unplug" else pad.start())
    else:
        raise ValueError(f"no such word; there are:\n{WORDS}")
    return f"{verb}: done"
