"""导办台 in a real browser: calls for help as they come, numbers by hand, priority and its cost (CL-A6, D14)."""

from __future__ import annotations

import contextlib
import io
import uuid
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from hall_server.contract.priority import BACK_KIND, KIND, PriorityReason, PriorityRecord, PriorityTakenBack
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader
from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in
from tests.e2e.web.staff import NUMBERS, signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    """One hall for all that is done here."""
    process = HallProcess(tmp_path_factory.mktemp("hall"))
    try:
        yield process.start()
    finally:
        process.stop()


@pytest.fixture(scope="module")
def tablet(hall: HallProcess, chromium: Browser) -> Iterator[Page]:
    """One greeter's, signed in."""
    screens = Screens(chromium)
    page = screens.tab(screens.machine(1180, 820))
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, NUMBERS["greeter"], PIN)
    page.wait_for_selector("html[data-ready] .greeter")
    yield page
    screens.close()
    assert not screens.complaints


def call_for_help(hall: HallProcess, **more: str) -> str:
    return hall.ask("kiosk", "POST", "/help", {"page": "K5", **more}, key=str(uuid.uuid4()))["id"]


def pressed(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def looked_for(page: Page, desk: str, label: str) -> None:
    pressed(page, desk)
    page.wait_for_function("() => document.querySelector('#label')?.value === ''")  # drawn anew
    page.fill("#label", label)
    pressed(page, "找号")
    page.wait_for_selector(f".found[data-label='{label}']")


def test_a_call_from_a_kiosk_is_shown_heard_taken_and_ended(hall: HallProcess, tablet: Page):
    tablet.click("h2 >> text=有人要帮忙")  # a touch, so that the page may sound
    tablet.wait_for_selector("#sound", state="hidden")
    call = call_for_help(hall, speech="yue", modes="L")
    tablet.wait_for_selector(".call.first >> text=1 号机有人请帮忙", timeout=2_000)
    assert tablet.inner_text(".call .who span") == "一楼大厅 · 说粤语，看大字"
    assert tablet.inner_text(".spot.called") == "1\n1 号机 要帮忙"
    tablet.wait_for_function("() => document.documentElement.dataset.chimed === '1'")
    assert "1 号机有人请帮忙" in (tablet.text_content("#said") or "")
    pressed(tablet, "我过去，1 号机")
    tablet.wait_for_selector(".call.taken >> text=您在路上")
    assert hall.ask("kiosk", "GET", f"/help/{call}")["by"] == NUMBERS["greeter"]
    tablet.wait_for_timeout(900)  # within 0.8 s it would be the same press
    pressed(tablet, "办好了，1 号机")
    tablet.wait_for_selector(".helps >> text=没有人在等您")
    assert hall.ask("kiosk", "GET", f"/help/{call}")["state"] == "done"


def test_a_number_is_given_by_hand_with_what_somebody_needs(hall: HallProcess, tablet: Page):
    hall.sit(1)
    name = tablet.inner_text("#items .pick >> nth=0")
    shown = tablet.locator("#items .pick").count()
    tablet.fill("#q", name[:3])
    tablet.wait_for_function("count => document.querySelectorAll('#items .pick').length !== count", arg=shown)
    tablet.wait_for_selector(f"#items .pick >> text={name}")
    tablet.click(f"#items .pick >> text={name}")
    for wish in ("坐轮椅", "说粤语", "老人优先"):
        tablet.click(f".wishes .pick >> text={wish}")
    call_for_help(hall)  # news come while somebody types: nothing of it is lost
    tablet.wait_for_selector(".call")
    tablet.wait_for_timeout(900)  # within 0.8 s it would be the same press
    pressed(tablet, "给号")
    tablet.wait_for_selector(".done >> text=取好了")
    label = tablet.get_attribute(".found", "data-label")
    code = tablet.inner_text(".found .code")
    assert "KPT1:" in code
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(tablet.locator(".found .qr").screenshot())))
    assert read.text == code  # a telephone that photographs the tablet has the slip
    (taken,) = [one for one in hall.ask("counter", "GET", "/tickets")["tickets"] if one["label"] == label]
    ticket = hall.ask("counter", "GET", f"/tickets/{taken['id']}")
    assert (ticket["state"], ticket["origin"], ticket["delivery"]) == ("waiting", "staff", "screen")
    assert set(ticket["chips"]) == {"wheelchair", "cantonese", "elder"}


def test_priority_has_a_reason_and_says_what_it_costs_and_no_screen_says_why(hall: HallProcess, tablet: Page):
    hall.sit(3)
    tickets = [hall.take("A") for _ in range(3)]
    last = tickets[-1]["label"]
    looked_for(tablet, "请优先", last)
    assert "2 位会多等，每位大约" in tablet.inner_text(".cost")
    assert tablet.inner_text(".cost b") == "1"
    pressed(tablet, "排到前面")  # without a reason the form is not sent
    assert not tablet.evaluate("document.querySelector('.found form').checkValidity()")
    tablet.click(".wishes .pick >> text=孕妇")
    tablet.wait_for_timeout(900)
    pressed(tablet, "排到前面")
    tablet.wait_for_selector(f".done >> text={last} 排到前面了")
    assert hall.call(3)["label"] == last
    events = hall.ask("counter", "GET", "/events?after=0&limit=100")
    assert "pregnant" not in str(events)
    assert "priority" not in str(events)
    with contextlib.closing(SqliteReader(hall.data / FILE_NAME, "gz-demo-district")) as reader:
        (record,) = reader.records(KIND, 0, 10)
    assert (record.about, record.actor) == (tickets[-1]["id"], NUMBERS["greeter"])
    assert record.as_(PriorityRecord).reason is PriorityReason.PREGNANT
    assert record.as_(PriorityRecord).others == 2


def test_a_priority_given_by_mistake_is_taken_back_before_the_call_and_the_book_keeps_both(
    hall: HallProcess, tablet: Page
):
    first, meant = hall.take("E"), hall.take("E")
    looked_for(tablet, "请优先", meant["label"])
    tablet.click(".wishes .pick >> text=抱孩子")
    tablet.wait_for_timeout(900)  # within 0.8 s it would be the same press
    pressed(tablet, "排到前面")
    tablet.wait_for_selector(f".done >> text={meant['label']} 排到前面了")
    assert "刚才排到了前面" in tablet.inner_text(".found")
    tablet.wait_for_timeout(900)
    pressed(tablet, "收回优先")
    tablet.wait_for_selector(f".done >> text={meant['label']} 回到原来的位置了")
    assert hall.ask("counter", "GET", f"/tickets/{meant['id']}")["chips"] == []
    assert hall.ask("counter", "GET", f"/tickets/{meant['id']}")["ahead"] == 1
    with contextlib.closing(SqliteReader(hall.data / FILE_NAME, "gz-demo-district")) as reader:
        given, back = reader.records_about(meant["id"])
    assert (given.kind, back.kind, back.actor) == (KIND, BACK_KIND, NUMBERS["greeter"])
    assert back.as_(PriorityTakenBack).given_by == NUMBERS["greeter"]
    greeter = signed_in(hall, "lead")
    again = greeter.post(f"/greeter/priority_back/{meant['id']}", headers={"Idempotency-Key": str(uuid.uuid4())})
    assert (again.status_code, "没有可以撤销的" in again.text) == (409, True)
    assert hall.ask("counter", "GET", f"/tickets/{first['id']}")["ahead"] == 0


def test_priority_without_a_reason_is_refused_whoever_asks(hall: HallProcess):
    ticket, lead = hall.take("C"), signed_in(hall, "lead")
    answer = lead.post(f"/greeter/priority/{ticket['id']}", headers={"Idempotency-Key": str(uuid.uuid4())})
    assert answer.status_code == 400
    assert "请先选为什么优先" in answer.text
    assert hall.ask("counter", "GET", f"/tickets/{ticket['id']}")["chips"] == []


def test_a_number_is_cancelled_after_a_question_and_one_that_nobody_has_is_said_so(hall: HallProcess, tablet: Page):
    ticket = hall.take("C")
    pressed(tablet, "取消号")
    tablet.fill("#label", "A999")
    pressed(tablet, "找号")
    tablet.wait_for_selector("#desk .alert >> text=今天没有这个号")
    looked_for(tablet, "取消号", ticket["label"])
    tablet.wait_for_selector(".found >> text=取消后这个号不能再用")
    assert hall.ask("counter", "GET", f"/tickets/{ticket['id']}")["state"] == "waiting"
    tablet.wait_for_timeout(900)  # within 0.8 s it would be the same press
    pressed(tablet, f"取消 {ticket['label']}")
    tablet.wait_for_selector(".done >> text=取消了")
    assert hall.ask("counter", "GET", f"/tickets/{ticket['id']}")["state"] == "cancelled"
