"""When each page's first frame stood, what it had cost until then: for benches and for whoever wonders."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickView

    from kiosk.viewmodels.screen import Screen

FRAME_LOG = "KAPOK_FRAME_LOG"


class FrameLog(QObject):
    """Writes when the first frame of each page stood, as JSON lines, into the file that KAPOK_FRAME_LOG names."""

    def __init__(self, view: QQuickView, screen: Screen, path: str) -> None:
        super().__init__(view)
        self._screen, self._path, self._seen = screen, Path(path), set[str]()
        view.frameSwapped.connect(self._frame)

    def _frame(self) -> None:
        page = self._screen.shown_page()
        if page and page not in self._seen:
            self._seen.add(page)
            line = {
                "page": page,
                "since_start_s": round(since_process_start_s(), 3),
                "cpu_s": round(time.process_time(), 3),  # all threads; says more than the clock on a busy machine
                "rss_mb": round(rss_mb(), 1),
            }
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
