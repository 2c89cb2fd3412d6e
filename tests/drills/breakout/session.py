"""The packaged session of a kiosk on a virtual X server, with a real kiosk in it: what is pressed, and what is seen."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import tty
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests.children import ENDS_WITH_US
from tests.integration.hall_server.served import HALL_ID, Served

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parents[3]
PACKAGED = ROOT / "packaging/kiosk-session"
WIDTH, HEIGHT = 1080, 1920
PROGRAMS = ("Xvfb", "xinit", "xdotool", "xset", "xkbcomp")
_START_S = 40
_ANSWER_S = 10


class SessionError(Exception):
    """The session did not come up, or there is nothing to press keys with."""


class KioskSession:
    """`display kiosk` as installed, its paths led to this checkout. `scanner`: wedge (it types) or serial (a line)."""

    def __init__(self, folder: Path, number: int, scanner: str, hall: Served) -> None:
        self.folder, self.display = folder, f":{number}"
        self._scanner, self._hall = scanner, hall
        self._said: list[str] = []
        self.pids: dict[int, str] = {}
        self._master = -1

    def __enter__(self) -> Self:
        if missing := [name for name in PROGRAMS if shutil.which(name) is None]:
            raise SessionError(f"not here: {', '.join(missing)}; packaging/need packaging/apt-drills.txt installs them")
        state = self.folder / "state"
        state.mkdir(parents=True)
        line, address = "", "x"
        if self._scanner == "serial":
            self._master, other = pty.openpty()
            tty.setraw(self._master)
            address = f"serial://{os.ttyname(other)}?baud=9600"
        line = f'[device.code_scanner]\ndriver = "{self._scanner}"\naddress = "{address}"\n'
        kiosk = f'[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "{self._hall.address}"\n'
        kiosk += f'state_dir = "{state}"\nidle_s = 600\n'
        (self.folder / "kiosk.toml").write_text(kiosk + line, encoding="utf-8")
        told = {**self._hall.credential("kiosk", self.display, "K1"), "hall": HALL_ID, "pseudonym_key": "ab" * 32}
        key = "".join(f'{name} = "{value}"\n' for name, value in told.items())
        (state / "credential.toml").write_text(key, encoding="utf-8")
        for script in PACKAGED.iterdir():
            self._here(script)
        self._process = subprocess.Popen(
            [*ENDS_WITH_US, str(self.folder / "session/display"), str(self.folder / "session/kiosk")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(self.folder / "log").open("w"),
            text=True,
            env={
                **{key: value for key, value in os.environ.items() if key in {"PATH", "LANG", "PYTHONPATH"}},
                "STATE_DIRECTORY": str(state),
                "KAPOK_X": f"/usr/bin/Xvfb {self.display} -screen 0 {WIDTH}x{HEIGHT}x24",
                "KAPOK_KIOSK_WORDS": "--play",
            },
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self._wait(lambda: self.page() == "home", "the first page")
        self._wait(lambda: len(self.windows()) == 1, "one window")
        time.sleep(1)
        self.pids = self.programs()
        self.kiosk = min(pid for pid, name in self.pids.items() if name.startswith("python"))
        return self

    def __exit__(self, *_: object) -> None:
        for pid in reversed(self.programs()):  # xinit alone would leave its program behind
            with suppress(OSError):
                os.kill(pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(15)
        for pid, name in self.pids.items():
            with suppress(OSError):
                if Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip() == name:
                    os.kill(pid, signal.SIGKILL)
        self._process.wait()
        if self._master >= 0:
            os.close(self._master)

    def _here(self, script: Path) -> None:
        to = self.folder / "session" / script.name
        to.parent.mkdir(exist_ok=True)
        text = script.read_text(encoding="utf-8")
        text = text.replace("/usr/lib/kapok/session", str(to.parent)).replace("/etc/kapok/", f"{self.folder}/")
        text = text.replace("/opt/kapok/kiosk/current/bin/kapok", f"{sys.executable} {ROOT}/kapok.py")
        to.write_text(text, encoding="utf-8")
        to.chmod(0o755)

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self._said.append(line.strip())

    def _wait(self, holds: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + _START_S
        while time.monotonic() < deadline:
            if holds():
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.2)
        raise SessionError(f"{what} did not come: {(self.folder / 'log').read_text(encoding='utf-8')[-500:]}")

    # what is pressed
    def x(self, *words: str) -> str:
        """One line of xdotool: fake events of the X server's own test extension, as from a keyboard and a mouse."""
        done = subprocess.run(
            ["xdotool", *words],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "DISPLAY": self.display},
        )
        return done.stdout

    def chord(self, *codes: int, held_s: float = 0.03) -> None:
        """Keys by the numbers that a keyboard sends, all down, then all up."""
        self.x(*(word for code in codes for word in ("keydown", str(code))))
        time.sleep(held_s)
        self.x(*(word for code in reversed(codes) for word in ("keyup", str(code))))

    def scan(self, data: bytes) -> None:
        """A code held before the scanner on its line."""
        for at in range(0, len(data), 512):
            os.write(self._master, data[at : at + 512])

    # what is seen
    def page(self) -> str:
        """Which page stands there, as the kiosk tells it."""
        told = (line for line in reversed(self._said) if line.startswith('{"page"'))
        line = next(told, "")
        return str(json.loads(line)["page"]) if line else ""

    def answers(self) -> bool:
        """Whether the screen still obeys: it is asked to look at itself."""
        before = len(self._said)
        assert self._process.stdin is not None
        try:
            self._process.stdin.write("look\n")
            self._process.stdin.flush()
        except OSError:
            return False
        deadline = time.monotonic() + _ANSWER_S
        while time.monotonic() < deadline:
            if any(line.startswith('{"look"') for line in self._said[before:]):
                return True
            time.sleep(0.05)
        return False

    def windows(self) -> list[tuple[str, str]]:
        """Every window that is seen, but for the root: its number and where it stands."""
        listed = self.x("search", "--maxdepth", "1", "--onlyvisible", "--name", "").split()
        found = []
        for window in listed:
            told = self.x("getwindowgeometry", window)
            at = re.search(r"Position: (\S+)", told), re.search(r"Geometry: (\S+)", told)
            found.append((window, f"{at[0][1] if at[0] else '?'} {at[1][1] if at[1] else '?'}"))
        roots = min((int(window) for window, _ in found), default=0)
        return [one for one in found if int(one[0]) != roots]

    def programs(self) -> dict[int, str]:
        """Everything that runs in the session: number and name of each process below it."""
        found, waiting = {}, [self._process.pid]
        while waiting:
            pid = waiting.pop()
            with suppress(OSError):
                found[pid] = Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
                for task in Path(f"/proc/{pid}/task").iterdir():
                    waiting += map(int, (task / "children").read_text(encoding="ascii").split())
        return found

    def pointed_at(self) -> str:
        """Which window is under the pointer: without a window manager keys go there."""
        told = re.search(r"WINDOW=(\d+)", self.x("getmouselocation", "--shell"))
        return told[1] if told else ""

    def files(self) -> frozenset[str]:
        """What lies in the kiosk's folder, but for its store and what Qt keeps of its own pages."""
        below = (self.folder / "state").rglob("*")
        kept = (path.name for path in below if path.is_file() and "qmlcache" not in path.parts)
        return frozenset(name for name in kept if not name.startswith("kiosk-K1.db"))


def free_display(numbers: Sequence[int] = range(90, 130)) -> int:
    """A display that nobody uses."""
    return next(
        n for n in numbers if not Path(f"/tmp/.X11-unix/X{n}").exists() and not Path(f"/tmp/.X{n}-lock").exists()
    )
