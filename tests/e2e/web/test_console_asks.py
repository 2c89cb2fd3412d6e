"""What a clerk asks of others by one key: the visitor for a rating, once; whoever leads to come over (UI-C3, C5)."""

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in, sit, state, told
from tests.e2e.web.staff import NUMBERS, signed_in

pytestmark = pytest.mark.slow


def _at_counter(hall: HallProcess, screens: Screens):
    page = screens.console(hall)
    sign_in(page, "0317", PIN)
    sit(page, 3)
    page.wait_for_selector('html[data-ready][data-link="ok"]')
    return page


def _press(page, key: str, wanted: str):
    page.keyboard.press(key)
    state(page, wanted)
    page.wait_for_timeout(850)


def _lead(hall: HallProcess, screens: Screens):
    page = screens.tab(screens.machine())
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, NUMBERS["lead"], PIN)
    page.wait_for_selector("html[data-ready] #seats")
    page.goto(f"http://hall.test:{hall.port}/lead")
    page.wait_for_selector("html[data-ready] .tiles")
    return page


def test_cl_f2_the_clerks_key_only_invites_and_a_visit_is_invited_once(hall: HallProcess, screens: Screens):
    hall.take("A")
    page = _at_counter(hall, screens)
    tablet = screens.tab(screens.machine(1080, 1920))
    tablet.goto(f"http://hall.test:{hall.port}/window/3")
    _press(page, "Enter", "called")
    page.keyboard.press("NumpadDivide")
    page.wait_for_timeout(300)
    assert tablet.is_hidden("#rating")  # only while somebody is served
    page.wait_for_timeout(850)
    _press(page, "Enter", "serving")
    page.keyboard.press("NumpadDivide")
    tablet.wait_for_selector("#rating:not([hidden])")
    page.wait_for_selector("#act-invite[aria-disabled='true']")
    page.wait_for_timeout(850)
    page.keyboard.press("NumpadDivide")
    told(page, "已经请过一次")
    assert hall.records("rating") == []
    tablet.click("[data-stars='4']")
    tablet.wait_for_selector("#rating", state="hidden")
    hall.until(lambda: len(hall.records("rating")) == 1)
    assert "4" not in page.inner_text("#act-invite")  # what was given is nobody's here
    page.wait_for_timeout(850)
    _press(page, "Enter", "outcome")
    _press(page, "Enter", "idle")
    tablet.wait_for_timeout(600)
    assert tablet.is_hidden("#rating")


def test_a_service_of_twice_its_time_offers_help_and_the_lead_is_told_where(hall: HallProcess, screens: Screens):
    ticket = hall.take("A")
    page, lead = _at_counter(hall, screens), _lead(hall, screens)
    _press(page, "Enter", "called")
    _press(page, "Enter", "serving")
    assert page.is_hidden("#act-lead")
    page.evaluate("() => { document.querySelector('[data-after]').dataset.after = '1'; }")  # as if it took so long
    page.wait_for_selector("#act-lead")
    page.keyboard.press("Numpad8")
    page.wait_for_selector(".alert:has-text('已经叫了值班长')")
    lead.wait_for_selector("[data-asks='3']")
    assert f"李慧 请您过去：{ticket['label']}" in lead.inner_text("[data-asks='3']")
    page.wait_for_timeout(850)
    _press(page, "Enter", "outcome")
    _press(page, "Enter", "idle")
    lead.wait_for_selector("[data-asks='3']", state="detached")


def test_a_counter_without_visitors_is_told_which_queue_it_could_help(hall: HallProcess, screens: Screens):
    page, lead = _at_counter(hall, screens), _lead(hall, screens)
    assert not page.query_selector(".could-help")
    for _ in range(3):
        hall.take("H")
    page.wait_for_selector(".could-help:has-text('3 位在等')")
    page.keyboard.press("Numpad8")
    page.wait_for_selector(".could-help:has-text('已经告诉值班长')")
    lead.wait_for_selector("[data-asks='3']")
    assert "李慧 空着，可以帮 H" in lead.inner_text("[data-asks='3']")


def test_nobody_calls_the_lead_for_nothing_or_invites_for_another(hall: HallProcess, screens: Screens):
    ticket = hall.take("A")
    clerk = signed_in(hall, "clerk")
    clerk.post("/counter/sit", {"counter": "3"})
    key = {"Idempotency-Key": "6f1c2f0e-93f0-4a60-a0a5-0123456789ab"}
    assert clerk.post("/counter/ask_lead", headers=key).status_code == 409
    assert clerk.post("/counter/ask_lead?queue=ZZ", headers=key).status_code == 404
    assert clerk.post(f"/counter/invite/{ticket['id']}", headers=key).status_code == 409
