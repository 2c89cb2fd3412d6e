"""The floor of `bench-kiosk`: the least that Python, Qt and QML need for one window with one word in it."""

import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

QML = b'import QtQuick\nRectangle { color: "white"; Text { anchors.centerIn: parent; text: "1" } }\n'


def since_process_start_s() -> float:
    """By the kernel's account, without anything of Kapok."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Show it, say when its first frame stood and how much memory it takes, end."""
    app = QGuiApplication(sys.argv[:1])
    view = QQuickView()
    with tempfile.NamedTemporaryFile(suffix=".qml") as file:
        file.write(QML)
        file.flush()
        view.setSource(QUrl.fromLocalFile(file.name))
    view.resize(1080, 1920)

    def swapped() -> None:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        megabytes = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
        print(f"{since_process_start_s():.3f} {time.process_time():.3f} {megabytes:.1f}", flush=True)
        os._exit(0)

    view.frameSwapped.connect(swapped)
    view.show()
    app.exec()


if __name__ == "__main__":
    main()
