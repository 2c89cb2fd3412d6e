"""Every page under axe-core in a real browser: nothing weighs, the CSP holds, nobody else is asked."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.slip_code import slip_code
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from tests.e2e.web.hall import PIN, ROOT, HallProcess
from tests.e2e.web.screen import Screens, sign_in, sit, state
from tests.e2e.web.staff import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]  # axe is slow on a busy machine, and there are many pages

AXE = ROOT / "node_modules/axe-core/axe.min.js"
WEIGHTY = {"serious", "critical"}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    """One hall for all that is looked at here."""
    process = HallProcess(tmp_path_factory.mktemp("hall"))
    try:
        yield process.start()
    finally:
        process.stop()


@pytest.fixture
def other_hall(tmp_path: Path) -> Iterator[HallProcess]:
    """One in which a kiosk's key may end."""
    process = HallProcess(tmp_path)
    try:
        yield process.start()
    finally:
        process.stop()


def judged(page: Page) -> list[str]:
    """What axe holds against the page as it stands, as far as it weighs: rule, where, and why.

    The script comes by the debugger, as a person's own tools do: the page's CSP stays as it is.
    """
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => JSON.stringify((await axe.run(document)).violations)")
    return [
        f"{page.url} {one['id']} ({one['impact']}): {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in json.loads(found)
        if one["impact"] in WEIGHTY
        for node in one["nodes"]
    ]


def opened(hall: HallProcess, screens: Screens, path: str, ready: str, who: str = "") -> Page:
    """A page of its own machine."""
    page = screens.tab(screens.machine(1180, 820))
    if who:
        page.goto(f"http://hall.test:{hall.port}/counter")
        sign_in(page, NUMBERS[who], PIN)
        page.wait_for_selector("html[data-ready] .staff, html[data-ready] #seats")
    page.goto(f"http://hall.test:{hall.port}{path}")
    page.wait_for_selector(ready)
    return page


def test_nothing_weighs_on_the_pages_that_are_open_to_everybody(hall: HallProcess, screens: Screens):
    hall.sit(5, "0319")
    ticket = hall.take("A")
    phone = f"/t/{slip_code(bytes.fromhex(ticket['id'].replace('-', '')))}"
    pages = {
        "/": "a",
        "/counter": "html[data-ready] #staff_no",
        "/board/main": "#calm-title:not(:empty)",
        phone: "main",
        "/bring/i01,i05": "main .sheet",
        "/bring/nothing": "main",
        "/screen": "#code:not(:empty)",
        "/nowhere": "main",
    }
    assert not [fault for path, ready in pages.items() for fault in judged(opened(hall, screens, path, ready))]


def test_nothing_weighs_on_the_pages_of_staff(hall: HallProcess, screens: Screens):
    hall.sit(2, "0317")
    hall.take("A")
    pages = [
        ("/account", "html[data-ready] .own", "auditor"),
        ("/people", "html[data-ready] .people", "manager"),
        ("/lead", "html[data-ready] .tiles", "lead"),
    ]
    assert not [fault for path, ready, who in pages for fault in judged(opened(hall, screens, path, ready, who))]


def test_nothing_weighs_on_the_technician_s_pages(other_hall: HallProcess, screens: Screens):
    page = opened(other_hall, screens, "/screens", "html[data-ready] #page", "technician")
    assert not judged(page)
    page.goto(f"http://hall.test:{other_hall.port}/devices")
    page.wait_for_selector("html[data-ready] #machines")
    page.get_by_role("button", name="给登记码").click()
    code = page.inner_text(".once .pin")
    Enrolment(other_hall.url, OwnKeys.new(), Here("1f" * 32, str(uuid.uuid4()))).ask(code)
    page.wait_for_selector(".waits .comparing")
    assert not judged(page)
    page.get_by_role("button", name="一样，批准").click()
    page.wait_for_selector("tr.well")
    assert not judged(page)


def test_nothing_weighs_on_the_greeter_s_page_and_desks(hall: HallProcess, screens: Screens):
    hall.ask("kiosk", "POST", "/help", {"page": "K5", "speech": "yue"}, key=str(uuid.uuid4()))
    label = hall.take("A", chips=["wheelchair"])["label"]
    page = opened(hall, screens, "/greeter", "html[data-ready] .call", "greeter")
    faults = judged(page)
    for name, desk in (("再看号票", "slip"), ("请优先", "priority"), ("取消号", "cancel")):
        page.get_by_role("button", name=name).click()
        page.wait_for_selector(f"[data-desk={desk}] #label")
        page.fill("#label", label)
        page.get_by_role("button", name="找号").click()
        page.wait_for_selector(f"[data-desk={desk}] .found")
        faults += judged(page)
    page.goto(f"http://hall.test:{hall.port}/people")
    page.wait_for_selector("html[data-ready] h1 >> text=不归您的岗位管")
    assert not faults + judged(page)


def test_nothing_weighs_on_a_counter_console_at_work(hall: HallProcess, screens: Screens):
    hall.take("A")
    page = opened(hall, screens, "/counter", "html[data-ready] #seats", "clerk")
    faults = judged(page)
    sit(page, 3)
    faults += judged(page)
    page.keyboard.press("Enter")
    state(page, "called")
    faults += judged(page)
    page.wait_for_timeout(900)  # within 0.8 s it would be the same press
    page.keyboard.press("Enter")
    state(page, "serving")
    faults += judged(page)
    page.wait_for_timeout(900)
    page.keyboard.press("Enter")
    state(page, "outcome")
    assert not faults + judged(page)


def test_nothing_weighs_on_boards_and_windows_while_somebody_is_called_and_rates(hall: HallProcess, screens: Screens):
    hall.sit(2, "0317")
    bar = opened(hall, screens, "/window/2", "html[data-state=idle]")
    tablet = screens.tab(screens.machine(1080, 1920))
    tablet.goto(f"http://hall.test:{hall.port}/window/2")
    board = opened(hall, screens, "/board/main", "#calm-title:not(:empty)")
    faults = judged(bar)
    hall.take("A")
    called = hall.call(2)
    board.wait_for_selector("html[data-view=call]")
    faults += judged(board)
    bar.wait_for_selector("html[data-state=called]")
    faults += judged(bar)
    hall.move(called, "serve")
    bar.wait_for_selector("html[data-state=serving]")
    faults += judged(bar)
    hall.move(called, "complete")
    tablet.wait_for_selector("#rating:not([hidden])")
    assert not faults + judged(tablet)
