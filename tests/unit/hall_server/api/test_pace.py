from __future__ import annotations

import pytest

from hall_server.api.pace import Pace
from hall_server.contract.problems import HallProblem, ProblemCode

SECOND = 1_000_000


class Steady:
    def __init__(self) -> None:
        self.at = 5 * SECOND

    def __call__(self) -> int:
        return self.at


def passed(pace: Pace, key: str, most: int = 100) -> int:
    """How many requests in a row pass."""
    for count in range(most):
        try:
            pace.spend(key)
        except HallProblem:
            return count
    return most


def test_a_burst_passes_and_then_the_pace_holds() -> None:
    steady = Steady()
    pace = Pace(10, 30, steady)
    assert passed(pace, "k") == 30
    steady.at += SECOND // 2
    assert passed(pace, "k") == 5
    steady.at += 3600 * SECOND
    assert passed(pace, "k") == 30


def test_one_key_s_haste_is_no_other_s() -> None:
    pace = Pace(10, 3, Steady())
    assert (passed(pace, "a"), passed(pace, "b")) == (3, 3)


def test_a_refusal_says_when_to_ask_again_and_costs_nothing() -> None:
    steady = Steady()
    pace = Pace(10, 1, steady)
    pace.spend("k")
    for _ in range(3):
        with pytest.raises(HallProblem) as caught:
            pace.spend("k")
        assert (caught.value.code, caught.value.retry_after_s) == (ProblemCode.TOO_MANY_REQUESTS, 0.1)
    steady.at += SECOND // 10
    pace.spend("k")
