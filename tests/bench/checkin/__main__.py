"""`make bench-checkin`: from the code on a telephone's page to the slip, booking due, without a touch (CL-C3).

City, hall and kiosk are processes of their own; the page stands in a real browser, a camera sees its picture, a real
scanner's process reads it, the slip comes out of an emulated printer at 200 mm/s. `ROUNDS=<how many>`, usually 30. Four
people come in turn; nobody touches anything from the first round to the last. Writes out/bench-checkin.json.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
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
BYTES_S = 1.0  # without the way of the paper
DOTS_PER_MM = 8
UNTOUCHED = {"checking", "printing", "ticket", "cleared", "home"}


@dataclass
class Measured:
    """Seconds from the page to the slip, the same without the paper's own time, and what hall and screen say of it."""

    took: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    checked_in: int = 0
    choices: int = 0  # pages on which somebody would have had to touch something


async def measure(rounds: int) -> Measured:
    """Play the rounds."""
    made = Measured()
    took, bare = made.took, made.bare
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
                made.checked_in = sum(event.move == "check_in" for event in await place.hall.events())
                pages = [json.loads(line)["page"] for line in place.kiosk.lines if line.startswith("{")]
                made.choices = sum(page not in UNTOUCHED for page in pages[pages.index("checking") :])
            await browser.close()
    return made


async def _stands(kiosk: RealKiosk, since: int) -> int:
    """The number stands on the screen: the next may come."""
    return await kiosk.shows(since + 1, page="ticket")


def _p95(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def rows(made: Measured) -> list[Row]:
    """C3 of the plan."""
    took, checked_in = made.took, made.checked_in
    ordered = sorted(took)
    p95, bare_p95 = _p95(took), _p95(made.bare)
    all_in = checked_in == len(took)
    found = [
        Row("C3", "telephone's page to slip, p95", p95, "s", f"<= {GOAL_S:g}", p95 <= GOAL_S),
        Row("C3mid", "the same, median", statistics.median(took), "s"),
        Row("C3worst", "the same, worst", ordered[-1], "s"),
        Row("C3bytes", "code shown to the slip's bytes, p95", bare_p95, "s", "<= 1", bare_p95 <= BYTES_S),
        Row("C3bare", "the same without the paper's way, median", statistics.median(made.bare), "s"),
        Row("C3n", "rounds that ended with the booking's slip", checked_in, "rounds", f"== {len(took)}", all_in),
        Row("C3taps", "pages between that wanted a touch", made.choices, "pages", "== 0", made.choices == 0),
    ]
    if len(took) < ROUNDS:
        found.append(Row("C3short", f"short run: ROUNDS, usually {ROUNDS}", len(took), "rounds"))
    return found


if __name__ == "__main__":
    report("bench-checkin", rows(asyncio.run(measure(int(os.environ.get("ROUNDS", ROUNDS))))))
