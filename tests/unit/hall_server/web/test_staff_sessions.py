import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.web.staff_sessions import IDLE_S, LOCK_S, SECOND, TRIES, LoginLock, StaffSessions

MINUTE = 60 * SECOND


def test_a_session_is_found_by_its_secret_and_by_nothing_else():
    sessions = StaffSessions()
    secret = sessions.begin("0317", "李慧", 0)
    found = sessions.find(secret, MINUTE)
    assert found is not None
    assert found.staff_no == "0317"
    assert sessions.find("", MINUTE) is None
    assert sessions.find(secret[:-1], MINUTE) is None
    sessions.end(secret)
    sessions.end(secret)
    assert sessions.find(secret, MINUTE) is None


def test_a_session_that_is_used_lives_on_and_one_that_sleeps_ends():
    sessions = StaffSessions()
    secret = sessions.begin("0317", "李慧", 0)
    almost = (IDLE_S - 1) * SECOND
    assert sessions.find(secret, almost)
    assert sessions.find(secret, 2 * almost)
    assert sessions.find(secret, 2 * almost + (IDLE_S + 1) * SECOND) is None


def test_two_sessions_never_share_a_secret():
    sessions = StaffSessions()
    assert len({sessions.begin("0317", "李慧", 0) for _ in range(50)}) == 50


def test_five_tries_then_ten_minutes():
    lock = LoginLock()
    assert [lock.try_once("0317", 0) for _ in range(TRIES)] == [4, 3, 2, 1, 0]
    with pytest.raises(HallProblem) as refused:
        lock.try_once("0317", MINUTE)
    assert refused.value.code is ProblemCode.LOGIN_LOCKED
    assert refused.value.retry_after_s == LOCK_S - 60
    assert lock.try_once("0318", MINUTE) == TRIES - 1
    assert lock.try_once("0317", LOCK_S * SECOND) == TRIES - 1


def test_the_right_pin_wipes_the_slate():
    lock = LoginLock()
    for _ in range(4):
        lock.try_once("0317", 0)
    lock.forgive("0317")
    assert lock.try_once("0317", 0) == TRIES - 1


def test_a_clock_that_jumps_back_locks_nobody_for_ever():
    lock = LoginLock()
    for _ in range(TRIES):
        lock.try_once("0317", 100 * MINUTE)
    assert lock.try_once("0317", 0) == TRIES - 1


def test_guessing_many_numbers_does_not_fill_the_memory():
    lock, sessions = LoginLock(), StaffSessions()
    for number in range(5_000):
        lock.try_once(str(number), number)
        sessions.begin(str(number), "x", number)
    assert len(lock._tries) <= 2_000
    assert len(sessions._sessions) <= 2_000
