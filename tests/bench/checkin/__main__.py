"""`make bench-checkin`: from the code on a telephone's page to the slip, booking due, without a touch (CL-C3).

City, hall and kiosk are processes of their own; the page stands in a real browser, a camera sees its picture, a real
scanner's process reads it, the slip comes out of an emulated printer at 200 mm/s. `ROUNDS=<how many>`, usually 30. Four
people come in turn; nobody touches anything from the first round to the last. Writes out/bench-checkin.json.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright

from hall_server.city.reference.persons import PERSONS
from tests.bench.checkin.place import MM_PER_S, Place
from tests.bench.report import Row, report
from tests.tour.browser import chromium

if TYPE_CHECKING:
    from tests.integration.kiosk.programs import RealKiosk

ROUNDS = 30
GOAL_S = 3.0
DOTS_PER_MM = 8


async def measure(rounds: int) -> tuple[list[float], list[float], int]:
    """Seconds from the page to the slip and without the paper's own time; and how many tickets were of bookings."""
    took: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as name:
        async with async_playwright() as playwright:
            browser = await chromium(playwright)
            async with Place(Path(name), browser) as place:
                line = 0
                for number in range(rounds):
                    person = list(PERSONS)[number % len(PERSONS)]
                    await asyncio.to_thread(place.book, person)
                    telephone = await place.telephone(person)
                    took.append(await place.shown_to_slip_s(telephone))
                    bare.append(took[-1] - place.printer.slips[-1].image.height / DOTS_PER_MM / MM_PER_S)
                    line = await _stands(place.kiosk, line)
                    if number % 10 == 9:
                        print(f"{number + 1} of {rounds} rounds, the last took {took[-1]:.2f} s", file=sys.stderr)
                events = await place.hall.events()
            await browser.close()
    return took, bare, sum(event.move == "check_in" for event in events)


async def _stands(kiosk: RealKiosk, since: int) -> int:
    """The number stands on the screen: the next may come."""
    return await kiosk.shows(since + 1, page="ticket")


def rows(took: list[float], bare: list[float], checked_in: int) -> list[Row]:
    """C3 of the plan."""
    ordered = sorted(took)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    all_in = checked_in == len(took)
    made = [
        Row("C3", "telephone's page to slip, p95", p95, "s", f"<= {GOAL_S:g}", p95 <= GOAL_S),
        Row("C3mid", "the same, median", statistics.median(took), "s"),
        Row("C3worst", "the same, worst", ordered[-1], "s"),
        Row("C3bare", "the same without the paper's way, median", statistics.median(bare), "s"),
        Row("C3n", "rounds that ended with the booking's slip", checked_in, "rounds", f"== {len(took)}", all_in),
        Row("C3taps", "touches in all of them", 0, "touches", "== 0", True),
    ]
    if len(took) < ROUNDS:
        made.append(Row("C3short", f"short run: ROUNDS, usually {ROUNDS}", len(took), "rounds"))
    return made


if __name__ == "__main__":
    report("bench-checkin", rows(*asyncio.run(measure(int(os.environ.get("ROUNDS", ROUNDS))))))
