"""免证办 at the console by keys alone: paper that is not needed cannot be asked for; 按住看全 (CL-D12, H12)."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in, sit, state, told
from tests.integration.hall_server.city_served import ServedCity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
CHEN, NAME, NUMBER = {"handle": "demo-person-000000001A"}, "陈样明", "999999198604120018"
ITEM = "i02"


@pytest.fixture
def city(tmp_path: Path) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path / "city")
    yield served
    served.stop()


@pytest.fixture
def hall(tmp_path: Path, city: ServedCity) -> Iterator[HallProcess]:
    more = f'[city]\naddress = "{city.address}"\n[city.ports.licences]\ntimeout_s = 2\n'
    process = HallProcess(tmp_path, more=more)
    try:
        yield process.start()
    finally:
        process.stop()
    kept = b"".join(path.read_bytes() for path in process.data.iterdir() if path.is_file()) + process.log.read_bytes()
    assert not [one for one in (NAME, NUMBER) if one.encode() in kept]


def _visit(hall: HallProcess, *, consent: bool) -> dict[str, Any]:
    """Somebody waits, whose licences were found when they said yes."""
    visit = str(uuid.uuid4())
    if consent:
        path = f"/visits/{visit}/licences"
        hall.ask("kiosk", "POST", f"{path}/consent", {"given": True, "items": [ITEM], "holder": CHEN})
        while hall.ask("kiosk", "GET", path)["looking"]:
            time.sleep(0.05)
    ticket = hall.ask("kiosk", "POST", "/tickets", {"item": ITEM, "correlation": visit}, key=visit)
    return dict(hall.ask("kiosk", "POST", f"/tickets/{ticket['id']}/confirm_print", {"answer": "paper"}))


def _serving(hall: HallProcess, screens: Screens, label: str) -> Page:
    counter = next(one for one in range(1, 13) if label in _line(hall, one))
    page = screens.console(hall)
    sign_in(page, "0317", PIN)
    sit(page, counter)
    page.wait_for_selector('html[data-ready][data-link="ok"]')
    for wanted in ("called", "serving"):
        page.keyboard.press("NumpadEnter")
        state(page, wanted, label)
        page.wait_for_timeout(850)
    return page


def _line(hall: HallProcess, counter: int) -> list[str]:
    return [one["label"] for one in hall.ask("counter", "GET", f"/counters/{counter}/queue")["tickets"]]


def test_cl_d12_a_paper_that_the_hall_has_cannot_be_asked_for_but_with_a_reason_that_is_kept(
    hall: HallProcess, screens: Screens
) -> None:
    ticket = _visit(hall, consent=True)
    page = _serving(hall, screens, ticket["label"])
    assert "身份证 免交" in page.inner_text(".papers")
    page.keyboard.press("Numpad7")
    page.wait_for_selector('[data-view="papers"]')
    assert page.get_attribute("#off-1", "aria-disabled") == "true"
    page.wait_for_timeout(850)
    page.keyboard.press("Numpad1")
    told(page, "已有电子证照，不能再要纸质")
    assert hall.records("paper_override") == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-view="paper_why"]')
    page.wait_for_timeout(850)
    page.keyboard.press("Numpad3")
    state(page, "serving", ticket["label"])
    assert len(hall.records("paper_override")) == 1
    assert "仍要纸质" in page.inner_text(".papers")


def test_cl_h12_the_person_stands_there_while_the_key_is_held_and_each_look_is_in_the_book(
    hall: HallProcess, screens: Screens
) -> None:
    ticket = _visit(hall, consent=True)
    page = _serving(hall, screens, ticket["label"])
    assert NAME not in page.content()
    page.keyboard.down("Numpad9")
    page.wait_for_selector(f"#revealed:not([hidden]):has-text('{NUMBER}')")
    assert NAME in page.inner_text("#revealed")
    page.keyboard.up("Numpad9")
    page.wait_for_selector("#revealed", state="hidden")
    assert NAME not in page.content()
    assert NUMBER not in page.content()
    page.hover("#act-reveal")
    page.mouse.down()
    page.wait_for_selector("#revealed:not([hidden])")
    page.mouse.up()
    assert len(hall.records("identity_seen")) == 2


def test_a_visitor_of_whom_the_hall_knows_nothing_is_asked_for_the_card(hall: HallProcess, screens: Screens) -> None:
    ticket = _visit(hall, consent=False)
    page = _serving(hall, screens, ticket["label"])
    assert not page.query_selector(".papers")
    page.keyboard.down("9")
    page.wait_for_selector("#revealed:not([hidden]):has-text('请出示证件')")
    page.keyboard.up("9")
    page.keyboard.press("Numpad7")
    page.wait_for_selector('[data-view="papers"]')
    assert "请对方出示原件" in page.inner_text(".panel-rows")
    assert len(hall.records("identity_seen")) == 1
