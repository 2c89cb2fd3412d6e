"""A piece of a shift at three counters by keyboard alone: every press leads to one effect, and nothing else does."""

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in, sit, state

pytestmark = pytest.mark.slow
CLERKS = ((2, "0316"), (3, "0317"), (4, "0318"))
VISITORS = 6


def test_every_press_of_three_clerks_leads_to_one_effect(hall: HallProcess, screens: Screens):
    tickets = [hall.take("A") for _ in range(VISITORS)]
    pages = []
    for counter, staff_no in CLERKS:
        page = screens.console(hall)
        sign_in(page, staff_no, PIN)
        sit(page, counter)
        page.wait_for_selector('html[data-ready][data-link="ok"]')
        pages.append(page)
    for wanted in ("called", "serving", "outcome", "called", "serving", "outcome", "idle"):
        for page in pages:
            page.keyboard.press("NumpadEnter")
            page.keyboard.press("NumpadEnter")  # within the tenth of a second: the same press
        for page in pages:
            state(page, wanted)
        pages[0].wait_for_timeout(850)
    moves = [event["move"] for event in hall.ask("counter", "GET", "/events?after=0&limit=500")["events"]]
    assert [moves.count(move) for move in ("call", "serve", "complete")] == [VISITORS] * 3
    ends = [hall.ask("kiosk", "GET", f"/tickets/{ticket['id']}") for ticket in tickets]
    assert {end["state"] for end in ends} == {"completed"}
    assert sorted(end["counter"] for end in ends) == [2, 2, 3, 3, 4, 4]
