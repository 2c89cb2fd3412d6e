"""Pages of the greeter, of whoever leads, of people and accounts, and a visitor's own page on a telephone."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from hall_server.contract.fleet import BoxHealth, Heartbeat
from hall_server.contract.signing import Signer
from hall_server.contract.slip_code import slip_code
from kiosk.hall_client import HallAccess, HallClient
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from kiosk.hall_client.fleet import FleetVerbs
from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import sign_in
from tests.e2e.web.staff import NUMBERS
from tests.screens.at_counters import MINE
from tests.screens.shots import DESK, TABLET, TELEPHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.web.screen import Screens
    from tests.screens.shots import Shots

_PRESS_MS = 900
_HALL = "gz-demo-district"
_MACHINE = "1f" * 32
_WELL = ("id_card", "receipt_printer", "speaker")


def _page(hall: HallProcess, screens: Screens, who: str, path: str, size: tuple[int, int]) -> Page:
    page = screens.tab(screens.machine(*size))
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, NUMBERS[who], PIN)
    page.wait_for_selector("html[data-ready] .staff, html[data-ready] #seats")
    page.goto(f"http://hall.test:{hall.port}{path}")
    page.wait_for_selector("html[data-ready]")
    return page


def draw_greeter(hall: HallProcess, screens: Screens, shots: Shots) -> None:
    """Somebody calls; a number by hand; a slip, a priority, a number given up."""
    page = _page(hall, screens, "greeter", "/greeter", TABLET)
    page.click("h2 >> nth=0")  # a touch, so that the page may sound
    shots.take(page, "greeter_quiet")
    hall.ask("kiosk", "POST", "/help", {"page": "K5", "speech": "yue", "modes": "L"}, key=str(uuid.uuid4()))
    page.wait_for_selector(".call.first")
    page.wait_for_timeout(1_200)
    shots.take(page, "greeter_calls")
    page.click("#items .pick >> nth=1")
    for wish in ("坐轮椅", "老人优先"):
        page.click(f".wishes .pick >> text={wish}")
    shots.take(page, "greeter_issue")
    page.get_by_role("button", name="给号", exact=True).click()
    page.wait_for_selector(".done")
    shots.take(page, "greeter_issued")
    label = _last_waiting(hall)
    for desk, name in (("再看号票", "greeter_slip"), ("请优先", "greeter_priority")):
        _found(page, desk, label)
        if name == "greeter_priority":
            page.click(".wishes .pick >> text=孕妇")
        shots.take(page, name)
    page.wait_for_timeout(_PRESS_MS)
    page.get_by_role("button", name="排到前面", exact=True).click()
    page.wait_for_selector(".done")
    shots.take(page, "greeter_put_first")
    _found(page, "取消号", label)
    shots.take(page, "greeter_cancel")
    page.goto(f"http://hall.test:{hall.port}/people")
    page.wait_for_selector("h1 >> text=不归您的岗位管")
    shots.take(page, "not_yours")
    page.close()


def _last_waiting(hall: HallProcess) -> str:
    """Who came last to the longest line and goes first by nothing."""
    found = hall.ask("counter", "GET", "/tickets?state=waiting&limit=100")["tickets"]
    line = sorted((one for one in found if one["queue"] == "E"), key=lambda one: one["taken_at"], reverse=True)
    return next(str(one["label"]) for one in line if not hall.ask("counter", "GET", f"/tickets/{one['id']}")["chips"])


def _found(page: Page, desk: str, label: str) -> None:
    page.get_by_role("button", name=desk, exact=True).click()
    page.wait_for_function("() => document.querySelector('#label')?.value === ''")
    page.fill("#label", label)
    page.get_by_role("button", name="找号", exact=True).click()
    page.wait_for_selector(f".found[data-label='{label}']")
    page.wait_for_timeout(_PRESS_MS)


def draw_office(hall: HallProcess, screens: Screens, shots: Shots) -> None:
    """现在, 人员和窗口, 我的密码, and a page that is not there."""
    page = _page(hall, screens, "lead", "/lead", DESK)
    page.wait_for_selector(".tiles")
    shots.take(page, "lead")
    page.goto(f"http://hall.test:{hall.port}/nowhere")
    shots.take(page, "nowhere")
    page.close()
    page = _page(hall, screens, "manager", "/people", DESK)
    shots.take(page, "people")
    for field, words in (("#new-no", "0777"), ("#new-name", "周小雨")):
        page.fill(field, words)
    page.press("#new-name", "Enter")
    page.wait_for_selector(".once .pin")
    shots.take(page, "people_added")
    page.goto(f"http://hall.test:{hall.port}/screens")
    page.wait_for_selector("html[data-ready] #page")
    shots.take(page, "screens")
    page.goto(f"http://hall.test:{hall.port}/devices")
    page.wait_for_selector("html[data-ready] #machines")
    page.get_by_role("button", name="给登记码").click()
    page.wait_for_selector(".once .pin")
    shots.take(page, "devices")
    draw_kiosk(page, hall, shots)
    page.goto(f"http://hall.test:{hall.port}/account")
    page.wait_for_selector("html[data-ready] .own")
    shots.take(page, "account")
    page.close()


def draw_kiosk(page: Page, hall: HallProcess, shots: Shots) -> None:
    """A machine asks to be let in with the code on the page; then it says how it is, and is looked at."""
    boot, keys = str(uuid.uuid4()), OwnKeys.new()
    told, _ = Enrolment(hall.url, keys, Here(_MACHINE, boot)).ask(page.inner_text(".once .pin").strip())
    page.goto(f"http://hall.test:{hall.port}/devices")
    page.wait_for_selector(".waits .comparing")
    shots.take(page, "devices_asks")
    page.get_by_role("button", name="一样，批准").click()
    page.wait_for_selector("#machines .waits", state="detached")
    signer = Signer(told.key_id, keys.signing, _MACHINE, boot)
    client = HallClient(HallAccess(hall.url, _HALL, told.key_id, signer=signer, answer_timeout_s=5))
    boxes = (
        *(BoxHealth(kind, ready=True) for kind in _WELL),
        BoxHealth("code_scanner", ready=False, reason="device_lost"),
    )
    FleetVerbs(client, "K1", told.hall_key).beat(Heartbeat("0.1.0", boot, boxes, 40, 21_000))
    client.close()
    page.goto(f"http://hall.test:{hall.port}/devices")
    page.locator(".fleet a").first.click()
    page.wait_for_selector("html[data-ready] #one .checks")
    shots.take(page, "devices_kiosk")


def draw_telephone(hall: HallProcess, screens: Screens, shots: Shots) -> None:
    """A ticket's own page: in line, then called."""
    ticket = hall.take("A")
    page = screens.tab(screens.machine(*TELEPHONE))
    page.goto(f"http://hall.test:{hall.port}/t/{slip_code(uuid.UUID(ticket['id']).bytes)}")
    page.wait_for_selector(".number")
    shots.take(page, "phone_waiting")
    hall.sit(MINE, "0317")
    hall.move(ticket, "call", counter=MINE, reason="needs care")
    page.wait_for_selector(".card.called")
    shots.take(page, "phone_called")
    page.close()
