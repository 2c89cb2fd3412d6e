"""`make bench-hall`: how fast the hall gives numbers, calls and wakes, against what disk, loopback and twins can do.

`python -m tests.bench.hall [group …]`: all groups, or the named ones. SLICES=20 seconds for each arm of a comparison;
FULL=1 makes the long runs whole.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.hall import counters, drain, http, memory, push, store
from tests.bench.pg.__main__ import measure as postgres
from tests.bench.report import Row, report

GROUPS = {
    "store": store.measure,
    "http": http.measure,
    "push": push.measure,
    "memory": memory.measure,
    "counters": counters.measure,
    "drain": drain.measure,
    "postgres": lambda _: postgres([]),
}


def main(names: list[str]) -> None:
    rows: list[Row] = []
    for name in names or list(GROUPS):
        with tempfile.TemporaryDirectory(prefix="kapok-bench-") as folder:
            rows += GROUPS[name](Path(folder))
    report("bench-hall" if not names else "bench-hall-" + "-".join(names), rows)


if __name__ == "__main__":
    main(sys.argv[1:])
