"""A file for a telephone is there once, for minutes, among few."""

from __future__ import annotations

from hall_server.flows.one_time_files import MOST, OneTimeFiles
from tests.integration.hall_server.made import CountedIds
from tests.unit.hall_server.halls import HandClock

LIFE = 600_000_000


def test_a_file_is_fetched_once_and_looking_uses_nothing_up() -> None:
    files = OneTimeFiles(HandClock(), CountedIds())
    name = files.put(b"%PDF-", LIFE)
    assert files.waits(name)
    assert files.waits(name)
    assert (files.fetch(name), files.fetch(name)) == (b"%PDF-", None)
    assert not files.waits(name)


def test_a_file_is_gone_when_its_time_is_over_whatever_the_wall_clock_says() -> None:
    clock = HandClock()
    files = OneTimeFiles(clock, CountedIds())
    name = files.put(b"%PDF-", LIFE)
    clock.set_by(3_600)
    assert files.waits(name)
    clock.forward(600)
    assert files.fetch(name) is None


def test_the_oldest_goes_when_there_are_too_many() -> None:
    files = OneTimeFiles(HandClock(), CountedIds())
    names = [files.put(b"%PDF-", LIFE) for _ in range(MOST + 1)]
    assert [files.waits(one) for one in (names[0], names[1], names[-1])] == [False, True, True]
