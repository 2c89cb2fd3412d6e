"""What a clerk does besides the next step, by the keypad alone, in a real browser on a real hall (UI-C6 to C11)."""

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.screen import Screens, sign_in, sit, state, told

pytestmark = pytest.mark.slow
STAFF_UPDATE_MOST = 20_000  # bytes of one drawing, however many wait


def _at_counter(hall: HallProcess, screens: Screens, counter: int = 3, staff_no: str = "0317"):
    page = screens.console(hall)
    sign_in(page, staff_no, PIN)
    sit(page, counter)
    page.wait_for_selector('html[data-ready][data-link="ok"]')
    return page


def _settle(page):
    page.wait_for_timeout(850)


def _press(page, key: str, wanted: str, label: str | None = None):
    page.keyboard.press(key)
    state(page, wanted, label)
    _settle(page)


def _panel(page, key: str, view: str):
    page.keyboard.press(key)
    page.wait_for_selector(f'[data-view="{view}"]')


def _serving(page, label: str):
    _press(page, "Enter", "called", label)
    _press(page, "Enter", "serving", label)


def test_a_held_visitor_goes_with_a_word_and_comes_back_from_the_list(hall: HallProcess, screens: Screens):
    ticket = hall.take("A")
    page = _at_counter(hall, screens)
    _serving(page, ticket["label"])
    _panel(page, "NumpadSubtract", "hold")
    page.keyboard.press("F2")
    page.keyboard.type("户口本")
    page.keyboard.press("Enter")
    page.keyboard.press("Numpad1")
    state(page, "idle")
    assert page.inner_text("#act-held .count") == "1"
    _settle(page)
    _panel(page, "NumpadSubtract", "held")
    assert "去复印 · 户口本 · 3 号窗口 · 10 分钟后提醒" in page.inner_text(".panel-rows")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    state(page, "serving", ticket["label"])
    assert "去复印 · 户口本" in page.inner_text(".colleague")


def test_whoever_is_beaten_to_a_held_visitor_can_read_so_although_the_console_is_drawn_anew_at_once(
    hall: HallProcess, screens: Screens
):
    ticket = hall.take("A")
    page, there = _at_counter(hall, screens), _at_counter(hall, screens, 4, "0318")
    _serving(page, ticket["label"])
    _panel(page, "NumpadSubtract", "hold")
    page.keyboard.press("Numpad1")
    state(page, "idle")
    _settle(page)
    for each in (page, there):
        _panel(each, "NumpadSubtract", "held")
    news = []

    def comes_later(asked):
        news.append(asked)

    there.route("**/counter/stage", comes_later)  # it hears of what the other console did only after its own press
    page.keyboard.press("NumpadEnter")
    state(page, "serving", ticket["label"])
    there.keyboard.press("NumpadEnter")
    there.wait_for_selector(".alert:has-text('这个号刚刚变了')")
    while not news:
        there.wait_for_timeout(50)
    with there.expect_response("**/counter/stage"):
        news[0].continue_()
    _settle(there)
    assert "这个号刚刚变了" in there.inner_text(".alert")


def test_a_visitor_sent_on_keeps_the_place_and_the_word_of_the_colleague(hall: HallProcess, screens: Screens):
    ticket, other = hall.take("A"), hall.take("A")
    page, there = _at_counter(hall, screens), _at_counter(hall, screens, 4, "0318")
    _serving(page, ticket["label"])
    _panel(page, "NumpadAdd", "transfer")
    page.keyboard.press("F2")
    page.keyboard.type("要看原件")
    page.keyboard.press("Enter")
    page.keyboard.press("Numpad4")
    page.keyboard.press("NumpadEnter")
    state(page, "idle")
    there.wait_for_selector(f".next-no:text('{ticket['label']}')")
    _press(there, "Enter", "called", ticket["label"])
    assert "首问窗口：3 号" in there.inner_text(".first-asked")  # it owns the visit through transfers (CL-D1)
    assert "3 号窗口：要看原件" in there.inner_text(".colleague:not(.first-asked)")
    assert not page.query_selector(".first-asked")
    assert "为什么是这一位" in there.inner_text(".why")
    assert hall.ask("kiosk", "GET", f"/tickets/{other['id']}")["state"] == "waiting"


def test_a_visitor_sent_on_with_priority_goes_first_there_and_the_book_says_who_asked(
    hall: HallProcess, screens: Screens
):
    other, ticket = hall.take("A"), hall.take("A")
    hall.sit(4, "0318")
    page = _at_counter(hall, screens)
    _press(page, "Enter", "called", other["label"])
    _press(page, "Enter", "serving", other["label"])
    _press(page, "Enter", "outcome")
    _press(page, "Enter", "called", ticket["label"])
    _panel(page, "NumpadAdd", "transfer")
    page.keyboard.press("NumpadMultiply")
    page.wait_for_selector('[data-view="transfer_first"]')
    assert "过去优先" in page.inner_text(".panel-head")
    page.keyboard.press("Numpad4")
    page.keyboard.press("NumpadEnter")
    state(page, "idle")
    assert hall.ask("kiosk", "GET", f"/tickets/{ticket['id']}")["chips"] == ["priority"]
    assert len(hall.records("priority")) == 1
    events = hall.ask("counter", "GET", "/events?after=0&limit=500")["events"]
    assert "priority" not in str(events)  # boards hear nothing of it (CL-G4)
    _settle(page)
    _press(page, "Backspace", "called", ticket["label"])
    assert hall.ask("kiosk", "GET", f"/tickets/{ticket['id']}")["chips"] == []


def test_a_counter_pauses_says_so_everywhere_and_goes_on_with_enter(hall: HallProcess, screens: Screens):
    page = _at_counter(hall, screens)
    _panel(page, "NumpadMultiply", "pause")
    page.keyboard.press("Numpad2")
    state(page, "paused")
    assert "3 号窗口暂停" in page.inner_text(".pause-words")
    now = next(one for one in hall.ask("counter", "GET", "/now")["counters"] if one["no"] == 3)
    assert now["state"] == "paused"
    page.reload()
    state(page, "paused")
    page.wait_for_selector('html[data-ready][data-link="ok"]')
    _press(page, "Enter", "idle")
    assert hall.calls() == []


def test_somebody_is_called_by_their_place_with_a_reason_that_is_kept(hall: HallProcess, screens: Screens):
    tickets = [hall.take("A") for _ in range(3)]
    page = _at_counter(hall, screens)
    state(page, "idle")
    page.keyboard.press("Numpad3")
    told(page, tickets[2]["label"])
    page.keyboard.press("Escape")
    page.keyboard.press("Numpad3")
    page.keyboard.press("NumpadEnter")
    page.wait_for_selector('[data-view="name"]')
    assert tickets[2]["label"] in page.inner_text(".panel-head")
    page.keyboard.press("Numpad1")
    state(page, "called", tickets[2]["label"])
    why = hall.ask("counter", "GET", f"/tickets/{tickets[2]['id']}/why")["calls"][-1]["zh"]
    assert why == "由窗口人员点名叫号：需要照顾，先请过来。"


def test_the_last_step_is_taken_back_by_one_key_while_it_is_fresh(hall: HallProcess, screens: Screens):
    ticket = hall.take("A")
    page = _at_counter(hall, screens)
    _press(page, "Enter", "called", ticket["label"])
    assert f"叫 {ticket['label']}" in page.inner_text("#act-undo")
    _press(page, "Backspace", "idle")
    assert hall.ask("kiosk", "GET", f"/tickets/{ticket['id']}")["state"] == "waiting"
    _press(page, "Enter", "called", ticket["label"])


def test_a_number_is_found_by_its_digits_and_what_can_be_done_with_it(hall: HallProcess, screens: Screens):
    ticket = hall.take("A")
    page = _at_counter(hall, screens)
    _panel(page, "F4", "search")
    page.keyboard.type(str(int(ticket["label"][1:])))
    page.keyboard.press("Enter")
    page.wait_for_selector(f".panel-rows:has-text('{ticket['label']}')")
    assert "在等" in page.inner_text(".panel-rows")
    page.keyboard.press("Escape")
    state(page, "idle")


def test_help_and_the_day_so_far_open_and_close(hall: HallProcess, screens: Screens):
    page = _at_counter(hall, screens)
    state(page, "idle")
    for key, view, words in (("F1", "keys", "指定叫第几位"), ("F9", "shift", "只给自己看"), ("?", "keys", "撤销")):
        _panel(page, key, view)
        assert words in page.inner_text(".panel")
        page.keyboard.press("Escape")
        state(page, "idle")


def test_six_hundred_waiting_stay_light(hall: HallProcess, screens: Screens):
    for _ in range(600):
        hall.take("A")
    page = _at_counter(hall, screens)
    size = page.evaluate("async () => (await (await fetch('/counter/stage')).arrayBuffer()).byteLength")
    assert size <= STAFF_UPDATE_MOST, size
    assert "600" in page.inner_text(".queue-head")


def test_the_compact_bar_shows_the_number_and_the_next_step(hall: HallProcess, screens: Screens):
    ticket = hall.take("A")
    page = _at_counter(hall, screens)
    page.set_viewport_size({"width": 420, "height": 128})
    for wanted in ("called", "serving"):
        _press(page, "Enter", wanted, ticket["label"])
        for part in (".big", "#act-main"):
            box = page.locator(part).bounding_box()
            assert box is not None
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= 420
            assert box["y"] + box["height"] <= 128, (wanted, part, box)
        assert page.locator(".queue").is_hidden()
