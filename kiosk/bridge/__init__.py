"""The one doorway between the kiosk's asyncio thread and Qt: touches go one way, sessions the other.

`run_screen` is the Qt half of the kiosk: the engine in the calling (main) thread, the kiosk's loop in one other thread.
Sessions come back by a queued signal, so no Qt object is ever touched from outside its thread.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from config.service import systemd_here
from kiosk.bridge.frames import FRAME_LOG, FrameLog, rss_mb, since_process_start_s
from kiosk.bridge.idle_picture import IdlePicture
from kiosk.bridge.reading import Reader
from kiosk.bridge.sharing import ScreenSharing
from kiosk.bridge.thread import KioskThread, RunningKiosk, Sessions
from kiosk.bridge.visit_pictures import no_picture
from kiosk.bridge.wedge import WedgeFilter
from kiosk.bridge.window import QML, ScreenAssetsError, StaysOpen, application, close_view, end_soon, open_view
from kiosk.viewmodels.frame import About
from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from config.kiosk_file import KioskFile
    from devices.ports.code_scanner import KeyTaker
    from kiosk.session.state import Session

__all__ = [
    "KioskThread",
    "RunningKiosk",
    "ScreenAssetsError",
    "Sessions",
    "application",
    "close_view",
    "open_view",
    "rss_mb",
    "run_screen",
    "since_process_start_s",
]

SIGNALS_MS = 200


def run_screen(
    kiosk: RunningKiosk,
    settings: KioskFile,
    *,
    play: bool = False,
    keys: KeyTaker | None = None,
    picture: Callable[[str], bytes] = no_picture,
) -> int:
    """Show the kiosk until SIGTERM, SIGINT or the end of its loop; returns the exit code.

    With `play`, words on standard input touch and photograph the screen (see `kiosk.bridge.finger`). `keys` is a
    scanner that types: it has all keys first, and gives back what a person typed. `picture` gives what
    `image://visit/…` shows.
    """
    app = application()
    intents = Intents(kiosk)
    screen = Screen(intents, About(kiosk_name=settings.kiosk.name))
    view = open_view(screen, still=settings.screen.reduce_motion, picture=picture)
    reader = Reader(view, kiosk, intents)
    sharing, idle = ScreenSharing(view, kiosk, QML), IdlePicture(view, QML)
    kiosk.photographed_by(idle.shot)
    if keys is not None:
        WedgeFilter(view, keys)
    if frame_log := os.environ.get(FRAME_LOG):
        FrameLog(view, screen, frame_log)

    def show(session: Session) -> None:
        screen.show(session)
        reader.see(session)
        sharing.see(session)
        idle.see(session)

    show(kiosk.session)
    kiosk.observe(Sessions(show, view).put)
    kiosk.on_key(reader.press)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: end_soon(app))
    pulse = QTimer(view, interval=SIGNALS_MS)  # lets Python see its signals while Qt waits
    pulse.timeout.connect(lambda: None)
    pulse.start()
    if settings.screen.fullscreen:
        StaysOpen(view)
        view.showFullScreen()
    else:
        view.show()
    if play:
        from kiosk.bridge.finger import Finger  # a kiosk in a hall has no finger of its own

        Finger(view)
    thread = KioskThread(kiosk, ended=lambda: end_soon(app))
    thread.start()
    systemd = systemd_here()
    heart = QTimer(view, interval=int(systemd.beat_s * 1000))  # each beat goes through both threads
    heart.timeout.connect(lambda: thread.call_soon(systemd.beat))
    if systemd.listens:
        QTimer.singleShot(0, lambda: thread.call_soon(systemd.beat))
        heart.start()
    app.exec()
    systemd.leaving()
    thread.stop()
    close_view(view)
    return 1 if thread.failed else 0
