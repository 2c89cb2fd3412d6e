"""A clerk at a console who has nothing but a keyboard: chooses a key that the page offers, and presses it twice."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import TimeoutError as TookTooLong

from tests.e2e.web.hall import PIN

if TYPE_CHECKING:
    from random import Random

    from playwright.sync_api import Page

SAID = "#toast:not([hidden]), #stage .alert:not(.due):not(.ask), #stage .panel-empty"
GAPS_MS = (0, 0, 0, 20, 40)  # between the two presses; the way into the browser takes some more
APART_MS = 500  # what lies further apart is no double press
REDRAWN_MS = 60
TOLD_MS, LED_MS = 1_000, 20_000  # so long for an effect before what is said counts; and for either
SETTLED_MS = 850  # the console's own lock is over
_WATCH = """() => {
  const heard = (window.kapokKeys = []);
  addEventListener("keydown", (event) => event.repeat || heard.push([event.code, event.timeStamp]), true);
}"""


class Choice(NamedTuple):
    """Keys one after the other, the state that they lead to, and what the hall may have done: one of these, no more.

    `or_told`: nothing is an effect too, if the page says why (another clerk was faster).
    """

    keys: tuple[str, ...]
    states: tuple[str, ...]
    effects: tuple[tuple[str, ...], ...] = ((),)
    or_told: bool = False


_CALLED_NEXT = (("complete", "call"), ("complete",))
_DONE = ("called", "idle")


class Clerk:
    """One counter of the shift."""

    def __init__(self, page: Page, counter: int, staff_no: str, rng: Random) -> None:
        self.page, self.counter, self.staff_no = page, counter, staff_no
        self._rng = rng
        self._paused = 0
        self.presses = 0
        self.doubles = 0
        self.took_ms: list[float] = []
        self._pressed_at = 0.0
        self._timed = False
        self.gaps: list[float] = []

    def sit_down(self) -> None:
        """Staff number, PIN, counter: typed."""
        page = self.page
        page.wait_for_selector("html[data-ready] #staff_no:focus")
        page.keyboard.type(self.staff_no)
        page.keyboard.press("Tab")
        page.keyboard.type(PIN)
        page.keyboard.press("Enter")
        page.wait_for_selector("html[data-ready] #seats")
        page.keyboard.type(str(self.counter))
        page.wait_for_function("no => document.querySelector('[data-seat]').textContent === no", arg=str(self.counter))
        page.keyboard.press("Enter")
        page.wait_for_selector('html[data-ready][data-link="ok"] #stage [data-state]')
        page.evaluate(_WATCH)

    @property
    def state(self) -> str:
        """Where the console stands."""
        return str(self.page.get_attribute("#stage [data-state]", "data-state"))

    def _at_rest(self) -> str:
        """Where it stands once it is not being drawn anew: an open list comes back a moment after the rest."""
        before, now = "", self.state
        while now != before:
            self.page.wait_for_timeout(REDRAWN_MS)
            before, now = now, self.state
        return now

    def choose(self, others: tuple[int, ...]) -> Choice | None:
        """Something that makes sense now; None while there is nothing to do."""
        match self._at_rest():
            case "idle":
                return self._idle()
            case "paused":
                return Choice(("NumpadEnter",), ("idle",))
            case "called":
                return self._called()
            case "serving":
                return self._serving(others)
            case "outcome":
                return self._outcome()
            case "panel":  # whom it wanted back somebody else has had meanwhile
                return Choice(("Escape",), ("idle",))
            case other:
                raise AssertionError(f"counter {self.counter} stands in {other!r}")

    def _idle(self) -> Choice | None:
        if not self.page.query_selector("#act-main:not([aria-disabled='true'])"):
            return self._look_aside()
        if self._rng.random() < 0.06 and self._paused < 2:  # twice in a shift
            self._paused += 1
            return Choice(("NumpadMultiply", "Numpad2"), ("paused",))
        return Choice(("NumpadEnter",), ("called",), (("call",),), or_told=True)

    def _look_aside(self) -> Choice | None:
        """Nobody waits: those who were held come back, and those who missed their call."""
        if self.page.query_selector("#act-held .count"):
            return Choice(("NumpadSubtract", "NumpadEnter"), ("serving",), (("resume",),), or_told=True)
        if self.page.query_selector("#act-missed .count"):
            return Choice(("NumpadDecimal", "NumpadEnter"), ("idle",), (("return",),), or_told=True)
        return None

    def _called(self) -> Choice:
        luck = self._rng.random()
        open_ = self.page.query_selector("#act-no-show:not(.locked)") is not None
        if luck < 0.1 and open_:  # one in ten does not come
            return Choice(("NumpadDecimal",), ("idle",), (("no_show",),))
        if 0.1 <= luck < 0.25 and self.page.query_selector("#act-recall:not(.locked):not([aria-disabled='true'])"):
            return Choice(("Numpad0",), ("called",), (("recall",),))
        if 0.25 <= luck < 0.3 and self.page.query_selector("#act-undo:not([hidden])"):  # pressed too early
            return Choice(("Backspace",), ("idle",), (("undo",),))
        return Choice(("NumpadEnter",), ("serving",), (("serve",),))

    def _serving(self, others: tuple[int, ...]) -> Choice:
        luck = self._rng.random()
        if luck < 0.08:  # somebody has to make a copy
            return Choice(("NumpadSubtract", "Numpad1"), ("idle",), (("hold",),))
        if luck < 0.14:  # another counter does it
            return Choice(
                ("NumpadAdd", f"Numpad{self._rng.choice(others)}", "NumpadEnter"), ("idle",), (("transfer",),)
            )
        return Choice(("NumpadEnter",), ("outcome",))

    def _outcome(self) -> Choice:
        luck = self._rng.random()
        if luck < 0.1:  # not yet after all
            return Choice(("NumpadDecimal",), ("serving",))
        if luck < 0.2 and self.page.query_selector("[data-key='Ctrl+Enter']"):
            return Choice(("Control+Enter",), ("idle",), (("complete",),))
        if luck < 0.5:
            return Choice((self._rng.choice(("Numpad1", "Numpad3", "Numpad7", "Numpad0")),), _DONE, _CALLED_NEXT)
        return Choice(("NumpadEnter",), _DONE, _CALLED_NEXT)

    def press(self, choice: Choice) -> None:
        """The keys; the last one twice within a tenth of a second, as a hand does it that was not sure."""
        *first, last = choice.keys
        for key in first:
            self.page.keyboard.press(key)
            self.presses += 1
            if self.state != "panel":
                self.page.wait_for_selector("#stage [data-state='panel']")
        self._timed = choice.effects != ((),)
        self._pressed_at = time.perf_counter()
        self.page.keyboard.press(last)
        gap = self._rng.choice(GAPS_MS)
        if gap:
            self.page.wait_for_timeout(gap)
        self.page.keyboard.press(last)
        self.presses += 1
        self.doubles += 1

    def settle(self, choice: Choice) -> str:
        """Wait for where the press leads; what went wrong, or ""."""
        wanted = ",".join(f"#stage [data-state='{state}']" for state in choice.states)
        if not self._led_to(wanted, TOLD_MS if choice.or_told else LED_MS):
            either = f"{wanted}, {SAID}" if choice.or_told else wanted
            if not self._led_to(either, LED_MS):
                return f"counter {self.counter}: {choice.keys} led to {self.state}, not {choice.states}; {self.told()}"
        if self._timed:
            self.took_ms.append((time.perf_counter() - self._pressed_at) * 1000)
        return ""

    def _led_to(self, wanted: str, within_ms: int) -> bool:
        try:
            self.page.wait_for_selector(wanted, timeout=within_ms)
        except TookTooLong:
            return False
        return True

    def told(self) -> str:
        """What the console says besides."""
        words = self.page.query_selector(SAID)
        return (words.inner_text() if words else "").strip()

    def gaps_ms(self) -> list[float]:
        """Between the two presses of each double, as the page heard them; pairs of one key within half a second."""
        heard = self.page.evaluate("window.kapokKeys")
        pairs = [(after[1] - before[1], before[0] == after[0]) for before, after in pairwise(heard)]
        return [gap for gap, same in pairs if same and gap < APART_MS]
