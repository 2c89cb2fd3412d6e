"""A PostgreSQL of one's own for tests and benches: a cluster in a temporary folder, on a socket there, gone afterwards.

PostgreSQL refuses to run as root, so root starts it as the user `postgres` that Debian's package makes.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

import psycopg

from tests.children import ENDS_WITH_US

QUICK = {"fsync": "off", "full_page_writes": "off"}  # tests that cut no power; never for measuring
_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
_READY_S = 30.0


def _program(name: str) -> str:
    found = shutil.which(name) or next((str(folder / name) for folder in reversed(_BINARIES)), None)
    if found is None:
        raise FileNotFoundError(f"no {name} here; packaging/set-up installs the package postgresql")
    return str(Path(found).resolve())


class Cluster:
    """A running PostgreSQL. Every test takes a database of its own."""

    def __init__(self, **settings: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="kapok-pg-", dir="/tmp"))  # a socket's path is short
        self._as_user: tuple[str, ...] = ()
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self._as_user = ("setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")
        self._settings = settings
        # a collation that is not the bytes' order, as cities have it
        self._run(
            "initdb", "-D", str(self._data), "-U", "kapok", "-A", "trust", "-E", "UTF8", "--no-sync",
            "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US",
        )  # fmt: skip
        self._process = self._begin()

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _run(self, program: str, *words: str) -> None:
        command = [*self._as_user, _program(program), *words]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True, text=True, timeout=120)

    def _begin(self) -> subprocess.Popen[bytes]:
        named = {"listen_addresses": "", "unix_socket_directories": str(self.folder), "max_connections": "60"}
        settings = [word for name, value in {**named, **self._settings}.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [*self._as_user, *ENDS_WITH_US, _program("postgres"), "-D", str(self._data), *settings],
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        self._process = process
        self._wait()
        return process

    def _wait(self) -> None:
        until = time.monotonic() + _READY_S
        while True:
            try:
                return psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError:
                if time.monotonic() > until or self._process.poll() is not None:
                    raise RuntimeError((self.folder / "log").read_text(encoding="utf-8")) from None
                time.sleep(0.02)

    def url(self, database: str) -> str:
        """The address of a database in this cluster."""
        return f"postgresql://kapok@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"t{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as db:
            db.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Take a database away with whoever is still connected: hundreds of them are slow to clear up at the end."""
        name = url.partition("@/")[2].partition("?")[0]
        with psycopg.connect(self.url("postgres"), autocommit=True) as db:
            db.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def cpu_s(self) -> float:
        """Seconds of work that all its processes have done since it began."""
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                pid, rest = stat.parent.name, stat.read_text(encoding="utf-8").rsplit(")", 1)[1].split()
            except OSError:  # it has just ended
                continue
            if int(pid) == self._process.pid:
                ticks += sum(int(field) for field in rest[11:15])  # with its ended children's
            elif int(rest[1]) == self._process.pid:
                ticks += int(rest[11]) + int(rest[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def crash(self) -> None:
        """All at once, as when the machine stops; `again` recovers."""
        self._end("immediate")

    def again(self) -> None:
        """Start after a crash."""
        self._process = self._begin()

    def close(self) -> None:
        """Stop and leave nothing behind."""
        if self._process.poll() is None:
            self._end("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self, mode: str) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", mode, "-w", "stop")
        self._process.wait(30)
