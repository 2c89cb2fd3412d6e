"""`make bench-pg`: a city on one PostgreSQL. P10: two processes, 500 halls, whole lives of tickets; P11: one hot hall.

`python -m tests.bench.pg [lives] [hot] [http]`: all, or the named ones. The cluster is a real one: it syncs.
SECONDS=8 is how long each run lasts.
"""

from __future__ import annotations

import sys

from tests.bench.pg import over_http, store
from tests.bench.report import Row, report
from tests.postgres import Cluster

GROUPS = {"lives": store.lives, "hot": store.hot, "http": over_http.lives}


def measure(names: list[str]) -> list[Row]:
    """The named groups, or all."""
    rows: list[Row] = []
    for name in names or list(GROUPS):
        cluster = Cluster(shared_buffers="256MB", max_wal_size="4GB")
        try:
            rows += GROUPS[name](cluster)
        finally:
            cluster.close()
    return rows


def main(names: list[str]) -> None:
    report("bench-pg" if not names else "bench-pg-" + "-".join(names), measure(names))


if __name__ == "__main__":
    main(sys.argv[1:])
