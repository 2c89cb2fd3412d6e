"""The words with which a person at a keyboard (or a script) moves the emulated loudspeaker. Knows no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.speaker.emulator import SpeakerFault

if TYPE_CHECKING:
    from devices.speaker.emulator import SpeakerEmulator

WORDS = f"""heard                          how many utterances sounded, and the last one's length
fault NAME                     what is wrong with it: {", ".join(SpeakerFault)}
heal                           nothing any more
unplug, plug                   the program that plays"""


async def obey(speaker: SpeakerEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, *rest = line.split()[:3] or [""]
    if verb == "heard":
        sounds = speaker.heard()
        return f"heard: {len(sounds)}" + (f", the last {sounds[-1].seconds:.1f} s" if sounds else "")
    if verb == "fault":
        fault = next((fault for fault in SpeakerFault if rest and fault == rest[0]), None)
        if fault is None:
            raise ValueError(f"fault NAME; NAME is one of: {', '.join(SpeakerFault)}")
        speaker.fail(fault)
    elif verb in {"unplug", "plug"}:
        await (speaker.stop() if verb == "unplug" else speaker.start())
    elif verb == "heal":
        speaker.heal()
    else:
        raise ValueError(f"no such word; there are:\n{WORDS}")
    return f"{verb}: done"
