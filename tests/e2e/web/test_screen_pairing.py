"""配对 (UI-D6): a panel shows a code until somebody who may says what it shows; then it knows by itself."""

import pytest
from playwright.sync_api import Page

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in
from tests.e2e.web.staff import NUMBERS, signed_in

pytestmark = pytest.mark.slow


def _panel(hall: HallProcess, page: Page) -> Page:
    page.goto(f"http://hall.test:{hall.port}/screen")
    return page


def _technician(hall: HallProcess, screens: Screens) -> Page:
    page = screens.tab(screens.machine())
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, NUMBERS["technician"], PIN)
    page.wait_for_selector("html[data-ready] .staff")
    page.goto(f"http://hall.test:{hall.port}/screens")
    page.wait_for_selector("html[data-ready] #code")
    return page


def test_a_panel_shows_a_code_and_goes_to_its_board_when_it_is_paired_also_after_a_restart(
    hall: HallProcess, screens: Screens
):
    machine = screens.machine(1920, 1080)
    panel = _panel(hall, screens.tab(machine))
    code = panel.inner_text("#code")
    assert len(code) == 6
    assert f"hall.test:{hall.port}/screens" in panel.inner_text("main")
    desk = _technician(hall, screens)
    desk.fill("#code", "AAAAAA" if code != "AAAAAA" else "BBBBBB")
    desk.press("#code", "Enter")
    desk.wait_for_selector("[role=alert] >> text=没有屏幕显示这个码")
    desk.fill("#code", code.lower())
    desk.select_option("#page", "/window/3")
    desk.press("#code", "Enter")
    desk.wait_for_selector("#screens td >> text=0404")
    panel.wait_for_url("**/window/3")
    panel.close()
    hall.stop()
    hall.start()
    panel = _panel(hall, screens.tab(machine))
    assert panel.url.endswith("/window/3")


def test_a_panel_that_is_let_go_shows_a_code_again_and_can_be_given_another_page(hall: HallProcess, screens: Screens):
    machine = screens.machine(1920, 1080)
    panel = _panel(hall, screens.tab(machine))
    desk = _technician(hall, screens)
    before = panel.inner_text("#code")
    desk.fill("#code", before)
    desk.press("#code", "Enter")
    panel.wait_for_url("**/board/main")
    desk.click("text=解除")
    desk.wait_for_selector("#screens >> text=还没有配对的屏幕")
    panel = _panel(hall, panel)
    after = panel.inner_text("#code")
    assert after != before
    assert len(hall.records("screen_paired")) == 2


def test_a_panel_without_its_line_says_so_and_goes_on_by_itself(hall: HallProcess, screens: Screens):
    page = screens.tab(screens.machine(1920, 1080))
    panel = _panel(hall, page)
    hall.stop()
    panel.wait_for_selector("#lost:not([hidden])")
    hall.start()
    panel.wait_for_selector("#lost", state="hidden")
    assert len(panel.inner_text("#code")) == 6


def test_only_those_who_may_pair_and_only_with_pages_that_the_hall_has(hall: HallProcess, screens: Screens):
    code = _panel(hall, screens.tab(screens.machine(1920, 1080))).inner_text("#code")
    for role in ("clerk", "greeter", "lead", "auditor"):
        assert signed_in(hall, role).post("/screens/pair", {"code": code, "page": "/board/main"}).status_code == 403
    manager = signed_in(hall, "manager")
    for page in ("", "/people", "/board/none", "https://elsewhere.example/", "/window/99"):
        assert manager.post("/screens/pair", {"code": code, "page": page}).status_code == 400
    assert hall.records("screen_paired") == []
    assert manager.post("/screens/let_go", {"screen": "nobody's"}).status_code == 200
    assert hall.records("screen_paired") == []
