"""A hall as its own process, started through the front door on a free port, and machines that talk to it."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import uuid
from pathlib import Path
from typing import Any

import requests

from hall_server.contract.vocabulary import Role
from hall_server.store.create import create_hall
from hall_server.store.keys import make_key
from hall_server.store.place import place_of
from hall_server.store.reading import UnreadableStoreError
from hall_server.store.sqlite_store import FILE_NAME
from tests.children import ENDS_WITH_US

ROOT = Path(__file__).parents[3]
SITE_FILE = ROOT / "config" / "sites" / "demo.toml"
HALL_ID = "gz-demo-district"


def kapok(*words: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run one command of the front door to its end."""
    return subprocess.run(
        [sys.executable, "kapok.py", *words],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class Machine:
    """A kiosk, board or console with a key."""

    def __init__(self, address: str, credential: dict[str, str], hall_id: str = HALL_ID) -> None:
        self.api = f"{address}/api/v1"
        self.base = f"{self.api}/halls/{hall_id}"
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Kapok {credential['key_id']}.{credential['secret']}"

    def get(self, path: str, **more: Any) -> requests.Response:
        return self.session.get(f"{self.base}/{path}", timeout=20, **more)

    def post(self, path: str, body: object = None, key: str | None = None, **headers: str) -> requests.Response:
        named = {"Idempotency-Key": key or str(uuid.uuid4()), **headers}
        return self.session.post(
            f"{self.base}/{path}", json=body if body is not None else {}, headers=named, timeout=20
        )

    def take(self, item: str = "i01") -> dict[str, Any]:
        answer = self.post("tickets", {"item": item})
        assert answer.status_code == 201, answer.text
        return answer.json()

    def confirm(self, ticket_id: str, answer: str = "paper") -> dict[str, Any]:
        said = self.post(f"tickets/{ticket_id}/confirm_print", {"answer": answer})
        assert said.status_code == 200, said.text
        return said.json()

    def events(self) -> list[dict[str, Any]]:
        """All events of the hall, page by page."""
        found: list[dict[str, Any]] = []
        while True:
            page = self.get(f"events?after={found[-1]['n'] if found else 0}&limit=500").json()
            found += page["events"]
            if not found or found[-1]["n"] >= page["n"]:
                return found

    def close(self) -> None:
        self.session.close()


class Served:
    """A hall in a folder, or in a database that others may serve too; `start` and `kill` may be called again."""

    before: tuple[str, ...] = ENDS_WITH_US  # what the command line begins with
    pages = False  # the API alone
    hall_id = HALL_ID
    site_file = SITE_FILE

    def __init__(self, data: Path, *options: str, database: str = "") -> None:
        self.data = data
        self.where: Path | str = database or data / FILE_NAME
        self.home = ("--data", str(data), *(("--database", database) if database else ()))
        self.options = options
        self.process: subprocess.Popen[str] | None = None
        self.address = ""
        self.log: list[str] = []
        if not data.exists():
            data.mkdir()
            if not database or self.hall_id not in self._halls(database):
                create_hall(database or data, self.hall_id, str(uuid.uuid4()), 0)

    @staticmethod
    def _halls(database: str) -> list[str]:
        try:
            return place_of(database).halls()
        except UnreadableStoreError:
            return []

    def credential(self, role: str, name: str, place: str = "") -> dict[str, str]:
        key_id, secret = make_key(self.where, self.hall_id, Role(role), name, place=place, at=0)
        return {"key_id": key_id, "secret": secret}

    def machine(self, role: str, name: str, place: str = "") -> Machine:
        return Machine(self.address, self.credential(role, name, place), self.hall_id)

    def start(self) -> None:
        words = ["hall", "serve", *(() if self.pages else ("--api-only",)), "--port", "0", *self.home]
        words += ["--site", str(self.site_file)]
        self.process = subprocess.Popen(
            [*self.before, sys.executable, "kapok.py", *words, *self.options],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        threading.Thread(target=self._keep_log, args=(self.process.stderr,), daemon=True).start()
        line = self.process.stdout.readline()
        assert line.startswith("listening on "), "".join(self.log)
        self.address = line.split()[-1]

    def _keep_log(self, stream: Any) -> None:
        with stream:
            self.log.extend(stream)

    def kill(self) -> None:
        """As a power cut would, as far as a process can tell."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """As systemd does; the exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, sign: signal.Signals) -> int:
        process, self.process = self.process, None
        if process is None:
            return 0
        process.send_signal(sign)
        code = process.wait(timeout=20)
        assert process.stdout is not None
        process.stdout.close()
        return code

    def verify(self) -> str:
        """What `kapok db verify` says; it ends with "whole" when all is well."""
        proof = kapok("db", "verify", *self.home)
        return (proof.stdout + proof.stderr).strip()
