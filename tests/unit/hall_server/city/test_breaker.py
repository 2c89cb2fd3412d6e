"""A breaker that lets go after a while, one at a time."""

from __future__ import annotations

from hall_server.city.breaker import FAILURES, REST_MAX_S, REST_S, Breaker


class Steady:
    def __init__(self) -> None:
        self.s = 0.0

    def __call__(self) -> float:
        return self.s


def broken(steady: Steady, failures: int = FAILURES) -> Breaker:
    breaker = Breaker(steady)
    for _ in range(failures):
        assert breaker.enter()
        breaker.failed()
    return breaker


def test_some_failures_in_a_row_keep_everybody_away_for_a_while() -> None:
    steady = Steady()
    breaker = broken(steady)
    assert (breaker.resting, breaker.enter()) == (True, False)
    steady.s = REST_S
    assert (breaker.resting, breaker.enter()) == (False, True)


def test_fewer_failures_or_one_answer_between_them_keep_nobody_away() -> None:
    breaker = broken(Steady(), FAILURES - 1)
    assert breaker.enter()
    breaker.worked()
    for _ in range(FAILURES - 1):
        breaker.failed()
    assert not breaker.resting


def test_after_a_rest_only_one_tries_and_the_others_wait_for_it() -> None:
    steady = Steady()
    breaker = broken(steady)
    steady.s = REST_S
    assert breaker.enter()
    assert not breaker.enter()
    breaker.worked()
    assert breaker.enter()
    assert breaker.enter()


def test_rests_grow_with_each_failure_up_to_the_longest() -> None:
    steady = Steady()
    breaker = broken(steady)
    rests = []
    for _ in range(12):
        began = steady.s
        while not breaker.enter():
            steady.s += 0.5
        rests.append(steady.s - began)
        breaker.failed()
    assert rests == sorted(rests)
    assert rests[0] == REST_S
    assert rests[-1] == REST_MAX_S


def test_a_city_that_asks_to_be_left_alone_is_left_alone_but_not_for_ever() -> None:
    steady = Steady()
    breaker = Breaker(steady)
    breaker.failed(after_s=5)
    assert breaker.resting
    steady.s = 5
    assert breaker.enter()
    breaker.failed(after_s=10_000)
    steady.s += REST_MAX_S
    assert breaker.enter()
