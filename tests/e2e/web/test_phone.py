"""The visitor's own ticket page in a browser as large as a telephone: looks, is told, gives the number up."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest
import requests

from hall_server.contract.slip_code import slip_code

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.web.hall import HallProcess
    from tests.e2e.web.screen import Screens

pytestmark = pytest.mark.slow

PERSON = {"pseudonym": "ab" * 16, "name_mask": "陈*明", "number_mask": "…1018"}


def code_of(ticket: dict[str, Any], modes: str = "") -> str:
    return slip_code(uuid.UUID(ticket["id"]).bytes, modes)


def telephone(screens: Screens, hall: HallProcess, ticket: dict[str, Any], modes: str = "") -> Page:
    page = screens.tab(screens.machine(390, 844))
    page.goto(f"http://hall.test:{hall.port}/t/{code_of(ticket, modes)}")
    return page


def test_the_page_shows_who_is_ahead_and_nothing_of_the_person(hall: HallProcess, screens: Screens) -> None:
    hall.take()
    ticket = hall.take(visitor=PERSON)
    page = telephone(screens, hall, ticket)
    assert page.text_content(".number") == ticket["label"]
    assert "前面还有 1 位" in page.inner_text(".figures").replace("\n", " ")
    assert page.locator(".dashes > i").count() == 1
    assert not [word for word in PERSON.values() if word in page.content()]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_hall_tells_its_kiosks_where_telephones_reach_it(hall: HallProcess) -> None:
    assert hall.ask("kiosk", "GET", "/now").get("public_address", "") == ""
    hall.stop()
    site = hall.site.read_text(encoding="utf-8")
    hall.site.write_text(
        site.replace("[hall]\n", '[hall]\npublic_address = "https://hao.example.gov.cn"\n'), encoding="utf-8"
    )
    hall.start()
    assert hall.ask("kiosk", "GET", "/now")["public_address"] == "https://hao.example.gov.cn"


def test_the_card_turns_red_by_itself_when_the_number_is_called(hall: HallProcess, screens: Screens) -> None:
    ticket = hall.take()
    page = telephone(screens, hall, ticket)
    assert "下一位就是您" in page.inner_text(".card")
    hall.sit(3)
    hall.call(3)
    page.wait_for_selector(".card.called")
    assert page.inner_text(".to").split() == ["请到", "3", "号窗口"]
    page.wait_for_selector("[data-called]:text-matches('^00:[0-9]{2}$')")
    assert page.locator("#remind-row").count() == 0
    page.click('[data-act="seen"]')
    assert page.inner_text('[data-act="seen"]') == "好，请到窗口"


def test_the_reminder_is_a_switch_that_the_telephone_remembers(hall: HallProcess, screens: Screens) -> None:
    page = telephone(screens, hall, hall.take())
    page.focus("[data-act=remind]")
    page.keyboard.press("Space")
    assert page.get_attribute("[data-act=remind]", "aria-checked") == "true"
    page.reload()
    page.wait_for_selector("[data-act=remind][aria-checked=true]")


def test_a_number_is_given_up_only_after_it_was_asked_and_only_once(hall: HallProcess, screens: Screens) -> None:
    ticket = hall.take()
    page = telephone(screens, hall, ticket)
    page.click('[data-act="ask"]')
    page.click('[data-act="keep"]')
    assert hall.ask("counter", "GET", f"/tickets/{ticket['id']}")["state"] == "waiting"
    page.click('[data-act="ask"]')
    page.click('[data-act="cancel"]')
    page.wait_for_selector(".card.over")
    assert "已取消" in page.inner_text(".card")
    events = hall.ask("counter", "GET", f"/tickets/{ticket['id']}/events")["events"]
    assert [event["move"] for event in events].count("cancel") == 1
    again = requests.post(f"{hall.url}/t/{code_of(ticket)}/cancel", headers={"Kapok-Page": "phone"}, timeout=10)
    assert (again.status_code, "已取消" in again.text) == (200, True)


def test_a_number_that_was_called_meanwhile_is_not_given_up(hall: HallProcess, screens: Screens) -> None:
    ticket = hall.take()
    page = telephone(screens, hall, ticket)
    hall.sit(3)
    page.click('[data-act="ask"]')
    hall.call(3)
    answer = requests.post(f"{hall.url}/t/{code_of(ticket)}/cancel", headers={"Kapok-Page": "phone"}, timeout=10)
    assert (answer.status_code, "号刚刚变了" in answer.text) == (409, True)
    page.wait_for_selector(".card.called")
    assert page.locator("#ask").count() == 0


def test_a_code_that_is_no_number_gets_a_friendly_page(hall: HallProcess, screens: Screens) -> None:
    for code in (
        slip_code(uuid.uuid4().bytes),
        "KPT1:ZZZ",
        "x" * 600,
        "%00",
        "KPT1:00000000000000000000000000:ll",
    ):
        answer = requests.get(f"{hall.url}/t/{code}", timeout=10)
        assert (answer.status_code, "没有找到这个号" in answer.text or "没有这一页" in answer.text) == (404, True), code
    page = telephone(screens, hall, {"id": str(uuid.uuid4())})
    assert "没有找到这个号" in page.inner_text("h1")


def test_a_page_of_somebody_else_cannot_give_a_number_up(hall: HallProcess) -> None:
    address = f"{hall.url}/t/{code_of(hall.take())}/cancel"
    foreign = {"Kapok-Page": "phone", "Sec-Fetch-Site": "cross-site"}
    for headers in ({}, {"Kapok-Page": "console"}, foreign):
        assert requests.post(address, headers=headers, timeout=10).status_code == 403


def test_a_telephone_that_hears_nothing_says_how_old_its_news_are(hall: HallProcess, screens: Screens) -> None:
    page = screens.tab(screens.machine(390, 844))
    page.clock.install()
    page.goto(f"http://hall.test:{hall.port}/t/{code_of(hall.take())}")
    assert page.inner_text("#lamp") == "刚刚更新"
    hall.stop()
    page.clock.run_for(25_000)
    assert "没更新，请看大屏" in page.inner_text("#lamp")
    hall.start()
    page.clock.run_for(6_000)
    page.wait_for_selector("#lamp:text('刚刚更新')")


def test_large_print_on_the_slip_is_large_print_on_the_telephone(hall: HallProcess, screens: Screens) -> None:
    page = telephone(screens, hall, hall.take(), "L")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "22px"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
