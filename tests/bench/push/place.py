"""Where the boards' benches happen: a real hall, a real Chromium, a clerk who has signed in at a console."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import ARGS, Screens, sign_in, sit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page


@contextmanager
def floor(folder: Path, boards: dict[str, str] | None = None, more: str = "") -> Iterator[tuple[HallProcess, Screens]]:
    """A hall that is served, with more boards (see `with_boards`), and a browser to look at it."""
    hall = HallProcess(folder).with_boards(boards or {}, more)
    try:
        hall.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
            screens = Screens(browser)
            yield hall, screens
            screens.close()
            browser.close()
    finally:
        hall.stop()


def clerk(hall: HallProcess, screens: Screens, counter: int, staff_no: str) -> Page:
    """A console at which somebody sits."""
    console = screens.console(hall)
    sign_in(console, staff_no, PIN)
    sit(console, counter)
    console.wait_for_selector('html[data-ready][data-link="ok"]')
    return console
