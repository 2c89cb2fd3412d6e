from __future__ import annotations

import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.staff import (
    IDLE_S,
    LOCK_S,
    PROLONG_EVERY_S,
    SECOND,
    TRIES,
    PinTries,
    log_in,
    one_more,
    prolonged,
)

MINUTE = 60 * SECOND


def tried(times: int, at: int = 0) -> PinTries | None:
    tries: PinTries | None = None
    for _ in range(times):
        tries = one_more(tries, "0317", at)
    return tries


def test_five_tries_then_ten_minutes() -> None:
    five = tried(TRIES)
    assert five == PinTries("0317", TRIES, 0)
    with pytest.raises(HallProblem) as refused:
        one_more(five, "0317", MINUTE)
    assert (refused.value.code, refused.value.retry_after_s) == (ProblemCode.LOGIN_LOCKED, LOCK_S - 60)
    assert one_more(five, "0317", LOCK_S * SECOND).tries == 1


def test_a_clock_that_jumps_back_locks_nobody_for_ever() -> None:
    assert one_more(tried(TRIES, at=100 * MINUTE), "0317", 0).tries == 1


def test_a_session_that_is_used_is_written_again_once_an_hour() -> None:
    login = log_in(b"h", "0317", b"p", 3, 0)
    assert (login.created_at, login.expires_at) == (0, IDLE_S * SECOND)
    assert prolonged(login, PROLONG_EVERY_S * SECOND - 1) is None
    longer = prolonged(login, PROLONG_EVERY_S * SECOND)
    assert longer is not None
    assert (longer.expires_at, longer.created_at, longer.counter) == ((PROLONG_EVERY_S + IDLE_S) * SECOND, 0, 3)
