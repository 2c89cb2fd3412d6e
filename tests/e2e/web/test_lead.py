"""现在 in a real browser: whoever leads sees waits by queue and counter, findings, and who is not back in time."""

import time

import msgspec
import pytest

from hall_server.contract.counters import CounterPauseReason
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.records import Record
from hall_server.flows.pause_desk import KIND, Pause
from hall_server.store.sqlite_store import FILE_NAME, SqliteStore
from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in
from tests.e2e.web.staff import NUMBERS, signed_in
from tests.e2e.web.test_axe import judged

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
    assert "来了 3 位，办完 0 位，现在 3 位在等" in (page.get_attribute(".curve svg", "aria-label") or "")
    called = hall.call(3)
    page.wait_for_selector(f"[data-counter='3'] >> text={label}")
    row = page.inner_text("[data-counter='3']")
    assert "李慧" in row
    assert "叫号中" in row
    assert page.locator(".findings li").count() == int(page.inner_text("#findings small"))
    assert page.locator(".findings small").first.inner_text().startswith("CL-")
    hall.finish(called)
    page.wait_for_selector(".curve svg[aria-label*='办完 1 位，现在 2 位在等']")
    page.click(".curve summary")
    assert "1 位" in page.inner_text("[data-half] td >> nth=1")
    hall.take("A")  # news while somebody reads the figures: they stay open
    page.wait_for_selector(".curve svg[aria-label*='现在 3 位在等']")
    assert page.is_visible("[data-half]")
    assert judged(page) == []
    assert signed_in(hall, "greeter").get("/lead").status_code == 403


def test_a_pause_that_lasts_longer_than_its_reason_allows_is_told_to_the_lead(hall: HallProcess, screens: Screens):
    hall.sit(3, "0317")
    hall.take("A")
    page = screens.tab(screens.machine(1440, 900))
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, NUMBERS["lead"], PIN)
    page.wait_for_selector("html[data-ready] #seats")
    page.goto(f"http://hall.test:{hall.port}/lead")
    page.wait_for_selector("html[data-ready] .tiles")
    assert not page.query_selector("[data-overdue]")
    _paused_since_long(hall, 3)
    page.wait_for_selector("[data-overdue='3']")
    assert "3 号窗口 李慧 暂停过了时间 7 分钟，还没回来" in page.inner_text("[data-overdue='3']")
    assert "暂停" in page.inner_text("[data-counter='3']")
    assert "该回来了" in page.inner_text("[data-counter='3']")
    assert "0 ／" in page.inner_text(".tiles")  # nobody is called there: it is no open counter


def _paused_since_long(hall: HallProcess, counter: int):
    """As if the clerk had gone some time ago; the hall reads it in its book within a second."""
    at = time.time_ns() // 1000
    pause = Pause(counter, CounterPauseReason.RESTROOM, at, at - 7 * 60_000_000)
    what = msgspec.Raw(msgspec.json.encode(pause))
    record = Record(at=at, kind=KIND, about=f"counter:{counter}", actor_kind=ActorKind.CLERK, actor="0317", what=what)
    store = SqliteStore(hall.data / FILE_NAME, "gz-demo-district")
    store.run(lambda tx: tx.add_record(record))
    store.close()


def test_a_visit_that_was_rated_badly_is_the_lead_s_and_says_neither_stars_nor_clerk(
    hall: HallProcess, screens: Screens
):
    hall.sit(3, "0317")
    for stars in (1, 5):
        hall.take("A")
        ticket = hall.call(3)
        hall.finish(ticket)
        hall.ask("kiosk", "POST", f"/tickets/{ticket['id']}/rate", {"stars": stars})
    page = screens.tab(screens.machine(1440, 900))
    page.goto(f"http://hall.test:{hall.port}/counter")
    sign_in(page, NUMBERS["lead"], PIN)
    page.wait_for_selector("html[data-ready] .staff, html[data-ready] #seats")
    page.goto(f"http://hall.test:{hall.port}/lead")
    page.wait_for_selector("#cases")
    section = page.inner_text("section[aria-labelledby=cases]")
    first, second = (label for _, label, _ in hall.calls())
    assert first in section
    assert second not in section
    assert not [words for words in ("李慧", "0317", "3 号", "★") if words in section]
