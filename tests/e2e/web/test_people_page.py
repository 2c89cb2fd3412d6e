"""人员和窗口 and 我的密码 in a real browser: by keyboard alone, and nothing that the page's own policy forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in
from tests.e2e.web.staff import NUMBERS, Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    """One hall for all that is done here."""
    process = HallProcess(tmp_path_factory.mktemp("hall"))
    try:
        yield process.start()
    finally:
        process.stop()


@pytest.fixture
def people(hall: HallProcess, screens: Screens) -> Iterator[Page]:
    """The manager's page, signed out of at the end."""
    page = screens.tab(screens.machine())
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, NUMBERS["manager"], PIN)
    page.wait_for_selector("html[data-ready] .staff")
    page.goto(f"http://hall.test:{hall.port}/people")
    page.wait_for_selector("html[data-ready] .people")
    yield page
    page.click("text=退出")
    page.wait_for_selector("#staff_no")


def pressed(page: Page, staff_no: str, name: str) -> None:
    """Open somebody's line by keyboard and press a button of it by keyboard."""
    page.focus(f"#p{staff_no} summary")
    page.keyboard.press("Enter")
    button = page.locator(f"#p{staff_no}").get_by_role("button", name=name)
    button.focus()
    page.keyboard.press("Enter")


def test_somebody_is_added_by_keyboard_and_comes_in_and_changes_the_pin(
    hall: HallProcess, people: Page, screens: Screens
):
    people.focus("#new-no")
    for words in ("0777", "周小雨", "3,4"):
        people.keyboard.type(words)
        people.keyboard.press("Tab")
    people.keyboard.press("Enter")  # from the first box of the roles: the form is sent
    people.wait_for_selector(".once .pin")
    pin = people.inner_text(".once .pin")
    assert people.inner_text("#p0777 .state") == "还没换密码"
    page = screens.tab(screens.machine())
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, "0777", pin)
    page.wait_for_selector("html[data-ready] #new")
    assert page.inner_text("h1") == "先换一个自己的密码"
    for name, words in (("#pin", pin), ("#new", "123456"), ("#again", "123456")):
        page.fill(name, words)
    page.keyboard.press("Enter")
    page.wait_for_selector("#refusal:has-text('连号')")
    for name, words in (("#pin", pin), ("#new", "木棉花开啦8"), ("#again", "木棉花开啦8")):
        page.fill(name, words)
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready] #seats")
    assert page.is_enabled("#seat-3")
    assert page.is_disabled("#seat-5")


def test_a_lost_pin_is_reset_once_and_whoever_leaves_is_locked_and_let_in_again(hall: HallProcess, people: Page):
    pressed(people, "0318", "重设密码")
    people.wait_for_selector(".once .pin")
    pin = people.inner_text(".once .pin")
    assert Person(hall, "0318").sign_in().status_code == 401  # the old one is worth nothing
    assert Person(hall, "0318").sign_in(pin).ok
    people.reload()
    people.wait_for_selector("html[data-ready] .people")
    pressed(people, "0318", "停用")
    people.wait_for_selector("#p0318 .state:has-text('停用')")
    assert Person(hall, "0318").sign_in(pin).status_code in {401, 403}
    pressed(people, "0318", "启用")
    people.wait_for_selector("#p0318 .state:not(:has-text('停用'))")


def test_a_clerk_who_went_home_is_sent_off_the_counter(hall: HallProcess, people: Page):
    hall.sit(5, "0319")
    people.reload()
    people.wait_for_selector("html[data-ready] .people")
    button = people.get_by_role("button", name="离开 5 号窗口")
    button.focus()
    people.keyboard.press("Enter")
    hall.until(lambda: hall.ask("counter", "GET", "/now")["counters"][4]["clerk"] == "")


def test_every_target_on_both_pages_is_named_and_large_enough_for_a_finger(people: Page):
    for path in ("/people", "/account"):
        people.goto(people.url.rsplit("/", 1)[0] + path)
        people.wait_for_selector("html[data-ready]")
        found = people.evaluate(
            """() => [...document.querySelectorAll("a, button, summary, input:not([type=hidden])")]
                .filter((one) => one.checkVisibility())
                .map((one) => {
                  const label = one.labels && one.labels[0];
                  const said = label ? label.innerText : one.getAttribute("aria-label") || one.innerText;
                  const target = one.type === "checkbox" ? label : one;
                  return [said.trim(), target.getBoundingClientRect().height];
                })"""
        )
        assert len(found) > 5
        assert not [one for one in found if not one[0] or one[1] < 44], path
