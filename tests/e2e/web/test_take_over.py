"""接管: a seat that somebody left without signing out can be taken over, not while a visitor is at that counter."""

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in, sit, state

pytestmark = pytest.mark.slow


def test_a_taken_seat_is_taken_over_after_one_question_and_the_one_before_is_out(hall: HallProcess, screens: Screens):
    before = screens.console(hall)
    sign_in(before, "0317", PIN)
    sit(before, 3)
    page = screens.console(hall)
    sign_in(page, "0318", PIN)
    page.wait_for_selector("html[data-ready] #seats")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.wait_for_selector("#refusal >> text=3 号窗口是李慧在用")
    assert hall.ask("counter", "GET", "/now")["counters"][2]["clerk"] == "0317"
    page.click("#refusal button")
    state(page, "idle")
    assert hall.ask("counter", "GET", "/now")["counters"][2]["clerk"] == "0318"
    before.wait_for_selector("#seats")  # the console that was left shows it by itself


def test_a_seat_with_a_visitor_is_not_taken_over(hall: HallProcess, screens: Screens):
    hall.sit(3, "0317")
    page = screens.console(hall)
    sign_in(page, "0318", PIN)
    page.wait_for_selector("html[data-ready] #seats")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.wait_for_selector("#refusal button")
    hall.take("A")
    label = hall.call(3)["label"]
    page.click("#refusal button")
    page.wait_for_selector(f"#refusal >> text=3 号窗口的 {label} 还没办完")
    assert hall.ask("counter", "GET", "/now")["counters"][2]["clerk"] == "0317"
    page.reload()
    assert page.is_disabled("#seat-3")
