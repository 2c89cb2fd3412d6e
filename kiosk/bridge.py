"""The one doorway between the kiosk's asyncio thread and Qt: events go one way, sessions the other.

`run_screen` is the Qt half of the kiosk. It starts the engine in the calling (main) thread and the kiosk's loop in one
other thread; sessions come back by a queued signal, so no Qt object is ever touched from outside its thread.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk.viewmodels import qml_types
from kiosk.viewmodels.examples import ABOUT, CLOCK, EXAMPLES
from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtQuick import QQuickWindow

ROOT = Path(__file__).resolve().parents[1]
QML = ROOT / "ui/qml"
ASSETS = ROOT / "build/assets"


def application() -> QGuiApplication:
    """The one QGuiApplication, drawing in software and with the fonts of the kiosk."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    made = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    for font in sorted((ASSETS / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    QFont.insertSubstitutions("Kapok Digits", ["Noto Sans CJK SC", "HanaMinA", "HanaMinB"])
    return made


def open_view(screen: Screen, *, still: bool = False) -> QQuickView:
    qml_types.register()
    view = QQuickView()
    view.engine().addImportPath(str(QML))
    theme = view.engine().singletonInstance("Kapok.Theme", "Theme")
    theme.setProperty("assets", QUrl.fromLocalFile(f"{ASSETS}/"))
    theme.setProperty("still", still)
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.setInitialProperties({"screen": screen})
    view.setSource(QUrl.fromLocalFile(str(QML / "Kapok/App/Main.qml")))
    return view


def preview(names: Iterable[str], out: Path) -> list[Path]:
    app = application()
    intents = Intents(lambda _: None, lambda: 0.0, lambda: "")
    screen = Screen(intents, ABOUT, lambda: CLOCK)
    view = open_view(screen, still=True)
    view.resize(1080, 1920)
    view.show()
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for name in names:
        screen.show(EXAMPLES[name])
        app.processEvents()
        target = out / f"{name}.png"
        view.grabWindow().save(str(target))
        made.append(target)
    view.close()
    return made
