"""The capture process: `python -m devices.camera.process ADDRESS WIDTH HEIGHT`.

It sends a picture for each line it gets, so one is on its way at most. It ends when its input does.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.transports.child import Parent

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.camera.source import Newest

NICE = 5  # pictures give way to touches
MEMORY_BYTES = 2 * 1024**3  # of address space; a picture that asks for more ends this process, not the machine
FIRST_S = 6.0  # longer than a camera may be silent: the source says it first
NEXT_S = 6.0
LOOK_S = 0.5  # between two looks at whether the camera is still there, while nobody asks for pictures


def lines_of_stdin() -> queue.SimpleQueue[str]:
    """Lines as they come; the process ends with the input, whatever else it is at."""
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def listen() -> None:
        for line in sys.stdin:
            lines.put(line.strip())
        os._exit(0)

    threading.Thread(target=listen, name="input", daemon=True).start()
    return lines


def humbly() -> None:
    """Take little: one thread for pictures, low priority, bounded memory."""
    import resource

    import cv2

    os.nice(NICE)
    cv2.setNumThreads(1)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold what the camera saw


def captured(address: str, width: int, height: int, *, grey: bool, work: Callable[[Parent, Newest], None]) -> None:
    """Open the camera and do `work` with its newest pictures; what goes wrong is told to the parent as a fault."""
    parent = Parent()
    try:
        humbly()
        from devices.camera.source import Newest, open_source

        work(parent, Newest(open_source(address, width=width, height=height, grey=grey)))
    except DeviceError as error:
        parent.tell({"fault": error.code, "detail": error.detail})
    except Exception as error:  # noqa: BLE001 - the last thing this process does is tell its parent, whatever OpenCV raised
        parent.tell({"fault": "device_protocol", "detail": type(error).__name__})


def frames(parent: Parent, newest: Newest) -> None:
    """A picture for each line."""
    lines, last = lines_of_stdin(), 0
    shot = newest.after(0, FIRST_S)
    height, width = shot.image.shape[:2]
    parent.tell({"ready": True, "width": width, "height": height})
    while True:
        try:
            lines.get(timeout=LOOK_S)
        except queue.Empty:
            newest.check()
            continue
        shot = newest.after(last, NEXT_S)
        last = shot.sequence
        height, width = shot.image.shape[:2]
        parent.tell({"sequence": last, "width": width, "height": height, "at": shot.at}, shot.image.data)


def main(address: str, width: str, height: str) -> None:
    """Capture until there is no more input, or no camera."""
    captured(address, int(width), int(height), grey=False, work=frames)


if __name__ == "__main__":
    main(*sys.argv[1:])
