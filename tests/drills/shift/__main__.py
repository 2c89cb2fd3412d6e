"""`make drill-shift`: 40 visitors at 3 counters by keyboard alone in Chromium → out/drill-shift.json.

VISITORS=40. SEED=n is another shift: who comes when, who does not come, who is held, sent on, called too early. Every
last key is pressed twice within a tenth of a second; the hall's events say what each press did. The control is the
same console without its lock, where the second press must be seen to count.
"""

from __future__ import annotations

import logging
import os
import statistics
import tempfile
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.drills.shift.book import Book
from tests.drills.shift.clerk import SETTLED_MS, Clerk
from tests.drills.verdict import Verdict
from tests.e2e.web.hall import NAMES, ROOT, HallProcess
from tests.e2e.web.screen import ARGS, Screens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Route

    from tests.drills.shift.clerk import Choice

USUALLY = 40
COUNTERS = (2, 3, 4)
GAP_MS = 100
_ROUNDS_EACH = 25  # of a visitor: more than any shift needs
_SPEAK_EVERY = 25
_CONTROL_TRIES = 5
_CONSOLE = ROOT / "ui/web/static/console.js"
_LOCK = "const LOCK_MS = 800;"


def main() -> int:
    logging.disable(logging.WARNING)
    visitors = int(os.environ.get("VISITORS", str(USUALLY)))
    verdict = Verdict("drill-shift")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        judge(verdict, Screens(browser), visitors, int(os.environ.get("SEED", "1")), speak=True)
        browser.close()
    if visitors < USUALLY:
        verdict.figure("short-VISITORS", f"short run: VISITORS, usually {USUALLY}", visitors)
    return verdict.finish()


def judge(verdict: Verdict, screens: Screens, visitors: int, seed: int, *, speak: bool = False) -> None:
    """One shift, and then the console without its lock."""
    shift = Shift(screens, visitors, Random(seed), speak=speak)
    with _hall() as hall:
        shift.work(hall)
    book, clerks = shift.book, shift.clerks
    gaps = [gap for clerk in clerks for gap in clerk.gaps]
    took = sorted(ms for clerk in clerks for ms in clerk.took_ms)
    verdict.at_least("Dvisitors", "visitors who are through", book.ended, visitors)
    verdict.figure("Dcounters", "counters, by keyboard alone", len(clerks))
    verdict.figure("Dpresses", "keys pressed", sum(clerk.presses + clerk.doubles for clerk in clerks))
    within = [gap for gap in gaps if gap <= GAP_MS]
    verdict.at_least("Ddoubles", f"pressed twice within {GAP_MS} ms, as the page heard it", len(within), 2 * visitors)
    verdict.figure("Dlater", "pressed twice, the second one a little later", len(gaps) - len(within))
    verdict.figure("Dgap", "between the two, median", statistics.median(within), "ms")
    for move in ("call", "serve", "complete", "recall", "no_show", "return", "hold", "resume", "transfer", "undo"):
        verdict.figure(f"M{move}", f"moves: {move}", book.count(move))
    verdict.figure("Dp50", "key to what it led to on the page, median", statistics.median(took), "ms")
    verdict.figure("Dp99", "key to what it led to on the page, p99", took[int(len(took) * 0.99) - 1], "ms")
    verdict.nothing("Deffect", "presses that did anything but their one thing", shift.findings)
    verdict.nothing("Dpage", "errors in scripts, breaks of the CSP", screens.complaints)
    verdict.control("Clock", "a console that takes every press", _without_lock(screens))


class Shift:
    """Three clerks until everybody is through."""

    def __init__(self, screens: Screens, visitors: int, rng: Random, *, speak: bool) -> None:
        self._screens, self._visitors, self._rng, self._speak = screens, visitors, rng, speak
        self.clerks: list[Clerk] = []
        self.findings: list[str] = []

    def work(self, hall: HallProcess) -> None:
        self.book = Book(hall)
        taken = 0
        for counter, staff_no in zip(COUNTERS, NAMES, strict=False):
            self.clerks.append(Clerk(self._screens.console(hall), counter, staff_no, self._rng))
            self.clerks[-1].sit_down()
        for turn in range(self._visitors * _ROUNDS_EACH):
            for _ in range(min(self._visitors - taken, 6 if turn == 0 else self._rng.randint(0, 2))):
                hall.take("A")
                taken += 1
            self.book.read()
            if taken == self._visitors and self.book.ended == taken:
                break
            self._turn()
            if self._speak and turn % _SPEAK_EVERY == 0:
                print(f"… {self.book.ended} of {self._visitors} visitors are through", flush=True)
        for clerk in self.clerks:
            clerk.gaps = clerk.gaps_ms()
            clerk.page.close()

    def _turn(self) -> None:
        """Everybody presses, then everybody looks; what the hall did by then must be what was pressed."""
        before = {clerk.staff_no: len(self.book.moves(clerk.staff_no)) for clerk in self.clerks}
        pressed: list[tuple[Clerk, Choice]] = []
        for clerk in self.clerks:
            choice = clerk.choose(tuple(no for no in COUNTERS if no != clerk.counter))
            if choice is not None:
                clerk.press(choice)
                pressed.append((clerk, choice))
        self.findings += [wrong for clerk, choice in pressed if (wrong := clerk.settle(choice))]
        self.clerks[0].page.wait_for_timeout(SETTLED_MS)
        self.book.read()
        for clerk, choice in pressed:
            done = tuple(self.book.moves(clerk.staff_no)[before[clerk.staff_no] :])
            if done not in choice.effects and not (choice.or_told and not done):
                self.findings.append(f"counter {clerk.counter}: {choice.keys} pressed twice did {done}")


def _without_lock(screens: Screens) -> int:
    """How many double presses count twice when the page has no lock."""

    def open_door(route: Route) -> None:
        text = _CONSOLE.read_text(encoding="utf-8")
        assert _LOCK in text
        route.fulfill(body=text.replace(_LOCK, "const LOCK_MS = 0;"), content_type="text/javascript")

    with _hall() as hall:
        machine = screens.machine()
        machine.route("**/static/console.js*", open_door)
        clerk = Clerk(screens.console(hall, machine), COUNTERS[0], next(iter(NAMES)), Random(1))
        clerk.sit_down()
        book, caught = Book(hall), 0
        for _ in range(_CONTROL_TRIES):
            hall.take("A")
        clerk.page.wait_for_selector("#act-main:not([aria-disabled='true'])")
        for _ in range(_CONTROL_TRIES):
            book.read()
            before = len(book.moves(clerk.staff_no))
            clerk.page.keyboard.press("NumpadEnter")
            clerk.page.wait_for_timeout(GAP_MS - 20)
            clerk.page.keyboard.press("NumpadEnter")
            clerk.page.wait_for_timeout(SETTLED_MS)
            book.read()
            caught += len(book.moves(clerk.staff_no)) - before > 1
        clerk.page.close()
    return caught


@contextmanager
def _hall() -> Iterator[HallProcess]:
    """A hall whose locks are a second long, so that a shift is some minutes."""
    with tempfile.TemporaryDirectory(prefix="kapok-shift-") as folder:
        hall = HallProcess(Path(folder), no_show_lock_s=1, recall_lock_s=1)
        try:
            yield hall.start()
        finally:
            hall.stop()


if __name__ == "__main__":
    raise SystemExit(main())
