"""The painting process: `python -m kiosk.paper.painting`. One sheet as a line of JSON in, one PDF out, then it ends.

A process of its own because Qt paints only where there is a QGuiApplication, and the kiosk without a screen has none;
its memory goes back with it. No file is written.
"""

from __future__ import annotations

import os
import sys

import msgspec

from devices.transports.child import Parent
from kiosk.paper.modest import modestly
from kiosk.paper.sheet import Sheet


def main() -> None:
    """Paint what stands on standard input."""
    parent = Parent()
    modestly()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        sheet = msgspec.json.decode(sys.stdin.readline(), type=Sheet)
        from PySide6.QtGui import QGuiApplication

        from kiosk.paper.paint import paint

        painter = QGuiApplication(sys.argv[:1])
        made = paint(sheet)
    except Exception as error:  # noqa: BLE001 - the last thing this process does is tell its parent, whatever it was
        parent.tell({"fault": "paper_not_made", "detail": type(error).__name__})
        return
    parent.tell({"pages": made.pages, "replaced": made.replaced}, made.pdf)
    del painter


if __name__ == "__main__":
    main()
