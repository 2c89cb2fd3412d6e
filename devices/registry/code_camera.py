"""The process of a camera that reads codes: `python -m devices.registry.code_camera ADDRESS WIDTH HEIGHT SECOND`.

Composed here, because rooms do not know each other: pictures are captured and read in the same process, so that only
codes come out of it and no picture is ever copied.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from devices.camera.process import captured, lines_of_stdin

if TYPE_CHECKING:
    from devices.camera.source import Newest
    from devices.transports.child import Parent


def main(address: str, width: str, height: str, second_engine: str) -> None:
    """Capture and read until there is no more input, or no camera."""
    lines_of_stdin()

    def work(parent: Parent, newest: Newest) -> None:
        from devices.code_scanner.process import watch

        watch(parent, newest, second_engine=second_engine == "1")

    captured(address, int(width), int(height), grey=True, work=work)


if __name__ == "__main__":
    main(*sys.argv[1:])
