"""Real processes under systemd: hall and kiosk say that they are ready, then that they are alive."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.children import ENDS_WITH_US
from tests.integration.hall_server.served import HALL_ID, ROOT, SITE_FILE, kapok

if TYPE_CHECKING:
    from pathlib import Path

KIOSK = '[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "http://127.0.0.1:9"\n[screen]\nfullscreen = false\n'
CREDENTIAL = f'hall = "{HALL_ID}"\nkey_id = "k"\nsecret = "{"s" * 20}"\npseudonym_key = "{"ab" * 32}"\n'


def hall(folder: Path) -> tuple[str, ...]:
    assert kapok("hall", "init", "--site", str(SITE_FILE), "--data", str(folder / "hall")).returncode == 0
    return ("hall", "serve", "--site", str(SITE_FILE), "--data", str(folder / "hall"), "--port", "0")


def kiosk(folder: Path) -> tuple[str, ...]:
    (folder / "kiosk.toml").write_text(KIOSK, encoding="utf-8")
    (folder / "K1.toml").write_text(CREDENTIAL, encoding="utf-8")
    return ("kiosk", "run", "--config", str(folder / "kiosk.toml"), "--credential", str(folder / "K1.toml"))


def headless_kiosk(folder: Path) -> tuple[str, ...]:
    return (*kiosk(folder), "--headless")


@pytest.mark.parametrize("program", [hall, kiosk, headless_kiosk])
def test_a_service_is_ready_then_alive_and_says_when_it_leaves(program, tmp_path: Path) -> None:
    words = program(tmp_path)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        ear.settimeout(30)
        told = {"NOTIFY_SOCKET": ear.getsockname(), "WATCHDOG_USEC": "600000", "QT_QPA_PLATFORM": "offscreen"}
        running = subprocess.Popen(
            [*ENDS_WITH_US, sys.executable, "kapok.py", *words],
            cwd=ROOT,
            env={**os.environ, **told},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            assert [ear.recv(64) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(30)
        said = ear.recv(64)
        while said == b"WATCHDOG=1":
            said = ear.recv(64)
    assert said == b"STOPPING=1"
