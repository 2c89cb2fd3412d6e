"""`make soak-board`: a call board through ten thousand calls; its memory stays, every call is shown once, in order.

Everything is real but time: the hall and its stream, the page in Chromium and its loudspeaker, which sounds the chime
alone: sentences would take the hall an hour. The page's clock is pushed, or this would last a day. The control is the
same page with a hoard: what it shows, it keeps. `CALLS=10000`, about twenty minutes; the control has a tenth of them.
"""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.push.place import floor
from tests.drills.verdict import Verdict
from tests.e2e.web.hall import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import CDPSession, Page

    from tests.e2e.web.hall import HallProcess

BATCH, LOOKS = 20, 20
WARM_UP = 0.1  # of the calls; the page's lists are full by then
GROWTH = 1.05
STEP_MS, STEPS = 3_600, 400  # of the page's clock; at most so many for a batch
HOARD = """(() => {
    const kept = [];
    addEventListener("DOMContentLoaded", () => {
        const list = document.getElementById("spoken");
        new MutationObserver(() => kept.push(Array.from({ length: 200 }, () => list.textContent + Math.random())))
            .observe(list, { childList: true });
    });
})()"""


@dataclass
class Seen:
    """What one board showed and said, and what it held of memory."""

    called: list[str] = field(default_factory=list)
    shown: list[dict[str, Any]] = field(default_factory=list)
    said: int = 0
    heap_mb: list[float] = field(default_factory=list)
    nodes: list[float] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """Most memory after the warm-up against what was held at its end."""
        return max(self.heap_mb) / self.heap_mb[0]

    def findings(self) -> list[str]:
        """Calls that were lost, doubled, out of order or not said."""
        numbers = [call["n"] for call in self.shown]
        found = [f"call {after} after {before}" for before, after in itertools.pairwise(numbers) if after <= before]
        missing = set(self.called) - {call["label"] for call in self.shown}
        found += [f"{label} was called and never shown" for label in sorted(missing)]
        if len(self.shown) != len(self.called):
            found.append(f"{len(self.called)} calls, {len(self.shown)} shown")
        return found


class Board:
    """The page under the soak."""

    def __init__(self, page: Page, devtools: CDPSession) -> None:
        self._page, self._devtools = page, devtools
        self._last = {"kapokCalls": 0, "kapokSpoken": 0}

    def until_shown(self, count: int, seen: Seen) -> None:
        """Push the clock until so many calls were shown since the beginning."""
        for _ in range(STEPS):
            self._page.clock.run_for(STEP_MS)
            seen.shown += self._new("kapokCalls")
            seen.said += len(self._new("kapokSpoken"))
            if len(seen.shown) >= count:
                return

    def _new(self, log: str) -> list[dict[str, Any]]:
        found = self._page.evaluate("([log, n]) => window[log].filter((call) => call.n > n)", [log, self._last[log]])
        self._last[log] = max([self._last[log], *(call["n"] for call in found)])
        return found

    def look(self, seen: Seen) -> None:
        """What is held after the rubbish was collected."""
        for _ in range(2):
            self._devtools.send("HeapProfiler.collectGarbage")
        seen.heap_mb.append(self._devtools.send("Runtime.getHeapUsage")["usedSize"] / 1e6)
        seen.nodes.append(self._devtools.send("Memory.getDOMCounters")["nodes"])


@contextmanager
def board(folder: Path, script: str) -> Iterator[tuple[HallProcess, Board]]:
    """A hall with four clerks, and its board with a clock that can be pushed."""
    with floor(folder, {"soak": "soak"}, "speaks = []") as (hall, screens):
        for counter, clerk in enumerate(NAMES, 2):
            hall.sit(counter, clerk)
        machine = screens.machine(1920, 1080)
        if script:
            machine.add_init_script(script)
        page = screens.board(hall, machine, board="soak")
        yield hall, Board(page, machine.new_cdp_session(page))


def visits(hall: HallProcess, counter: int, count: int) -> list[str]:
    """So many people come, are called and go; their numbers."""
    labels = []
    for _ in range(count):
        hall.take("A")
        ticket = hall.call(counter)
        hall.finish(ticket)
        labels.append(ticket["label"])
    return labels


def soak(calls: int, folder: Path, script: str = "") -> Seen:
    """Show so many calls; memory is looked at from the end of the warm-up on."""
    seen = Seen()
    every = max(BATCH, calls // LOOKS // BATCH * BATCH)
    with board(folder, script) as (hall, page), ThreadPoolExecutor(len(NAMES)) as people:
        for done in range(BATCH, calls + 1, BATCH):
            counters = range(2, 2 + len(NAMES))
            for labels in people.map(visits, [hall] * len(NAMES), counters, [BATCH // len(NAMES)] * len(NAMES)):
                seen.called += labels
            page.until_shown(done, seen)
            if done >= calls * WARM_UP and done % every == 0:
                page.look(seen)
                print(f"{done} calls, {seen.said} said, {seen.heap_mb[-1]:.2f} MB", file=sys.stderr, flush=True)
    return seen


def main() -> int:
    """The drill, from the environment."""
    calls = int(os.environ.get("CALLS", "10000"))
    verdict = Verdict("soak-board")
    with tempfile.TemporaryDirectory(prefix="kapok-soak-") as folder:
        seen = soak(calls, Path(folder))
    with tempfile.TemporaryDirectory(prefix="kapok-soak-") as folder:
        hoard = soak(calls // 10, Path(folder), HOARD)
    verdict.at_least("B1", "calls shown", len(seen.shown), calls)
    verdict.nothing("B2", "lost, doubled or out of order", seen.findings())
    verdict.figure("B3", "of them said aloud", seen.said)
    verdict.figure("B4", "shown as missed", sum(call["missed"] for call in seen.shown))
    verdict.figure("B5", "script's heap at the end of the warm-up", seen.heap_mb[0], "MB")
    verdict.at_most("B6", "most after it, to that", round(seen.growth, 4), GROWTH, "×")
    verdict.figure("B7", "nodes of the page at the end, to the end of the warm-up", seen.nodes[-1] / seen.nodes[0], "×")
    verdict.control("B8", "a board that keeps what it shows", int(hoard.growth > GROWTH))
    return verdict.finish()


if __name__ == "__main__":
    sys.exit(main())
