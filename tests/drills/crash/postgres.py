"""Random kills on PostgreSQL: of the hall's server, of one of its backends, of the whole cluster at once.

The server outlives its database: it says so politely and serves again by itself. Told numbers are in the database
whatever was killed. The control asks PostgreSQL to answer before it has written its log.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from tests.children import ENDS_WITH_US
from tests.drills.crash.cases import Case, Result
from tests.drills.crash.hall import StruckHall
from tests.drills.crash.kills import kill, told
from tests.postgres import QUICK, Cluster

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence

    Strike = Callable[[StruckHall, "StruckCluster", Counter[str]], None]


class StruckCluster(Cluster):
    """A cluster whose processes may be killed one by one or all at once."""

    away: tuple[float, ...] = (0.0, 0.0, 1.0, 4.0)  # seconds between its end and its start: one of these
    _traced = False
    recoveries: list[float]  # seconds until it let anybody in again: its own business, told beside ours

    def __init__(self, **settings: str) -> None:
        self.recoveries = []
        super().__init__(**settings)

    def recovered(self, began: float) -> None:
        """Wait until it lets people in."""
        self._wait()
        self.recoveries.append(time.monotonic() - began)

    def backends(self) -> list[int]:
        """The processes that work for a hall's server."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as db:
            rows = db.execute("SELECT pid FROM pg_stat_activity WHERE application_name = 'kapok'").fetchall()
        return [int(pid) for (pid,) in rows]

    def kill(self) -> None:
        """SIGKILL to all of it, the first process first, so that nobody can tidy up."""
        first = self._process.pid
        for process in [*([] if self._traced else [first]), *_descendants(first)]:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._process.wait(30)  # a tracer ends when nobody is left to trace, and has buried them all

    def end_well(self) -> None:
        """Stop in order, so that the next start has nothing to recover."""
        self._end("fast")

    @contextmanager
    def traced(self, words: tuple[str, ...]) -> Iterator[None]:
        """Inside, it is started by this tracer; at the end nothing of it is left."""
        before, self._as_user, self._traced = self._as_user, (*words, *self._as_user), True
        try:
            yield
        finally:
            self.kill()
            self._as_user, self._traced = before, False


def _descendants(process: int) -> list[int]:
    try:
        named = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except FileNotFoundError:  # it has just ended
        return []
    return [one for child in map(int, named) for one in (child, *_descendants(child))]


@contextmanager
def cluster(*, quick: bool) -> Iterator[StruckCluster]:
    """A cluster of one's own; `quick` does not wait for the disk, which a kill cannot tell."""
    made = StruckCluster(**(QUICK if quick else {}))
    if quick:
        made.away = (0.0,)
    try:
        yield made
    finally:
        made.close()


def server(hall: StruckHall, _: StruckCluster, counts: Counter[str]) -> None:
    """The hall's server dies, and the next one starts."""
    kill(hall, counts)


def backend(hall: StruckHall, database: StruckCluster, counts: Counter[str]) -> None:
    """One process of PostgreSQL dies that worked for the server: all others are ended by it, and it recovers."""
    counts["kills"] += 1
    counts["kills of a backend"] += 1
    victims = database.backends()
    at: list[float] = []

    def strike() -> None:
        at.append(time.monotonic())
        for victim in hall.rng.sample(victims, 1) if victims else []:
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)

    hall.go_on(hall.rng.uniform(0.02, 0.5), strike)
    database.recovered(at[0])
    hall.until_serving(time.monotonic())


def whole(hall: StruckHall, database: StruckCluster, counts: Counter[str]) -> None:
    """PostgreSQL dies at once, by SIGKILL or by `pg_ctl stop -m immediate`, and is started again after a while."""
    counts["kills"] += 1
    counts["kills of the cluster"] += 1
    how = hall.rng.choice((database.kill, database.crash))
    hall.go_on(hall.rng.uniform(0.02, 0.5), how)
    time.sleep(hall.rng.choice(database.away))  # people and timers ask in vain meanwhile
    began = time.monotonic()
    database.again()
    database.recovered(began)
    hall.until_serving(time.monotonic())


STRIKES: tuple[tuple[Strike, int], ...] = ((server, 70), (backend, 15), (whole, 15))


def on_postgres(case: Case, folder: Path, *, strikes: Sequence[Strike] = (), quick: bool = False) -> Result:
    """These strikes, or `case.size` kills of whatever chance names."""
    rng, result, counts = case.rng(), Result(case.full_name), Counter[str]()
    with cluster(quick=quick) as database:
        hall = StruckHall(folder / "hall", rng, database=database.new_database())
        try:
            hall.start()
            for strike in strikes or [drawn(rng) for _ in range(case.size)]:
                strike(hall, database, counts)
                hall.settle()
                if found := hall.judge():
                    result.findings = [f"after kill {counts['kills']}, {strike.__name__}: {one}" for one in found]
                    break
            else:
                if (code := hall.served.stop()) != 0:
                    result.findings.append(f"the server ended with {code} when it was told to stop")
                result.findings += hall.judge()
        finally:
            hall.served.kill()
        result.counts = {**counts, **told(hall)}
        result.seconds, result.load, result.waited = hall.serving.seconds, hall.serving.load, hall.serving.waited
        result.others_seconds = database.recoveries
    return result


def drawn(rng: random.Random) -> Strike:
    """What dies next."""
    return rng.choices([strike for strike, _ in STRIKES], [weight for _, weight in STRIKES])[0]


def of_a_forgetful_database(case: Case, folder: Path) -> Result:
    """The control: synchronous_commit is off, and all of PostgreSQL is killed until told numbers are missing."""
    result, counts = Result(case.full_name), Counter[str]()
    with cluster(quick=True) as database:
        hall = StruckHall(folder / "hall", case.rng(), database=database.new_database())
        hall.served.before = (*ENDS_WITH_US, sys.executable, "-m", "tests.drills.crash.hasty")
        try:
            hall.start(counts=False)
            while not result.caught and counts["kills"] < case.size:
                counts["kills"] += 1
                hall.go_on(hall.rng.uniform(0.1, 0.5), database.kill)
                database.again()
                hall.until_serving(time.monotonic(), counts=False)
                result.caught = any("told as" in one for one in hall.judge())
        finally:
            hall.served.kill()
    result.counts = dict(counts)
    return result
