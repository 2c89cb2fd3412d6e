from __future__ import annotations

import pytest

from hall_server.domain.forecast.model import Pace
from hall_server.domain.forecast.paces import LEAST_PACE_S, Record, paces


def records(queue: str, pace_s: float, count: int, hour: int = 9, work_s: float | None = None) -> list[Record]:
    return [Record(queue, hour, pace_s, work_s, 2 * pace_s, 1.0)] * count


def test_no_records_teach_nothing() -> None:
    assert paces([]) == (Pace(), {})


def test_a_queue_with_many_records_has_its_own_pace_and_one_with_few_nearly_the_halls() -> None:
    hall, queues = paces(records("A", 300, 2000) + records("B", 900, 2))
    assert hall.pace_s == 300
    assert queues["A"].pace_s == pytest.approx(300)
    assert 300 < queues["B"].pace_s < 400
    assert queues["A"].records == 2000


def test_an_hour_is_drawn_to_its_queue() -> None:
    _, queues = paces(records("A", 300, 400, 9) + records("A", 600, 5, 12) + records("A", 600, 300, 14))
    hours = queues["A"].hours
    assert hours[9] == pytest.approx(300)
    assert 300 < hours[12] < 400 < hours[14] <= 600


def test_work_is_known_where_counters_were() -> None:
    _, queues = paces(records("A", 300, 100, work_s=600) + records("B", 300, 100))
    assert queues["A"].work_s > 0
    assert queues["B"].work_s == 0


def test_a_queue_of_zeros_never_promises_now() -> None:
    hall, queues = paces(records("A", 0, 100))
    assert hall.pace_s == queues["A"].pace_s == LEAST_PACE_S


def test_new_days_outweigh_old_ones() -> None:
    old = [Record("A", 9, 900, None, 900, 0.01)] * 60
    hall, _ = paces(old + records("A", 300, 50))
    assert hall.pace_s == 300
