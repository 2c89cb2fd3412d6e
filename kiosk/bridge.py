"""The one doorway between the kiosk's asyncio thread and Qt: touches go one way, sessions the other.

`run_screen` is the Qt half of the kiosk: the engine in the calling (main) thread, the kiosk's loop in one other thread.
Sessions come back by a queued signal, so no Qt object is ever touched from outside its thread.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk.finger import Finger
from kiosk.viewmodels import qml_types
from kiosk.viewmodels.frame import About
from kiosk.viewmodels.intents import Doorway, Intents
from kiosk.viewmodels.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from config.kiosk_file import KioskFile
    from kiosk.session.state import Session

LOG = logging.getLogger("kapok.screen")
ROOT = Path(__file__).resolve().parents[1]
QML = ROOT / "ui/qml"
ASSETS = ROOT / "build/assets"
WIDTH, HEIGHT = 1080, 1920
FRAME_LOG = "KAPOK_FRAME_LOG"
SIGNALS_MS = 200


class RunningKiosk(Doorway, Protocol):
    """The kiosk as the bridge needs it; `kiosk.runner.Kiosk` is one."""

    def observe(self, callback: Callable[[Session], None]) -> None:
        """Call back with every new session, on the loop's thread."""

    async def run(self) -> None:
        """Run until cancelled."""


class ScreenAssetsError(RuntimeError):
    """Environment: the made fonts and icons, or a QML file, are not there or not right."""

    code = "screen_assets_missing"


def application() -> QGuiApplication:
    """The one QGuiApplication, drawing in software, with the kiosk's fonts. Raises ScreenAssetsError."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    running = QGuiApplication.instance()
    made = running if isinstance(running, QGuiApplication) else QGuiApplication(sys.argv[:1])
    fonts = sorted((ASSETS / "fonts").glob("KapokDigits-*.ttf"))
    if not fonts:
        raise ScreenAssetsError(f"no fonts in {ASSETS / 'fonts'}; run `make assets`")
    if "Kapok Digits" not in QFontDatabase.families():
        for font in fonts:
            QFontDatabase.addApplicationFont(str(font))
        QFont.insertSubstitutions("Kapok Digits", ["Noto Sans CJK SC", "HanaMinA", "HanaMinB"])
    return made


def open_view(screen: Screen, *, still: bool = False) -> QQuickView:
    """A window with the whole screen in it, not shown yet; `still` switches motion off. Raises ScreenAssetsError."""
    qml_types.register()
    view = QQuickView()
    screen.setParent(view)  # the screen outlives everything that is bound to it
    engine = view.engine()
    engine.addImportPath(str(QML))
    theme = engine.singletonInstance("Kapok.Theme", "Theme")
    if not isinstance(theme, QObject):
        raise ScreenAssetsError(f"no QML module Kapok.Theme below {QML}")
    theme.setProperty("assets", QUrl.fromLocalFile(f"{ASSETS}/"))
    theme.setProperty("still", still)
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.setInitialProperties({"screen": screen})
    view.setSource(QUrl.fromLocalFile(str(QML / "Kapok/App/Main.qml")))
    if view.errors():
        raise ScreenAssetsError("; ".join(error.toString() for error in view.errors()))
    view.resize(WIDTH, HEIGHT)
    return view


def close_view(view: QQuickView) -> None:
    """Take the window down; the pages go before what they are bound to."""
    view.close()
    view.setSource(QUrl())
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def preview(names: Iterable[str], out: Path) -> list[Path]:
    """Draw the examples `names` (see `kiosk.viewmodels.examples`) into PNG files below `out`."""
    from kiosk.viewmodels.examples import ABOUT, EXAMPLES, Nobody

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    screen = Screen(Intents(Nobody()), ABOUT)
    view = open_view(screen, still=True)
    view.show()
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for name in names:
        screen.show(EXAMPLES[name])
        app.processEvents()
        made.append(out / f"{name}.png")
        view.grabWindow().save(str(made[-1]))
    close_view(view)
    return made


class Sessions(QObject):
    """Brings sessions over from the loop's thread; the newest wins, older ones that nobody saw are skipped."""

    _news = Signal()

    def __init__(self, show: Callable[[Session], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._newest: Session | None = None
        self._lock = threading.Lock()
        self._news.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def put(self, session: Session) -> None:
        """Hand over a session; any thread."""
        with self._lock:
            waiting, self._newest = self._newest is not None, session
        if not waiting:
            self._news.emit()

    def _deliver(self) -> None:
        with self._lock:
            session, self._newest = self._newest, None
        if session is not None:
            self._show(session)


class KioskThread:
    """The kiosk's loop in a thread of its own. `ended` is called there when the loop stops by itself."""

    def __init__(self, kiosk: RunningKiosk, ended: Callable[[], None]) -> None:
        self._kiosk, self._ended = kiosk, ended
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._main, name="kiosk")
        self.failed = False

    def start(self) -> None:
        """Start the loop and wait until it can be stopped."""
        self._thread.start()
        self._ready.wait()

    def stop(self) -> None:
        """Cancel the kiosk and wait until it has closed everything."""
        if self._loop is not None and self._task is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join()

    def _main(self) -> None:
        try:
            asyncio.run(self._run())
        except asyncio.CancelledError:
            pass
        except BaseException:  # the screen must not stand there alone: say so, then end
            self.failed = True
            LOG.exception("the kiosk stopped by itself")
        finally:
            self._ready.set()
            self._ended()

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.current_task()
        self._ready.set()
        await self._kiosk.run()


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


def end_soon(app: QGuiApplication) -> None:
    """Ask Qt to end, from any thread and from a signal: `quit` itself closes windows at once, even in mid-frame."""
    QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)


def run_screen(kiosk: RunningKiosk, settings: KioskFile, *, play: bool = False) -> int:
    """Show the kiosk until SIGTERM, SIGINT or the end of its loop; returns the exit code.

    With `play`, words on standard input touch and photograph the screen (see `kiosk.finger`).
    """
    app = application()
    screen = Screen(Intents(kiosk), About(kiosk_name=settings.kiosk.name))
    view = open_view(screen)
    if frame_log := os.environ.get(FRAME_LOG):
        FrameLog(view, screen, frame_log)
    screen.show(kiosk.session)
    kiosk.observe(Sessions(screen.show, view).put)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: end_soon(app))
    pulse = QTimer(view, interval=SIGNALS_MS)  # lets Python see its signals while Qt waits
    pulse.timeout.connect(lambda: None)
    pulse.start()
    if settings.screen.fullscreen:
        view.showFullScreen()
    else:
        view.show()
    if play:
        Finger(view)
    thread = KioskThread(kiosk, ended=lambda: end_soon(app))
    thread.start()
    app.exec()
    thread.stop()
    close_view(view)
    return 1 if thread.failed else 0
