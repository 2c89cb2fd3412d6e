"""Steps of volume and speed, and the quiet hours."""

from datetime import time
from itertools import pairwise

import pytest

from kiosk.session.hearing import STEPS, USUAL
from kiosk.speech.loudness import Quiet, speed, volume_db


def test_the_usual_step_changes_nothing():
    assert (volume_db(USUAL), speed(USUAL)) == (0.0, 1.0)


def test_each_step_is_louder_and_faster_than_the_one_before():
    for one, next_one in pairwise(range(1, STEPS + 1)):
        assert volume_db(next_one) > volume_db(one)
        assert speed(next_one) > speed(one)


@pytest.mark.parametrize("step", [-3, 0])
def test_a_step_below_the_first_is_the_first(step):
    assert (volume_db(step), speed(step)) == (volume_db(1), speed(1))


def test_a_step_beyond_the_last_is_the_last():
    assert (volume_db(99), speed(99)) == (volume_db(STEPS), speed(STEPS))


@pytest.mark.parametrize(
    ("begins", "ends", "now", "quiet"),
    [
        (18, 8, 19, True),
        (18, 8, 7, True),
        (18, 8, 12, False),
        (12, 14, 13, True),
        (12, 14, 14, False),
        (0, 0, 5, False),
    ],
)
def test_quiet_hours_may_go_over_midnight(begins, ends, now, quiet):
    assert Quiet(time(begins), time(ends), 9.0).softer_db(time(now)) == (9.0 if quiet else 0.0)
