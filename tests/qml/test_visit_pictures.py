"""Pictures of a visit reach QML by name, stand there while the runner keeps them, and are in no cache afterwards."""

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent

from kiosk.bridge import close_view, open_view
from kiosk.runner.pictures import LIVE, Pictures
from kiosk.viewmodels.examples import ABOUT
from kiosk.viewmodels.intents import Intents
from kiosk.viewmodels.screen import Screen
from tests.qml.glass import Visitor

IMAGE = b'import QtQuick\nImage { property int shot: 0; cache: false; source: "image://visit/live?" + shot }'


def jpeg(wide, high):
    return cv2.imencode(".jpg", np.full((high, wide, 3), 200, np.uint8))[1].tobytes()


@pytest.fixture
def pictures():
    return Pictures()


@pytest.fixture
def engine(fonts, qtlog, pictures):
    view = open_view(Screen(Intents(Visitor()), ABOUT), still=True, picture=pictures.picture)
    yield view.engine()
    close_view(view)
    assert [record.message for record in qtlog.records] == []


def shown(engine, words=IMAGE):
    component = QQmlComponent(engine)
    component.setData(words, QUrl())
    image = component.create()
    assert image is not None, component.errorString()
    image.setParent(engine)
    return image


def size(image):
    return image.property("implicitWidth"), image.property("implicitHeight")


def test_a_picture_is_shown_as_it_is_now(engine, pictures):
    pictures.show(LIVE, jpeg(64, 48))
    image = shown(engine)
    assert size(image) == (64, 48)
    pictures.show(LIVE, jpeg(32, 24))
    image.setProperty("shot", 1)
    assert size(image) == (32, 24)


def test_what_is_gone_is_shown_as_nothing(engine, pictures):
    pictures.show(LIVE, jpeg(64, 48))
    image = shown(engine)
    pictures.clear()
    image.setProperty("shot", 1)
    assert size(image) == (1, 1)
    assert size(shown(engine)) == (1, 1), "an earlier address still has a picture behind it"


def test_what_is_no_picture_is_shown_as_nothing(engine, pictures):
    pictures.show(LIVE, b"<html>")
    assert size(shown(engine)) == (1, 1)


def test_a_picture_is_no_larger_than_it_is_wanted(engine, pictures):
    pictures.show(LIVE, jpeg(640, 480))
    image = shown(engine, IMAGE.replace(b"cache: false", b"cache: false; sourceSize.width: 64"))
    assert size(image) == (64, 48)
