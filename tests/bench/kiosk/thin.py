"""Numbers over a thin line: from the touch to the print job, and that the kiosk never takes slow for gone."""

from __future__ import annotations

import asyncio
import dataclasses
import sys
import tempfile
from pathlib import Path

from tests.bench.kiosk.offline import Measured, NotingPrinter, Visits, kiosk_of, worst_of_100
from tests.bench.kiosk.thin_line import KBIT_S, ROUND_TRIP_S, ThinLine
from tests.bench.report import Row
from tests.integration.kiosk.programs import RealHall

GOAL_MS = 100 + ROUND_TRIP_S * 1000


async def measure(tickets: int) -> list[Row]:
    """Take so many numbers over the line."""
    took: list[float] = []
    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as name:
        folder = Path(name)
        async with RealHall(folder) as hall:
            access = hall.access()
            port = int(access.server.rpartition(":")[2])
            async with ThinLine(port) as line:
                printer = NotingPrinter()
                kiosk = kiosk_of(dataclasses.replace(access, server=f"http://127.0.0.1:{line.port}"), folder, printer)
                visits = Visits(kiosk, printer, folder, Measured())
                running = asyncio.create_task(kiosk.run())
                try:
                    await visits.until(lambda: kiosk.session.online and kiosk.session.devices.printer)
                    for number in range(tickets):
                        took.append(await visits.one())
                        if number % 100 == 99:
                            print(f"{number + 1} of {tickets} numbers over the thin line", file=sys.stderr)
                finally:
                    running.cancel()
                    await asyncio.gather(running, return_exceptions=True)
    p99 = worst_of_100(took)
    line_is = f"{KBIT_S} kbit/s, {ROUND_TRIP_S * 1000:.0f} ms"
    return [
        Row("K6", f"touch to print job on a line of {line_is}, p99", p99, "ms", f"<= {GOAL_MS:.0f}", p99 <= GOAL_MS),
        Row("K6mid", "the same, p50", sorted(took)[len(took) // 2], "ms"),
        Row(
            "K6false",
            f"numbers of {tickets} that were given as if the hall were gone",
            visits.alone,
            "",
            "== 0",
            visits.alone == 0,
        ),
    ]
