"""Attacks on the staff's pages: fixed sessions, guessed PINs, paths that lead out, words that are code."""

from __future__ import annotations

import re
import uuid
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import requests

from hall_server.domain.staff import SOURCE_TRIES, TRIES
from tests.e2e.web.attacks import HOSTILE, hostile_site
from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.staff import NUMBERS, Person, signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRETS = re.compile(r"root:x:|\[hall\]|staff_no = |pin_hash|SQLite format|Traceback|jinja2|\{% ", re.IGNORECASE)


class Code(HTMLParser):
    """What would run in a page: scripts without a file, attributes that are handlers or styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @classmethod
    def found_in(cls, page: str) -> list[str]:
        reader = cls()
        reader.feed(page)
        return reader.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if (tag == "script" and "src" not in names) or any(name.startswith("on") or name == "style" for name in names):
            self.found.append(self.get_starttag_text() or tag)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path_factory.mktemp("attacked"))
    hostile_site(process.site)
    try:
        yield process.start()
    finally:
        process.stop()


def from_machine(hall: HallProcess, address: str, staff_no: str) -> Person:
    """A browser on another machine: this one's loopback has many addresses."""
    person = Person(hall, staff_no)
    adapter = requests.adapters.HTTPAdapter()
    adapter.init_poolmanager(4, 4, source_address=(address, 0))
    person.browser.mount("http://", adapter)
    return person


def test_a_session_that_was_fixed_beforehand_is_not_the_one_that_is_given(hall: HallProcess) -> None:
    attacker = Person(hall)
    person = Person(hall, NUMBERS["clerk"])
    person.browser.cookies.set("kapok_staff", "f" * 43, path="/", domain="127.0.0.1")
    assert person.sign_in(leave_others="1").ok
    given = [one.value for one in person.browser.cookies if one.name == "kapok_staff" and one.value != "f" * 43]
    assert len(given) == 1
    attacker.browser.cookies.set("kapok_staff", "f" * 43)
    assert attacker.get("/account").url.endswith("/counter")
    again = Person(hall, NUMBERS["clerk"])
    again.sign_in(leave_others="1")
    assert again.secret not in given  # a new one each time
    person.browser.cookies.clear()
    person.browser.cookies.set("kapok_staff", given[0])
    assert person.get("/account").url.endswith("/counter")  # and the one before is worth nothing


def test_a_cookie_that_is_given_is_read_by_no_script_and_sent_by_no_other_site(hall: HallProcess) -> None:
    plain = Person(hall, NUMBERS["auditor"]).sign_in()
    assert {"HttpOnly", "Path=/", "SameSite=strict"} <= set(plain.headers["Set-Cookie"].split("; "))


def test_whoever_guesses_locks_their_own_machine_out_and_no_owner(hall: HallProcess) -> None:
    guesser = from_machine(hall, "127.0.0.66", NUMBERS["lead"])
    assert [guesser.sign_in(f"guess{n}").status_code for n in range(TRIES)] == [401] * TRIES
    locked = guesser.sign_in()
    assert (locked.status_code, "10 分钟" in locked.text) == (429, True)  # the right PIN, too late
    assert from_machine(hall, "127.0.0.67", NUMBERS["lead"]).sign_in().ok
    for number in ("0316", "0318", "0319"):
        guesser.staff_no = number
        for n in range(TRIES):
            guesser.sign_in(f"guess{n}")
    guesser.staff_no = NUMBERS["technician"]
    assert guesser.sign_in().status_code == 429  # 20 wrong ones: this machine waits, whatever number it names
    for number in ("0318", "0319", NUMBERS["technician"]):
        owner = from_machine(hall, "127.0.0.68", number)
        assert owner.sign_in(leave_others="1").ok, number
    assert SOURCE_TRIES == 4 * TRIES


def test_what_is_forwarded_by_nobody_known_is_not_believed(hall: HallProcess) -> None:
    liar = from_machine(hall, "127.0.0.70", NUMBERS["manager"])
    for n in range(TRIES):
        liar.browser.headers["X-Forwarded-For"] = f"203.0.113.{n}"
        assert liar.sign_in(f"guess{n}").status_code == 401
    assert liar.sign_in().status_code == 429


def test_a_proxy_on_the_same_machine_is_believed_about_tls_and_whom_it_stands_for(hall: HallProcess) -> None:
    behind = Person(hall, NUMBERS["auditor"])
    behind.browser.headers.update({"X-Forwarded-For": "6.6.6.6, 203.0.113.9", "X-Forwarded-Proto": "https"})
    for n in range(TRIES):
        assert behind.post("/counter/login", {"staff_no": NUMBERS["auditor"], "pin": f"guess{n}"}).status_code == 401
    assert behind.post("/counter/login", {"staff_no": NUMBERS["auditor"], "pin": PIN}).status_code == 429
    behind.browser.headers["X-Forwarded-For"] = "203.0.113.10"
    given = behind.post("/counter/login", {"staff_no": NUMBERS["auditor"], "pin": PIN, "leave_others": "1"}).headers[
        "Set-Cookie"
    ]
    assert given.startswith("__Host-kapok_staff=")
    assert {"HttpOnly", "Path=/", "SameSite=strict", "Secure"} <= set(given.split("; "))


@pytest.mark.parametrize(
    "shelf",
    [
        *("static", "assets", "board/main", "counter", "counter/notice", "d", "t", "people", "account"),
        *("greeter", "lead", "screens", "devices", "window"),
    ],
)
def test_no_path_leads_out_of_what_is_served(hall: HallProcess, shelf: str) -> None:
    ways = [
        "..",
        "%2e%2e",
        "..%2f",
        "%2e%2e%2f",
        "..%5c",
        "%252e%252e%252f",
        "....//",
        "/",
        "%00",
        "..;/",
        "%c0%ae%c0%ae/",
    ]
    for way in ways:
        for target in (
            "etc/passwd",
            "hall.toml",
            "hall/hall.sqlite3",
            "ui/web/templates/staff/people.html",
            "config/sites/demo.toml",
        ):
            path = f"/{shelf}/{way}/{way}/{way}/{target}"
            request = requests.Request("GET", hall.url).prepare()
            request.url = hall.url + path  # as it stands: nobody tidies it on the way
            with requests.Session() as browser:
                answer = browser.send(request, timeout=20, allow_redirects=False)
            assert answer.status_code < 500, path
            assert not SECRETS.search(answer.text), path


def test_what_people_type_and_what_the_site_file_says_is_shown_as_words(hall: HallProcess) -> None:
    manager = signed_in(hall, "manager")
    name = "<b>{{7*7}}'\"</b>"
    assert manager.post("/people/add", {"staff_no": "0666", "name": name, "role_clerk": "1", "counters": ""}).ok
    ticket = hall.take("A", visitor={"pseudonym": "0" * 32, "name_mask": "<*", "number_mask": "…7318"})
    hall.sit(3, "0317")
    hall.call(3)
    clerk = Person(hall, "0317")
    assert clerk.sign_in().ok
    pages = [manager.get("/people"), clerk.get("/counter"), clerk.get("/counter/stage")]
    pages += [
        manager.get(path)
        for path in ("/", "/board/main", "/account", f"/{HOSTILE}", f"/board/{HOSTILE}", f"/t/{HOSTILE}")
    ]
    pages += [manager.post("/people/add", {"staff_no": HOSTILE, "name": HOSTILE, "counters": HOSTILE})]
    pages += [manager.post("/people/reset", {"staff_no": HOSTILE}), Person(hall, HOSTILE).sign_in(HOSTILE)]
    assert ticket["label"]
    assert "&lt;b&gt;{{7*7}}" in pages[0].text
    for page in pages:
        assert page.status_code < 500, page.url
        for raw in ("<b onmouseover", "<img src=x", "<b>{{", "><*<", "onerror=alert(1)>"):
            assert raw not in page.text, (page.url, raw)
        assert "49" not in re.findall(r">\s*(49)\s*<", page.text), page.url
        assert "'unsafe-inline'" not in page.headers["Content-Security-Policy"]
        assert Code.found_in(page.text) == [], page.url


def test_what_stands_in_an_address_is_shown_as_words_to_staff(hall: HallProcess) -> None:
    """A link that somebody was sent: nothing of it runs and nothing of it is reckoned."""
    greeter = signed_in(hall, "greeter")
    clerk = Person(hall, "0319")
    assert clerk.sign_in(leave_others="1").ok
    clerk.post("/counter/sit", {"counter": "4"}, headers={"Idempotency-Key": str(uuid.uuid4())})
    asked = [
        (greeter, "/greeter/find", {"what": HOSTILE, "label": HOSTILE}),
        (greeter, "/greeter/items", {"q": HOSTILE}),
        (greeter, f"/greeter/desk/{quote(HOSTILE, safe='')}", {}),
        (clerk, "/counter/stage", {"view": "search", "q": HOSTILE}),
        (clerk, "/counter/stage", {"view": HOSTILE, "about": HOSTILE}),
        (clerk, "/counter/stage", {"view": "name", "about": HOSTILE}),
        (clerk, f"/counter/notice/{quote(HOSTILE, safe='')}", {}),
    ]
    for person, path, params in asked:
        page = person.get(path, params=params)
        assert page.status_code < 500, page.url
        assert Code.found_in(page.text) == [], page.url
        assert "<img src=x" not in page.text, page.url
        assert "49" not in re.findall(r"[^0-9](49)[^0-9]", page.text), page.url


def test_what_a_counter_writes_on_a_notice_is_shown_as_words(hall: HallProcess) -> None:
    clerk, lead = Person(hall, "0318"), from_machine(hall, "127.0.0.92", NUMBERS["lead"])
    assert clerk.sign_in(leave_others="1").ok
    assert lead.sign_in(leave_others="1").ok
    hall.sit(5, "0318")
    ticket = hall.take("H")
    hall.move(hall.call(5), "serve")
    form = {"other_0": "<b>{{7*7}}</b>", "basis_0": "《<i onclick=x>{{7*7}}</i>》"}
    given = clerk.post(f"/counter/notice/{ticket['id']}", form, headers={"Idempotency-Key": str(uuid.uuid4())})
    assert "告知单出好了" in given.text
    for page in (clerk.get(f"/counter/notice/{ticket['id']}"), lead.get("/lead")):
        assert "&lt;b&gt;{{7*7}}&lt;/b&gt;" in page.text
        assert "《&lt;i onclick=x&gt;{{7*7}}&lt;/i&gt;》" in page.text
        assert Code.found_in(page.text) == [], page.url


def test_a_wrong_pin_says_the_same_of_a_number_that_is_there_and_of_one_that_is_not(hall: HallProcess) -> None:
    there = from_machine(hall, "127.0.0.90", "0316").sign_in("wrong")
    not_there = from_machine(hall, "127.0.0.91", "999999").sign_in("wrong")
    assert (there.status_code, there.text) == (not_there.status_code, not_there.text)
    assert PIN not in there.text
