"""What a row's notes come to; a clock in the hand, no wire."""

from pathlib import Path

import pytest

from devices.drill.bench import Bench
from devices.drill.rows import Seen


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def bench(now):
    return Bench(Path("/nowhere"), recover_s=5, clock=lambda: now[0])


def outcome(bench):
    return bench.outcome("toaster", "usual", "mute")


def exchanged(bench, key="one"):
    bench.gave(key)
    bench.got(key)
    bench.back()


def test_what_nobody_noticed_is_recovered(bench, now):
    bench.over()
    now[0] += 4.9
    exchanged(bench)
    seen = outcome(bench)
    assert (seen.seen, seen.recover_s, seen.violation) == (Seen.RECOVERED, 4.9, "")


def test_what_the_port_said_is_reported_once_by_its_code(bench):
    bench.reported("device_lost")
    bench.reported("device_lost")
    bench.note("as it should be")
    exchanged(bench)
    seen = outcome(bench)
    assert (seen.seen, seen.note, seen.violation) == (Seen.REPORTED, "device_lost; as it should be", "")


def test_coming_back_late_or_never_is_a_violation(bench, now):
    exchanged(bench)
    bench.over()
    assert outcome(bench).violation == "did not work again"  # what worked before the fault does not count
    now[0] += 5.1
    bench.back()
    assert "allowed 5" in outcome(bench).violation


def test_only_the_first_sound_exchange_counts(bench, now):
    bench.over()
    exchanged(bench)
    now[0] += 60
    bench.back()
    assert outcome(bench).recover_s == 0


def test_a_row_without_any_exchange_proves_nothing(bench):
    bench.back()
    assert outcome(bench).violation == "nothing was exchanged"


def test_what_came_twice_is_a_violation(bench):
    exchanged(bench)
    bench.got("one")
    assert (outcome(bench).twice, outcome(bench).violation) == (1, "1 came twice")


def test_what_nobody_gave_is_a_violation_and_what_was_lost_is_not(bench):
    bench.gave("lost")
    exchanged(bench)
    assert outcome(bench).violation == ""
    bench.got("half a code")
    assert (outcome(bench).wrong, outcome(bench).violation) == (1, "1 came that nobody gave")


def test_a_card_that_is_laid_twice_may_be_read_twice(bench):
    exchanged(bench)
    exchanged(bench)
    assert outcome(bench).violation == ""


def test_how_a_run_ended_comes_before_what_it_noted(bench):
    exchanged(bench)
    bench.got("one")
    assert bench.outcome("toaster", "usual", "mute", violation="raised ValueError").violation == "raised ValueError"


def test_a_bug_in_a_driver_is_never_taken_for_an_honest_report(bench):
    exchanged(bench)
    bench.reported("internal_error")
    assert "fault of our own" in outcome(bench).violation
