"""A real hall for page tests: the server's own command line in a process, spoken to over its API."""

from __future__ import annotations

import re
import select
import sqlite3
import subprocess
import sys
import time
import uuid
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import requests
from argon2 import PasswordHasher

from hall_server.contract.vocabulary import Role
from hall_server.store.create import create_hall
from hall_server.store.keys import make_key
from hall_server.store.sqlite_store import FILE_NAME, SqliteStore
from tests.children import ENDS_WITH_US

ROOT = Path(__file__).resolve().parents[3]
PIN = "2468"
NAMES = {"0316": "何静", "0317": "李慧", "0318": "王敏", "0319": "罗锐"}
OTHERS = {"greeter": "0401", "lead": "0402", "manager": "0403", "technician": "0404", "auditor": "0405"}
ITEMS = {"A": "i15", "C": "i22", "E": "i05", "H": "i01", "D": "i27"}
FAST_HASH = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)  # still argon2, made for a small test machine


def site_with_staff(
    folder: Path, *, no_show_lock_s: int = 50, recall_lock_s: int = 20, days: str = "1-7", more: str = ""
) -> Path:
    """The demo hall with four clerks whose PIN is known; locks, opening days and `more` tables as wanted."""
    text = (ROOT / "config/sites/demo.toml").read_text(encoding="utf-8")
    lines = [text.replace('{ days = "1-5", open', f'{{ days = "{days}", open')]
    for staff_no, name in NAMES.items():
        lines.append(f'[[user]]\nstaff_no = "{staff_no}"\nname = "{name}"\npin_hash = "{FAST_HASH.hash(PIN)}"')
    for role, staff_no in OTHERS.items():
        pin_hash = f'pin_hash = "{FAST_HASH.hash(PIN)}"'
        lines.append(f'[[user]]\nstaff_no = "{staff_no}"\nname = "{role}"\nroles = ["{role}"]\n{pin_hash}')
    locks = f"no_show_lock_s = {no_show_lock_s}\nrecall_lock_s = {recall_lock_s}"
    lines[0] = lines[0].replace("\n[defaults]\n", f"\n[defaults]\n{locks}\n", 1)
    path = folder / "hall.toml"
    path.write_text("\n".join((*lines, more)) + "\n", encoding="utf-8")
    return path


def proof_on(page: str) -> dict[str, str]:
    """The header that a command of a drawn page carries."""
    found = re.search(r'<meta name="kapok-proof" content="([0-9a-f]{64})">', page)
    assert found, "no proof on this page"
    return {"Kapok-Proof": found[1]}


class HallProcess:
    """`kapok hall serve` on a data folder of its own; can be stopped and started again on the same port."""

    def __init__(self, folder: Path, **wanted: Any) -> None:
        self.data = folder / "hall"
        self.site = site_with_staff(folder, **wanted)
        self.port = 0
        self.log = folder / "hall.log"
        self._process: subprocess.Popen[str] | None = None
        self._keys: dict[str, str] = {}
        self._hall = "gz-demo-district"
        self.data.mkdir(exist_ok=True)
        create_hall(self.data, self._hall, str(uuid.uuid4()), time.time_ns() // 1000)
        for role in (Role.KIOSK, Role.COUNTER):
            place = "K1" if role is Role.KIOSK else ""
            key = make_key(self.data / FILE_NAME, self._hall, role, role, place=place, at=time.time_ns() // 1000)
            self._keys[role] = f"Kapok {'.'.join(key)}"

    def with_boards(self, boards: dict[str, str], more: str = "") -> HallProcess:
        """More boards for a hall that is not started yet: id → sound zone, and what else each has in the site file."""
        tables = [f'[[board]]\nid = "{one}"\nname = "{one}"\nzone = "{zone}"\n{more}\n' for one, zone in boards.items()]
        self.site.write_text(self.site.read_text(encoding="utf-8") + "".join(tables), encoding="utf-8")
        return self

    def start(self) -> HallProcess:
        command = [sys.executable, "kapok.py", "hall", "serve", "--site", str(self.site), "--data", str(self.data)]
        with self.log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [*ENDS_WITH_US, *command, "--port", str(self.port)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout
        ready, _, _ = select.select([self._process.stdout], [], [], 50)
        line = self._process.stdout.readline() if ready else ""
        found = re.search(r"http://[^\s]*:(\d+)", line)
        assert found, f"the hall did not start: {line!r} {self.log.read_text(encoding='utf-8')[-800:]}"
        self.port = int(found[1])
        return self

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(5)
        if self._process and self._process.stdout:
            self._process.stdout.close()
        self._process = None

    def begin_another_life(self) -> None:
        """As after a restore today: what it numbers from now on has the letters of this life."""
        store = SqliteStore(self.data / FILE_NAME, self._hall)
        store.run(lambda tx: tx.open_incarnation(str(uuid.uuid4()), time.time_ns() // 1000, "restored"))
        store.close()

    def records(self, kind: str) -> list[Any]:
        """What the hall's book of records has of a kind."""
        with closing(sqlite3.connect(f"file:{self.data / FILE_NAME}?mode=ro", uri=True)) as database:
            return database.execute("SELECT n FROM record WHERE kind = ?", (kind,)).fetchall()

    def tries_of(self, staff_no: str) -> list[str]:
        """Under which names wrong PINs of a number are counted in the store."""
        with closing(sqlite3.connect(f"file:{self.data / FILE_NAME}?mode=ro", uri=True)) as database:
            names = [name for (name,) in database.execute("SELECT staff_no FROM pin_tries")]
        return [name for name in names if name.partition("@")[0] == staff_no]

    def new_pin(self, staff_no: str, pin: str) -> None:
        """As its owner would choose it; a hall that is served hears of it within a second."""
        self.account(staff_no, pin_hash=FAST_HASH.hash(pin))

    def account(self, staff_no: str, **more: Any) -> None:
        """Change an account that is there."""

        def work(tx: Any) -> None:
            (found,) = [one for one in tx.staff_accounts() if one.staff_no == staff_no]
            tx.put_staff_account(msgspec.structs.replace(found, **more))

        store = SqliteStore(self.data / FILE_NAME, self._hall)
        store.run(work)
        store.close()

    def kill(self) -> None:
        """As a power cut would, as far as a process can tell."""
        assert self._process
        self._process.kill()
        self._process.wait(5)
        self.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, role: str, method: str, path: str, body: Any = None, key: str | None = None) -> Any:
        headers = {"Authorization": self._keys[role], "Idempotency-Key": key or str(uuid.uuid4())}
        address = f"{self.url}/api/v1/halls/{self._hall}{path}"
        json = None if method == "GET" else (body or {})
        answer = requests.request(method, address, headers=headers, json=json, timeout=10)
        assert answer.ok, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json()

    def ask_may(self, role: str, path: str) -> bool:
        """Whether a command went through; a refusal by the hall's rules is a no."""
        headers = {"Authorization": self._keys[role], "Idempotency-Key": str(uuid.uuid4())}
        address = f"{self.url}/api/v1/halls/{self._hall}{path}"
        return requests.post(address, headers=headers, json={}, timeout=10).ok

    def knock(self, role: str, path: str, headers: dict[str, str]) -> int:
        """Ask with headers of one's own; the status of whatever the hall answers."""
        address = f"{self.url}/api/v1/halls/{self._hall}{path}"
        return requests.get(address, headers={"Authorization": self._keys[role], **headers}, timeout=10).status_code

    def take(self, queue: str = "A", **order: Any) -> dict[str, Any]:
        """A ticket on paper, waiting."""
        ticket = self.ask("kiosk", "POST", "/tickets", {"item": ITEMS[queue], **order}, key=str(uuid.uuid4()))
        return self.ask("kiosk", "POST", f"/tickets/{ticket['id']}/confirm_print", {"answer": "paper"})

    def sit(self, counter: int, clerk: str = "0316") -> None:
        self.ask("counter", "POST", f"/counters/{counter}/sign_in", {"clerk": clerk})

    def call(self, counter: int) -> dict[str, Any]:
        return self.ask("counter", "POST", f"/counters/{counter}/call_next")

    def move(self, ticket: dict[str, Any], move: str, **order: Any) -> dict[str, Any]:
        return self.ask("counter", "POST", f"/tickets/{ticket['id']}/{move}", order)

    def finish(self, ticket: dict[str, Any]) -> None:
        """Served and completed, so that its counter is free."""
        self.move(ticket, "serve")
        self.move(ticket, "complete")

    def calls(self) -> list[tuple[int, str, int]]:
        """All call events as (n, label, counter)."""
        events = self.ask("counter", "GET", "/events?after=0&limit=500")["events"]
        return [(e["n"], e["label"], e["counter"]) for e in events if e["move"] in {"call", "recall"}]

    def until(self, truth: Any, within_s: float = 15) -> None:
        """Wait for something to become true of the hall."""
        give_up = time.monotonic() + within_s
        while not truth():
            assert time.monotonic() < give_up, "it never became true"
            time.sleep(0.05)
