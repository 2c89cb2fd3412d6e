"""`make bench-push`: a clerk's key to the boards' glass, a take to 200 streams, twenty calls, what updates weigh.

`python -m tests.bench.push [group …]`: all groups, or the named ones. PRESSES=100 keys for each count of boards,
BOARDS=20 real pages at most, SLICES=20 as in `make bench-hall`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.hall import push
from tests.bench.push import glass, light, twenty
from tests.bench.report import Row, report

GROUPS = {"glass": glass.measure, "wakes": push.measure, "twenty": twenty.measure, "light": light.measure}


def main(names: list[str]) -> None:
    rows: list[Row] = []
    for name in names or list(GROUPS):
        with tempfile.TemporaryDirectory(prefix="kapok-bench-") as folder:
            rows += GROUPS[name](Path(folder))
    report("bench-push" if not names else "bench-push-" + "-".join(names), rows)


if __name__ == "__main__":
    main(sys.argv[1:])
