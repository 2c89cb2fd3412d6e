"""Accounts at a real hall: somebody comes, changes the one-time PIN, is locked, comes back; all in the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.staff import KIND, AccountAct, AccountRecord
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader
from hall_server.store.verify import verify
from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.staff import NUMBERS, Person, one_time_pin, signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

CLERK = NUMBERS["clerk"]
NEW = {"staff_no": "0500", "name": "新来的", "counters": "3, 4", "role_clerk": "1"}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path_factory.mktemp("people"))
    try:
        yield process.start()
    finally:
        process.stop()


def acts_about(hall: HallProcess, staff_no: str) -> list[tuple[str, str]]:
    """What the book says of a staff number: act and by whom."""
    reader = SqliteReader(hall.data / FILE_NAME, "gz-demo-district")
    found = [one for one in reader.records_about(staff_no) if one.kind == KIND]
    reader.close()
    return [(one.as_(AccountRecord).act, one.actor) for one in found]


def test_somebody_new_comes_in_with_a_one_time_pin_and_may_do_nothing_before_changing_it(hall: HallProcess) -> None:
    manager = signed_in(hall, "manager")
    added = manager.post("/people/add", NEW)
    assert added.ok, added.text
    pin = one_time_pin(added.text)
    assert pin not in manager.get("/people").text  # shown once
    new = Person(hall, "0500")
    assert new.sign_in(pin).ok
    assert new.get("/counter").url.endswith("/account")
    for path, form in (("/counter/sit", {"counter": "3"}), ("/counter/call", {})):
        assert new.post(path, form).headers["HX-Redirect"] == "/account", path
    for wrong, said in (("123456", "连号"), ("0500771", "工号"), ("111111", "一两个"), ("9x", "6 位"), (pin, "一样")):
        refused = new.post("/account/pin", {"pin": pin, "new": wrong, "again": wrong})
        assert (refused.status_code, said in refused.text) == (400, True), wrong
    assert new.post("/account/pin", {"pin": "nonsense", "new": "ka7pok", "again": "ka7pok"}).status_code == 401
    before = new.secret
    assert (
        new.post("/account/pin", {"pin": pin, "new": "ka7pok", "again": "ka7pok"}).headers["HX-Redirect"] == "/counter"
    )
    assert new.secret != before
    assert "今天坐几号窗口" in new.get("/counter").text
    acts = acts_about(hall, "0500")
    assert acts[0] == (AccountAct.ADDED, NUMBERS["manager"])
    assert (AccountAct.PIN_CHANGED, "0500") in acts
    new.look()
    assert new.post("/counter/sit", {"counter": "5"}).status_code == 403  # theirs are 3 and 4


def test_who_is_locked_is_out_at_once_and_who_is_unlocked_comes_back_with_the_same_pin(hall: HallProcess) -> None:
    clerk, manager = signed_in(hall, "clerk"), signed_in(hall, "manager")
    assert clerk.get("/counter/stage").headers["HX-Redirect"] == "/counter"  # no seat yet, but in
    assert "已停用" in manager.post("/people/lock", {"staff_no": CLERK}).text
    assert "用工号登录" in clerk.get("/counter").text
    assert Person(hall, CLERK).sign_in("wrong").status_code == 401  # says nothing about the account
    told = Person(hall, CLERK).sign_in()
    assert (told.status_code, "停用" in told.text) == (403, True)
    manager.post("/people/unlock", {"staff_no": CLERK})
    assert Person(hall, CLERK).sign_in().ok
    acts = [act for act, by in acts_about(hall, CLERK) if by == NUMBERS["manager"]]
    assert acts == [AccountAct.LOCKED, AccountAct.UNLOCKED]


def test_a_lead_gives_a_clerk_a_new_pin_but_nobody_who_may_more(hall: HallProcess) -> None:
    lead, clerk = signed_in(hall, "lead"), signed_in(hall, "clerk")
    refused = lead.post("/people/reset", {"staff_no": NUMBERS["manager"]})
    assert (refused.status_code, "大厅主管来重设" in refused.text) == (403, True)
    assert Person(hall, NUMBERS["manager"]).sign_in(leave_others="1").ok
    pin = one_time_pin(lead.post("/people/reset", {"staff_no": CLERK}).text)
    assert "用工号登录" in clerk.get("/counter").text  # the PIN before opens nothing, and what it had opened is shut
    assert Person(hall, CLERK).sign_in().status_code == 401
    back = Person(hall, CLERK)
    assert back.sign_in(pin).ok
    assert back.post("/account/pin", {"pin": pin, "new": "fine-4-me", "again": "fine-4-me"}).ok
    hall.new_pin(CLERK, PIN)


def test_the_last_who_keeps_accounts_cannot_be_locked_or_made_something_else(hall: HallProcess) -> None:
    manager, own = signed_in(hall, "manager"), NUMBERS["manager"]
    for path, form in (
        ("/people/lock", {"staff_no": own}),
        ("/people/change", {"staff_no": own, "name": "x", "role_clerk": "1"}),
    ):
        refused = manager.post(path, form)
        assert (refused.status_code, "最后一位大厅主管" in refused.text) == (409, True), path
    assert manager.get("/people").ok


def test_who_is_signed_in_elsewhere_is_told_where_and_leaves_there_first(hall: HallProcess) -> None:
    first = Person(hall, "0318")
    assert first.sign_in().ok
    assert first.post("/counter/sit", {"counter": "7"}).ok
    second = Person(hall, "0318")
    told = second.sign_in()
    assert (told.status_code, "7 号窗口登录了" in told.text) == (409, True)
    assert second.secret == ""
    assert second.sign_in(leave_others="1").ok
    assert "用工号登录" in first.get("/counter").text
    assert 'data-act="call"' in second.get("/counter").text or "叫下一位" in second.get("/counter").text
    assert (AccountAct.SIGNED_OUT_EVERYWHERE, "0318") in acts_about(hall, "0318")


def test_a_clerk_is_sent_off_a_counter_and_the_book_says_by_whom(hall: HallProcess) -> None:
    clerk, lead = Person(hall, "0319"), signed_in(hall, "lead")
    assert clerk.sign_in(leave_others="1").ok
    assert clerk.post("/counter/sit", {"counter": "9"}).ok
    page = lead.get("/people").text
    assert "罗锐" in page
    assert lead.post("/people/send_off", {"counter": "9"}).ok
    assert hall.ask("counter", "GET", "/now")["counters"][8]["clerk"] == ""
    assert lead.post("/people/send_off", {"counter": "9"}).status_code == 409
    assert lead.post("/people/send_off", {"counter": "999"}).status_code == 404
    assert (AccountAct.SENT_OFF, NUMBERS["lead"]) in acts_about(hall, "0319")


@pytest.mark.parametrize(
    "form",
    [
        {**NEW, "staff_no": "1"},
        {**NEW, "staff_no": "05x"},
        {**NEW, "staff_no": "0599", "name": ""},
        {**NEW, "staff_no": "0599", "name": "长" * 21},
        {**NEW, "staff_no": "0599", "name": "a\u202eb"},
        {**NEW, "staff_no": "0599", "counters": "3;drop"},
        {**NEW, "staff_no": "0599", "counters": "999"},
        {"staff_no": "0599", "name": "无岗", "counters": ""},
    ],
)
def test_a_form_that_does_not_fit_is_refused_in_words_and_adds_nobody(hall: HallProcess, form: dict[str, str]) -> None:
    manager = signed_in(hall, "manager")
    refused = manager.post("/people/add", form)
    assert refused.status_code == 400
    assert 'role="alert"><p class="alert">' in refused.text
    assert "0599" not in manager.get("/people").text


def test_the_book_with_all_of_it_is_whole(hall: HallProcess) -> None:
    reader = SqliteReader(hall.data / FILE_NAME, "gz-demo-district")
    assert not verify(reader, "gz-demo-district").findings
    reader.close()
