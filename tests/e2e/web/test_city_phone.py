"""The turning code in a real browser, read from its picture as a camera would, judged as a kiosk would."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from PIL import Image

from hall_server.contract.codes.answers import Accepted
from tests.integration.hall_server.city_served import ServedCity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.e2e.web.screen import Screens

WATCH = """
window.seen = [];
const watch = new MutationObserver(() => window.seen.push(document.body.dataset.code));
watch.observe(document.body, { attributeFilter: ["data-code"] });
"""  # every state that the page has been in since
GLASS = """() => {
  const [qr, dots] = [".qr", ".dots"].map((name) => document.querySelector(name));
  return [qr.hasAttribute("hidden"), dots.getAttribute("d")];
}"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    assert served.stop() == 0


@pytest.fixture(autouse=True)
def _no_fault(city: ServedCity) -> Iterator[None]:
    yield
    city.ask("PUT", "/faults", json={})


def phone(screens: Screens, city: ServedCity, path: str = "/phone/chen", *, held: bool = False) -> Page:
    """A telephone with a code on it; `held`: its time stands still and is pushed on by the test."""
    page = screens.tab(screens.machine(390, 844))
    if held:
        page.clock.install(time=0)
    page.goto(f"{city.address}{path}")
    page.wait_for_selector('body[data-turns="1"]')
    if held:
        page.clock.pause_at(page.evaluate("Date.now()") / 1_000 + 2)
        page.clock.run_for(400)  # a look at the clock: what it says is true from here on
        page.evaluate(WATCH)
    return page


def read_off(page: Page) -> str:
    """What stands on the glass, by its picture."""
    picture = Image.open(io.BytesIO(page.screenshot()))
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    assert len(found) == 1
    return found[0].text


def left_s(page: Page) -> int:
    return int(page.inner_text("#seconds"))


def seen(page: Page) -> Any:
    return page.evaluate("window.seen")


@pytest.mark.parametrize("large", [False, True])
def test_a_code_on_the_glass_is_read_and_verifies(screens: Screens, city: ServedCity, *, large: bool) -> None:
    page = phone(screens, city)
    if large:
        page.click("#big")
        page.wait_for_selector(".big .qr")
    answer = city.read(read_off(page), city.trust(city.root()))
    assert isinstance(answer, Accepted)
    assert answer.claims.subject == "demo-person-000000001A"


def test_whoever_shows_a_code_for_their_father_shows_his(screens: Screens, city: ServedCity) -> None:
    page = phone(screens, city)
    page.focus("summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector('h1:has-text("父亲的码")')
    page.wait_for_selector('body[data-turns="1"]')
    answer = city.read(read_off(page), city.trust(city.root()))
    assert isinstance(answer, Accepted)
    assert answer.claims.subject == "demo-person-000000002A"


def test_the_page_turns_the_code_before_it_runs_out(screens: Screens, city: ServedCity) -> None:
    page = phone(screens, city, held=True)
    first = read_off(page)
    page.clock.run_for((left_s(page) - 2) * 1_000)
    assert page.get_attribute("body", "data-turns") == "1"
    page.clock.run_for(2_500)
    page.wait_for_selector('body[data-turns="2"]')
    assert read_off(page) != first
    assert seen(page) == ["shown"] * len(seen(page))


def test_a_code_of_a_short_life_turns_by_the_clock_of_the_wall(screens: Screens, tmp_path: Any) -> None:
    quick = ServedCity(tmp_path / "keys", "--life", "4")
    try:
        page = screens.tab(screens.machine(390, 844))
        page.goto(f"{quick.address}/phone/chen")
        page.wait_for_function("() => Number(document.body.dataset.turns) >= 3")
    finally:
        assert quick.stop() == 0


def test_a_city_that_is_down_leaves_no_old_code_on_the_glass(screens: Screens, city: ServedCity) -> None:
    page = phone(screens, city, held=True)
    trust = city.trust(city.root())
    city.ask("PUT", "/faults", json={"down": True})
    page.clock.run_for(65_000)
    page.wait_for_selector('body[data-code="gone"]')
    assert page.evaluate(GLASS) == [True, None]
    assert "没有码也能直接取号" in page.inner_text("main")
    city.ask("PUT", "/faults", json={})
    page.clock.resume()
    page.wait_for_selector('body[data-code="shown"]')
    assert isinstance(city.read(read_off(page), trust), Accepted)


def test_a_city_that_answers_nonsense_shows_nothing_and_breaks_nothing(screens: Screens, city: ServedCity) -> None:
    city.ask("PUT", "/faults", json={"wrong": True})
    page = screens.tab(screens.machine(390, 844))
    page.goto(f"{city.address}/phone/chen")
    page.wait_for_selector('body[data-code="gone"]')
    assert page.locator(".qr[hidden]").count() == 1


def test_a_press_turns_the_code_and_escape_makes_it_small_again(screens: Screens, city: ServedCity) -> None:
    page = phone(screens, city)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("body.big")
    page.keyboard.press("Escape")
    page.wait_for_selector("body:not(.big)")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector('body[data-turns="2"]')


def test_the_front_page_leads_to_everybody_and_switches_faults(screens: Screens, city: ServedCity) -> None:
    page = screens.tab(screens.machine(390, 844))
    page.goto(f"{city.address}/")
    assert page.locator(".persons a").count() == 4
    page.click('button:has-text("慢")')
    page.wait_for_selector('button:has-text("慢")[aria-pressed="true"]')
    assert {name: on for name, on in city.ask("GET", "/faults").json().items() if on} == {"slow_s": 3.0}
    page.reload()
    assert page.get_attribute('button:has-text("慢")', "aria-pressed") == "true"
    page.click('button:has-text("一切正常")')
    page.wait_for_selector('button:has-text("一切正常")[aria-pressed="true"]')
    assert city.ask("GET", "/faults").json()["slow_s"] == 0


@pytest.mark.parametrize("path", ["/phone/nobody", "/phone/zhou?by=chen", "/phone/chen?by=nobody", "/nowhere"])
def test_an_address_that_leads_nowhere_gets_a_friendly_page(screens: Screens, city: ServedCity, path: str) -> None:
    page = screens.tab(screens.machine(390, 844))
    answer = page.goto(f"{city.address}{path}")
    assert answer is not None
    assert answer.status == 404
    page.click('a:has-text("回到首页")')
    page.wait_for_selector("#shown")


@pytest.mark.parametrize(("width", "height"), [(320, 568), (390, 844), (844, 390), (1280, 800)])
def test_nothing_hangs_over_the_edge(screens: Screens, city: ServedCity, width: int, height: int) -> None:
    page = screens.tab(screens.machine(width, height))
    for path in ("/", "/phone/chen"):
        page.goto(f"{city.address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
