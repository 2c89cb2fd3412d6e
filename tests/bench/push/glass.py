"""From the press of a clerk's key to the number on the glass, with one board and with twenty, in turns in one run.

The key is pressed in a real console and bears its own time. Each board is a page on a machine of its own (Chromium
gives each context its own connections) and notes the second frame after the number came into the page: the first may
still be on its way to the glass. A board shows a call for seven seconds at least and until it was said, so boards are
loaded anew between two presses, with nothing to remember: no time of another call is in the figure.
"""

from __future__ import annotations

import os
import statistics
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.bench.push.place import clerk, floor
from tests.bench.report import Row
from tests.e2e.web.screen import state

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from tests.e2e.web.hall import HallProcess
    from tests.e2e.web.screen import Screens

PRESSES, BOARDS = int(os.environ.get("PRESSES", "100")), int(os.environ.get("BOARDS", "20"))
TURNS = 5
SETTLE_MS = 900  # the first snapshot is behind it, and the console takes the key for a new one
PRESSED = """() => addEventListener("keydown", event => {
    window.pressedAt = performance.timeOrigin + event.timeStamp;
}, true)"""
NOTES = """(() => {
    if (location.protocol === "http:") localStorage.clear();
    const Source = window.EventSource;
    window.EventSource = class extends Source {
        constructor(url) {
            super(url);
            this.addEventListener("open", () => { window.listens = true; });
        }
    };
    const frame = (then) => requestAnimationFrame(then);
    addEventListener("DOMContentLoaded", () => {
        const number = document.getElementById("number");
        if (!number) return;
        new MutationObserver(() => {
            const label = number.textContent;
            frame(() => frame(() => { window.glass = { label, at: performance.timeOrigin + performance.now() }; }));
        }).observe(number, { childList: true, characterData: true, subtree: true });
    });
})()"""
READY = "() => window.listens && document.querySelector('#calm-title:not(:empty)')"


@dataclass
class Arm:
    """Milliseconds from the key: to each board, and to the last of them."""

    each: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)

    def took(self, boards: list[float]) -> None:
        self.each += boards
        self.last.append(max(boards))


def measure(folder: Path) -> list[Row]:
    """The rows, with the ratio of many to one."""
    with floor(folder) as (hall, screens):
        hand = Hand(hall, screens)
        one, many = Arm(), Arm()
        hand.press(hand.boards[:1])  # warm: the first call of a hall wakes its voice
        for turn in range(TURNS):
            print(f"\rglass: {turn}/{TURNS} ", end="", file=sys.stderr, flush=True)
            for arm, boards in ((one, hand.boards[:1]), (many, hand.boards)):
                hand.only(boards)
                for _ in range(PRESSES // TURNS):
                    arm.took(hand.press(boards))
        print(file=sys.stderr)
    times = statistics.median(many.each) / statistics.median(one.each)
    return [
        Row("K1p50", f"key → glass, 1 board, {len(one.each)} keys, p50", statistics.median(one.each), "ms"),
        Row("K1p99", "the same, p99", at(one.each, 0.99), "ms"),
        Row("Kmp50", f"key → glass, {BOARDS} boards, {len(many.last)} keys, p50", statistics.median(many.each), "ms"),
        Row("Kmp99", "the same, p99", at(many.each, 0.99), "ms"),
        Row("Kl50", f"key → the last of {BOARDS} boards, p50", statistics.median(many.last), "ms"),
        Row("Kl99", "the same, p99", at(many.last, 0.99), "ms"),
        Row("Kratio", f"{BOARDS} boards to 1, p50", times, "×"),
    ]


def at(values: list[float], share: float) -> float:
    """A quantile, the nearest value from above."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


class Hand:
    """A clerk's hand on the key, and the boards that answer it."""

    def __init__(self, hall: HallProcess, screens: Screens) -> None:
        self._hall = hall
        self._address = f"http://hall.test:{hall.port}/board/main"
        self._console = clerk(hall, screens, 2, "0316")
        self._console.evaluate(PRESSED)
        self.boards = [self._board(screens.machine(1280, 720), screens) for _ in range(BOARDS)]

    def _board(self, machine: BrowserContext, screens: Screens) -> Page:
        machine.add_init_script(NOTES)
        return screens.tab(machine)

    def only(self, boards: list[Page]) -> None:
        """The others show nothing and hold no stream."""
        for page in self.boards:
            if page not in boards:
                page.goto("about:blank")

    def press(self, boards: list[Page]) -> list[float]:
        """One visitor is called and served; milliseconds from the key to each board."""
        ticket = self._hall.take("A")
        for page in boards:
            page.goto(self._address, wait_until="commit")
        for page in boards:
            page.wait_for_function(READY)
        state(self._console, "idle")
        self._console.wait_for_timeout(SETTLE_MS)
        self._console.keyboard.press("NumpadEnter")
        state(self._console, "called", ticket["label"])
        pressed = self._console.evaluate("window.pressedAt")
        took = [self._seen(page, ticket) - pressed for page in boards]
        self._hall.finish(ticket)
        return took

    @staticmethod
    def _seen(page: Page, ticket: dict[str, Any]) -> float:
        page.wait_for_function("label => window.glass && window.glass.label === label", arg=ticket["label"])
        return page.evaluate("window.glass.at")
