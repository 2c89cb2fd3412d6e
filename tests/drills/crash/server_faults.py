"""The same faults under the whole real server: the n-th write or sync of its files fails, or kills it, under load.

The server is traced from outside. A fault that only fails must be outlived; after a kill the next start finds the
store as everybody was told. How soon is not measured here: a traced process is slow.
"""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from hall_server.store.lock import FolderInUseError, sole_writer
from tests.children import ENDS_WITH_US
from tests.drills.crash.breaker import FAULTS, Fault, on_files
from tests.drills.crash.cases import Case, Result
from tests.drills.crash.hall import StruckHall
from tests.drills.crash.kills import COMMITS, told

if TYPE_CHECKING:
    from pathlib import Path

EACH = 4
FARTHEST = 120
_STRIKES_WITHIN_S = 60.0


def cases(seed: int) -> list[Case]:
    """Some of each fault."""
    return [
        Case("server-faults", f"{fault.name}-{no}", seed, partial(play, fault=fault))
        for fault in FAULTS
        for no in range(EACH)
    ]


def play(case: Case, folder: Path, *, fault: Fault) -> Result:
    """One fault at a call that chance names; then a start without it."""
    rng, result = case.rng(), Result(case.full_name)
    hall = StruckHall(folder / "hall", rng, options=("--commits", rng.choice(COMMITS)))
    n, trace = rng.randint(1, FARTHEST), folder / "trace"
    trace.touch()
    whole = ("strace", "-f", "-A", "-o", str(trace), *on_files(folder / "hall"), *fault.inject(n))
    before, hall.served.before = hall.served.before, (*ENDS_WITH_US, *whole, *ENDS_WITH_US)
    try:
        with suppress(AssertionError):  # killed before it listened
            hall.served.start()
        hall.go_on(0, lambda: until_struck(trace, fault))
        if not struck(trace, fault):
            result.findings.append(f"call {n} has not come within {_STRIKES_WITHIN_S:.0f} s")
        if not fault.kills:
            hall.settle()
            result.findings += [f"in the same life: {one}" for one in hall.judge()]
        _end(hall, folder / "hall")
        hall.served.before = before
        hall.start(counts=False)
        hall.settle()
        if (code := hall.served.stop()) != 0:
            result.findings.append(f"the server ended with {code} when it was told to stop")
        result.findings += hall.judge()
    finally:
        hall.served.kill()
    result.counts = {"faults in the server": 1, **told(hall)}
    return result


def until_struck(trace: Path, fault: Fault) -> None:
    """Wait for the fault, and a moment more."""
    end = time.monotonic() + _STRIKES_WITHIN_S
    while not struck(trace, fault) and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.1)  # a little life after it


def struck(trace: Path, fault: Fault) -> bool:
    """Whether the trace shows it."""
    return fault.mark in trace.read_text(encoding="utf-8", errors="replace")


def _end(hall: StruckHall, data: Path) -> None:
    """The tracer dies and takes the server along; the folder is free a moment later."""
    hall.served.kill()
    while True:
        try:
            with sole_writer(data):
                return
        except FolderInUseError:
            time.sleep(0.01)
