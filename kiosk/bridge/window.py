"""The window: Qt in software with the kiosk's fonts, the QML engine with the whole screen in it, and its end."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk.bridge.language import Languages
from kiosk.bridge.visit_pictures import NAME, VisitPictures, no_picture
from kiosk.viewmodels import qml_types

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.viewmodels.screen import Screen

ROOT = Path(__file__).resolve().parents[2]
QML = ROOT / "ui/qml"
ASSETS = ROOT / "build/assets"
WIDTH, HEIGHT = 1080, 1920  # upright


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
        made.setFont(QFont("Kapok Digits"))  # words that have no font yet are not sought in every font of the system
    return made


def open_view(screen: Screen, *, still: bool = False, picture: Callable[[str], bytes] = no_picture) -> QQuickView:
    """A window with the whole screen in it, not shown yet; `still` switches motion off. Raises ScreenAssetsError.

    `picture` gives what `image://visit/…` shows.
    """
    qml_types.register()
    view = QQuickView()
    screen.setParent(view)  # the screen outlives everything that is bound to it
    engine = view.engine()
    engine.addImportPath(str(QML))
    engine.addImageProvider(NAME, VisitPictures(picture))
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
    languages = Languages(engine, ASSETS / "i18n")
    frame = screen.property("frame")
    frame.languageChanged.connect(lambda: languages.speak(frame.language))
    view.destroyed.connect(languages.close)
    languages.speak(frame.language)
    view.resize(*((HEIGHT, WIDTH) if frame.landscape else (WIDTH, HEIGHT)))
    return view


class StaysOpen(QObject):
    """Before a window that fills a hall's screen: nobody who stands there closes it, with Alt+F4 or another way."""

    def __init__(self, view: QQuickView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is not self._view or event.type() != QEvent.Type.Close:
            return False
        event.ignore()
        return True


def close_view(view: QQuickView) -> None:
    """Take the window down; the pages go before what they are bound to."""
    view.hide()
    view.setSource(QUrl())
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def end_soon(app: QGuiApplication) -> None:
    """Have Qt end, from any thread and from a signal. Its `quit` would ask the windows: one that stays open says no."""
    QMetaObject.invokeMethod(app, "exit", Qt.ConnectionType.QueuedConnection)
