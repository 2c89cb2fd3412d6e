"""The board in a real browser against a real hall: every call once, in order, whatever happened to the line."""

from itertools import pairwise

import pytest

from tests.e2e.web.hall import HallProcess
from tests.e2e.web.line import Line
from tests.e2e.web.screen import ARGS, Screens, let_it_show, shown

pytestmark = pytest.mark.slow
DIGITS_END = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.getElementById("number"));
  return range.getBoundingClientRect().right;
}"""


def _three_calls(hall: HallProcess) -> None:
    for counter, clerk in ((2, "0316"), (3, "0317"), (4, "0318")):
        hall.take("A")
        hall.sit(counter, clerk)
    for counter in (2, 3, 4):
        hall.call(counter)


def test_calls_are_shown_one_at_a_time_for_seven_seconds_in_order(hall: HallProcess, screens: Screens):
    page = screens.board(hall)
    _three_calls(hall)
    page.wait_for_selector('html[data-view="call"]')
    page.wait_for_selector("#batch-rows li:nth-child(2)")
    assert page.inner_text("#number") == hall.calls()[0][1]
    let_it_show(page, 3)
    assert shown(page) == hall.calls()
    times = page.evaluate("window.kapokCalls.map(call => call.shown_at)")
    assert all(after - before >= 7_000 for before, after in pairwise(times))


def test_a_board_that_was_closed_catches_up_once_and_repeats_nothing_when_opened_again(
    hall: HallProcess, screens: Screens
):
    machine = screens.machine(1920, 1080)
    hall.sit(5, "0319")
    hall.take("A")
    page = screens.board(hall, machine)
    first = hall.call(5)
    let_it_show(page, 1)
    page.close()
    hall.finish(first)
    _three_calls(hall)
    page = screens.board(hall, machine)
    let_it_show(page, 3)
    assert shown(page) == hall.calls()[1:]
    page.close()
    page = screens.board(hall, machine)
    page.wait_for_selector("#foot-tag:not([hidden])")
    page.clock.run_for(9_000)
    assert shown(page) == []


def test_calls_older_than_a_minute_are_shown_as_missed_without_red(hall: HallProcess, screens: Screens):
    machine = screens.machine(1920, 1080)
    page = screens.board(hall, machine)
    page.close()
    _three_calls(hall)
    page = screens.tab(machine)
    page.clock.install()
    # an answer that says it is ten minutes later: the board's hall clock comes from the snapshot alone
    page.route("**/now**", _ten_minutes_on)
    page.goto(f"http://hall.test:{hall.port}/board/main")
    page.wait_for_selector('html[data-view="missed"]')
    page.clock.run_for(5_000)
    assert [call["missed"] for call in page.evaluate("window.kapokCalls")] == [True, True, True]
    assert shown(page) == hall.calls()
    page.unroute_all(behavior="wait")  # a snapshot that is on its way must not outlive the page


def _ten_minutes_on(route):
    answer = route.fetch(url=route.request.url.replace("hall.test", "127.0.0.1"))
    body = answer.json()
    body["at"] += 600 * 1_000_000
    route.fulfill(response=answer, json=body)


def test_a_restarted_hall_brings_calls_without_reload_and_without_repeats(hall: HallProcess, screens: Screens):
    page = screens.board(hall)
    page.evaluate("window.sameDocument = true")
    hall.sit(2, "0316")
    hall.take("A")
    hall.take("A")
    ticket = hall.call(2)
    let_it_show(page, 1)
    hall.stop()
    hall.start()
    hall.finish(ticket)
    hall.call(2)
    let_it_show(page, 2)
    assert shown(page) == hall.calls()
    assert page.evaluate("window.sameDocument") is True


def test_a_board_that_was_drawn_by_another_build_loads_itself_anew(hall: HallProcess, screens: Screens):
    page = screens.board(hall)
    page.evaluate("document.querySelector('meta[name=kapok-build]').content = '0.0.1+old'")
    page.evaluate("window.oldDocument = true")
    hall.stop()
    hall.start()
    page.clock.run_for(5_000)
    page.wait_for_function("() => !window.oldDocument")
    page.wait_for_selector("#calm-title:not(:empty)")


def test_a_silent_line_turns_amber_hides_red_and_catches_up_when_it_speaks_again(hall: HallProcess, screens: Screens):
    line = Line(hall.port)
    try:
        page = screens.board(hall, port=line.port)
        _three_calls(hall)
        let_it_show(page, 1)
        line.hold()
        page.clock.run_for(25_000)
        page.wait_for_selector("#strip:not([hidden])")
        assert page.get_attribute("html", "data-view") != "call"
        hall.take("A")
        page.clock.run_for(300_000)
        page.wait_for_selector('html[data-view="silent"]')
        assert not page.is_visible("#number")
        line.let_go()
        for _ in range(40):
            if page.get_attribute("html", "data-link") == "ok":
                break
            page.clock.run_for(5_000)
            page.wait_for_timeout(50)
        let_it_show(page, 3)
        assert shown(page) == hall.calls()
    finally:
        line.close()


def test_a_new_life_of_the_hall_starts_the_board_afresh(hall: HallProcess, screens: Screens):
    machine = screens.machine(1920, 1080)
    page = screens.board(hall, machine)
    page.evaluate(
        """localStorage.setItem("kapok.board.main", JSON.stringify(
            {incarnation: "another life", business_day: "2020-01-01", n: 999999}))"""
    )
    page.close()
    hall.sit(2, "0316")
    hall.take("A")
    page = screens.board(hall, machine)
    hall.call(2)
    let_it_show(page, 1)
    assert shown(page) == hall.calls()


def test_a_hall_that_only_begins_a_new_life_takes_no_call_from_an_open_board(hall: HallProcess, screens: Screens):
    page = screens.board(hall)
    _three_calls(hall)
    let_it_show(page, 1)
    before = hall.ask("counter", "GET", "/now")["incarnation"]
    hall.knock("counter", "/now", {"Kapok-Seen": f"{before}.999999"})  # somebody who has seen more than the hall knows
    assert hall.ask("counter", "GET", "/now")["incarnation"] != before
    remembered = "old => JSON.parse(localStorage.getItem('kapok.board.main')).incarnation !== old"
    page.wait_for_function(remembered, arg=before)
    let_it_show(page, 3)
    assert shown(page) == hall.calls()


def test_a_new_business_day_takes_no_call_from_an_open_board(hall: HallProcess, screens: Screens):
    page = screens.tab(screens.machine(1920, 1080))
    page.clock.install()
    answered_of = {"day": "2020-01-01"}

    def dated(route):
        answer = route.fetch(url=route.request.url.replace("hall.test", "127.0.0.1"))
        route.fulfill(response=answer, json=answer.json() | {"business_day": answered_of["day"]})

    page.route("**/board/main/now**", dated)
    page.route("**/board/main/calls**", dated)
    page.goto(f"http://hall.test:{hall.port}/board/main")
    page.wait_for_selector("#calm-title:not(:empty)", state="attached")
    _three_calls(hall)
    let_it_show(page, 1)
    answered_of["day"] = "2020-01-02"
    let_it_show(page, 3)
    assert shown(page) == hall.calls()
    page.unroute_all(behavior="wait")


def test_a_recall_is_shown_again_with_its_tag(hall: HallProcess, screens: Screens, tmp_path):
    other = tmp_path / "quick"
    other.mkdir()
    quick = HallProcess(other, recall_lock_s=1).start()
    try:
        page = screens.board(quick)
        page.evaluate(_LISTEN)
        quick.sit(2, "0316")
        quick.take("A")
        ticket = quick.call(2)
        let_it_show(page, 1)
        quick.until(lambda: quick.ask_may("counter", f"/tickets/{ticket['id']}/recall"))
        let_it_show(page, 2)
        assert shown(page) == quick.calls()
        assert page.is_visible("#tag")
        words = f"{ticket['label']}，到 2 号窗口"
        assert page.evaluate("window.spoken") == [words, words]
    finally:
        quick.stop()


_LISTEN = """() => {
    window.spoken = [];
    const region = document.querySelector("[aria-live=assertive]");
    new MutationObserver(() => window.spoken.push(region.textContent)).observe(region, { childList: true });
}"""


def test_a_long_day_keeps_the_boards_memory_flat(hall: HallProcess, screens: Screens):
    page = screens.board(hall)
    sizes = page.evaluate(
        """async () => {
            const { CallQueue } = await import("/static/call_queue.js");
            const queue = new CallQueue({ shown: 0 });
            const order = [];
            let now = 0;
            for (let n = 1; n <= 10000; n += 1) {
                queue.add([{ n, at: now * 1000, move: "call", label: `A${n}`, counter: 1 }], n, now);
                now += 7000;
                const call = queue.next(now);
                if (call) order.push(call.n);
            }
            const sorted = order.every((n, index) => n === index + 1);
            return { shown: order.length, sorted, history: queue.history.length, pending: queue.pending.length };
        }"""
    )
    assert sizes == {"shown": 10_000, "sorted": True, "history": 24, "pending": 0}


def test_a_board_sent_back_to_a_server_it_knows_shows_no_call_twice(hall: HallProcess, screens: Screens):
    page = screens.board(hall)
    shown = page.evaluate(
        """async () => {
            const { CallQueue } = await import("/static/call_queue.js");
            const call = (n) => ({ n, at: n * 1000, move: "call", label: `A00${n}`, counter: 1 });
            const all = [];
            const play = (queue, calls) => {
                queue.add(calls, calls.at(-1).n, 0);
                for (let now = 0; now < 100000; now += 7000) {
                    const next = queue.next(now);
                    if (next) all.push(next.n);
                }
            };
            const first = new CallQueue({ shown: 0 });
            play(first, [call(1), call(2), call(3)]);
            play(new CallQueue({ shown: 1, known: first.known }), [call(2), call(3), call(4)]);
            return all;
        }"""
    )
    assert shown == [1, 2, 3, 4]


def test_a_browser_that_refuses_sound_shows_one_button_and_plays_after_a_touch(hall: HallProcess, chromium, screens):
    loud = screens.board(hall)
    loud.clock.run_for(1_500)
    assert not loud.is_visible("#sound")
    strict = [word for word in ARGS if not word.startswith("--autoplay-policy")]
    browser = chromium.browser_type.launch(executable_path="/usr/bin/chromium", args=strict)
    try:
        page = browser.new_page()
        page.goto(f"{hall.url}/board/main")
        page.click("#sound")
        page.wait_for_selector("#sound", state="hidden")
    finally:
        browser.close()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_nothing_on_the_board_is_cut_off(hall: HallProcess, screens: Screens, size):
    page = screens.board(hall, screens.machine(*size))
    for counter, clerk in ((2, "0316"), (5, "0319")):
        hall.sit(counter, clerk)
    for queue in "AAAAAAHHHHHHHHHHHAAAAAA":
        hall.take(queue)
    page.wait_for_selector(".queue-wait b")
    for _ in range(4):
        assert page.evaluate(_CUT_OFF) == []
        page.clock.run_for(12_000)
    hall.call(2)
    hall.call(5)
    page.wait_for_selector("#batch-rows li")
    for _ in range(4):
        assert page.evaluate(_CUT_OFF) == []
        page.clock.run_for(6_000)


_CUT_OFF = """() => {
    const edge = document.body.getBoundingClientRect();
    return [...document.querySelectorAll(".head *, .side *, .foot *, .number, .to *, .calm > *")]
        .filter((element) => element.getClientRects().length && !element.closest("svg"))
        .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || box.left < edge.left - 1;
        })
        .map((element) => `${element.className || element.id}: ${element.textContent}`);
}"""


def test_a_board_that_nobody_knows_is_a_friendly_page(hall: HallProcess, screens: Screens):
    page = screens.tab(screens.machine())
    answer = page.goto(f"http://hall.test:{hall.port}/board/nowhere")
    assert answer is not None
    assert answer.status == 404
    assert "没有这块大屏" in page.inner_text("h1")
    page.click("text=二楼大屏")
    page.wait_for_selector("#calm-title:not(:empty)")


def test_the_long_number_of_a_hall_that_was_restored_stays_inside_the_red_block(hall: HallProcess, screens: Screens):
    hall.stop()
    hall.begin_another_life()
    page = screens.board(hall.start())
    _three_calls(hall)
    page.wait_for_selector('html[data-view="call"]')
    assert len(page.inner_text("#number")) > len("A1000")
    block = page.locator("#block").bounding_box()
    assert block
    assert page.evaluate(DIGITS_END) < block["x"] + block["width"]


def test_an_urgent_notice_outranks_everything_and_the_calls_behind_it_come_afterwards(
    hall: HallProcess, screens: Screens
):
    page = screens.board(hall)
    hall.sit(2, "0316")
    hall.take("A")
    order = {"words": "请从东门离开", "words_en": "Leave by the EAST door.", "by": "0316"}
    hall.ask("counter", "POST", "/urgent_notice", order)
    page.wait_for_selector("#urgent:not([hidden])")
    assert page.inner_text("#urgent-words") == "请从东门离开"
    assert page.inner_text("#urgent-english") == "Leave by the EAST door."
    page.wait_for_function("() => window.kapokSpoken.some(said => said.n === 'urgent')")
    hall.call(2)
    page.clock.run_for(10_000)
    assert shown(page) == []
    hall.ask("counter", "POST", "/urgent_notice/lift", {"by": "0316"})
    page.wait_for_selector("#urgent", state="hidden")
    let_it_show(page, 1)
    assert shown(page) == hall.calls()
