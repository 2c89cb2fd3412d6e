"""How it stands in a queue, in one word or a band; what must be known before a number is taken."""

import pytest
from msgspec.structs import replace as changed

from hall_server.contract.messages import WaitBand
from hall_server.contract.vocabulary import Intake
from kiosk.viewmodels.examples import AT, HALL
from kiosk.viewmodels.waits import Wait, advice, queue_wait

HOUR = 3_600_000_000


def hall(**more):
    """The hall with the queue E otherwise."""
    queues = tuple(changed(queue, **more) if queue.id == "E" else queue for queue in HALL.queues)
    return changed(HALL, queues=queues)


@pytest.mark.parametrize(
    ("queue", "wait"),
    [("E", Wait("band", 6, 10, 18)), ("L", Wait("none")), ("D", Wait("closed")), ("Z", Wait("unknown"))],
)
def test_a_wait_is_a_band_or_a_word(queue, wait):
    assert queue_wait(HALL, queue) == wait


def test_without_the_hall_no_wait_is_made_up():
    assert queue_wait(None, "E") == Wait("unknown")
    assert advice(None, "E") == advice(HALL, "Z") == ("", "")


@pytest.mark.parametrize(
    ("numbers_from", "wait"),
    [
        (None, Wait("ended")),
        (AT + 4 * HOUR, Wait("not_yet", when="13:42")),
        (AT + 23 * HOUR, Wait("tomorrow")),
        (AT + 3 * 24 * HOUR, Wait("tomorrow", month=10, day=19)),
    ],
)
def test_a_queue_without_numbers_says_what_is_left(numbers_from, wait):
    found = queue_wait(hall(numbers=False, numbers_from=numbers_from), "E")
    assert found == wait
    assert not found.gives_numbers


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, ("", "")),
        ({"intake": Intake.MAY_NOT_BE_SERVED}, ("may_not_be_served", "")),
        ({"intake": Intake.NOT_BEFORE, "opens_at": AT + 4 * HOUR}, ("not_before", "13:42")),
        ({"wait": WaitBand(55, 90)}, ("long", "")),
        ({"wait": WaitBand(45, 70)}, ("", "")),
        ({"closes_at": AT + HOUR // 3}, ("ends_soon", "10:02")),
        ({"closes_at": AT + 3 * HOUR}, ("", "")),
        ({"closes_at": AT - 1}, ("", "")),
    ],
)
def test_what_must_be_known_is_said_before_the_number(more, told):
    assert advice(hall(**more), "E") == told
