"""When frames stood: each page's first, the one after a press, the one after the touch that turned the page.

For benches and for whoever wonders. Writes nothing of what is shown but the page's name.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickView

    from kiosk.viewmodels.screen import Screen

FRAME_LOG = "KAPOK_FRAME_LOG"
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
_RELEASES = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd})


class FrameLog(QObject):
    """Writes JSON lines into the file that KAPOK_FRAME_LOG names.

    `page`: its first frame since the process began; `pressed_ms`: from a finger's press to the frame that shows it;
    `turned_ms`: from its release to the first frame of the page that it led `to`.
    """

    def __init__(self, view: QQuickView, screen: Screen, path: str) -> None:
        super().__init__(view)
        self._screen, self._path, self._seen = screen, Path(path), set[str]()
        self._pressed_at = self._released_at = 0.0
        self._left = ""
        view.installEventFilter(self)
        view.frameSwapped.connect(self._frame)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's spelling
        """Notes when a finger came and went; takes nothing away from anybody."""
        if event.type() in _PRESSES:
            self._pressed_at = time.monotonic()
        elif event.type() in _RELEASES:
            self._released_at, self._left = time.monotonic(), self._screen.shown_page()
        return False

    def _frame(self) -> None:
        now, page = time.monotonic(), self._screen.shown_page()
        if self._pressed_at:
            self._write({"pressed_ms": round((now - self._pressed_at) * 1000, 1), "on": page})
            self._pressed_at = 0.0
        if self._released_at and page and page != self._left:
            self._write({"turned_ms": round((now - self._released_at) * 1000, 1), "from": self._left, "to": page})
            self._released_at = 0.0
        if page and page not in self._seen:
            self._seen.add(page)
            cpu_s = time.process_time()  # all threads; says more than the clock on a busy machine
            since = round(since_process_start_s(), 3)
            self._write({"page": page, "since_start_s": since, "cpu_s": round(cpu_s, 3), "rss_mb": round(rss_mb(), 1)})

    def _write(self, line: dict[str, object]) -> None:
        with self._path.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")


def since_process_start_s() -> float:
    """Seconds since this process was started, by the kernel's account (proc(5), field 22)."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")


def rss_mb() -> float:
    """Memory of this process that lies in RAM, in MB (10^6 bytes)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
