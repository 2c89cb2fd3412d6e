"""The kiosk's real screen, offscreen and still, before the real session; whatever Qt has to say fails the test."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from kiosk.bridge import application, close_view, open_view
from kiosk.bridge.reading import Reader
from kiosk.viewmodels.examples import ABOUT
from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.screen import Screen
from tests.qml.glass import Glass, Visitor
from tests.qml.listening import Listener


@pytest.fixture(scope="session")
def qapp_cls():
    return QGuiApplication


@pytest.fixture(scope="session")
def fonts(qapp):
    return application()


@pytest.fixture
def glass(fonts, qtlog):
    visitor = Visitor()
    screen = Screen(Intents(visitor), ABOUT)
    view = open_view(screen, still=True)
    view.show()
    visitor.watch(screen.show)
    yield Glass(view, screen, visitor)
    close_view(view)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [record.message for record in qtlog.records] == []


@pytest.fixture
def heard(fonts, qtlog):
    listener = Listener()
    screen = Screen(Intents(listener), ABOUT)
    view = open_view(screen, still=True)
    view.show()
    listener.attend(screen, Reader(view, listener, screen.property("intents")))
    yield Glass(view, screen, listener)
    close_view(view)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [record.message for record in qtlog.records] == []
