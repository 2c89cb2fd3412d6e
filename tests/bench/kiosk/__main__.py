"""`make bench-kiosk`: starts, visits and a thin line, one after the other → out/bench-kiosk.json.

TICKETS=<numbers over the thin line>, usually 1000. Touch to print job with a live, a stalled and a gone hall is
`make bench-offline`; from a code to the slip is `make bench-checkin`.
"""

from __future__ import annotations

import asyncio
import os

from tests.bench.kiosk import start, thin, visits
from tests.bench.report import report

VISITS = 30


async def measure() -> None:
    """All of it."""
    rows = await start.measure()
    rows += await visits.measure(VISITS)
    rows += await thin.measure(int(os.environ.get("TICKETS", "1000")))
    report("bench-kiosk", rows)


if __name__ == "__main__":
    asyncio.run(measure())
