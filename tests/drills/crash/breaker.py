"""strace as a disk that breaks: the n-th write or sync on the database's files fails, or kills who asked for it.

One tracer serves many cases: strace counts the calls of each child by itself, and a child that is to be hit at its
n-th call first spends calls that do nothing. Whether a fault has struck is read from the trace, not taken for granted.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hall_server.store.sqlite_store import FILE_NAME
from tests.children import ENDS_WITH_US
from tests.drills.crash.orders import Order

if TYPE_CHECKING:
    from typing import Self

ROOT = Path(__file__).parents[3]
WRITES, SYNCS = "pwrite64", "fdatasync"  # what SQLite calls; strace counts each kind of call by itself


class Program(NamedTuple):
    """Whose disk breaks: a module that works on a database as it is ordered, and the name of that database's file."""

    module: str
    file: str


HALL = Program("tests.drills.crash.work", FILE_NAME)


@dataclass(frozen=True)
class Fault:
    """Which calls break, and how. `on`: from the n-th call every one of them."""

    name: str
    calls: str
    how: str  # as strace has it: error=EIO, signal=KILL
    on: bool = False

    @property
    def kills(self) -> bool:
        """The one who asks does not survive it."""
        return self.how.startswith("signal")

    @property
    def mark(self) -> str:
        """What stands in the trace when it has struck."""
        return "+++ killed by SIGKILL +++" if self.kills else "(INJECTED)"

    def inject(self, when: int) -> list[str]:
        """Words for strace."""
        return ["-e", f"trace={self.calls}", "-e", f"inject={self.calls}:{self.how}:when={when}{'+' * self.on}"]


FAULTS = (
    Fault("sync-eio", SYNCS, "error=EIO"),
    Fault("sync-kill", SYNCS, "signal=KILL"),
    Fault("write-eio", WRITES, "error=EIO"),
    Fault("write-enospc", WRITES, "error=ENOSPC"),
    Fault("write-kill", WRITES, "signal=KILL"),
)
ROOM = tuple(  # the calls that make room for the write-ahead log before the store is opened: one of each
    Fault(f"room-{call}-{name}", call, how)
    for call in ("write", "fsync")
    for name, how in (("eio", "error=EIO"), ("enospc", "error=ENOSPC"), ("kill", "signal=KILL"))
)
LASTING = (Fault("sync-eio-on", SYNCS, "error=EIO", on=True), Fault("write-enospc-on", WRITES, "error=ENOSPC", on=True))


@dataclass
class Broken:
    """What came of one child."""

    lines: list[list[Any]] = field(default_factory=list)
    fired: bool = False
    status: int = 0


def on_files(folder: Path, file: str = FILE_NAME) -> list[str]:
    """Words for strace: these files and no others."""
    return ["-P", str(folder / file), "-P", str(folder / f"{file}-wal")]


class Breaker:
    """A traced process that works on the database in `folder` and is hit at call number `when`."""

    def __init__(self, folder: Path, fault: Fault, when: int, program: Program = HALL) -> None:
        self._folder, self._fault, self._when = folder, fault, when
        self._trace = folder / "trace"
        self._trace.touch()
        tracer = ["strace", "-f", "-A", "-o", str(self._trace), *on_files(folder, program.file), *fault.inject(when)]
        self._process = subprocess.Popen(
            [*ENDS_WITH_US, *tracer, *ENDS_WITH_US, sys.executable, "-m", program.module],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # the store says to its log what we look for in its answers
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(20)
        self._process.stdout.close()

    def play(self, n: int, seed: str, turns: int, *words: str) -> Broken:
        """Work, and be hit at the n-th call."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._trace.open("r+") as trace:
            trace.truncate(0)
        writes = self._when - n if self._fault.calls == WRITES else 0
        syncs = self._when - n if self._fault.calls == SYNCS else 0
        self._process.stdin.write(json.dumps(Order(str(self._folder), seed, turns, writes, syncs, words)) + "\n")
        self._process.stdin.flush()
        broken = Broken()
        for line in self._process.stdout:
            said = json.loads(line)
            if said[0] == "over":
                _, child, broken.status = said
                broken.fired = self._has_fired(int(child))
                return broken
            broken.lines.append(said)
        msg = "the traced process has gone"
        raise RuntimeError(msg)

    def _has_fired(self, child: int) -> bool:
        trace = self._trace.read_text(encoding="utf-8", errors="replace").splitlines()
        return any(self._fault.mark in line for line in trace if line.startswith(f"{child} "))
