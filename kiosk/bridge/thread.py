"""The two threads: the kiosk's loop in one of its own, its sessions brought over to Qt's by a queued signal."""

from __future__ import annotations

import asyncio
import logging
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.bridge.reading.reader import Voice
from kiosk.bridge.sharing import Viewer
from kiosk.viewmodels.intents import Doorway

if TYPE_CHECKING:
    from collections.abc import Callable

    from devices.values.access_pad import PadKey
    from kiosk.session.state import Session

LOG = logging.getLogger("kapok.screen")


class RunningKiosk(Doorway, Voice, Viewer, Protocol):
    """The kiosk as the bridge needs it; `kiosk.runner.Kiosk` is one."""

    def observe(self, callback: Callable[[Session], None]) -> None:
        """Call back with every new session, on the loop's thread."""

    def on_key(self, callback: Callable[[PadKey], None]) -> None:
        """Call back with every key of the pad below the screen, on the loop's thread."""

    def photographed_by(self, shot: Callable[[], bytes | None]) -> None:
        """How the glass is photographed while nobody stands there."""

    async def run(self) -> None:
        """Run until cancelled."""


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

    def call_soon(self, call: Callable[[], None]) -> None:
        """Run a short call on the loop, if it still runs; from any thread."""
        with suppress(RuntimeError):  # the loop is closed
            if self._loop is not None:
                self._loop.call_soon_threadsafe(call)

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
