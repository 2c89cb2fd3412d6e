"""Stored attacks: what citizens, staff and the site file can write, on every page of a real browser, runs nowhere."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.slip_code import slip_code
from tests.e2e.web.attacks import hostile_site
from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in, sit, state
from tests.e2e.web.staff import NUMBERS, signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

TYPED = "<img src=x onerror=alert(1)>{{7*7}}"
SHORT = "<b>{{7*7}}</b>"
RAN = """() => document.querySelectorAll(
    "img[src='x'], [onerror], [onmouseover], [onclick], script:not([src]), iframe, object, embed").length"""


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    """One whose site file is an attack wherever people may read it."""
    process = HallProcess(tmp_path_factory.mktemp("attacked"))
    hostile_site(process.site)
    try:
        yield process.start()
    finally:
        process.stop()


def stays_words(page: Page, *shown: str) -> None:
    """Nothing of the attack is an element, nothing was reckoned, and what was written can be read."""
    assert page.evaluate(RAN) == 0, page.url
    text = page.inner_text("body")
    assert "49" not in text.split(), page.url
    for words in shown:
        assert words in text, (page.url, words)


def as_role(hall: HallProcess, screens: Screens, role: str, path: str) -> Page:
    page = screens.tab(screens.machine())
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, NUMBERS[role], PIN)
    page.wait_for_selector("html[data-ready] .staff, html[data-ready] #seats")
    page.goto(f"http://hall.test:{hall.port}{path}")
    page.wait_for_selector("html[data-ready]")
    return page


def test_names_of_staff_and_of_the_site_file_stay_words_on_the_pages_of_staff(hall: HallProcess, screens: Screens):
    manager = signed_in(hall, "manager")
    assert manager.post("/people/add", {"staff_no": "0666", "name": SHORT, "role_clerk": "1", "counters": ""}).ok
    manager.post("/counter/logout")
    hall.sit(4, "0666")
    stays_words(as_role(hall, screens, "manager", "/people"), SHORT)
    stays_words(as_role(hall, screens, "lead", "/lead"), SHORT, "<b onmouseover=alert(1)>")
    stays_words(as_role(hall, screens, "auditor", "/account"))
    greeter = as_role(hall, screens, "greeter", "/greeter")
    hall.ask("kiosk", "POST", "/help", {"page": "K5"}, key=str(uuid.uuid4()))
    greeter.wait_for_selector(".call")
    stays_words(greeter, "<b onmouseover=alert(1)>")
    for field, words in (("#q", TYPED), ("#label", "<i>1")):
        if field == "#label":
            greeter.get_by_role("button", name="再看号票").click()
            greeter.wait_for_selector(field)
        greeter.fill(field, words)
        greeter.keyboard.press("Enter")
        greeter.wait_for_timeout(600)
        stays_words(greeter)


def test_what_clerks_write_to_each_other_and_to_the_visitor_stays_words(hall: HallProcess, screens: Screens):
    bar = screens.tab(screens.machine(1920, 540))
    bar.goto(f"http://hall.test:{hall.port}/window/3")
    board = screens.board(hall)
    page = screens.console(hall)
    hall.take("A", visitor={"pseudonym": "0" * 32, "name_mask": "<*", "number_mask": "…7318"})
    sign_in(page, "0317", PIN)
    page.wait_for_selector("html[data-ready] #seats")
    stays_words(page, "<b onmouseover=alert(1)>")
    sit(page, 3)
    page.wait_for_selector('html[data-ready][data-link="ok"]')
    stays_words(page)
    for wanted in ("called", "serving"):
        page.keyboard.press("NumpadEnter")
        state(page, wanted)
        page.wait_for_timeout(850)
        stays_words(page, "<b onmouseover=alert(1)>")
    page.click("#captions summary")
    page.fill("#caption-words", TYPED)
    page.press("#caption-words", "Enter")
    bar.wait_for_selector("#caption-new:not(:empty)")
    stays_words(bar, TYPED)
    page.click("#captions summary")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("NumpadSubtract")
    page.wait_for_selector('[data-view="hold"]')
    page.keyboard.press("F2")
    page.keyboard.type(TYPED)
    page.keyboard.press("Enter")
    page.keyboard.press("Numpad1")
    state(page, "idle")
    page.wait_for_timeout(850)
    page.keyboard.press("NumpadSubtract")
    page.wait_for_selector('[data-view="held"]')
    stays_words(page, TYPED)
    page.keyboard.press("Enter")
    state(page, "serving")
    stays_words(page, TYPED)
    page.wait_for_timeout(850)
    page.keyboard.press("F4")
    page.wait_for_selector('[data-view="search"]')
    page.keyboard.type("<img src=x>")
    page.keyboard.press("Enter")
    page.wait_for_timeout(600)
    stays_words(page)
    board.clock.run_for(20_000)
    stays_words(board)


def test_a_notice_and_addresses_stay_words_on_what_everybody_sees(hall: HallProcess, screens: Screens):
    board = screens.board(hall)
    order = {"words": "<b>{{7*7}}</b>快走", "words_en": "<img src=x onerror=alert(1)> go", "by": "0316"}
    hall.ask("counter", "POST", "/urgent_notice", order)
    board.wait_for_selector("#urgent:not([hidden])")
    stays_words(board, order["words"], order["words_en"])
    hall.ask("counter", "POST", "/urgent_notice/lift", {"by": "0316"})
    ticket = hall.take("C")
    code = slip_code(uuid.UUID(ticket["id"]).bytes)
    for path in (f"/t/{code}", "/board/%3Cimg%20src=x%20onerror=alert(1)%3E", "/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                 "/window/%3Cb%3E", "/d/%3Cimg%20src=x%3E", "/", "/counter"):  # fmt: skip
        page = screens.tab(screens.machine(390, 844))
        page.goto(f"http://hall.test:{hall.port}{path}")
        stays_words(page)
