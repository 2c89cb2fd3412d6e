"""The console in its states: one clerk signs in and works, by the keypad alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.line import Line
from tests.e2e.web.screen import sign_in, sit, state
from tests.screens.shots import COMPACT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.web.screen import Screens
    from tests.screens.shots import Shots

MINE, CLERK = 3, "0317"
TAKEN = 1  # somebody sits there
_PRESS_MS = 850  # within it, it would be the same press
_TRIES = 5


def draw_login(hall: HallProcess, screens: Screens, shots: Shots) -> None:
    """登录: as it is, a wrong PIN, too many of them; then which counter."""
    page = screens.console(hall)
    page.wait_for_selector("html[data-ready] #staff_no")
    shots.take(page, "login")
    sign_in(page, "0318", "1357")
    page.wait_for_selector("#refusal:has-text('还能试')")
    shots.take(page, "login_wrong_pin")
    for _ in range(_TRIES - 1):
        page.wait_for_timeout(_PRESS_MS)
        sign_in(page, "0318", "1357")
    page.wait_for_selector("#refusal:has-text('10 分钟后')")
    shots.take(page, "login_locked")
    _end_visit_at(hall, TAKEN)
    sign_in(page, "0319", PIN)
    page.wait_for_selector("html[data-ready] #seats")
    shots.take(page, "seats")
    page.keyboard.type(str(TAKEN))
    page.wait_for_timeout(_PRESS_MS)
    page.keyboard.press("Enter")
    page.wait_for_selector("#refusal button")
    shots.take(page, "seat_taken")
    page.close()


def _end_visit_at(hall: HallProcess, counter: int) -> None:
    """Nobody is at a counter whose visitor depends on the minute; its clerk sits on, and may be taken over."""
    for at in ("called", "serving"):
        for ticket in hall.ask("counter", "GET", f"/tickets?state={at}&limit=200")["tickets"]:
            if ticket["counter"] == counter and at == "called":
                hall.finish(ticket)
            elif ticket["counter"] == counter:
                hall.move(ticket, "complete")


def draw_console(hall: HallProcess, screens: Screens, shots: Shots) -> None:
    """空闲 to 今天小结."""
    line = Line(hall.port)
    page = screens.console(hall, port=line.port)
    sign_in(page, CLERK, PIN)
    sit(page, MINE)
    page.wait_for_selector('html[data-ready][data-link="ok"]')
    desk = _Desk(page, shots)
    shots.take(page, "console_idle")
    desk.panel("NumpadMultiply", "pause", "console_pause")
    desk.press("Numpad2", "paused", "console_paused")
    desk.press("Enter", "idle")
    _call_by_hand(desk)
    desk.press("Enter", "called", "console_called")
    _refused(desk)
    desk.press("Enter", "serving", "console_serving")
    page.click(".captions summary")
    page.fill("#caption-words", "您带户口本了吗？")
    shots.take(page, "console_captions")
    page.fill("#caption-words", "")
    page.click(".captions summary")
    page.evaluate("document.activeElement.blur()")
    desk.panel("NumpadAdd", "transfer", "console_transfer")
    desk.panel("NumpadSubtract", "hold", "console_hold")
    desk.press("Numpad1", "idle")
    desk.panel("NumpadSubtract", "held", "console_held")
    desk.panel("F4", "search")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    page.wait_for_selector(".panel-rows:not(:empty)")
    desk.close("console_search")
    desk.panel("F1", "keys", "console_keys")
    desk.press("Enter", "called")
    desk.press("Enter", "serving")
    _noticed(desk)
    desk.press("Enter", "outcome", "console_outcome")
    desk.press("Enter", "called")
    page.set_viewport_size({"width": COMPACT[0], "height": COMPACT[1]})
    shots.take(page, "console_compact")
    page.set_viewport_size({"width": 1440, "height": 900})
    _missed(desk)
    desk.panel("F9", "shift", "console_shift")
    line.hold()
    page.wait_for_selector('html:not([data-link="ok"])', timeout=60_000)
    page.wait_for_timeout(3_000)  # it counts
    shots.take(page, "console_lost")
    line.let_go()
    line.close()
    page.close()


def _call_by_hand(desk: _Desk) -> None:
    page = desk.page
    page.keyboard.press("Numpad3")
    page.wait_for_timeout(_PRESS_MS)
    page.keyboard.press("NumpadEnter")
    page.wait_for_selector('[data-view="name"]')
    desk.close("console_by_hand")


def _refused(desk: _Desk) -> None:
    page = desk.page
    page.evaluate("document.getElementById('act-no-show').dataset.opens = '0'")  # a page that believes it may
    page.keyboard.press(".")
    page.wait_for_selector(".alert")
    page.wait_for_timeout(_PRESS_MS)
    desk.shots.take(page, "console_refused")


def _missed(desk: _Desk) -> None:
    """Who was called and did not come, after the lock."""
    page = desk.page
    page.wait_for_selector("#act-no-show:not([aria-disabled=true])", timeout=70_000)
    desk.press(".", "idle")
    desk.panel(".", "missed", "console_missed")


def _noticed(desk: _Desk) -> None:
    """一次性告知单: filled in, given, and the sheet."""
    desk.panel("Numpad7", "papers")
    desk.shots.take(desk.page, "console_papers")
    desk.panel("NumpadAdd", "notice")
    desk.page.keyboard.press("Numpad1")
    desk.shots.take(desk.page, "console_notice")
    desk.press("NumpadEnter", "serving", "console_noticed")
    with desk.page.context.expect_page() as opened:
        desk.page.keyboard.press("Numpad6")
    opened.value.wait_for_selector("h1")
    desk.shots.take(opened.value, "notice_sheet")
    opened.value.close()
    desk.page.bring_to_front()


class _Desk:
    """One clerk's keys."""

    def __init__(self, page: Page, shots: Shots) -> None:
        self.page = page
        self.shots = shots

    def press(self, key: str, wanted: str, name: str = "") -> None:
        """One press, and what the console then is."""
        self.page.keyboard.press(key)
        state(self.page, wanted)
        self.page.wait_for_timeout(_PRESS_MS)
        if name:
            self.shots.take(self.page, name)

    def panel(self, key: str, view: str, name: str = "") -> None:
        """A panel opened by its key; with a name its picture is taken, and it is closed unless a key of it follows."""
        self.page.keyboard.press(key)
        self.page.wait_for_selector(f'[data-view="{view}"]')
        self.page.wait_for_timeout(_PRESS_MS)
        if name in {"console_pause", "console_hold"}:
            self.shots.take(self.page, name)
        elif name:
            self.close(name)

    def close(self, name: str) -> None:
        """Its picture, then back."""
        self.shots.take(self.page, name)
        self.page.keyboard.press("Escape")
        self.page.wait_for_selector("[data-view]", state="detached")
        self.page.wait_for_timeout(_PRESS_MS)
