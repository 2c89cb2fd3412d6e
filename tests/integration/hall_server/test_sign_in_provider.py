"""The way back from the provider at a real hall, as anybody may walk it: hostile, late, doubled, without a trip."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from tests.e2e.web.hall import PIN, HallProcess
from tests.integration.hall_server.city_served import ServedCity

CONSOLE = {"Kapok-Page": "console"}
SSO = '\n[sso]\nissuer = "{}/idp"\nclient_id = "kapok-hall"\npin = "outage"\n'


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    served = ServedCity(tmp_path_factory.mktemp("sso") / "city")
    yield served
    assert served.stop() == 0


@pytest.fixture(scope="module")
def hall(tmp_path_factory, city):
    process = HallProcess(tmp_path_factory.mktemp("hall"))
    with process.site.open("a", encoding="utf-8") as site:
        site.write(SSO.format(city.address))
    try:
        yield process.start()
        assert "Traceback" not in process.log.read_text(encoding="utf-8")
    finally:
        process.stop()


def out(hall, browser):
    """Where the hall sends this browser."""
    answer = browser.post(f"{hall.url}/counter/sso", headers=CONSOLE, timeout=10)
    assert answer.status_code == 200, answer.text
    return answer.headers["HX-Redirect"]


def chosen(browser, address, staff_no="0317"):
    """The address to which the city sends this browser back."""
    page = browser.get(address, timeout=10)
    fields = {
        name: value.replace("&amp;", "&") for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', page.text)
    }
    fields |= {"staff_no": staff_no, "answer": "yes"}
    answer = browser.post(page.url.partition("?")[0], data=fields, allow_redirects=False, timeout=10)
    return answer.headers["location"]


def cookies_of(answer):
    return [line for line in answer.raw.headers.getlist("set-cookie") if "kapok_" in line]


def test_a_browser_that_went_out_comes_back_once(hall):
    browser = requests.Session()
    way = chosen(browser, out(hall, browser))
    trip = dict(browser.cookies)["kapok_trip"]
    answer = browser.get(way, timeout=10)
    assert answer.status_code == 200
    assert 'content="0; url=/counter"' in answer.text
    session = next(line for line in cookies_of(answer) if line.startswith("kapok_staff="))
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(session.split("; "))
    assert browser.get(f"{hall.url}/counter", timeout=10).text.count("李慧")
    again = browser.get(way, timeout=10)  # the trip is forgotten
    assert (again.status_code, "过了时间" in again.text) == (403, True)
    kept = requests.get(way, cookies={"kapok_trip": trip}, timeout=10)  # and a code is good once
    assert (kept.status_code, "过了时间" in kept.text) == (403, True)


def test_whoever_was_in_before_in_this_browser_is_in_no_more(hall):
    first, second = requests.Session(), requests.Session()
    first.get(chosen(first, out(hall, first), "0318"), timeout=10)
    before = first.cookies["kapok_staff"]
    assert first.get(f"{hall.url}/account", timeout=10).url.endswith("/account")
    way = chosen(second, out(hall, second), "0316")
    came = second.get(way, cookies={"kapok_staff": before}, timeout=10)
    assert came.status_code == 200, came.text
    assert second.cookies["kapok_staff"] != before
    assert first.get(f"{hall.url}/account", timeout=10).url.endswith("/counter")


def test_what_a_browser_remembers_of_going_out_is_read_by_no_script(hall):
    answer = requests.post(f"{hall.url}/counter/sso", headers=CONSOLE, timeout=10)
    (trip,) = cookies_of(answer)
    assert {"HttpOnly", "SameSite=lax", "Max-Age=600"} <= set(trip.split("; "))
    asked = dict(parse_qsl(urlsplit(answer.headers["HX-Redirect"]).query))
    assert asked["redirect_uri"] == f"{hall.url}/counter/sso/back"


def test_another_browser_does_not_come_in_by_a_way_that_was_not_its_own(hall):
    one, other = requests.Session(), requests.Session()
    way = chosen(one, out(hall, one))
    out(hall, other)
    for browser in (other, requests.Session()):
        answer = browser.get(way, timeout=10)
        assert answer.status_code == 403
        assert not [line for line in cookies_of(answer) if line.startswith("kapok_staff=")]
    assert one.get(way, timeout=10).status_code == 200


def test_a_page_of_another_site_sends_nobody_out(hall):
    assert requests.post(f"{hall.url}/counter/sso", timeout=10).status_code == 403
    crossed = {**CONSOLE, "Sec-Fetch-Site": "cross-site"}
    assert requests.post(f"{hall.url}/counter/sso", headers=crossed, timeout=10).status_code == 403


@pytest.mark.parametrize(
    "query",
    [
        "", "code=a", "code=a&state=b", "state=b&state=c&code=a", "error=access_denied", "code=%ff%00&state=%f0",
        "&".join(f"a{no}=1" for no in range(200)), "code=" + "x" * 6_000, "%", "state[]=1",
    ],
    ids=lambda query: query[:24],
)  # fmt: skip
@pytest.mark.parametrize("trip", ["", "x", "A" * 43 + ".1", "A" * 43 + ".99999999999", "é", "A" * 3_000])
def test_whatever_stands_in_address_and_cookie_is_answered_by_a_page_with_a_way_forward(hall, query, trip):
    cookie = {"Cookie": f"kapok_trip={trip}".encode("latin-1", "replace")}
    answer = requests.get(f"{hall.url}/counter/sso/back?{query}", headers=cookie, timeout=10)
    assert (answer.status_code, "再用统一认证登录一次" in answer.text) == (403, True)
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_cl_h1_pins_are_refused_while_the_provider_answers_and_taken_when_it_does_not(hall, city):
    form = {"staff_no": "0317", "pin": PIN, "leave_others": "1"}
    closed = requests.post(f"{hall.url}/counter/login", data=form, headers=CONSOLE, timeout=10)
    assert (closed.status_code, "请用统一认证登录" in closed.text) == (403, True)
    assert city.ask("PUT", "/faults", json={"wrong": True}).status_code == 200
    try:
        told = requests.post(f"{hall.url}/counter/sso", headers=CONSOLE, timeout=10)
        assert told.headers["HX-Redirect"] == "/counter"
        assert "统一认证没有应答" in requests.get(f"{hall.url}/counter", timeout=10).text
        opened = requests.post(f"{hall.url}/counter/login", data=form, headers=CONSOLE, timeout=10)
        assert opened.headers["HX-Redirect"] == "/counter"
    finally:
        city.ask("PUT", "/faults", json={})
    assert "staff_no=0317 minutes_left=30" in hall.log.read_text(encoding="utf-8")
    browser = requests.Session()
    assert browser.get(chosen(browser, out(hall, browser)), timeout=10).status_code == 200
    assert requests.post(f"{hall.url}/counter/login", data=form, headers=CONSOLE, timeout=10).status_code == 403


def test_nobody_else_waits_while_the_provider_is_asked(hall, city):
    assert city.ask("PUT", "/faults", json={"slow_s": 30}).status_code == 200
    try:
        with ThreadPoolExecutor(1) as other:
            waiting = other.submit(requests.post, f"{hall.url}/counter/sso", headers=CONSOLE, timeout=20)
            hall.until(lambda: hall.take("A") and not waiting.done())
            assert requests.get(f"{hall.url}/counter", timeout=10).status_code == 200
            assert not waiting.done()
            city.ask("PUT", "/faults", json={})  # lets go of whoever waits
            assert waiting.result().headers["HX-Redirect"].startswith(city.address)
    finally:
        city.ask("PUT", "/faults", json={})
