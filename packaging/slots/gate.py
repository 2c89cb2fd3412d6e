"""The gate that a version has to pass: its service is ready, stays up, and the hall answers as this very version."""

from __future__ import annotations

import http.client
import json
import ssl
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

SYSTEMD_RUNS = Path("/run/systemd/system")
_ANSWER_S = 5
_BETWEEN_S = 1.0


@dataclass(frozen=True)
class Role:
    """One file of /usr/lib/kapok/roles. `needs`: as in the unit, with ! before what must not be there."""

    name: str
    unit: str
    user: str
    needs: tuple[str, ...] = ()
    data: str = ""
    settings: str = ""
    health: str = ""
    wish: str = ""
    gate_s: float = 90
    in_a_row: int = 5

    def told(self) -> dict[str, str]:
        """The settings of its service: KEY=value lines."""
        file = Path(self.settings) if self.settings else None
        lines = file.read_text(encoding="utf-8").splitlines() if file and file.is_file() else []
        pairs = (line.partition("=") for line in lines if "=" in line and not line.lstrip().startswith("#"))
        return {key.strip(): value.strip().strip('"') for key, _, value in pairs}

    def missing(self) -> list[str]:
        """What the service still waits for before it starts at all."""
        return [need for need in self.needs if Path(need.removeprefix("!")).exists() is need.startswith("!")]


def systemctl(*words: str) -> subprocess.CompletedProcess[str]:
    """Ask systemd; its answer is never an exception."""
    return subprocess.run(["systemctl", *words], capture_output=True, text=True, check=False)


def shown(unit: str, key: str) -> str:
    """One property of a unit."""
    return systemctl("show", "--property", key, "--value", unit).stdout.strip()


def start(role: Role) -> str:
    """Start the service; empty once it said that it is ready, else why it is not."""
    systemctl("reset-failed", role.unit)
    answer = systemctl("start", role.unit)
    if answer.returncode == 0:
        return ""
    return f"{role.unit} did not become ready ({shown(role.unit, 'Result')})"


def passes(role: Role, version: str) -> str:
    """Empty when `version` is well so many times in a row, else what was wrong in the end."""
    restarts, deadline, well, wrong = shown(role.unit, "NRestarts"), time.monotonic() + role.gate_s, 0, ""
    while time.monotonic() < deadline:
        if shown(role.unit, "NRestarts") != restarts:
            return "it ended by itself and was started again"
        wrong = _unwell(role, version)
        well = 0 if wrong else well + 1
        if well >= role.in_a_row:
            return ""
        time.sleep(_BETWEEN_S)
    return wrong or "it did not stay well for long enough"


def _unwell(role: Role, version: str) -> str:
    state = shown(role.unit, "ActiveState")
    if state != "active":
        return f"{role.unit} is {state}"
    return _asked(role, version) if role.health else ""


def _of_this_machine() -> ssl.SSLContext:
    """Whoever answers on this machine's own port is believed: it is asked for its version, and told nothing."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _asked(role: Role, version: str) -> str:
    told = role.told()
    host = told.get("KAPOK_HOST", "127.0.0.1")
    host = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
    port = int(told.get("KAPOK_PORT", "8080"))
    line = http.client.HTTPConnection(host, port, timeout=_ANSWER_S)
    if "--tls" in told.get("KAPOK_HALL_WORDS", ""):
        line = http.client.HTTPSConnection(host, port, timeout=_ANSWER_S, context=_of_this_machine())
    try:
        line.request("GET", role.health)
        answer = line.getresponse()
        said = json.loads(answer.read())
    except (OSError, ValueError, http.client.HTTPException) as error:
        return f"no answer from {role.health}: {error or type(error).__name__}"
    finally:
        line.close()
    if answer.status != http.client.OK or said.get("status") != "ok":
        return f"{role.health} answers {answer.status} {said.get('status', '')}".strip()
    if not str(said.get("build", "")).startswith(f"{version}+"):
        return f"{role.health} is answered by build {said.get('build')}, not by {version}"
    return ""
