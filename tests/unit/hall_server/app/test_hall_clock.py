"""The server's time while somebody sets the machine's clock."""

from __future__ import annotations

import pytest

from hall_server.app.hall_clock import CATCHING_UP, CAUGHT_UP_WITH, SystemClock

SECOND = 1_000_000
YEAR = 365 * 86_400 * SECOND


class Machine:
    """A machine's two clocks, and the hall's time on it."""

    def __init__(self, newest: int = 0) -> None:
        self.wall, self.boot = 2_000_000_000 * SECOND, 5_000 * SECOND
        self.clock = SystemClock(lambda: self.wall, lambda: self.boot, newest=self.wall + newest)

    def run(self, seconds: int, *, quiet: bool = False) -> None:
        for _ in range(seconds):
            self.wall += SECOND
            self.boot += SECOND
            self.clock.follow(quiet=quiet)

    @property
    def behind(self) -> int:
        return self.wall - self.clock.now()


def test_it_is_the_machine_s_time_when_nobody_sets_it() -> None:
    machine = Machine()
    machine.run(100)
    assert machine.behind == 0


@pytest.mark.parametrize("step", [YEAR, -YEAR, CAUGHT_UP_WITH + SECOND, -CAUGHT_UP_WITH - SECOND])
def test_a_large_step_is_not_followed_while_people_hold_numbers(step: int) -> None:
    machine = Machine()
    machine.wall += step
    machine.run(600)
    assert machine.behind == step
    machine.run(1, quiet=True)
    assert machine.behind == 0


@pytest.mark.parametrize("step", [90 * SECOND, -90 * SECOND])
def test_a_small_step_is_caught_up_with_slowly(step: int) -> None:
    machine = Machine()
    machine.wall += step
    machine.run(60)
    assert abs(step) - abs(machine.behind) == pytest.approx(60 * SECOND * CATCHING_UP)
    machine.run(3600)
    assert abs(machine.behind) <= SECOND // 20


@pytest.mark.parametrize("step", [90 * SECOND, -90 * SECOND, YEAR, -YEAR])
def test_time_never_goes_back_and_never_runs_while_people_wait(step: int) -> None:
    machine = Machine()
    before = machine.clock.now()
    machine.wall += step
    for _ in range(50):
        machine.run(1)
        now = machine.clock.now()
        assert 0.9 * SECOND < now - before < 1.1 * SECOND
        before = now


def test_a_start_on_a_clock_behind_the_newest_event_goes_on_from_there_until_nobody_holds_a_number() -> None:
    machine = Machine(newest=YEAR)
    machine.run(600)
    assert machine.behind == -YEAR
    machine.run(1, quiet=True)
    assert machine.behind == 0


def test_a_start_on_a_clock_a_little_behind_the_newest_event_catches_up_and_never_goes_back() -> None:
    machine = Machine(newest=90 * SECOND)
    before = machine.clock.now()
    for _ in range(3600):
        machine.run(1)
        now = machine.clock.now()
        assert 0.9 * SECOND < now - before < 1.1 * SECOND
        before = now
    assert abs(machine.behind) <= SECOND // 20


def test_a_start_on_a_clock_ahead_of_the_newest_event_is_on_that_clock() -> None:
    assert Machine(newest=-YEAR).behind == 0


def test_a_clock_set_back_and_forth_leaves_no_trace() -> None:
    machine = Machine()
    machine.wall += YEAR
    machine.run(5)
    machine.wall -= YEAR
    machine.run(5)
    assert machine.behind == 0


def test_the_log_tells_each_setting_once(caplog: pytest.LogCaptureFixture) -> None:
    machine = Machine()
    machine.wall += YEAR
    machine.run(20)
    machine.run(20, quiet=True)
    machine.wall -= 90 * SECOND
    machine.run(20)
    assert [record.args for record in caplog.records] == [(YEAR / SECOND, YEAR / SECOND), (-90, -90)]
