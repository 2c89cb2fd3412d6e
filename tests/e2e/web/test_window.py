"""The screens at the windows, UI-W1 to W8: the counter's state, captions for deaf visitors, a rating for who likes."""

import pytest
from playwright.sync_api import Page

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.line import Line
from tests.e2e.web.screen import Screens, sign_in, sit

pytestmark = pytest.mark.slow


def _window(hall: HallProcess, screens: Screens, no: int, size: tuple[int, int] = (1920, 540), port: int = 0) -> Page:
    page = screens.tab(screens.machine(*size))
    page.clock.install()
    page.goto(f"http://hall.test:{port or hall.port}/window/{no}")
    page.wait_for_selector("#state-words:not(:empty), #number:not(:empty), #serving:not(:empty)", state="attached")
    return page


def _stands(page: Page, state: str) -> None:
    page.wait_for_selector(f'html[data-state="{state}"]')


def test_a_window_follows_its_counter_from_closed_to_serving(hall: HallProcess, screens: Screens):
    page = _window(hall, screens, 2)
    assert page.get_attribute("html", "data-state") in {"paused", "closed"}
    hall.sit(2, "0316")
    _stands(page, "idle")
    assert page.inner_text("#state-words") == "可以办理"
    assert page.locator("#does li").count() > 0
    hall.take("A")
    ticket = hall.call(2)
    _stands(page, "called")
    assert page.inner_text("#number") == ticket["label"]
    hall.move(ticket, "serve")
    _stands(page, "serving")
    assert page.inner_text("#serving") == ticket["label"]
    assert "工号 0316" in page.inner_text(".clerk")


def test_a_window_that_hears_nothing_shows_no_number_and_sends_people_to_the_board(hall: HallProcess, screens: Screens):
    line = Line(hall.port)
    try:
        hall.sit(2, "0316")
        hall.take("A")
        hall.call(2)
        page = _window(hall, screens, 2, port=line.port)
        _stands(page, "called")
        line.hold()
        page.clock.run_for(25_000)
        _stands(page, "lost")
        assert page.inner_text("#number") == ""
        assert page.inner_text("#state-words") == "请看大厅大屏"
    finally:
        line.close()


def test_what_a_clerk_types_or_picks_stands_at_the_window_until_the_visitor_has_gone(
    hall: HallProcess, screens: Screens
):
    page = _window(hall, screens, 2)
    console = screens.console(hall)
    sign_in(console, "0316", PIN)
    sit(console, 2)
    hall.take("A")
    ticket = hall.call(2)
    hall.move(ticket, "serve")
    console.click(".captions summary")
    console.click("text=请出示身份证")
    page.wait_for_selector("#caption-new:has-text('请出示身份证')")
    console.fill("#caption-words", "<b>写您的名字</b>就可以")
    console.press("#caption-words", "Enter")
    page.wait_for_selector("#caption-old:has-text('请出示身份证')")
    assert page.evaluate(_CUT_OFF) == [], "the number stands whole beside it"
    assert page.inner_text("#caption-new") == "<b>写您的名字</b>就可以"
    hall.move(ticket, "complete")
    page.wait_for_selector("#caption", state="hidden")


def test_cl_f2_a_visit_is_rated_once_at_its_window_by_one_touch_and_by_nobody_who_does_not_want_to(
    hall: HallProcess, screens: Screens
):
    tablet = _window(hall, screens, 2, (1080, 1920))
    bar = _window(hall, screens, 2)
    hall.sit(2, "0316")
    for _ in range(3):
        hall.take("A")
    for touch, kept in (("[data-stars='4']", 1), (".skip", 1)):
        hall.finish(hall.call(2))
        tablet.wait_for_selector("#rating:not([hidden])")
        assert not bar.is_visible("#rating")
        tablet.click(touch)
        tablet.wait_for_selector("#rating", state="hidden")
        hall.until(lambda kept=kept: _ratings(hall) == kept)
        tablet.wait_for_timeout(300)
        assert not tablet.is_visible("#rating")
    hall.finish(hall.call(2))
    tablet.wait_for_selector("#rating:not([hidden])")
    tablet.clock.run_for(21_000)
    tablet.wait_for_selector("#rating", state="hidden")
    assert _ratings(hall) == 1


def _ratings(hall: HallProcess) -> int:
    return len(hall.records("rating"))


@pytest.mark.parametrize("size", [(1920, 540), (1920, 360), (1080, 1920)])
def test_nothing_on_a_window_is_cut_off(hall: HallProcess, screens: Screens, size):
    page = _window(hall, screens, 12, size)
    assert page.evaluate(_CUT_OFF) == []
    hall.sit(12, "0316")
    _stands(page, "idle")
    assert page.evaluate(_CUT_OFF) == []
    hall.take("A")
    page = _window(hall, screens, 2, size)
    hall.sit(2, "0317")
    ticket = hall.call(2)
    _stands(page, "called")
    assert page.evaluate(_CUT_OFF) == []
    hall.move(ticket, "serve")
    _stands(page, "serving")
    assert page.evaluate(_CUT_OFF) == []


_CUT_OFF = """() => {
    const whole = { right: innerWidth, bottom: innerHeight };
    return [...document.querySelectorAll("main *")]
        .filter((element) => element.getClientRects().length && !element.closest("svg"))
        .filter((element) => {
            const box = element.getBoundingClientRect();
            const room = element.parentElement.closest(".desk, .words, .caption, .go");
            const edge = room ? room.getBoundingClientRect() : whole;
            return box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || box.left < -1 || box.top < -1;
        })
        .map((element) => `${element.className || element.id}: ${element.textContent}`);
}"""
