"""One QGuiApplication for all: a plain core application would stand in the way of the screens' tests."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(scope="session")
def qapp_cls():
    return QGuiApplication
