"""Staff sign in by the reference city: in a real browser, from another site, there and back."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.integration.hall_server.city_served import ServedCity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.e2e.web.screen import Screens

pytestmark = pytest.mark.slow

SSO = '\n[sso]\nissuer = "{issuer}"\nclient_id = "kapok-hall"\nclient_secret_file = "sso.secret"\npin = "{pin}"\n'
HOME = "http://hall.test:{port}/counter"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[HallProcess, ServedCity]]:
    """A city that knows the hall at http://hall.test, which for browsers is another site than the city's 127.0.0.1."""
    (tmp_path / "sso.secret").write_text("between-the-two/+ of us\n", encoding="ascii")
    hall = HallProcess(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        hall.port = free.getsockname()[1]
    back_to = HOME.format(port=hall.port) + "/sso/back"
    city = ServedCity(tmp_path / "city", "--sso-secret", str(tmp_path / "sso.secret"), "--sso-back-to", back_to)
    with hall.site.open("a", encoding="utf-8") as site:
        site.write(SSO.format(issuer=f"{city.address}/idp", pin="outage"))
    try:
        yield hall.start(), city
    finally:
        hall.stop()
        city.stop()


def at_the_door(screens: Screens, hall: HallProcess) -> Page:
    page = screens.tab(screens.machine())
    page.goto(HOME.format(port=hall.port))
    page.wait_for_selector("html[data-ready] #by-provider:enabled")
    return page


def sign_in(page: Page, name: str) -> None:
    page.keyboard.press("Enter")
    page.wait_for_url("**/idp/authorize?**")
    page.get_by_label(name).check()
    page.get_by_role("button", name="确认").click()


def test_cl_h1_a_clerk_comes_by_the_provider_sits_down_and_signs_out_of_both(place, screens):
    hall, _ = place
    page = at_the_door(screens, hall)
    assert not page.query_selector("#pin")
    sign_in(page, "李慧")
    page.wait_for_url(HOME.format(port=hall.port))
    page.wait_for_selector("#seats")
    assert "李慧" in page.inner_text(".greeting")
    assert "用统一认证登录" in page.inner_text(".known")
    page.get_by_role("button", name="换人").click()
    page.wait_for_selector("#by-provider:enabled")
    page.keyboard.press("Enter")  # nobody is signed in there any more: it asks who it is
    page.wait_for_url("**/idp/authorize?**")
    assert page.locator("input[name=staff_no]").count() > 3
    page.get_by_role("button", name="不登录").click()
    page.wait_for_selector(".again")
    assert "没有确认" in page.inner_text("#refusal")
    page.wait_for_selector(".again button:enabled")
    page.keyboard.press("Enter")
    page.wait_for_url("**/idp/authorize?**")
    page.get_by_label("温晴").check()
    page.get_by_role("button", name="确认").click()
    page.wait_for_selector(".again")
    assert "没有您的工号" in page.inner_text("#refusal")


def test_cl_h1_pins_are_taken_while_the_provider_is_away_for_a_while_and_each_is_written_down(place, screens):
    hall, city = place
    page = at_the_door(screens, hall)
    assert city.ask("PUT", "/faults", json={"down": True}).status_code == 200
    page.keyboard.press("Enter")
    page.wait_for_selector("#pin")
    assert "统一认证没有应答" in page.inner_text("#login")
    page.wait_for_selector("html[data-ready] button[type=submit]:enabled")
    page.fill("#staff_no", "0317")
    page.fill("#pin", PIN)
    page.keyboard.press("Enter")
    page.wait_for_selector("#seats")
    assert "staff_no=0317 minutes_left=30" in hall.log.read_text(encoding="utf-8")
    assert "用工号和密码登录" in page.inner_text(".known")
