"""The reference city as its own process, through the front door, on a free port; and a hall's reader of its codes."""

from __future__ import annotations

import base64
import json
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import requests

from hall_server.contract.codes.reference_code import ReferenceCodes
from hall_server.contract.codes.trust_list import read_trust_list
from tests.children import ENDS_WITH_US
from tests.integration.hall_server.served import ROOT, kapok

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.contract.codes.answers import Answer
    from hall_server.contract.codes.trust import TrustList

HALL = "gz-demo-district"


class ServedCity:
    """`kapok city serve` on a folder of its own."""

    def __init__(self, data: Path, *options: str) -> None:
        self.data = data
        self.log: list[str] = []
        words = ["city", "serve", "--port", "0", "--audience", HALL, "--data", str(data), *options]
        self.process = subprocess.Popen(
            [*ENDS_WITH_US, sys.executable, "kapok.py", *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self._listener = threading.Thread(target=self._keep_log, daemon=True)
        self._listener.start()
        line = self.process.stdout.readline()
        assert line.startswith("listening on "), "".join(self.log)
        self.address = line.split()[-1]

    def _keep_log(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as stream:
            self.log.extend(stream)

    def stop(self) -> int:
        """As systemd does; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=20)
        assert self.process.stdout is not None
        self.process.stdout.close()
        self._listener.join(10)
        return code

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        return requests.request(method, f"{self.address}{path}", timeout=20, **more)

    def code(self, person: str = "chen", **more: str) -> str:
        answer = self.ask("POST", "/code", json={"person": person, **more})
        assert answer.status_code == 201, answer.text
        text: str = answer.json()["code"]
        return text

    def root(self) -> bytes:
        """The root's public half, as a technician has it from the command line."""
        told = kapok("city", "keys", "--data", str(self.data), "--json")
        assert told.returncode == 0, told.stderr
        return base64.b64decode(json.loads(told.stdout)["root"])

    def trust(self, root: bytes, in_force: TrustList | None = None) -> TrustList:
        """As a hall fetches it. Raises TrustListError."""
        data, signature = (self.ask("GET", f"/trust-list{end}").content for end in ("", ".sig"))
        return read_trust_list(data, signature, [root], in_force)

    def read(self, text: str, trust: TrustList) -> Answer:
        """What a hall's kiosk makes of a code now."""
        return ReferenceCodes(trust, frozenset({HALL})).read(text, time.time_ns() // 1000)
