"""Where the hall's benches happen: folders with a bench hall, the hall's own server, twins of it, clients."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.children import ENDS_WITH_US

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[3]
KAPOK = str(Path(sys.executable).with_name("kapok"))
HALL = "gz-demo-district"
COUNTERS = 32
PATIENCE = "print_answer_s = 86400\nunconfirmed_call_s = 86400\n"
ITEMS = tuple(f"i{number:02}" for number in range(1, 29))


class NotStartedError(Exception):
    """A program that a bench needs did not start."""


def site_file(folder: Path) -> Path:
    """The demo hall with 32 counters, in which no timer runs out while it is measured."""
    text = (ROOT / "config/sites/demo.toml").read_text(encoding="utf-8")
    for no in range(13, COUNTERS + 1):
        text += f'\n[[counter]]\nno = {no}\nname = "加开"\nkinds = ["flex"]\nqueues = ["C", "A", "E", "H"]\n'
    before, table, behind = text.partition("\n[defaults]\n")
    text = f"{before}\n[defaults]\n{PATIENCE}{behind}" if table else f"{text}\n[defaults]\n{PATIENCE}"
    path = folder / "site.toml"
    path.write_text(text, encoding="utf-8")
    return path


@dataclass
class Place:
    """A hall's folder with its site file and keys: role → "Kapok id.secret"."""

    site: Path
    data: Path
    keys: dict[str, str] = field(default_factory=dict)


def make_place(folder: Path) -> Place:
    """A fresh hall, made by the hall's own commands."""
    folder.mkdir()
    place = Place(site_file(folder), folder / "hall")
    _run(KAPOK, "hall", "init", "--site", str(place.site), "--data", str(place.data))
    for role, more in (("kiosk", ("--kiosk", "K1")), ("counter", ()), ("board", ())):
        new = ("hall", "key", "new", "--data", str(place.data), "--role", role, "--name", f"bench-{role}", "--json")
        told = json.loads(_run(KAPOK, *new, *more).strip().splitlines()[-1])
        place.keys[role] = f"Kapok {told['key_id']}.{told['secret']}"
    return place


def _run(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotStartedError(f"{words[1:3]}: {done.stderr[-400:]}")
    return done.stdout


@dataclass
class Server:
    """A process that listens."""

    process: subprocess.Popen[str]
    port: int

    @property
    def rss_mb(self) -> float:
        """Resident memory in MB (10^6 bytes)."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * 4096 / 1e6

    @property
    def cpu_s(self) -> float:
        """Seconds of work since it began."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def listening(words: list[str], env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A program that says "listening on …:<port>" and serves until it is told to stop."""
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen([*ENDS_WITH_US, *words], stdout=subprocess.PIPE, stderr=said, text=True, env=env)
        try:
            assert process.stdout
            found = next((port for line in process.stdout if (port := re.search(r"listening on .*:(\d+)", line))), None)
            if found is None:
                said.seek(0)
                raise NotStartedError(f"{words[1:4]}: {said.read()[-800:]}")
            yield Server(process, int(found[1]))
        finally:
            process.terminate()
            process.communicate()


@contextmanager
def hall_server(place: Place) -> Iterator[Server]:
    """The hall's own server on a place, by its front door."""
    words = [KAPOK, "hall", "serve", "--site", str(place.site), "--data", str(place.data), "--port", "0"]
    with listening(words) as server:
        yield server


@contextmanager
def twin(name: str, *words: str, env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A minimal program of tests/bench/twins."""
    with listening([sys.executable, "-m", f"tests.bench.twins.{name}", *words], env) as server:
        yield server


class Client:
    """A process of its own that makes load: a line of JSON in, a line of JSON out."""

    def __init__(self, module: str, *words: str) -> None:
        command = [*ENDS_WITH_US, sys.executable, "-m", f"tests.bench.hall.{module}", *words]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, **order: object) -> dict[str, Any]:
        """Give an order and wait until it is done."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise NotStartedError("the client ended")
        return json.loads(answer)

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
