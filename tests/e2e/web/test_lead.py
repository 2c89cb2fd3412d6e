"""现在 in a real browser: whoever leads sees waits by queue and counter, and findings."""

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in
from tests.e2e.web.staff import NUMBERS, signed_in

pytestmark = pytest.mark.slow


def test_a_lead_sees_who_waits_where_as_it_changes(hall: HallProcess, screens: Screens):
    hall.sit(3, "0317")
    page = screens.tab(screens.machine(1440, 900))
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, NUMBERS["lead"], PIN)
    page.wait_for_selector("html[data-ready] #seats")
    page.goto(f"http://hall.test:{hall.port}/lead")
    page.wait_for_selector("html[data-ready] .tiles")
    assert page.inner_text("[data-waiting]") == "0"
    label = hall.take("A")["label"]
    hall.take("A")
    hall.take("A")
    page.wait_for_selector("[data-waiting] >> text=3")
    assert "3 位" in page.inner_text("[data-queue=A]")
    assert "分钟" in page.inner_text("[data-queue=A] td >> nth=2")  # a band beside its picture
    hall.call(3)
    page.wait_for_selector(f"[data-counter='3'] >> text={label}")
    row = page.inner_text("[data-counter='3']")
    assert "李慧" in row
    assert "叫号中" in row
    assert page.locator(".findings li").count() == int(page.inner_text("#findings small"))
    assert page.locator(".findings small").first.inner_text().startswith("CL-")
    assert signed_in(hall, "greeter").get("/lead").status_code == 403
