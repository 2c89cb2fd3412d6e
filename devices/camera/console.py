"""The words with which a person at a keyboard (or a script) moves the emulated camera. Knows no terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from devices.camera.emulator import Fault
from devices.camera.pictures import blank, from_file, sheet

if TYPE_CHECKING:
    from devices.camera.emulator import CameraEmulator

MOST_FPS = 60
WORDS = f"""code TEXT                      hold a QR code with this text before the camera
show FILE                      hold a picture before it
blank                          nothing before it
fps N                          so many pictures a second
fail FAULT                     one of {", ".join(Fault)}
heal                           all faults end
unplug, plug                   the cable"""


async def obey(camera: CameraEmulator, line: str) -> str:
    """Do what one line says; returns what was done. Raises ValueError with words for the person who typed it."""
    verb, _, rest = line.strip().partition(" ")
    if verb in {"unplug", "plug"}:
        await (camera.stop() if verb == "unplug" else camera.start())
    elif not _obey_at_once(camera, verb, rest):
        message = f"no such word; there are:\n{WORDS}"
        raise ValueError(message)
    return f"{verb}: done"


def _obey_at_once(camera: CameraEmulator, verb: str, rest: str) -> bool:
    if verb == "code" and rest:
        camera.show(sheet(rest.encode()))
    elif verb == "show" and rest:
        camera.show(from_file(Path(rest)))
    elif verb == "blank":
        camera.show(blank())
    elif verb == "fps" and 0 < float(rest or 0) <= MOST_FPS:
        camera.fps = float(rest)
    elif verb == "fail" and rest in set(Fault):
        camera.fail(Fault(rest))
    elif verb == "heal":
        camera.heal()
    else:
        return False
    return True
