"""A clerk in the middle of a service when the hall goes away and comes back: no PIN, the same ticket, live keys."""

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in, sit, state

pytestmark = pytest.mark.slow


def _with_a_visitor(hall: HallProcess, screens: Screens, ticket):
    page = screens.console(hall)
    sign_in(page, "0317", PIN)
    sit(page, 3)
    page.keyboard.press("Enter")
    state(page, "called", ticket["label"])
    return page


def test_a_hall_that_was_killed_in_the_middle_of_a_service_asks_nobody_for_a_pin(hall: HallProcess, screens: Screens):
    ticket = hall.take("A")
    page = _with_a_visitor(hall, screens, ticket)
    page.evaluate("window.sameDocument = true")
    hall.kill()
    page.wait_for_selector("#lost:not([hidden])")
    hall.start()
    page.wait_for_selector("#lost", state="hidden")  # by itself
    page.keyboard.press("Enter")
    state(page, "serving", ticket["label"])
    assert page.evaluate("window.sameDocument")
    assert hall.ask("kiosk", "GET", f"/tickets/{ticket['id']}")["state"] == "serving"


@pytest.mark.parametrize("how", ["while the hall was away", "behind the page's back"])
def test_a_console_whose_session_is_gone_says_so_and_asks_for_the_pin(hall: HallProcess, screens: Screens, how: str):
    ticket = hall.take("A")
    page = _with_a_visitor(hall, screens, ticket)
    page.wait_for_timeout(850)  # the lock against double presses
    if how == "while the hall was away":
        hall.stop()
        hall.new_pin("0317", "1357")
        hall.start()
    else:
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "kapok_staff", "value": "x", "domain": "hall.test", "path": "/"}])
        page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready] #refusal:has-text('登录已经失效，请再登录一次')")
    sign_in(page, "0317", "1357" if how == "while the hall was away" else PIN)
    if how != "while the hall was away":  # the session is alive, only this page has lost it
        page.click("#refusal:has-text('3 号窗口登录了') button")
    state(page, "called", ticket["label"])  # back at the counter with the visitor at hand
