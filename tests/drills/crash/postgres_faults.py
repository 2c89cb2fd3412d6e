"""The same faults under PostgreSQL: the n-th write or sync of its write-ahead log fails, or kills the one who asked.

PostgreSQL then gives up by itself, as it should. The hall says so politely, and when the database has been started
again on a disk that is well, everything that was told is there.
"""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from tests.children import ENDS_WITH_US
from tests.drills.crash.breaker import FAULTS, Fault
from tests.drills.crash.cases import Case, Result
from tests.drills.crash.hall import StruckHall
from tests.drills.crash.kills import told
from tests.drills.crash.postgres import StruckCluster, cluster
from tests.drills.crash.server_faults import struck, until_struck

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = (1, 3, 8, 21, 55)
LOG = "data/pg_wal/000000010000000000000001"  # a small hall writes no second one


def cases(seed: int) -> list[Case]:
    """Each fault at some calls."""
    return [
        Case("postgres-faults", f"{fault.name}-n{n}", seed, partial(play, fault=fault), n)
        for fault in FAULTS
        for n in NUMBERS
    ]


def play(case: Case, folder: Path, *, fault: Fault) -> Result:
    """`case.size` is n, counted by each process of PostgreSQL for itself."""
    result, trace = Result(case.full_name), folder / "trace"
    with cluster(quick=False) as database:
        hall = StruckHall(folder / "hall", case.rng(), database=database.new_database())
        try:
            hall.start(counts=False)
            database.end_well()
            _break(hall, database, fault, case.size, trace)
            if not struck(trace, fault):
                result.findings.append(f"call {case.size} has not come")
            database.again()
            hall.until_serving(time.monotonic(), counts=False)
            hall.settle()
            result.findings += hall.judge()
            if (code := hall.served.stop()) != 0:
                result.findings.append(f"the server ended with {code} when it was told to stop")
        finally:
            hall.served.kill()
    result.counts = {"faults in PostgreSQL": 1, **told(hall)}
    return result


def _break(hall: StruckHall, database: StruckCluster, fault: Fault, n: int, trace: Path) -> None:
    """PostgreSQL starts on a disk that will break, people go on until it has, and nothing is left of it."""
    trace.touch()
    words = ("strace", "-f", "-A", "-o", str(trace), "-P", str(database.folder / LOG), *fault.inject(n))
    with database.traced((*ENDS_WITH_US, *words)):
        with suppress(RuntimeError):  # broken before it let anybody in
            database.again()
        hall.go_on(0, lambda: until_struck(trace, fault))
