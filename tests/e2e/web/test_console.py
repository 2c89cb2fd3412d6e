"""The counter console in a real browser, with the keyboard only, against a real hall."""

import pytest

from tests.e2e.web.hall import PIN, HallProcess
from tests.e2e.web.line import Line
from tests.e2e.web.screen import Screens, shown, sign_in, sit, state, told

pytestmark = pytest.mark.slow


def _at_counter(hall: HallProcess, screens: Screens, counter: int = 3, **more):
    page = screens.console(hall, **more)
    sign_in(page, "0317", PIN)
    sit(page, counter)
    page.wait_for_selector('html[data-ready][data-link="ok"]')  # until then a press is refused with words of its own
    return page


def _settle(page):
    """A clerk's next press comes later than the lock against double presses."""
    page.wait_for_timeout(850)


def test_a_clerk_signs_in_calls_serves_and_completes_with_the_keyboard_only(hall: HallProcess, screens: Screens):
    first, second = hall.take("A"), hall.take("E")
    page = _at_counter(hall, screens)
    state(page, "idle", "")
    assert first["label"] in page.inner_text(".next-no")
    assert "来得最早" in page.inner_text(".why")
    page.keyboard.press("Enter")
    state(page, "called", first["label"])
    _settle(page)
    page.keyboard.press("Enter")
    state(page, "serving", first["label"])
    _settle(page)
    page.keyboard.press("Enter")
    state(page, "outcome", first["label"])
    _settle(page)
    page.keyboard.press("Enter")
    state(page, "called", second["label"])
    assert [label for _, label, _ in hall.calls()] == [first["label"], second["label"]]
    done = hall.ask("kiosk", "GET", f"/tickets/{first['id']}")
    assert (done["state"], done["outcome"]) == ("completed", "accepted")


def test_the_outcome_picker_is_the_keypad_and_can_be_left(hall: HallProcess, screens: Screens):
    ticket = hall.take("A")
    page = _at_counter(hall, screens)
    for wanted in ("called", "serving", "outcome"):
        page.keyboard.press("NumpadEnter")
        state(page, wanted)
        _settle(page)
    page.keyboard.press("NumpadDecimal")
    state(page, "serving")
    _settle(page)
    page.keyboard.press("Enter")
    state(page, "outcome")
    _settle(page)
    page.keyboard.press("Numpad0")
    state(page, "idle")
    assert hall.ask("kiosk", "GET", f"/tickets/{ticket['id']}")["outcome"] == "left_unprepared"
    assert "办完" in page.inner_text(".now-state .last")


def test_two_enters_within_a_tenth_of_a_second_are_one_call(hall: HallProcess, screens: Screens):
    hall.take("A")
    hall.take("A")
    page = _at_counter(hall, screens)
    state(page, "idle")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    state(page, "called")
    page.wait_for_timeout(300)
    assert len(hall.calls()) == 1
    assert page.get_attribute("[data-state]", "data-state") == "called"


def test_the_same_press_sent_twice_counts_once(hall: HallProcess, screens: Screens):
    hall.take("A")
    hall.take("A")
    page = _at_counter(hall, screens)
    state(page, "idle")
    statuses = page.evaluate(
        """async () => {
            const key = document.getElementById("act-main").dataset.idem;
            const proof = document.querySelector("meta[name=kapok-proof]").content;
            const press = () => fetch("/counter/call", {
                method: "POST", headers: { "Kapok-Page": "console", "Kapok-Proof": proof, "Idempotency-Key": key } });
            return [(await press()).status, (await press()).status];
        }"""
    )
    assert statuses == [200, 200]
    assert len(hall.calls()) == 1


def test_no_show_is_locked_at_first_and_says_how_long(hall: HallProcess, screens: Screens):
    hall.take("A")
    page = _at_counter(hall, screens)
    page.keyboard.press("Enter")
    state(page, "called")
    _settle(page)
    page.keyboard.press(".")
    page.wait_for_selector("#toast:not([hidden])")
    assert "秒" in page.inner_text("#toast")
    assert page.get_attribute("#act-no-show", "aria-disabled") == "true"
    page.evaluate("fetch('/counter/x')")
    state(page, "called")


def test_a_refusal_of_the_hall_becomes_one_sentence_with_a_way_forward(hall: HallProcess, screens: Screens):
    hall.take("A")
    page = _at_counter(hall, screens)
    page.keyboard.press("Enter")
    state(page, "called")
    _settle(page)
    page.evaluate("document.getElementById('act-no-show').dataset.opens = '0'")  # a page that believes it may
    page.keyboard.press(".")
    page.wait_for_selector(".alert")
    assert "才能过号，可以先再叫一遍" in page.inner_text(".alert")
    state(page, "called")


def test_keys_are_ignored_while_typing_and_a_key_held_down_is_one_press(hall: HallProcess, screens: Screens):
    hall.take("A")
    hall.take("A")
    page = _at_counter(hall, screens)
    state(page, "idle")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<input id=words aria-label=words>')")
    page.focus("#words")
    page.keyboard.press("Enter")
    page.keyboard.type("0.")
    assert page.input_value("#words") == "0."
    assert hall.calls() == []
    page.evaluate("document.getElementById('words').remove()")
    for _ in range(5):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    state(page, "called")
    assert len(hall.calls()) == 1


def test_somebody_who_takes_a_number_appears_by_himself(hall: HallProcess, screens: Screens):
    page = _at_counter(hall, screens)
    state(page, "idle")
    assert "没有人在等" in page.inner_text(".now-what")
    page.keyboard.press("Enter")
    page.wait_for_selector("#toast:not([hidden])")
    ticket = hall.take("A")
    page.wait_for_selector(f".next-no:text('{ticket['label']}')")


def test_five_wrong_pins_lock_the_staff_number_even_for_the_right_one(hall: HallProcess, screens: Screens):
    page = screens.console(hall)
    for left in (4, 3, 2, 1):
        sign_in(page, "0317", "1111")
        page.wait_for_selector(f"#refusal:has-text('还能试 {left} 次')")
    sign_in(page, "0317", "1111")
    page.wait_for_selector("#refusal:has-text('10 分钟')")
    sign_in(page, "0317", PIN)
    page.wait_for_selector("#refusal:has-text('10 分钟后再试')")
    sign_in(page, "0316", PIN)
    page.wait_for_selector("html[data-ready] #seats")


def test_a_counter_with_a_visitor_says_who_sits_there_and_cannot_be_chosen(hall: HallProcess, screens: Screens):
    hall.sit(2, "0316")
    hall.take("A")
    hall.call(2)
    page = screens.console(hall)
    sign_in(page, "0317", PIN)
    page.wait_for_selector("html[data-ready] #seats")
    assert "何静在用" in page.inner_text("label[for=seat-2]")
    page.keyboard.press("2")
    page.wait_for_selector("#toast:not([hidden])")
    assert page.is_disabled("#seat-2")


def test_a_lost_line_turns_the_keys_off_keeps_the_ticket_and_drops_no_press_in_silence(
    hall: HallProcess, screens: Screens
):
    ticket = hall.take("A")
    page = _at_counter(hall, screens)
    page.keyboard.press("Enter")
    state(page, "called", ticket["label"])
    _settle(page)
    hall.stop()
    page.wait_for_selector("#lost:not([hidden])")
    page.keyboard.press("Enter")
    told(page, "没有算")
    assert page.inner_text(".big") == ticket["label"]
    hall.start()
    page.wait_for_selector("#lost", state="hidden")
    state(page, "called", ticket["label"])


def test_a_press_that_got_no_answer_is_told(hall: HallProcess, screens: Screens):
    hall.take("A")
    line = Line(hall.port)
    try:
        page = _at_counter(hall, screens, port=line.port)
        state(page, "idle")
        page.route("**/counter/call", lambda route: route.abort("connectionreset"))
        page.keyboard.press("Enter")
        told(page, "不知道这一下算没算")
        page.unroute("**/counter/call")
        _settle(page)
        page.keyboard.press("Enter")
        state(page, "called")
        assert len(hall.calls()) == 1
    finally:
        line.close()


def test_console_and_board_agree_on_a_call(hall: HallProcess, screens: Screens):
    board = screens.board(hall)
    hall.take("A")
    page = _at_counter(hall, screens)
    state(page, "idle")
    page.keyboard.press("Enter")
    state(page, "called")
    board.wait_for_function("() => window.kapokCalls.length === 1")
    assert shown(board) == hall.calls()


def test_leaving_closes_the_counter_but_not_with_somebody_at_hand(hall: HallProcess, screens: Screens):
    hall.take("A")
    page = _at_counter(hall, screens)
    page.keyboard.press("Enter")
    state(page, "called")
    page.click("text=离开窗口")
    page.wait_for_selector(".alert:has-text('先办完')")
    for _ in range(2):
        _settle(page)
        page.keyboard.press("Enter")
    state(page, "outcome")
    _settle(page)
    page.keyboard.press("Enter")
    state(page, "idle")
    page.click("text=离开窗口")
    page.wait_for_selector("html[data-ready] #seats")
    assert page.is_checked("#seat-3")
    page.click("text=换人")
    page.wait_for_selector("#staff_no")
    assert hall.ask("counter", "GET", "/now")["open_counters"] == 0


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)])
def test_nothing_is_cut_off_and_everything_has_a_name(hall: HallProcess, screens: Screens, size):
    for queue in "AEAEA":
        hall.take(queue)
    page = _at_counter(hall, screens, machine=screens.machine(*size))
    for wanted in ("idle", "called", "serving", "outcome"):
        state(page, wanted)
        assert page.evaluate(_FAULTS) == []
        _settle(page)
        page.keyboard.press("Enter")


_FAULTS = """() => {
    const faults = [];
    const width = document.documentElement.clientWidth, height = document.documentElement.clientHeight;
    if (document.documentElement.scrollWidth > width) faults.push("the page scrolls sideways");
    if (document.querySelectorAll("main").length !== 1) faults.push("not one main");
    if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
    for (const button of document.querySelectorAll("button")) {
        const box = button.getBoundingClientRect(), name = button.textContent.trim();
        if (!name) faults.push("a button without a name");
        if (!button.checkVisibility()) continue; // folded away
        if (box.height < 33 || box.width < 44) faults.push(`${name}: ${box.width}×${box.height}`);
        if (box.right > width + 1 || box.bottom > height + 1) faults.push(`${name} is cut off`);
        if (button.scrollHeight > button.clientHeight + 1) faults.push(`${name}: its words do not fit`);
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    if (new Set(ids).size !== ids.length) faults.push("an id stands twice");
    if (document.activeElement.id !== "act-main") faults.push("the next step has no focus");
    return faults;
}"""
