"""The hall's time as a kiosk reckons it: slow answers widen what may be, they do not set it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.local_store import LocalStore
from kiosk.runner.standby import Standby
from tests.integration.kiosk.machines import SECOND, T0, Bench
from tests.integration.kiosk.stand_in import hall_now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Reckoned:
    """A kiosk that looks at a hall whose answers take so long there, and so long back."""

    def __init__(self, store: LocalStore, bench: Bench) -> None:
        self.standby, self.bench = Standby(store), bench
        self.hall_us = T0

    def passes(self, seconds: float) -> None:
        self.bench.passes(seconds)
        self.hall_us += int(seconds * SECOND)

    def looks(self, there_s: float, back_s: float) -> None:
        self.passes(there_s)
        now = msgspec.structs.replace(hall_now(), at=self.hall_us)
        self.passes(back_s)
        self.standby.heard(now, 0.0, there_s + back_s)

    def behind_s(self) -> float:
        standing = self.standby.standing()
        assert standing is not None
        assert standing.hall_us is not None
        return (self.hall_us - standing.hall_us) / SECOND


@pytest.fixture
def reckoned(tmp_path: Path) -> Iterator[Reckoned]:
    bench = Bench()
    store = LocalStore(tmp_path / "kiosk.db", bench.machine())
    yield Reckoned(store, bench)
    store.close()


def test_cl_c4_a_slow_answer_does_not_set_the_hall_s_time_back(reckoned: Reckoned) -> None:
    reckoned.looks(0.01, 0.02)
    reckoned.passes(5)
    reckoned.looks(0.5, 3.0)
    assert reckoned.behind_s() == pytest.approx(0.02)


def test_a_quick_answer_mends_what_a_slow_one_left(reckoned: Reckoned) -> None:
    reckoned.looks(0.5, 3.0)
    assert reckoned.behind_s() == pytest.approx(3.0)
    reckoned.looks(0.01, 0.02)
    assert reckoned.behind_s() == pytest.approx(0.02)


@pytest.mark.parametrize("step_s", [-3600, 3600])
def test_a_hall_whose_clock_was_set_is_followed_at_once(reckoned: Reckoned, step_s: int) -> None:
    reckoned.looks(0.01, 0.02)
    reckoned.hall_us += step_s * SECOND
    reckoned.looks(0.01, 0.02)
    assert abs(reckoned.behind_s()) <= 0.03


def test_a_clock_of_this_machine_that_runs_fast_is_held_to_the_hall_s(reckoned: Reckoned) -> None:
    reckoned.looks(0.01, 0.02)
    reckoned.bench.passes(7)
    reckoned.looks(0.01, 0.02)
    assert -0.03 <= reckoned.behind_s() <= 0.02
