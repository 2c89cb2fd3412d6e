"""The root view model: takes whole sessions in, lets one page stand on the screen, drops it when it goes.

Dropping is the wipe: the page's view model is destroyed with its props as soon as another page, or the question
您还在吗？, takes its place. Runs in the Qt thread only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from kiosk.session.state import Page, Session
from kiosk.viewmodels.frame import About, FrameProps, frame_props
from kiosk.viewmodels.hall_time import heard
from kiosk.viewmodels.models import VIEW_MODELS
from kiosk.viewmodels.pages import PAGES
from kiosk.viewmodels.qr import qr_runs

if TYPE_CHECKING:
    from kiosk.viewmodels.hall_time import HallTime
    from kiosk.viewmodels.intents import Intents
    from kiosk.viewmodels.snapshot import ViewModel

NOTICE_MS = 8_000


class Screen(QObject):
    """What Main.qml binds to."""

    pageChanged = Signal()  # noqa: N815 Qt's spelling
    noticeChanged = Signal()  # noqa: N815 Qt's spelling

    def __init__(self, intents: Intents, about: About) -> None:
        super().__init__()
        self._about, self._intents = about, intents
        self._hall_time: HallTime | None = None
        self._shown: Page | None = None
        self._asked = False
        self._page: ViewModel | None = None
        self._frame = VIEW_MODELS[FrameProps](frame_props(Session(), about, None), self)
        self._notice = ""
        self._notice_ends = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._notice_ends.timeout.connect(self._drop_notice)
        intents.touched.connect(self._drop_notice)
        intents.later.connect(self._show_notice)

    @Slot(object)
    def show(self, session: Session) -> None:
        """Bring the screen to `session`."""
        self._asked = session.warning is not None
        wanted = None if session.warning is not None else session.page
        if wanted is not self._shown:
            self._replace(wanted, session)
        elif self._page is not None:
            self._page.show(PAGES[session.page].derive(session))
        self._hall_time = heard(self._hall_time, session)
        clock = self._hall_time.read(session.now) if self._hall_time else None
        self._frame.show(frame_props(session, self._about, clock))

    def _replace(self, wanted: Page | None, session: Session) -> None:
        left, self._page, self._shown = self._page, None, wanted
        if wanted is not None:
            kind = PAGES[wanted]
            self._page = VIEW_MODELS[kind.props](kind.derive(session), self)
        self._drop_notice()
        self.pageChanged.emit()
        if left is not None:
            left.deleteLater()
            qr_runs.cache_clear()

    def _show_notice(self, function: str) -> None:
        self._notice = function
        self._notice_ends.start()
        self.noticeChanged.emit()

    def _drop_notice(self) -> None:
        self._notice_ends.stop()
        if self._notice:
            self._notice = ""
            self.noticeChanged.emit()

    def shown_page(self) -> str:
        """The page that stands, or "warning" while the question does."""
        return str(self._shown) if self._shown is not None else "warning" if self._asked else ""

    def page_model(self) -> ViewModel | None:
        """The view model of the page that stands."""
        return self._page

    def _file(self) -> str:
        return PAGES[self._shown].file if self._shown is not None else ""

    pageFile = Property(str, _file, notify=pageChanged)  # noqa: N815 Qt's spelling
    page = Property(QObject, lambda self: self._page, notify=pageChanged)
    frame = Property(QObject, lambda self: self._frame, constant=True)
    intents = Property(QObject, lambda self: self._intents, constant=True)
    notice = Property(str, lambda self: self._notice, notify=noticeChanged)
