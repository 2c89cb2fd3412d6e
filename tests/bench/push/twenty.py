"""Twenty calls in five seconds on five boards with real clocks and real voices; one is away for ten seconds.

Each board has a sound zone of its own, so that each has to say all of them.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from tests.bench.push.place import floor
from tests.bench.report import Row
from tests.e2e.web.hall import NAMES
from tests.e2e.web.screen import said, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.e2e.web.hall import HallProcess

    Calls = list[tuple[int, str, int]]

CALLS, WITHIN_S, AWAY_S, PATIENCE_S = 20, 5.0, 10.0, 480.0
ZONES = [f"b{no}" for no in range(1, 6)]


def measure(folder: Path) -> list[Row]:
    """How many boards showed and said all of them in order."""
    with floor(folder, dict(zip(ZONES, ZONES, strict=True))) as (hall, screens):
        machines = [screens.machine(1280, 720) for _ in ZONES]

        def opened(at: int) -> Page:
            page = screens.tab(machines[at])
            page.goto(f"http://hall.test:{hall.port}/board/{ZONES[at]}")
            page.wait_for_selector("#calm-title:not(:empty), #number:not(:empty)", state="attached")
            return page

        pages = [opened(at) for at in range(len(ZONES))]
        _people(hall)
        began = time.monotonic()
        _call(hall, 0, CALLS // 2, began)
        before = shown(pages[0]), said(pages[0])
        pages[0].close()
        closed = time.monotonic()
        _call(hall, CALLS // 2, CALLS, began)
        took = time.monotonic() - began
        pages[1].wait_for_timeout(max(0.0, closed + AWAY_S - time.monotonic()) * 1_000)
        pages[0] = opened(0)
        _until(lambda: min(len(shown(one)) + len(said(one)) for one in pages[1:]) >= 2 * CALLS, pages[1])
        _until(lambda: len(before[1]) + len(said(pages[0])) >= CALLS, pages[0])
        ended = time.monotonic() - began
        calls = hall.calls()
        seen = [(shown(one), said(one)) for one in pages]
        seen[0] = (before[0] + seen[0][0], before[1] + seen[0][1])
    showing, saying = ([pair[part] == calls for pair in seen] for part in (0, 1))
    return [
        Row("T1", f"{CALLS} calls were made within", took, "s", f"<= {WITHIN_S:g}", took <= WITHIN_S),
        Row("T2", f"boards that showed all {CALLS} once, in order", sum(showing), "", "== 5", all(showing)),
        Row("T3", f"boards that said all {CALLS} once, in order", sum(saying), "", "== 5", all(saying)),
        Row("T4", f"of {CALLS}: shown by the board that was away 10 s", len(seen[0][0]), "", "== 20", showing[0]),
        Row("T5", f"of {CALLS}: said by it", len(seen[0][1]), "", "== 20", saying[0]),
        Row("T6", "until the last board had said the last", ended, "s"),
    ]


def _people(hall: HallProcess) -> None:
    for _ in range(CALLS):
        hall.take("A")
    for counter, clerk in enumerate(NAMES, 2):
        hall.sit(counter, clerk)


def _call(hall: HallProcess, first: int, last: int, began: float) -> None:
    """Evenly over the seconds, by four counters in turn."""
    for no in range(first, last):
        time.sleep(max(0.0, began + no * (WITHIN_S - 0.5) / CALLS - time.monotonic()))
        hall.finish(hall.call(2 + no % len(NAMES)))


def _until(truth: Callable[[], bool], page: Page) -> None:
    """Give up after a while: the rows tell what is missing."""
    give_up = time.monotonic() + PATIENCE_S
    while not truth() and time.monotonic() < give_up:
        page.wait_for_timeout(500)
        print(f"\rtwenty: {len(said(page))} said ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
