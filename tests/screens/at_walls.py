"""Boards and the screens at the windows, in their states."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.e2e.web.hall import HallProcess
from tests.e2e.web.line import Line
from tests.e2e.web.screen import let_it_show
from tests.e2e.web.staff import Person
from tests.screens.at_counters import MINE
from tests.screens.shots import BAR, UPRIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.e2e.web.screen import Screens
    from tests.screens.shots import Shots

CLERK = "0317"
_STARTED = "#state-words:not(:empty), #number:not(:empty), #serving:not(:empty)"
_URGENT = {"words": "请从东门离开", "words_en": "Leave by the EAST door.", "by": "0316"}


def draw_boards(hall: HallProcess, screens: Screens, shots: Shots) -> None:
    """Nobody called, one, several; a notice; a line that is cut."""
    line = Line(hall.port)
    page = screens.board(hall, port=line.port)
    page.clock.run_for(3_000)
    shots.take(page, "board_idle")
    hall.sit(MINE, CLERK)
    first = hall.call(MINE)
    page.wait_for_selector('html[data-view="call"]')
    page.clock.run_for(1_500)
    shots.take(page, "board_call")
    hall.finish(first)
    let_it_show(page, 1)
    for counter, clerk in ((11, "0319"), (MINE, CLERK)):
        hall.sit(counter, clerk)
        hall.call(counter)
    for counter in (2, 9):
        _ends_and_calls(hall, counter)
    page.wait_for_selector("#batch-rows li:nth-child(2)")
    page.clock.run_for(1_000)
    shots.take(page, "board_dense")
    let_it_show(page, len(page.evaluate("window.kapokCalls")) + 2)
    for _ in range(30):
        page.clock.run_for(5_000)
        page.wait_for_timeout(40)
    page.wait_for_selector('html:not([data-view="call"])')
    shots.take(page, "board_after")
    hall.ask("counter", "POST", "/urgent_notice", _URGENT)
    page.wait_for_selector("#urgent:not([hidden])")
    shots.take(page, "board_urgent")
    hall.ask("counter", "POST", "/urgent_notice/lift", {"by": "0316"})
    page.wait_for_selector("#urgent", state="hidden")
    line.hold()
    page.clock.run_for(26_000)
    page.wait_for_selector("#strip:not([hidden])")
    shots.take(page, "board_lost")
    page.clock.run_for(300_000)
    page.wait_for_selector('html[data-view="silent"]')
    shots.take(page, "board_silent")
    line.let_go()
    line.close()
    page.goto(f"http://hall.test:{hall.port}/screen")
    page.wait_for_selector("#code:not(:empty)")
    shots.take(page, "board_unpaired")
    page.close()


def _ends_and_calls(hall: HallProcess, counter: int) -> None:
    """A counter of the morning ends with whom it has and calls the next one."""
    for state in ("called", "serving"):
        for one in hall.ask("counter", "GET", f"/tickets?state={state}&limit=100")["tickets"]:
            if one["counter"] == counter and state == "called":
                hall.finish(one)
            elif one["counter"] == counter:
                hall.move(one, "complete")
    hall.call(counter)


def draw_closed(folder: Path, screens: Screens, shots: Shots) -> None:
    """A hall whose only opening day is another one."""
    folder.mkdir(parents=True, exist_ok=True)
    far = datetime.now(UTC) + timedelta(hours=8, days=3)
    hall = HallProcess(folder, days=str(far.isoweekday())).start()
    try:
        page = screens.board(hall)
        shots.take(page, "board_closed")
        page.close()
        bar = _window(hall, screens, BAR)
        bar.wait_for_selector('html[data-state="closed"]')
        shots.take(bar, "window_closed")
        bar.close()
    finally:
        hall.stop()


def _window(hall: HallProcess, screens: Screens, size: tuple[int, int], port: int = 0) -> Page:
    page = screens.tab(screens.machine(*size))
    page.clock.install()
    page.goto(f"http://hall.test:{port or hall.port}/window/{MINE}")
    page.wait_for_selector(_STARTED, state="attached")
    return page


def draw_windows(hall: HallProcess, screens: Screens, shots: Shots) -> None:
    """A bar and a tablet at one counter, from closed to rated."""
    line = Line(hall.port)
    bar, tablet = _window(hall, screens, BAR, line.port), _window(hall, screens, UPRIGHT)
    shots.take(bar, "window_nobody")
    clerk = Person(hall, CLERK)
    clerk.sign_in()
    clerk.post("/counter/sit", {"counter": str(MINE)})
    _both(bar, tablet, "idle")
    shots.take(bar, "window_idle")
    shots.take(tablet, "window_upright_idle")
    ticket = hall.call(MINE)
    _both(bar, tablet, "called")
    shots.take(bar, "window_called")
    shots.take(tablet, "window_upright_called")
    hall.move(ticket, "serve")
    _both(bar, tablet, "serving")
    shots.take(bar, "window_serving")
    for words in ("您好，请出示身份证", "居住证满半年就能办，今天带户口本了吗？"):
        clerk.post("/counter/caption", {"words": words})
    bar.wait_for_selector("#caption-old:not(:empty)")
    shots.take(bar, "window_caption")
    hall.move(ticket, "complete")
    tablet.wait_for_selector("#rating:not([hidden])")
    shots.take(tablet, "window_rating")
    missed = hall.call(MINE)
    hall.until(lambda: hall.ask_may("counter", f"/tickets/{missed['id']}/no_show"), within_s=40)
    _both(bar, tablet, "idle")
    shots.take(bar, "window_no_show")
    hall.ask("counter", "POST", f"/counters/{MINE}/pause", {"reason": "rest", "minutes": 10})
    bar.wait_for_selector('html[data-state="paused"]')
    shots.take(bar, "window_paused")
    line.hold()
    bar.clock.run_for(26_000)
    bar.wait_for_selector('html[data-state="lost"]')
    shots.take(bar, "window_lost")
    line.let_go()
    line.close()
    bar.close()
    tablet.close()


def _both(bar: Page, tablet: Page, wanted: str) -> None:
    for page in (bar, tablet):
        page.wait_for_selector(f'html[data-state="{wanted}"]')
