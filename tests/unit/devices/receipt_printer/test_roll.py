"""The paper meter: what is left, what it learns, and what it makes of a memory that is no good."""

import math

import pytest

from devices.receipt_printer.roll import RollMeter
from devices.values.receipt_printer import Paper, PaperLeft

SLIP_MM = 150.0


def used(meter, slips):
    for _ in range(slips):
        meter.printed(SLIP_MM)
    return meter


def test_what_is_left_is_not_said_while_nobody_told_how_long_a_roll_is():
    assert used(RollMeter(), 3).left() == PaperLeft(3 * SLIP_MM)


def test_what_is_left_is_the_roll_less_what_was_printed_when_the_settings_say_its_length():
    left = used(RollMeter(roll_mm=30_000), 10).left()
    assert left == PaperLeft(1500, 28_500, 190)


def test_the_length_of_a_roll_is_learnt_when_one_was_used_up():
    meter = used(RollMeter(), 200)
    meter.seen(Paper.OUT)
    assert meter.left() == PaperLeft(30_000, 0.0, 0)
    meter.seen(Paper.OK)
    assert meter.left() == PaperLeft(0.0, 30_000, 200)


def test_what_is_left_behind_the_near_end_sensor_is_learnt_and_then_foretold():
    meter = used(RollMeter(), 190)
    meter.seen(Paper.LOW)
    assert meter.left().left_mm is None  # nothing learnt yet
    used(meter, 10).seen(Paper.OUT)
    meter.seen(Paper.OK)
    used(meter, 150).seen(Paper.LOW)  # a shorter roll: the sensor knows better than the count
    assert meter.left().slips == 10
    assert used(meter, 4).left().slips == 6


def test_there_is_at_least_what_the_near_end_sensor_stands_for_while_it_says_nothing():
    meter = used(RollMeter(roll_mm=30_000), 190)
    meter.seen(Paper.LOW)
    used(meter, 10).seen(Paper.OUT)
    meter.seen(Paper.OK)
    assert used(meter, 250).left().slips == 10


def test_a_flickering_near_end_sensor_is_no_new_roll_and_a_lasting_one_is():
    meter = used(RollMeter(roll_mm=30_000), 100)
    meter.seen(Paper.LOW)
    for paper in (Paper.OK, Paper.OK, Paper.LOW):
        used(meter, 1).seen(paper)
    for _ in range(9):
        meter.seen(Paper.OK)  # at rest: however often it is asked
    assert meter.left().printed_mm == 15_450
    for _ in range(3):
        used(meter, 1).seen(Paper.OK)
    assert meter.left().printed_mm == 0


def test_a_roll_that_is_nearly_used_up_counts_as_such_when_it_is_put_in():
    meter = RollMeter({"tail_mm": 1500.0, "roll_mm": 30_000.0, "slip_mm": SLIP_MM})
    meter.seen(Paper.OUT)
    meter.seen(Paper.LOW)
    assert meter.left() == PaperLeft(0.0, 1500.0, 10)


def test_a_torn_roll_teaches_no_length():
    meter = used(RollMeter(roll_mm=30_000), 3)
    meter.seen(Paper.OUT)
    meter.seen(Paper.OK)
    assert meter.left().left_mm == 30_000


def test_what_is_known_goes_on_in_another_life_when_the_memory_is_kept():
    memory = {}
    used(RollMeter(memory, roll_mm=30_000), 10)
    assert RollMeter(dict(memory), roll_mm=30_000).left() == PaperLeft(1500, 28_500, 190)
    meter = RollMeter(roll_mm=30_000)
    meter.keep_in(memory)
    assert meter.left().slips == 190


@pytest.mark.parametrize("bad", ["many", None, math.nan, math.inf, -5.0, [1]])
def test_a_memory_that_holds_no_numbers_counts_as_empty(bad):
    memory = dict.fromkeys(("printed_mm", "roll_mm", "tail_mm", "low_at_mm", "slip_mm", "ended"), bad)
    meter = RollMeter(memory, roll_mm=30_000)
    assert meter.left() == PaperLeft(0.0, 30_000.0)
    for paper in (*Paper, Paper.OK):
        meter.seen(paper)
    used(meter, 1)
    assert all(isinstance(value, float) and math.isfinite(value) for value in memory.values() if value is not bad)
