"""The doorway itself: a loop in one thread, Qt in the other, and the whole screen as a process."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread

from kiosk.bridge import (
    KioskThread,
    ScreenAssetsError,
    Sessions,
    application,
    rss_mb,
    since_process_start_s,
    window,
)
from kiosk.bridge.preview import preview
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, IDLE, Nobody
from tests.children import ENDS_WITH_US

ROOT = Path(__file__).resolve().parents[2]


class Loop(Nobody):
    """A kiosk whose loop does what it is told: wait until cancelled, return, or fail."""

    def __init__(self, ends="cancelled"):
        self.ends, self.closed = ends, False

    async def run(self):
        try:
            if self.ends == "cancelled":
                await asyncio.Event().wait()
            elif self.ends == "failed":
                raise RuntimeError("a bug")
        finally:
            self.closed = True


def test_sessions_from_another_thread_arrive_in_qt_s_thread(qtbot):
    shown, parent = [], QObject()
    sessions = Sessions(lambda session: shown.append((session, QThread.isMainThread())), parent)
    other = threading.Thread(target=sessions.put, args=(IDLE,))
    other.start()
    other.join()
    assert shown == []
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown == [(IDLE, True)]


def test_only_the_newest_of_many_sessions_is_shown(qtbot):
    shown, parent = [], QObject()
    sessions = Sessions(shown.append, parent)
    for now in range(100):
        sessions.put(replace(IDLE, now=float(now)))
    qtbot.waitUntil(lambda: bool(shown))
    assert [session.now for session in shown] == [99.0]
    sessions.put(IDLE)
    qtbot.waitUntil(lambda: len(shown) == 2)


def test_a_stopped_kiosk_has_closed_everything():
    kiosk, ended = Loop(), threading.Event()
    thread = KioskThread(kiosk, ended.set)
    thread.start()
    thread.stop()
    assert (kiosk.closed, thread.failed, ended.is_set()) == (True, False, True)


@pytest.mark.parametrize(("ends", "failed"), [("returned", False), ("failed", True)])
def test_a_kiosk_that_ends_by_itself_ends_the_screen(ends, failed, caplog):
    ended = threading.Event()
    thread = KioskThread(Loop(ends), ended.set)
    thread.start()
    assert ended.wait(10)
    thread.stop()
    assert thread.failed is failed
    assert ("the kiosk stopped by itself" in caplog.text) is failed


def test_a_preview_draws_what_it_is_asked_for(fonts, tmp_path):
    made = preview(["home", "ticket"], tmp_path / "shots")
    assert [path.name for path in made] == ["home.png", "ticket.png"]
    assert all(path.stat().st_size > 10_000 for path in made)


def test_missing_fonts_are_named_with_the_command_that_makes_them(fonts, tmp_path, monkeypatch):
    monkeypatch.setattr(window, "ASSETS", tmp_path)
    with pytest.raises(ScreenAssetsError, match="make assets"):
        application()


def test_the_figures_of_a_process_are_plausible():
    assert 0 < since_process_start_s() < 3600
    assert 10 < rss_mb() < 4000


def test_the_screen_as_a_process_stands_and_goes_when_told(tmp_path):
    frames = tmp_path / "frames"
    environment = {**os.environ, "KAPOK_FRAME_LOG": str(frames), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([*ENDS_WITH_US, sys.executable, "-c", SCREEN], cwd=ROOT, env=environment) as process:
        try:
            _wait_for("home", frames, process)
        finally:
            process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    lines = [json.loads(line) for line in frames.read_text(encoding="utf-8").splitlines()]
    assert lines[-1]["page"] == "home"
    assert lines[-1]["since_start_s"] > 0
    assert lines[-1]["rss_mb"] > 0


def _wait_for(page, frames, process):
    """Until the page's first frame is in the log, or the process has ended."""
    while not (frames.exists() and f'"{page}"' in frames.read_text(encoding="utf-8")):
        try:
            raise AssertionError(f"ended with {process.wait(0.05)} before {page} stood")
        except subprocess.TimeoutExpired:
            continue


SCREEN = """
import asyncio, sys
from pathlib import Path
from config.kiosk_file import KioskFile, KioskTable, ScreenTable
from kiosk.bridge import run_screen
from kiosk.viewmodels.examples import IDLE, Nobody

class Hall(Nobody):
    def observe(self, callback):
        self.callback = callback
    async def run(self):
        self.callback(IDLE)
        await asyncio.Event().wait()

table = KioskTable(id="K1", name="1 号机", server="http://127.0.0.1:9")
sys.exit(run_screen(Hall(), KioskFile(kiosk=table, screen=ScreenTable(fullscreen=False))))
"""


TYPED = """
import asyncio, sys
from config.kiosk_file import KioskFile, KioskTable, ScreenTable
from devices.registry.code_scanner import code_scanner, key_taker
from kiosk.bridge import run_screen
from kiosk.viewmodels.examples import IDLE, Nobody

SCANNER = code_scanner({"driver": "wedge"})

class Hall(Nobody):
    def observe(self, callback):
        self.callback = callback
    async def run(self):
        await SCANNER.open()  # works only while a window hears the keys
        print("open", flush=True)

table = KioskTable(id="K1", name="1 号机", server="http://127.0.0.1:9")
kiosk = KioskFile(kiosk=table, screen=ScreenTable(fullscreen=False))
sys.exit(run_screen(Hall(), kiosk, keys=key_taker(SCANNER)))
"""


def test_a_scanner_that_types_is_open_while_the_window_hears_keys(fonts):
    shown = subprocess.run(
        [sys.executable, "-c", TYPED], check=False, capture_output=True, text=True, timeout=60, cwd=ROOT
    )
    assert "open" in shown.stdout, shown.stderr


def test_every_example_is_drawn_by_its_name(fonts, tmp_path):
    assert {path.stem for path in preview(EXAMPLES, tmp_path)} == set(EXAMPLES)
