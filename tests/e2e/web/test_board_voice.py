"""Calls aloud: each once in its sound zone, in order, after a reload, a restart and with a board that is away."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.web.hall import HallProcess
from tests.e2e.web.screen import Screens, let_it_show, said, shown

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]  # sentences of ten seconds, one after the other
CLERKS = {2: "0316", 3: "0317", 4: "0318", 5: "0319"}


def _let_it_say(pages: "list[Page]", count: int) -> None:
    """Push the boards' clocks until so many calls were said by them together."""
    give_up = time.monotonic() + 40 + count * 4
    while sum(len(said(page)) for page in pages) < count:
        assert time.monotonic() < give_up, [said(page) for page in pages]
        for page in pages:
            page.clock.run_for(1_000)
        pages[0].wait_for_timeout(20)


def test_a_call_is_shown_first_and_then_said_and_the_next_one_waits_for_the_end(hall: HallProcess, screens: Screens):
    page = screens.board(hall)
    for counter in (2, 3):
        hall.take("A")
        hall.sit(counter, CLERKS[counter])
    hall.call(2)
    hall.call(3)
    let_it_show(page, 2)
    _let_it_say([page], 2)
    assert said(page) == shown(page) == hall.calls()
    first, second = page.evaluate("window.kapokCalls.map(call => call.shown_at)")
    voices = page.evaluate("window.kapokSpoken")
    assert voices[0]["at"] - first >= 300
    assert second >= voices[0]["at"] + voices[0]["ms"] - 1
    assert voices[0]["ms"] > 7_000


def test_two_boards_of_a_zone_have_one_voice_and_another_goes_on_when_it_falls_silent(tmp_path: Path, screens: Screens):
    hall = HallProcess(tmp_path).with_boards({"east": "floor2", "west": "floor2"}).start()
    try:
        east, west = (screens.board(hall, board=board) for board in ("east", "west"))
        tickets = []
        for counter, clerk in CLERKS.items():
            tickets.append(hall.take("A"))
            hall.sit(counter, clerk)
        hall.call(2)
        hall.call(3)
        _let_it_say([east, west], 2)
        speaker, other = (east, west) if said(east) else (west, east)
        assert said(other) == []
        assert said(speaker) == hall.calls()
        speaker.close()
        hall.call(4)
        hall.call(5)
        _let_it_say([other], 2)
        assert said(other) == hall.calls()[2:]
    finally:
        hall.stop()


def test_a_board_that_is_loaded_anew_and_a_hall_that_starts_anew_repeat_no_call(hall: HallProcess, screens: Screens):
    machine = screens.machine(1920, 1080)
    page = screens.board(hall, machine)
    hall.sit(2, CLERKS[2])
    hall.take("A")
    hall.take("A")
    ticket = hall.call(2)
    _let_it_say([page], 1)
    page.close()
    hall.stop()
    hall.start()
    page = screens.board(hall, machine)
    page.clock.run_for(15_000)
    assert said(page) == []
    hall.finish(ticket)
    hall.call(2)
    _let_it_say([page], 1)
    assert said(page) == hall.calls()[1:]


def test_a_hall_that_starts_anew_while_boards_wait_to_say_calls_repeats_none_and_misses_none(
    hall: HallProcess, screens: Screens
):
    page = screens.board(hall)
    for counter in (2, 3, 4):
        hall.sit(counter, CLERKS[counter])
        hall.take("A")
    hall.take("A")
    tickets = [hall.call(counter) for counter in (2, 3, 4)]
    _let_it_say([page], 1)
    hall.stop()
    page.clock.run_for(12_000)
    hall.start()
    hall.finish(tickets[0])
    hall.call(2)
    _let_it_say([page], 4)
    assert said(page) == shown(page) == hall.calls()


def test_twenty_calls_are_shown_and_said_in_order_on_each_of_five_boards_also_by_one_that_was_closed_meanwhile(
    tmp_path: Path, screens: Screens
):
    names = [f"b{no}" for no in range(1, 6)]
    zones = dict(zip(names, names, strict=True))
    hall = HallProcess(tmp_path).with_boards(zones, "speaks = []").start()  # the chime alone: sentences take their time
    try:
        machine = screens.machine(1280, 720)
        others = [screens.board(hall, screens.machine(1280, 720), board=name) for name in names[1:]]
        closed = screens.board(hall, machine, board=names[0])
        for _ in range(20):
            hall.take("A")
        for counter, clerk in CLERKS.items():
            hall.sit(counter, clerk)
        _ten_calls(hall)
        _let_it_say([closed], 2)
        before = shown(closed), said(closed)
        closed.close()
        _ten_calls(hall)
        opened = screens.board(hall, machine, board=names[0])
        _let_it_say([opened], 20 - len(before[1]))
        calls = hall.calls()
        assert len(calls) == 20
        assert (before[0] + shown(opened), before[1] + said(opened)) == (calls, calls)
        for page in others:
            _let_it_say([page], 20)
            assert (shown(page), said(page)) == (calls, calls)
    finally:
        hall.stop()


def _ten_calls(hall: HallProcess) -> None:
    for no in range(10):
        hall.finish(hall.call(2 + no % len(CLERKS)))


def test_nothing_but_a_call_of_this_board_can_be_said(hall: HallProcess, screens: Screens):
    hall.sit(2, CLERKS[2])
    hall.take("A")
    page = screens.board(hall)
    ask = """([path, headers]) => fetch(path, { method: "POST", headers }).then((answer) => answer.status)"""
    own = {"Kapok-Page": "board", "Kapok-Speaker": "0123456789ab"}
    assert page.evaluate(ask, ["/board/main/announce/1", own]) == 404  # an event, but no call
    assert page.evaluate(ask, ["/board/main/announce/999", own]) == 404
    assert page.evaluate(ask, ["/board/main/announce/1", {**own, "Kapok-Speaker": "<script>"}]) == 400
    assert page.evaluate(ask, ["/board/main/announce/1", {"Kapok-Speaker": "0123456789ab"}]) == 403
