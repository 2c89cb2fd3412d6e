"""设备 with one kiosk open, in a real browser: by keyboard, nothing that weighs, and what it was sent stands there."""

from __future__ import annotations

import math
import time
import uuid
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.fleet import BoxHealth, Heartbeat
from hall_server.contract.signing import Signer
from kiosk.hall_client import HallAccess, HallClient
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from kiosk.hall_client.fleet import FleetVerbs
from tests.e2e.web.hall import HallProcess
from tests.e2e.web.staff import signed_in
from tests.e2e.web.test_axe import judged, opened
from tests.integration.hall_server.test_devices_page import HALL, code_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.web.screen import Screens

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]
BOOT = str(uuid.uuid4())
BEAT = Heartbeat(
    "6.2",
    BOOT,
    (
        BoxHealth("id_card", ready=True),
        BoxHealth("receipt_printer", ready=True),
        BoxHealth("code_scanner", ready=False, reason="device_lost"),
        BoxHealth("speaker", ready=True),
    ),
    40,
    21_000,
)


@pytest.fixture
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path_factory.mktemp("hall"))
    try:
        yield process.start()
    finally:
        process.stop()


@pytest.fixture
def kiosk(hall: HallProcess) -> Iterator[FleetVerbs]:
    """K1, enrolled."""
    technician, keys = signed_in(hall, "technician"), OwnKeys.new()
    told, _ = Enrolment(hall.url, keys, Here("1f" * 32, BOOT)).ask(code_from(technician))
    assert technician.post("/devices/let_in", {"key_id": told.key_id}).ok
    signer = Signer(told.key_id, keys.signing, "1f" * 32, BOOT)
    client = HallClient(HallAccess(hall.url, HALL, told.key_id, signer=signer, answer_timeout_s=5))
    yield FleetVerbs(client, "K1", told.hall_key)
    client.close()


def sent_to(kiosk: FleetVerbs) -> str:
    """The id of what it is to do, as soon as it is told."""
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        heard = kiosk.beat(BEAT)
        if heard.orders is not None and heard.orders.deeds:
            return heard.orders.deeds[0].id
        time.sleep(0.1)
    raise AssertionError("nothing was sent")


def test_cl_e14_one_kiosk_is_opened_by_keyboard_sent_something_and_what_it_fetched_is_there(
    hall: HallProcess, kiosk: FleetVerbs, screens: Screens
) -> None:
    heard = kiosk.beat(BEAT)
    assert heard.clock_off_s is not None
    assert math.isclose(heard.clock_off_s, 0, abs_tol=2)  # the hall's clock is this machine's
    page = opened(hall, screens, "/devices", "html[data-ready] .fleet", "lead")
    page.get_by_role("link", name="1").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready] #one .checks")
    assert "请备一卷纸" in page.inner_text("#one .todo")
    assert page.inner_text("#one .checks .watch").split() == ["扫码", "连接断了，请看电源和数据线插好没有"]
    assert not judged(page)
    page.click("text=开始一次升级")
    page.fill("#version", "6.")
    page.evaluate("document.querySelector('#fleet .counts').dataset.before = 'yes'")
    button = page.get_by_role("button", name="取日志")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#one .sent >> text=等它来取")
    deed = sent_to(kiosk)
    kiosk.hand_over(deed, b"09:00:01 INFO kapok.kiosk: home -> services\n")
    page.wait_for_selector("#one .sent >> text=打开日志")
    assert not judged(page)
    page.select_option("#key", "kiosk.idle_s")
    page.fill("#value", "http://elsewhere/" * 2)
    page.press("#value", "Enter")
    page.wait_for_selector("#one .sent >> text=改设置 kiosk.idle_s")
    page.focus("#send-restart")
    page.evaluate("document.querySelector('#one .lead').dataset.before = 'yes'")
    page.wait_for_selector("#one .lead:not([data-before])")
    assert page.evaluate("document.activeElement.id") == "send-restart", "the keyboard stays where it was"
    page.wait_for_selector("#fleet .counts:not([data-before])")
    assert page.input_value("#version") == "6.", "what is looked at again leaves an open form alone"
    page.fill("#version", "6.3")
    page.press("#version", "Enter")
    page.wait_for_selector("#stop")
    assert page.locator("#version").count() == 0
