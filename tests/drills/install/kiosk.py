"""A kiosk on the drill's machine: emulators for boxes, an X server without a card, a script for a visitor."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from kiosk.session.state import Rules
from tests.drills.install.machine import MachineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.drills.install.machine import Machine

RUN = "/run/kapok-drill"
UNIT, WIZARD = "kapok-kiosk", "kapok-kiosk-setup"
_WITHIN_S = 60
MOST_TOUCHES = 60
SAME_TOUCH_S = Rules().same_touch_s + 0.05
FIRST, SECOND = "何桂芳 44019919520101364", "陈志明 44019919850505123"  # nobody: made up
ANSWERS = "/etc/kapok/answers.toml"
KNOWN = f"""[kiosk]
server = "http://127.0.0.1:8080"
[device.receipt_printer]
driver = "escpos"
address = "tcp://127.0.0.1:9100"
[device.id_card]
driver = "sdt"
address = "serial://{RUN}/card?baud=115200"
"""
STAND_IN = f"""# The drill's: no graphics card and no terminal here. The session itself is the packaged one.
[Service]
PAMName=
TTYPath=
TTYReset=no
TTYVHangup=no
UtmpIdentifier=
StandardInput=file:{RUN}/play
Environment="KAPOK_X=/usr/bin/Xvfb :0 -screen 0 1080x1920x24"
"""
BOXES = {
    "printer": "exec kapok device emulate receipt-printer --port 9100",
    "card": f"exec kapok device emulate id-card --link {RUN}/card",
}


def set_up(machine: Machine) -> None:
    """Boxes that run, what is known before of each kiosk, and the stand-in for its screen."""
    machine.run("install", "-d", "-o", "kapok-kiosk", RUN)
    for name in (*BOXES, "play"):
        machine.run("mkfifo", "-m", "666", f"{RUN}/{name}.words" if name in BOXES else f"{RUN}/{name}")
    for name, command in BOXES.items():
        shell = f"{command} <>{RUN}/{name}.words"
        machine.run("systemd-run", "-q", f"--unit=drill-{name}", "--uid=kapok-kiosk", "sh", "-c", shell)
    machine.run("systemd-run", "-q", "--unit=drill-play", "sh", "-c", f"exec sleep infinity <>{RUN}/play")
    machine.write(ANSWERS, KNOWN)
    for unit in (UNIT, WIZARD):
        machine.write(f"/etc/systemd/system/{unit}.service.d/drill.conf", STAND_IN)
    machine.write("/etc/kapok/kiosk.env", f"KAPOK_KIOSK_WORDS=--play\nKAPOK_SETUP_WORDS=--play --answers {ANSWERS}\n")
    machine.run("systemctl", "daemon-reload")


def say(machine: Machine, fifo: str, words: str) -> None:
    """One line to a box or to the finger before the screen."""
    machine.run("sh", "-c", f"cat >{RUN}/{fifo}", text=f"{words}\n")


class Wizard:
    """装机向导 on the machine's glass, by the red button; what is known before is not asked for."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.touches = 0

    def sets_up(self, code: str, let_in: Callable[[list[str]], str]) -> str:
        """From the first page to its end. `let_in` is shown what stands on the glass; the fingerprint."""
        shown = ""
        for _ in range(MOST_TOUCHES):
            words = " ".join(self._seen())
            if "登记到大厅" in words and not shown:
                self._next()
                for sign in code.replace("-", ""):
                    self._tap(f"setup.key.{sign}")
                self._next()
                self._until("等大厅批准")
                shown = let_in([one.replace(" ", "-") for one in self._seen()])
                words = self._until("K1")
            if "正在" in words:
                time.sleep(0.3)
                continue
            self._next()
            if "装好了" in words:
                return shown
        raise MachineError(f"the wizard came to no end; its glass says {self._seen()}")

    def _until(self, words: str) -> str:
        for _ in range(100):
            if words in (said := " ".join(self._seen())):
                return said
            time.sleep(0.3)
        raise MachineError(f"{words} is not said; the glass says {self._seen()}")

    def _next(self) -> None:
        self._tap("setup.next")

    def _tap(self, name: str) -> None:
        time.sleep(SAME_TOUCH_S)  # the same again at once is a finger that trembles
        self._told(f"tap {name}", f"tapped {name}")
        self.touches += 1

    def _seen(self) -> list[str]:
        return list(json.loads(self._told("look", '{"look"'))["seen"])

    def _told(self, word: str, begins: str) -> str:
        """One word to the finger, and the line that answers it."""
        before = len(self._machine.journal(WIZARD).splitlines())
        say(self._machine, "play", word)
        deadline = time.monotonic() + _WITHIN_S
        while time.monotonic() < deadline:
            lines = self._machine.journal(WIZARD).splitlines()
            if found := next((line for line in lines[before:] if line.startswith(begins)), ""):
                return found
            time.sleep(0.1)
        raise MachineError(f"the wizard did not answer {word}; last: {' / '.join(lines[-4:])[:600]}")


def takes_a_number(machine: Machine, person: str) -> str:
    """A visitor from the first page to the slip, by touches on the screen and a card on the glass; the number."""
    since = machine.run("date", "+%F %T").strip()
    shows(machine, since="", page="home", online=True, reader=True, printer=True)
    for name in ("home.take_a_number", "services.item.i05"):
        tap(machine, name, since)
    page = shows(machine, since, page=("situation", "precheck", "card"))["page"]
    while page != "card":
        tap(machine, "situation.unsure" if page == "situation" else "precheck.brought", since)
        page = shows(machine, since, page=("precheck", "card"))["page"]
    say(machine, "card.words", f"lay {person}")
    shows(machine, since, page="confirm", known=True)
    tap(machine, "confirm.print_number", since)
    label = str(shows(machine, since, page="ticket")["label"])
    say(machine, "card.words", "lift")
    tap(machine, "ticket.finish", since)
    return label


def tap(machine: Machine, name: str, since: str) -> None:
    """One touch; a page that is just coming in is waited for by the finger itself."""
    say(machine, "play", f"tap {name}")
    _until(machine, since, lambda lines: f"tapped {name}" in lines, f"tapped {name}")


def shows(machine: Machine, since: str = "", **wanted: object) -> dict[str, object]:
    """Wait until the newest word of the screen is so."""

    def holds(lines: list[str]) -> dict[str, object]:
        told = next((json.loads(line) for line in reversed(lines) if line.startswith('{"page"')), {})
        fits = all(told.get(key) in (value if isinstance(value, tuple) else (value,)) for key, value in wanted.items())
        return told if told and fits else {}

    return _until(machine, since, holds, str(wanted))


def _until(machine: Machine, since: str, holds, what: str):
    deadline, lines = time.monotonic() + _WITHIN_S, []
    while time.monotonic() < deadline:
        lines = machine.journal(UNIT, since).splitlines()
        if found := holds(lines):
            return found
        time.sleep(0.3)
    raise MachineError(f"the kiosk did not show {what}; last: {' / '.join(lines[-4:])[:600]}")
