"""Nothing that fingers, keys, mice, files or codes do at any page leads out of the kiosk, or on in a visit.

A table of attempts × pages, one test for each kind. The one key that counts is the staff's own, and it asks for a PIN.
"""

import re

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QWheelEvent,
)
from PySide6.QtTest import QTest

from devices.code_scanner.keyboard import WedgeCodeScanner
from kiosk.bridge.wedge import WedgeFilter
from kiosk.bridge.window import ROOT, StaysOpen
from kiosk.session.effects import PlayTone
from kiosk.session.events import CodeShown, Touch
from kiosk.session.shown import CodeRefused
from kiosk.session.state import Page
from kiosk.session.step import step
from kiosk.viewmodels.examples import EXAMPLES
from tests.unit.kiosk.codes.shown import at, verifier

VISITS = {name: session for name, session in EXAMPLES.items() if not session.drill}  # any touch ends a drill
PAGES = {session.page: name for name, session in reversed(VISITS.items()) if session.warning is None}
EMPTY = QPoint(540, 24)  # above everything
KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
META, SHIFT = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = (
    *((KEY(KEY.Key_F1 + n), how) for n in range(12) for how in (NONE, ALT, CONTROL, CONTROL | ALT)),
    *((key, ALT) for key in (KEY.Key_Tab, KEY.Key_Escape, KEY.Key_Space, KEY.Key_Left, KEY.Key_Home, KEY.Key_Return)),
    *((key, CONTROL | ALT) for key in (KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_T, KEY.Key_End, KEY.Key_Escape)),
    *((key, CONTROL) for key in range(KEY.Key_A, KEY.Key_Z + 1)),
    *((key, CONTROL | SHIFT) for key in (KEY.Key_I, KEY.Key_J, KEY.Key_N, KEY.Key_T, KEY.Key_Escape)),
    *((key, META) for key in (KEY.Key_R, KEY.Key_E, KEY.Key_L, KEY.Key_D, KEY.Key_Tab)),
    *((key, NONE) for key in (KEY.Key_Escape, KEY.Key_Print, KEY.Key_SysReq, KEY.Key_Menu, KEY.Key_Meta)),
    *((key, NONE) for key in (KEY.Key_Super_L, KEY.Key_Back, KEY.Key_Forward, KEY.Key_HomePage, KEY.Key_Search)),
    *((key, NONE) for key in (KEY.Key_LaunchMail, KEY.Key_LaunchMedia, KEY.Key_Help)),
)  # fmt: skip
SOURCES = [*(ROOT / "ui/qml").rglob("*.qml"), *(ROOT / "kiosk").rglob("*.py")]
FORBIDDEN = re.compile(
    "openUrl|QDesktopServices|Dialog|QtWidgets|Qt.labs|WebEngine|WebView|DropArea|TextInput|TextEdit"
)
OUT = ("https://example.org/", "http://127.0.0.1/", "file:///etc/passwd", "mailto:a@example.org", "tel:110")
SCANNED = (
    *OUT,
    "javascript:alert(1)",
    "intent://scan/#Intent;scheme=zxing;end",
    "\\\\host\\share\\x.exe",
    "\x00\x01\x02\x03\x04",
    "\x1b[15~\x1b[2J",
    "\x03\x04\x1a",
    "\r\n\t\r\n",
    "%%SpecCode9E",  # how scanners are programmed
    "$#R6C#$",
    "^3^FNC1AREAD",
    "A" * 5_000,
    "码" * 5_000,
    "'; DROP TABLE ticket; --",
    "../../../../etc/passwd",
    "<a href='file:///etc/passwd'>x</a>",
)
TYPED = (
    *(text for text in SCANNED if text.isascii() and text.isprintable() and len(text) < 1_000),
    "   \t",
    "\t\t \t ",
)
ENDS = {"\t": KEY.Key_Tab}
SCANNED_KEYS = ((KEY.Key_K, CONTROL | ALT), (KEY.Key_F4, ALT), (KEY.Key_Escape, NONE), (KEY.Key_O, CONTROL))
HUGE = 100_000


class Opened(QObject):
    """Whoever asks the desktop to open an address ends here."""

    def __init__(self):
        super().__init__()
        self.addresses = []

    @Slot(QUrl)
    def open(self, address):
        self.addresses.append(address.toString())


@pytest.fixture
def outside():
    opened = Opened()
    for scheme in ("http", "https", "file", "mailto", "tel", "javascript", "intent"):
        QDesktopServices.setUrlHandler(scheme, opened, "open")
    yield opened
    for scheme in ("http", "https", "file", "mailto", "tel", "javascript", "intent"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def locked(glass, outside):
    """The screen as it stands in a hall."""
    stays = StaysOpen(glass.view)
    yield glass
    glass.view.removeEventFilter(stays)
    assert outside.addresses == []


def stands(glass):
    """What must not change: the page and the visit, and the one window, as large as it was."""
    session, view = glass.visitor.session, glass.view
    windows = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    return (
        (session.page, session.visit, session.modes, session.warning, glass.page),
        (view.isVisible(), view.windowState(), view.size(), windows),
        QGuiApplication.clipboard().text(),
    )


def escapes(glass, attempts):
    """Every page on which an attempt changed something: (page, attempt)."""
    found = []
    for page, example in PAGES.items():
        for name, attempt in attempts.items():
            if glass.visitor.session is not EXAMPLES[example]:
                glass.stand(example)
            before = stands(glass)
            attempt()
            glass.settle()
            if stands(glass) != before:
                found.append((page.value, name))
                glass.visitor.session = None
    return found


def test_every_page_is_in_the_table():
    assert set(PAGES) == set(Page)


def test_no_key_leads_out_or_on(locked):
    def all_keys():
        for key, how in KEYS:
            QTest.keyClick(locked.view, KEY(key), how)

    assert escapes(locked, {"keys": all_keys}) == []


def test_pasting_and_copying_do_nothing(locked):
    def paste():
        QGuiApplication.clipboard().setText("file:///etc/passwd")
        for key, how in ((KEY.Key_V, CONTROL), (KEY.Key_Insert, SHIFT)):
            QTest.keyClick(locked.view, key, how)
        QTest.mouseClick(locked.view, Qt.MouseButton.MiddleButton, NONE, EMPTY)
        QGuiApplication.clipboard().clear()

    def copy():
        for key in (KEY.Key_A, KEY.Key_C, KEY.Key_X):
            QTest.keyClick(locked.view, key, CONTROL)

    assert escapes(locked, {"paste": paste, "copy": copy}) == []


def test_no_gesture_of_one_finger_or_more_leads_out_or_on(locked):
    finger = QTest.createTouchDevice()

    def touched(*ways, holds=1):
        sequence = QTest.touchEvent(locked.view, finger, False)
        for number, (begins, _) in enumerate(ways):
            sequence.press(number, begins, locked.view)
        sequence.commit()
        for _ in range(holds):
            sequence = QTest.touchEvent(locked.view, finger, False)
            for number, (begins, ends) in enumerate(ways):
                sequence.move(number, ends if ends != begins else begins, locked.view)
            sequence.commit()
        sequence = QTest.touchEvent(locked.view, finger, False)
        for number, (_, ends) in enumerate(ways):
            sequence.release(number, ends, locked.view)
        sequence.commit()

    left, right, low = QPoint(0, 960), QPoint(1079, 960), QPoint(540, 1919)
    gestures = {
        "from the left edge": lambda: touched((left, left + QPoint(600, 0))),
        "from the right edge": lambda: touched((right, right - QPoint(600, 0))),
        "from above": lambda: touched((EMPTY, EMPTY + QPoint(0, 900))),
        "from below": lambda: touched((low, low - QPoint(0, 900))),
        "pinched": lambda: touched((QPoint(300, 600), QPoint(500, 900)), (QPoint(800, 1300), QPoint(600, 1000))),
        "two fingers": lambda: touched((EMPTY, EMPTY), (EMPTY + QPoint(100, 0), EMPTY + QPoint(100, 0))),
        "four fingers": lambda: touched(*((EMPTY + QPoint(90 * n, 0), EMPTY + QPoint(90 * n, 500)) for n in range(4))),
        "long press": lambda: touched((EMPTY, EMPTY), holds=20),
    }
    drawn = (Page.APPLY_BLACKEN.value, "pinched")  # one of the fingers is on the sheet, and a finger draws there
    assert escapes(locked, gestures) == [drawn]


def test_no_mouse_button_wheel_or_menu_leads_out_or_on(locked):
    def buttons():
        for button in (Qt.MouseButton.RightButton, Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            for place in (EMPTY, QPoint(540, 1500)):
                QTest.mouseClick(locked.view, button, NONE, place)
        QTest.mouseDClick(locked.view, Qt.MouseButton.LeftButton, NONE, EMPTY)

    def wheel():
        for how in (NONE, CONTROL):
            for turned in (QPoint(0, 1200), QPoint(0, -1200), QPoint(600, 0)):
                place = QPointF(540, 1400)
                phase = Qt.ScrollPhase.NoScrollPhase
                event = QWheelEvent(place, place, turned, turned, Qt.MouseButton.NoButton, how, phase, False)
                QGuiApplication.sendEvent(locked.view, event)

    def menu():
        for why in QContextMenuEvent.Reason:
            QGuiApplication.sendEvent(locked.view, QContextMenuEvent(why, QPoint(540, 1400), QPoint(540, 1400)))

    assert escapes(locked, {"buttons": buttons, "wheel": wheel, "menu": menu}) == []


def test_a_file_or_an_address_that_is_dropped_is_not_taken(locked):
    refused = []

    def dropped():
        data = QMimeData()
        data.setUrls([QUrl(address) for address in OUT])
        data.setText("file:///etc/passwd")
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
        enters = QDragEnterEvent(QPoint(540, 960), *how)
        enters.setAccepted(False)
        QGuiApplication.sendEvent(locked.view, enters)
        drops = QDropEvent(QPointF(540, 960), *how)
        drops.setAccepted(False)
        QGuiApplication.sendEvent(locked.view, drops)
        refused.append(not enters.isAccepted() and not drops.isAccepted())

    assert escapes(locked, {"dropped": dropped}) == []
    assert all(refused)


def test_a_window_that_is_told_to_close_stays(locked):
    """As Alt+F4 does where a desktop stands behind the kiosk."""

    def closed():
        event = QCloseEvent()
        QGuiApplication.sendEvent(locked.view, event)
        assert not event.isAccepted()
        locked.view.close()

    assert escapes(locked, {"closed": closed}) == []


def test_the_keys_of_staff_ask_for_a_pin_and_nothing_else(locked):
    locked.stand("home")
    QTest.keyClick(locked.view, KEY.Key_K, CONTROL | ALT)
    assert locked.visitor.touches == [Touch.STAFF]


def test_cl_c4_what_a_scanner_types_into_the_window_presses_nothing_at_any_page(locked):
    """Through the real filter and the real decoder; the scanner is not open: what is a code is dropped, too."""
    WedgeFilter(locked.view, WedgeCodeScanner())

    def typed():
        for text in TYPED:
            for sign in text:
                QTest.keyClick(locked.view, ENDS.get(sign, sign))
            for key, how in SCANNED_KEYS:
                QTest.keyClick(locked.view, key, how)
            QTest.keyClick(locked.view, KEY.Key_Return)

    assert escapes(locked, {"typed": typed}) == []


def test_cl_c4_a_scan_of_a_hundred_thousand_signs_presses_nothing(locked):
    scanner = WedgeCodeScanner()
    WedgeFilter(locked.view, scanner)
    locked.stand("services")
    before = stands(locked)
    for _ in range(HUGE):
        QTest.keyClick(locked.view, KEY.Key_Space)
    QTest.keyClick(locked.view, KEY.Key_Return)
    locked.settle()
    assert stands(locked) == before
    assert scanner.wake_at is None  # all of it was thrown away


def test_a_touch_that_counts_would_be_seen(locked):
    """The control: the table is not blind."""
    at_home = {"tapped": lambda: locked.tap("home.take_a_number") if locked.page == Page.HOME else None}
    assert escapes(locked, at_home) == [("home", "tapped")]


@pytest.mark.parametrize("text", SCANNED, ids=range(len(SCANNED)))
def test_cl_c4_a_text_that_is_no_code_is_refused_at_every_page_and_begins_nothing(text):
    verdict = verifier().verify(text.encode(), at())
    for page, example in PAGES.items():
        before = EXAMPLES[example]
        after, effects = step(before, CodeShown(before.now, CodeRefused(verdict.reason), "1" * 36))
        assert after.page in {page, Page.CODE_REFUSED}
        assert (after.modes, after.current_visit().person) == (before.modes, before.current_visit().person)
        assert {type(effect) for effect in effects} <= {PlayTone}


def test_the_sentence_of_a_refused_text_has_no_word_of_it(locked):
    locked.stand("home")
    for text in SCANNED:
        verdict = verifier().verify(text.encode(), at())
        locked.visitor.happen(CodeShown(locked.visitor.session.now, CodeRefused(verdict.reason), "1" * 36))
    locked.settle()
    assert locked.page == Page.CODE_REFUSED
    assert not locked.says("example.org")
    assert not locked.says("passwd")


def test_nothing_of_the_screen_can_open_files_addresses_or_pages_of_the_net():
    """No such thing is there to be reached: not in the pages, not behind them."""
    texts = {path: path.read_text(encoding="utf-8") for path in SOURCES}
    assert len(texts) > 100
    assert [path.name for path, text in texts.items() if FORBIDDEN.search(text)] == []
