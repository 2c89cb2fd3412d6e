"""From the start of the process to a home page that takes a touch.

The real `kapok kiosk run` (offscreen, software renderer) against a real hall and emulated boxes, all put up by command
lines. "Touchable" = the first frame with HOME in it was swapped, and a tap given then led to the next page. Kiosk and
floor are started in turns, so that a busy minute slows both.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tests.bench.report import Row
from tests.tour.kiosk_hand import KioskHand
from tests.tour.programs import run
from tests.tour.stage import Stage

RUNS = 9  # warm; one cold run comes before
SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
GOAL_S, GOAL_MB = 1.0, 180


@dataclass
class Start:
    """One start: seconds since the process began, memory in MB (10^6 bytes)."""

    touchable_s: float
    answered_s: float  # the page behind the tap stood
    cpu_s: float  # of all threads, up to that frame
    home_mb: float
    visit_mb: float = 0.0


def rss_mb(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def first_frame(frames: Path, page: str) -> dict | None:
    """The frame log's line about this page, once it is written to its end."""
    lines = frames.read_text(encoding="utf-8").splitlines(keepends=True) if frames.exists() else []
    said = (json.loads(line) for line in lines if line.endswith("\n"))
    return next((one for one in said if one.get("page") == page), None)


class Bench:
    """The stage, and starts of its kiosk one after another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stage = Stage(folder, quick=False)
        self._starts = 0

    async def __aenter__(self) -> Self:
        await self._stage.build()
        await self._stage.open_hall()
        await self._stage.plug_in()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stage.close()

    async def start(self, *, whole_visit: bool = False) -> Start:
        self._starts += 1
        frames = self._folder / f"frames-{self._starts}.jsonl"
        await self._stage.open_kiosk("--play", env={"KAPOK_FRAME_LOG": str(frames)})
        hand = KioskHand(self._stage.kiosk, self._folder)
        try:
            home = await self._frame(frames, "home")
            home_mb = rss_mb(self._stage.kiosk.pid)
            await hand.tap("home.take_a_number")
            await hand.until(page="services")
            services = await self._frame(frames, "services")
            done = Start(home["since_start_s"], services["since_start_s"], home["cpu_s"], home_mb)
            if whole_visit:
                await self._visit(hand)
                done.visit_mb = rss_mb(self._stage.kiosk.pid)
        finally:
            await self._stage.kiosk.stop()
        return done

    async def _frame(self, frames: Path, page: str) -> dict:
        """Wait for a page's first frame."""
        async with asyncio.timeout(30):
            while True:
                if said := first_frame(frames, page):
                    return said
                await asyncio.sleep(0.01)

    async def _visit(self, hand: KioskHand) -> None:
        """Every page that a visit without trouble can show, with a card, then home again."""
        await hand.until(page="services", reader=True, printer=True)
        await hand.tap("services.next_page")
        await hand.tap("services.next_page")
        await hand.tap("access.help")
        await hand.until(page="help")
        await hand.tap("help.back")
        await hand.tap("services.tab.")
        await hand.until(page="services")
        await hand.tap("services.item.i05")
        await hand.until(page="card")
        await self._stage.reader.say("lay 陈建明 110101199003070070")
        await hand.until(page="confirm")
        await self._stage.reader.say("lift")
        await hand.tap("confirm.print_number")
        await hand.until(page="ticket", within_s=40)
        await hand.tap("ticket.finish")
        await hand.until(page="home")


async def floor() -> tuple[float, float, float]:
    """Of the least window: seconds to its first frame, work until then in seconds, memory in MB."""
    told = await run([sys.executable, "-m", "tests.bench.kiosk.floor_window"])
    seconds, cpu, megabytes = told.split()[-3:]
    return float(seconds), float(cpu), float(megabytes)


async def measure() -> list[Row]:
    os.environ.update(SCREEN)
    starts: list[Start] = []
    floors: list[tuple[float, float, float]] = []
    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as folder:
        async with Bench(Path(folder)) as bench:
            cold = await bench.start()
            for at in range(RUNS):
                starts.append(await bench.start(whole_visit=at == RUNS - 1))
                floors.append(await floor())
                print(f"start {at + 1} of {RUNS}: {starts[-1].touchable_s:.2f} s", file=sys.stderr)
    return rows(cold, starts, floors)


def rows(cold: Start, starts: list[Start], floors: list[tuple[float, float, float]]) -> list[Row]:
    touchable = [start.touchable_s for start in starts]
    p50, worst = statistics.median(touchable), max(touchable)
    floor_s, floor_cpu, floor_mb = (statistics.median(values) for values in zip(*floors, strict=True))
    home_mb, visit_mb = max(start.home_mb for start in starts), starts[-1].visit_mb
    goal_s, goal_mb = f"<= {GOAL_S}", f"<= {GOAL_MB}"
    answered = statistics.median(start.answered_s for start in starts)
    return [
        Row("K1", "first touchable frame since process start, p50", p50, "s", goal_s, p50 <= GOAL_S),
        Row("K1max", f"the same, worst of {len(starts)}", worst, "s", goal_s, worst <= GOAL_S),
        Row("K1cold", "the same, first start of this run", cold.touchable_s, "s"),
        Row("K1tap", "page behind a tap given at once stands, p50", answered, "s"),
        Row("K1cpu", "work of all threads up to that frame, p50", statistics.median(s.cpu_s for s in starts), "s"),
        Row("K2", "memory of the kiosk's process at home, worst", home_mb, "MB", goal_mb, home_mb <= GOAL_MB),
        Row("K2visit", "the same after all pages of a visit", visit_mb, "MB", goal_mb, visit_mb <= GOAL_MB),
        Row("K0", "floor: first frame of a window with one word, p50", floor_s, "s"),
        Row("K0cpu", "floor: work up to that frame, p50", floor_cpu, "s"),
        Row("K0mem", "floor: memory of that window", floor_mb, "MB"),
        Row("K1/K0", "touchable frame, times the floor", p50 / floor_s, "× floor"),
    ]
