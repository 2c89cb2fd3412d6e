"""`make drill-breakout`: ways out that people try, before a real kiosk in its session → out/drill-breakout.json.

After each attempt the same programs run, one window fills the screen and has the pointer, the kiosk answers and stands
at one of its pages, nothing was written and nobody was called. The controls: a window that is opened over it, and a
session without the silent keyboard; both must be seen.
"""

from __future__ import annotations

import http.server
import subprocess
import tempfile
import threading
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kiosk.session.state import Page
from tests.drills.breakout.attempts import Attempt, F, scanned, typed
from tests.drills.breakout.session import HEIGHT, WIDTH, KioskSession, SessionError, free_display
from tests.drills.verdict import Verdict
from tests.integration.hall_server.served import Served

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 60
_SETTLE_S = 0.25
_KNOWN = {"python", "python3", "python3.11", "xinit", "Xvfb", "kiosk", "display", "sh", "kapok"}


class Canary(http.server.BaseHTTPRequestHandler):
    """Where every address of the drill leads; nobody may ask it."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        Canary.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing to say."""


def wrong(session: KioskSession, window: str, files: frozenset[str]) -> list[str]:
    """What is not as it was before anybody tried."""
    found = []
    windows = session.windows()
    if windows != [(window, f"0,0 {WIDTH}x{HEIGHT}")]:
        found.append(f"windows: {windows}")
    if session.pointed_at() not in {window, ""}:
        found.append(f"the pointer is over {session.pointed_at()}")
    running = session.programs()
    last = {pid: name for pid, name in session.pids.items() if name in {"Xvfb", "xinit"} or pid == session.kiosk}
    if missing := {pid: name for pid, name in last.items() if pid not in running}:
        found.append(f"ended: {missing}")
    if new := {pid: name for pid, name in running.items() if pid not in session.pids and name not in _KNOWN}:
        found.append(f"started: {new}")
    if not session.answers():
        found.append("the kiosk does not answer")
    if session.page() not in set(Page):
        found.append(f"page {session.page()!r}")
    if new_files := session.files() - files:
        found.append(f"written: {sorted(new_files)}")
    if Canary.asked:
        found.append(f"asked: {Canary.asked}")
        Canary.asked.clear()
    return found


def tried(session: KioskSession, attempts: list[Attempt]) -> tuple[Counter[str], list[str]]:
    """All attempts, one after the other: how many of each kind, and whatever led out."""
    kinds: Counter[str] = Counter()
    findings = []
    (window, _), files = session.windows()[0], session.files()
    for attempt in attempts:
        session.x("mousemove", "540", "960")
        attempt.act(session)
        time.sleep(_SETTLE_S)
        kinds[attempt.kind] += 1
        findings += [f"{attempt.kind} {attempt.name}: {one}" for one in wrong(session, window, files)]
    return kinds, findings


def controls(folder: Path, hall: Served) -> tuple[int, int]:
    """Somebody's window over the kiosk, and a keyboard as every desktop has it: what of both is noticed."""
    with KioskSession(folder, free_display(), "wedge", hall) as session:
        (window, _), files = session.windows()[0], session.files()
        other = subprocess.Popen(["xlogo", "-display", session.display], stderr=subprocess.DEVNULL)
        time.sleep(1)
        caught = len(wrong(session, window, files))
        other.kill()
        other.wait()
        subprocess.run(["setxkbmap", "-display", session.display, "us"], check=False, capture_output=True)
        return caught, len(loud_keys(session))


def loud_keys(session: KioskSession) -> list[str]:
    """Keys that still mean something to programs: none of those that lead elsewhere may."""
    told = subprocess.run(["xkbcomp", "-xkb", session.display, "-"], capture_output=True, text=True, check=False).stdout
    lines = [line for line in told.splitlines() if line.strip().startswith("key <")]
    named = {line.split("<")[1].split(">")[0]: line for line in lines}
    silent = [
        *(f"FK{n:02d}" for n in F),
        "LWIN",
        "RWIN",
        "COMP",
        "PRSC",
        "PAUS",
        "SCLK",
        "LALT",
        "RALT",
        "LCTL",
        "RCTL",
    ]
    return [name for name in silent if name in named and "NoSymbol" not in named[name]]


@contextmanager
def _hall(folder: Path) -> Iterator[Served]:
    hall = Served(folder / "hall")
    hall.start()
    try:
        yield hall
    finally:
        hall.stop()


def main() -> int:
    """The command line."""
    verdict = Verdict("drill-breakout")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Canary)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    canary = f"http://127.0.0.1:{server.server_port}"
    kinds: Counter[str] = Counter()
    findings: list[str] = []
    try:
        with tempfile.TemporaryDirectory(prefix="kapok-out-") as folder, _hall(Path(folder)) as hall:
            for scanner, attempts in (("wedge", list(typed(canary))), ("serial", list(scanned(canary)))):
                with KioskSession(Path(folder) / scanner, free_display(), scanner, hall) as session:
                    print(f"… {len(attempts)} attempts before a kiosk with a {scanner} scanner", flush=True)
                    findings += [f"key {name} is not silent" for name in loud_keys(session)]
                    some, wrongs = tried(session, attempts)
                    kinds += some
                    findings += wrongs
            over, loud = controls(Path(folder) / "control", hall)
    except SessionError as error:
        print(f"drill-breakout: {error}")
        return 2
    finally:
        server.shutdown()
    for kind, count in sorted(kinds.items()):
        verdict.figure(f"K{kind[:6]}", f"attempts: {kind}", count)
    verdict.at_least("Dtried", "attempts", kinds.total(), LEAST)
    verdict.nothing("Dout", "that led out, or anywhere", findings)
    verdict.control("Cwindow", "a window over the kiosk", over)
    verdict.control("Ckeys", "a keyboard with all its keys", loud)
    return verdict.finish()


if __name__ == "__main__":
    raise SystemExit(main())
