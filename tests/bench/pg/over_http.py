"""P10 over HTTP: two servers on one PostgreSQL, ten counters each, whole lives of tickets over the wire."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.hall.place import COUNTERS, HALL, KAPOK, Server, listening, site_file
from tests.bench.pg.proof import proof
from tests.bench.report import Row
from tests.children import ENDS_WITH_US

if TYPE_CHECKING:
    from tests.postgres import Cluster

ROOT = Path(__file__).resolve().parents[3]
SECONDS = float(os.environ.get("SECONDS", "8"))
SERVE = (KAPOK, "hall", "serve", "--port", "0", "--api-only")
FIRST = 13  # from here on all counters serve the same queues


def lives(cluster: Cluster) -> list[Row]:
    """Two servers, first each of a hall of its own, then both of one hall; a client process at each of them."""
    return [*_lives(cluster, [HALL, "another-hall"]), *_lives(cluster, [HALL])]


def _lives(cluster: Cluster, halls: list[str]) -> list[Row]:
    address = cluster.new_database()
    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as name, ExitStack() as stack:
        made = [_hall(Path(name), hall, address) for hall in halls]
        both = made * (2 // len(made))
        servers = [stack.enter_context(listening([*SERVE, *one.home, "--site", str(one.site)])) for one in both]
        before = (sum(server.cpu_s for server in servers), cluster.cpu_s())
        clients = [_client(server, one, at) for at, (server, one) in enumerate(zip(servers, both, strict=True))]
        told = []
        for client in clients:
            out, _ = client.communicate()
            if client.returncode:
                raise SystemExit("a client ended early")
            told.append(json.loads(out))
        work = [sum(server.cpu_s for server in servers) - before[0], cluster.cpu_s() - before[1]]
    count = sum(one["lives"] for one in told)
    work_ms = [cpu_s * 1000 / count for cpu_s in (*work, sum(one["cpu"] for one in told))]
    rate = sum(one["lives"] / one["seconds"] for one in told)
    took = sorted(seconds * 1000 for one in told for seconds in one["issued"])
    bad = sum(one["bad"] for one in told)
    id_, of = ("P10http", "each of its own hall") if len(halls) > 1 else ("P10both", "both of one hall")
    goal = (">= 500", rate >= 500) if len(halls) > 1 else ("", None)
    return [
        Row(id_, f"whole lives a second over HTTP (5 requests), 2 servers, {of}", rate, "/s", *goal),
        Row(f"{id_}p99", "answer to a take meanwhile, p99", took[len(took) * 99 // 100], "ms"),
        Row(f"{id_}work", "work of the servers for one life; the machine's cores have 1000 each", work_ms[0], "ms"),
        Row(f"{id_}base", "the database's", work_ms[1], "ms"),
        Row(f"{id_}load", "the clients', on the same cores", work_ms[2], "ms"),
        Row(f"{id_}no", "refusals", bad, "", "== 0", bad == 0),
        *proof(address, halls, id_),
    ]


class Made(NamedTuple):
    """A hall with keys for a kiosk and a console."""

    hall: str
    site: Path
    home: tuple[str, ...]
    keys: list[str]


def _hall(folder: Path, hall: str, address: str) -> Made:
    (folder / hall).mkdir()
    site = site_file(folder / hall)
    site.write_text(site.read_text("utf-8").replace(f'id = "{HALL}"', f'id = "{hall}"', 1), "utf-8")
    home = ("--data", str(folder / hall / "data"), "--database", address)
    _run("hall", "init", "--site", str(site), *home)
    return Made(hall, site, home, [_key(role, (*home, "--hall", hall)) for role in ("kiosk", "counter")])


def _client(server: Server, one: Made, at: int) -> subprocess.Popen[str]:
    half = (COUNTERS - FIRST + 1) // 2
    counters = f"{FIRST + at * half}-{FIRST + (at + 1) * half - 1}"
    words = [sys.executable, "-m", "tests.bench.pg.visits", str(server.port), one.hall, *one.keys]
    return subprocess.Popen(
        [*ENDS_WITH_US, *words, counters, str(SECONDS)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def _key(role: str, home: tuple[str, ...]) -> str:
    told = json.loads(_run("hall", "key", "new", *home, "--role", role, "--name", f"bench-{role}", "--json"))
    return f"Kapok {told['key_id']}.{told['secret']}"


def _run(*words: str) -> str:
    done = subprocess.run([KAPOK, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout
