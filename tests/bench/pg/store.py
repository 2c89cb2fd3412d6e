"""P10 and P11 with nothing in front of the halls: two processes, each many halls on one loop and one connection."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hall_server.store.create import create_hall
from tests.bench.pg.proof import proof
from tests.bench.report import Row
from tests.children import ENDS_WITH_US

if TYPE_CHECKING:
    from tests.postgres import Cluster

HALLS, SHARED = 500, 10
SECONDS = float(os.environ.get("SECONDS", "8"))
HOT_SLICES = 6
ROOT = Path(__file__).resolve().parents[3]


class Worker:
    """A process that serves halls."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen(
            [*ENDS_WITH_US, sys.executable, "-m", "tests.bench.pg.worker", address],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, **order: Any) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit("a server process ended")
        return json.loads(line)

    def close(self) -> None:
        self._process.communicate()


def halls_in(address: str, count: int) -> list[str]:
    names = [f"hall-{number:03}" for number in range(count)]
    for name in names:
        create_hall(address, name, str(uuid.uuid4()), 0)
    return names


def lives(cluster: Cluster) -> list[Row]:
    """P10: each process has half of the halls, and a few are served by both."""
    address = cluster.new_database()
    names = halls_in(address, HALLS)
    shared, own = names[:SHARED], names[SHARED:]
    workers = [Worker(address), Worker(address)]
    for number, worker in enumerate(workers):
        worker.ask(halls=[*shared, *own[number::2]], counter=number + 1)
    for worker in workers:
        worker.hear()
    before = 0.0
    for seconds in (1.0, SECONDS):  # the first warms up
        before = cluster.cpu_s()
        for worker in workers:
            worker.ask(lives=seconds)
        told = [worker.hear() for worker in workers]
    work_s = cluster.cpu_s() - before + sum(one["cpu"] for one in told)
    for worker in workers:
        worker.close()
    count = sum(one["lives"] for one in told)
    rate = sum(one["lives"] / one["seconds"] for one in told)
    issued = sorted(took * 1000 for one in told for took in one["issued"])
    what = f"whole lives a second (5 commands), 2 processes, {HALLS} halls, {SHARED} of them served by both"
    return [
        Row("P10", what, rate, "/s", ">= 1500", rate >= 1500),
        Row("P10p50", "answer to a take meanwhile, p50", issued[len(issued) // 2], "ms"),
        Row("P10p99", "the same, p99", issued[len(issued) * 99 // 100], "ms"),
        Row("P10cpu", "of that, the servers' own work", sum(one["cpu"] / one["seconds"] for one in told), "cores"),
        Row("P10work", "work of servers and database for one life; a core has 1000", work_s * 1000 / count, "ms"),
        Row("P10no", "refusals", sum(one["refused"] for one in told), "", "== 0", not any(o["refused"] for o in told)),
        *proof(address, names, "P10"),
    ]


def hot(cluster: Cluster) -> list[Row]:
    """P11: one hall, 128 callers; then the same hall from two processes at a time."""
    address = cluster.new_database()
    names = halls_in(address, 1)
    workers = [Worker(address), Worker(address)]
    rows: list[Row] = []
    for number, worker in enumerate(workers):
        worker.ask(halls=names, counter=number + 1)
        worker.hear()
    for busy, id_ in (workers[:1], "P11"), (workers, "P11two"):
        rates, took = [], []
        for turn in range(HOT_SLICES + 1):
            for worker in busy:
                worker.ask(takes=1.0, callers=128 // len(busy))
            told = [worker.hear() for worker in busy]
            if turn:
                rates.append(sum(one["takes"] / one["seconds"] for one in told))
                took += [seconds * 1000 for one in told for seconds in one["issued"]]
        rate, took = statistics.median(rates), sorted(took)
        goal = ("", None) if id_ != "P11" else (">= 2000", rate >= 2000)
        rows.append(Row(id_, f"numbers a second in one hall, 128 callers, {len(busy)} process(es)", rate, "/s", *goal))
        rows.append(Row(f"{id_}p99", "answer to a take, p99", took[len(took) * 99 // 100], "ms"))
    for worker in workers:
        worker.close()
    return [*rows, *proof(address, names, "P11")]
