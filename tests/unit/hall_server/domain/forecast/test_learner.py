from __future__ import annotations

from datetime import date, timedelta

import pytest

from hall_server.domain.forecast.learner import LONGEST_WAIT_S, Learner, learn
from hall_server.domain.forecast.model import UNTRAINED, model_from, model_to
from hall_server.domain.forecast.situation import Observation, Situation
from hall_server.domain.forecast.wait import wait_in

FIRST = date(2026, 1, 5)


def a_day(n: int, pace_s: float = 300, queue: str = "A", visitors: int = 120) -> list[Observation]:
    """Somebody every four minutes, between no and five people ahead, called at a steady pace with a little noise."""
    name = (FIRST + timedelta(days=n)).isoformat()
    found = []
    for k in range(visitors):
        issued, ahead = 32_400 + 240.0 * k, (k * 7 + n) % 6
        wait = (ahead + 1) * pace_s * (0.8 + (k * 13 % 5) / 10)
        found.append(Observation(name, queue, issued, issued + wait, ahead, 1, 2))
    return found


def days(count: int, pace_s: float = 300) -> list[Observation]:
    return [one for n in range(count) for one in a_day(n, pace_s)]


def test_nothing_teaches_nothing() -> None:
    learner = Learner()
    learner.day("2026-01-05", [])
    assert learner.model == UNTRAINED == learn([])


def test_a_pace_is_learned_and_told() -> None:
    model = learn(days(5))
    told = wait_in(model, Situation("A", 3, 10, 2))
    assert told.p50 == pytest.approx(1200, rel=0.1)
    assert told.p10 < 1100
    assert told.p90 > 1300
    assert (model.learned_to, model.hall.records) == ("2026-01-09", 600)


def test_the_own_error_is_that_of_unseen_days() -> None:
    quality = learn(days(8)).quality
    assert quality.days == 7
    assert 0 < quality.mae_s < 200
    assert 0.7 <= quality.coverage <= 1


def test_the_order_of_the_records_does_not_matter() -> None:
    found = days(3)
    assert learn(found) == learn(reversed(found))


def test_day_by_day_is_the_same_as_all_at_once_and_fits_into_a_file() -> None:
    learner = Learner()
    for n in range(4):
        learner.day((FIRST + timedelta(days=n)).isoformat(), a_day(n))
    assert learner.model == learn(days(4))
    assert model_from(model_to(learner.model)) == learner.model


def test_a_ticket_that_was_forgotten_teaches_nothing() -> None:
    lost = Observation("2026-01-05", "A", 0, LONGEST_WAIT_S + 1, 0, 1)
    assert learn([*days(3), lost]) == learn(days(3))


def test_counters_are_learned_where_they_are_known() -> None:
    unknown = [Observation(o.day, o.queue, o.issued_s, o.called_s, o.ahead, 1) for o in days(2)]
    assert learn(unknown).hall.work_s == 0
    assert learn(days(2)).hall.work_s == pytest.approx(600, rel=0.1)


def test_a_hall_that_became_slower_is_told_as_slower_within_days() -> None:
    learner = Learner()
    for n in range(12):
        learner.day((FIRST + timedelta(days=n)).isoformat(), a_day(n, 300 if n < 6 else 900))
    assert wait_in(learner.model, Situation("A", 0, 10, 2)).p50 > 500
