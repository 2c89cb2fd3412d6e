"""Scanners that type, before a real window: no scan reaches it, a person's keys do, and no code presses anything."""

import asyncio
import contextlib
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtQuick import QQuickView
from PySide6.QtTest import QTest

from devices.code_scanner.keyboard import WedgeCodeScanner
from devices.errors import DeviceLostError
from kiosk.bridge.wedge import WedgeFilter

QML = """
import QtQuick
Item {
    property int shortcuts: 0
    property alias typed: line.text
    property int enters: 0
    Shortcut { sequence: "F"; onActivated: shortcuts += 1 }
    Shortcut { sequence: "Ctrl+O"; onActivated: shortcuts += 1 }
    TextInput { id: line; focus: true; onAccepted: enters += 1 }
}
"""


class Heard:
    """The scanner opened on a loop in a thread of its own, as in the kiosk, and the codes that came out."""

    def __init__(self, scanner):
        self.codes, self.lost = [], False
        self._scanner = scanner
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._ready.wait(20)

    def _run(self):
        self._loop.run_until_complete(self._listen())
        self._loop.close()

    async def _listen(self):
        await self._scanner.open()
        self._ready.set()
        try:
            async with contextlib.aclosing(self._scanner.codes()) as codes:
                async for code in codes:
                    self.codes.append(code.data)
        except DeviceLostError:
            self.lost = True

    def dropped(self):
        return asyncio.run(self._scanner.status()).dropped

    def end(self):
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._scanner.close(), self._loop).result(20)
        self._thread.join(20)


class Bench:
    def __init__(self, view, scanner, qtbot):
        self.view, self.scanner, self.qtbot, self.heard = view, scanner, qtbot, Heard(scanner)

    def scan(self, text):
        """All keys wait in a row; Qt's clock says one millisecond between two of them."""
        for one in text:
            key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(one, one)
            QTest.keyClick(self.view, key)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """One key, and a person's pause behind it."""
        QTest.keyClick(self.view, key, modifier)
        self.qtbot.waitUntil(lambda: self.scanner.wake_at is None, timeout=20_000)

    def close(self):
        if self.view is not None:
            self.view.close()
            self.view.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.view = None

    @property
    def page(self):
        return self.view.rootObject()


@pytest.fixture
def bench(qapp, qtbot, tmp_path):
    (tmp_path / "page.qml").write_text(QML, encoding="utf-8")
    view = QQuickView()
    view.setSource(QUrl.fromLocalFile(str(tmp_path / "page.qml")))
    scanner = WedgeCodeScanner()
    WedgeFilter(view, scanner)
    view.show()
    view.requestActivate()
    qtbot.waitUntil(lambda: view.rootObject().property("activeFocusOnTab") is not None)
    bench = Bench(view, scanner, qtbot)
    yield bench
    bench.heard.end()
    bench.close()


def test_a_scan_is_a_code_and_nothing_of_it_reaches_the_window(bench, qtbot):
    bench.scan("KPT1:FFoo#;&?=12\r")
    qtbot.waitUntil(lambda: bench.heard.codes == [b"KPT1:FFoo#;&?=12"], timeout=20_000)
    assert bench.page.property("typed") == ""
    assert (bench.page.property("enters"), bench.page.property("shortcuts")) == (0, 0)


def test_a_scan_without_enter_ends_with_a_pause(bench, qtbot):
    bench.scan("6901234567892")
    qtbot.waitUntil(lambda: bench.heard.codes == [b"6901234567892"], timeout=20_000)
    assert bench.page.property("typed") == ""


def test_a_person_types_as_ever(bench, qtbot):
    for key in "hal":
        bench.press(key)
    bench.press(Qt.Key.Key_Backspace)
    bench.press("f")
    bench.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.page.property("enters") == 1, timeout=20_000)
    assert bench.page.property("typed") == "haf"
    assert bench.heard.codes == []


def test_a_code_with_a_command_in_it_presses_nothing_and_is_counted(bench, qtbot):
    bench.scan("AB")
    QTest.keyClick(bench.view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    bench.scan("CD\r")
    qtbot.waitUntil(lambda: bench.heard.dropped() == 1, timeout=20_000)
    assert bench.page.property("shortcuts") == 0
    assert bench.page.property("typed") == ""
    assert bench.heard.codes == []


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_a_lone_command_never_gets_through(bench, qtbot, key, modifier):
    bench.press(key, modifier)
    qtbot.waitUntil(lambda: bench.heard.dropped() == 1, timeout=20_000)
    assert bench.page.property("shortcuts") == 0
    assert bench.view.isVisible()


def test_when_the_window_goes_the_scanner_is_lost(bench, qtbot):
    bench.close()
    qtbot.waitUntil(lambda: bench.heard.lost, timeout=20_000)
