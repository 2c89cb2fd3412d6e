"""The line played forward: what stands before whoever comes now."""

from __future__ import annotations

import random
from typing import Any

import pytest

from hall_server.domain.backlog import LOOK_AHEAD_S, Work, backlog_at_most_s, backlogs_s

EACH_S = {"L": 180.0, "K": 240.0, "A": 480.0}


def work(**more: Any) -> Work:
    values: dict[str, Any] = {
        "lines": {"L": [], "K": [], "A": []},
        "counters": {1: ("L", "K"), 2: ("A", "K")},
        "busy_s": {},
        "each_s": EACH_S,
    }
    return Work(**{**values, **more})


def test_nobody_waits_at_a_free_counter() -> None:
    assert backlogs_s(work()) == {"L": 0, "K": 0, "A": 0}


def test_people_of_the_counter_s_other_queue_are_in_the_way() -> None:
    lines = {"L": [], "K": [1, 2, 3, 4, 5], "A": []}
    found = backlogs_s(work(lines=lines, busy_s={2: 1200.0}))
    assert found["L"] == 5 * 240
    assert found["A"] == found["K"] == 1200  # counter 1 and counter 2 come free at the same moment


def test_counters_take_who_came_first() -> None:
    lines = {"L": [9], "K": [1, 2], "A": [3]}
    assert backlogs_s(work(lines=lines)) == {"L": 240 + 180, "K": 240 + 180, "A": 240 + 480}


def test_the_shortest_of_several_counters_counts() -> None:
    busy = {1: 600.0, 2: 60.0}
    assert backlogs_s(work(busy_s=busy)) == {"L": 600, "K": 60, "A": 60}


def test_a_queue_that_no_counter_serves_is_not_to_be_seen() -> None:
    assert backlogs_s(work(counters={2: ("A", "K")}))["L"] == LOOK_AHEAD_S
    assert set(backlogs_s(work(counters={})).values()) == {LOOK_AHEAD_S}


@pytest.mark.parametrize("many", [1_000, 100_000])
def test_a_line_without_end_is_looked_at_for_half_a_day_only(many: int) -> None:
    found = backlogs_s(work(lines={"L": [], "K": range(many), "A": []}))
    assert found["K"] == LOOK_AHEAD_S


def test_one_queue_is_told_as_all_are_and_never_more_than_the_quick_bound() -> None:
    chance = random.Random(7)
    for _ in range(300):
        people = list(range(chance.randrange(40)))
        chance.shuffle(people)
        lines: dict[str, list[int]] = {"L": [], "K": [], "A": []}
        for one in people:
            lines[chance.choice("LKA")].append(one)
        busy = {no: chance.choice([0.0, 60.0, 600.0]) for no in (1, 2)}
        played = work(lines={name: sorted(line) for name, line in lines.items()}, busy_s=busy)
        for queue in "LKA":
            exact = backlogs_s(played)[queue]
            assert backlogs_s(played, (queue,))[queue] == exact
            assert backlog_at_most_s(played, queue) >= exact
