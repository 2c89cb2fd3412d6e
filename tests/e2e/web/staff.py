"""Somebody of the staff at a real hall, by plain requests: signs in as the pages do and shows the page's proof."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import requests

from tests.e2e.web.hall import NAMES, OTHERS, PIN, proof_on

if TYPE_CHECKING:
    from tests.e2e.web.hall import HallProcess

NUMBERS = {"clerk": next(iter(NAMES)), **OTHERS}


class Person:
    """One browser."""

    def __init__(self, hall: HallProcess, staff_no: str = "") -> None:
        self.hall = hall
        self.staff_no = staff_no
        self.browser = requests.Session()
        self.browser.headers["Kapok-Page"] = "console"

    def sign_in(self, pin: str = PIN, **more: str) -> requests.Response:
        """As the login page does it."""
        form = {"staff_no": self.staff_no, "pin": pin, **more}
        answer = self.post("/counter/login", form)
        if answer.ok:
            self.look()
        return answer

    def look(self) -> None:
        """Draw a page anew, for its proof."""
        self.browser.headers.update(proof_on(self.get("/account").text))

    def get(self, path: str, **more: Any) -> requests.Response:
        return self.browser.get(self.hall.url + path, timeout=20, **more)

    def post(self, path: str, form: dict[str, str] | None = None, **more: Any) -> requests.Response:
        return self.browser.post(self.hall.url + path, data=form or {}, timeout=20, **more)

    @property
    def secret(self) -> str:
        """What the session's cookie holds."""
        return self.browser.cookies.get("kapok_staff", "")


def signed_in(hall: HallProcess, role: str) -> Person:
    """Somebody of that role who has just come in."""
    person = Person(hall, NUMBERS[role])
    answer = person.sign_in(leave_others="1")
    assert answer.ok, answer.text
    return person


def one_time_pin(page: str) -> str:
    """The one that stands on the page."""
    found = re.search(r'<b class="pin digit">([0-9]{10})</b>', page)
    assert found, page
    return found[1]
