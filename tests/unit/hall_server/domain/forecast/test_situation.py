from __future__ import annotations

import pytest

from hall_server.domain.forecast.situation import Observation, Served, replay, situation

NINE = 9 * 3600.0
CALLS = [Served(NINE + 600 * n, NINE + 600 * n - 300, 2) for n in range(1, 5)]


def seen(queue: str, issued_s: float, called_s: float, ahead: int = 0) -> Observation:
    return Observation("2026-01-05", queue, issued_s, called_s, ahead, 1)


def test_who_comes_first_finds_nothing_to_go_by() -> None:
    here = situation("A", NINE, 0, [])
    assert (here.hour, here.ahead, here.recent_calls) == (9, 0, 0)
    assert (here.last_wait_s, here.head_wait_s, here.recent_pace_s, here.call_gap_s) == (None, None, None, None)


def test_recent_calls_tell_their_pace_and_the_time_between_them() -> None:
    here = situation("A", NINE + 3000, 3, CALLS, head_issued_s=NINE + 2000, counters=2)
    assert (here.recent_calls, here.recent_pace_s, here.last_wait_s, here.head_wait_s) == (4, 100, 300, 1000)
    assert here.call_gap_s == 600
    assert (here.last_waits_s, here.line) == (300, 3)
    assert here.counters == 2


def test_one_call_has_no_time_between() -> None:
    assert situation("A", NINE + 700, 3, CALLS).call_gap_s is None


def test_nothing_is_known_that_happened_too_lately_or_too_long_ago() -> None:
    assert situation("A", NINE + 1300, 0, CALLS, known_to_s=NINE + 1100).recent_calls == 1
    late = situation("A", NINE + 9000, 0, CALLS)
    assert (late.recent_calls, late.recent_pace_s, late.last_wait_s) == (0, None, 300)


def test_a_clock_that_was_set_makes_no_negative_waits_and_a_strange_count_none_ahead() -> None:
    here = situation("A", NINE, -3, [Served(NINE - 10, NINE, 0)], head_issued_s=NINE + 60)
    assert (here.ahead, here.last_wait_s, here.head_wait_s) == (0, 0, 0)
    assert seen("A", 100, 50).wait_s == 0


def test_the_hour_may_be_told() -> None:
    assert situation("A", 5.0, 0, [], hour=14).hour == 14


@pytest.mark.parametrize(("lag_s", "known", "head"), [(0.0, 1, None), (300.0, 0, 100.0)])
def test_a_day_is_replayed_as_those_found_it_who_came(lag_s: float, known: int, head: float | None) -> None:
    day = [seen("A", NINE + 400, NINE + 900), seen("A", NINE, NINE + 350), seen("B", NINE, NINE + 1)]
    found = {(one.queue, one.issued_s): here for one, here in replay(day, lag_s)}
    assert len(found) == 3
    assert found["A", NINE + 400].recent_calls == known
    assert found["A", NINE + 400].head_wait_s == (0.0 if lag_s == 0 else head)


def test_the_last_waits_are_those_of_three_calls() -> None:
    uneven = [Served(NINE + n, NINE - 100 * n, 0) for n in range(1, 6)]
    here = situation("A", NINE + 60, 0, uneven)
    assert (here.last_wait_s, here.last_waits_s) == (505, 404)


def test_a_visitor_of_a_queue_whose_news_is_old_counts_those_who_stood_there() -> None:
    day = [
        Observation("d", "A", NINE + minute * 60, NINE + called * 60, ahead, 1, None, NINE + news * 60)
        for minute, called, ahead, news in ((0, 10, 0, 0), (5, 20, 1, 5), (30, 40, 5, 12), (31, 45, 6, 29))
    ]
    found = [here for _, here in replay(day, 300)]
    assert [(here.ahead, here.in_line, here.line) for here in found] == [(0, 1, 0), (1, 2, 1), (1, 1, 1), (6, 0, 0)]
    assert [here.head_wait_s for here in found] == [0, 300, 420, None]
    assert found[2].last_wait_s == 600  # what happened after the news is not known


def test_nobody_in_line_has_no_head_and_news_from_the_future_is_of_now() -> None:
    day = [Observation("d", "A", NINE, NINE, 0, 1, None, NINE + 900)]
    assert [(here.last_wait_s, here.head_wait_s) for _, here in replay(day)] == [(0, None)]
