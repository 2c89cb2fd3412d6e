from __future__ import annotations

import pytest

from hall_server.domain.forecast.formula import Forecast
from hall_server.domain.forecast.intervals import ENOUGH, Intervals
from hall_server.domain.forecast.model import Spread

TOLD = Forecast(400, 600, 900)


def test_without_errors_the_widest_guess_stands() -> None:
    new = Intervals()
    new.end_of_day()
    assert (new.hall(), new.queues(), new.qualities()) == (Spread(), {}, {})
    assert new.quality().days == 0


def test_errors_of_unseen_days_make_the_interval() -> None:
    some = Intervals()
    for n in range(1000):
        some.note("A", TOLD, 200.0 + n)
    spread = some.hall()
    assert 600 + spread.low * 840 == pytest.approx(300, abs=15)
    assert 600 + spread.high * 840 == pytest.approx(1100, abs=15)


def test_a_queue_has_its_own_interval_when_it_has_enough_errors() -> None:
    some = Intervals()
    for n in range(ENOUGH):
        some.note("A", TOLD, 600.0 + n)
    some.note("B", TOLD, 60)
    assert set(some.queues()) == {"A"}
    assert set(some.qualities()) == {"A", "B"}


def test_what_misses_too_often_gets_wider_and_what_never_misses_narrower() -> None:
    missing, holding = Intervals(), Intervals()
    for _ in range(3):
        for n in range(300):
            missing.note("A", Forecast(599, 600, 601), 200.0 + 3 * n)
            holding.note("A", Forecast(0, 600, 9000), 200.0 + 3 * n)
        missing.end_of_day()
        holding.end_of_day()
    assert missing.hall().high > holding.hall().high
    assert missing.hall().low < holding.hall().low


def test_the_own_error_is_kept_and_new_days_weigh_more() -> None:
    some = Intervals()
    for error in (60.0, 120.0):
        for _ in range(100):
            some.note("A", TOLD, 600.0 + error)
        some.end_of_day()
    quality = some.quality()
    assert (quality.days, quality.records, quality.coverage) == (2, 200, 1)
    assert 90 < quality.mae_s < 120
