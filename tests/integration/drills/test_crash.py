"""The small form of `make drill-crash`: a few kills and faults of each kind, and the controls that must be caught."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.drills.crash import faults, full_disk, kills, kiosk, kiosk_faults, postgres, server_faults
from tests.drills.crash.breaker import FAULTS, LASTING, ROOM, Fault
from tests.drills.crash.cases import Case, run

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20261122
THREE = (postgres.server, postgres.backend, postgres.whole)


@pytest.fixture(scope="module", autouse=True)
def _traced() -> Iterator[None]:
    yield
    faults.close()


def test_nothing_that_was_told_is_lost_when_the_server_on_a_file_is_killed() -> None:
    result = run(Case("sqlite", "small", SEED, kills.on_sqlite, size=6))
    assert result.findings == []
    assert result.counts["kills"] == 6
    assert result.counts["answers"] > 6


def test_nothing_that_was_told_is_lost_when_postgresql_or_the_server_on_it_is_killed() -> None:
    result = run(Case("postgres", "small", SEED, partial(postgres.on_postgres, strikes=THREE, quick=True)))
    assert result.findings == []
    assert result.counts["kills"] == 3


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_nothing_that_was_told_is_lost_when_a_call_of_the_store_breaks(fault: Fault) -> None:
    for n in range(1, 5):
        result = run(Case(fault.name, f"small-{n}", SEED, partial(faults.strike, fault=fault), n))
        assert result.findings == []
        assert result.counts["faults"] == 1


@pytest.mark.parametrize("fault", [*FAULTS, LASTING[0]], ids=lambda fault: fault.name)
def test_nothing_that_a_kiosk_told_is_lost_when_a_call_of_its_store_breaks(fault: Fault) -> None:
    for n in (1, 2, 9, 17):
        result = run(Case("kiosk-faults", f"small-{n}", SEED, partial(kiosk_faults.strike, fault=fault), n))
        assert result.findings == []
        assert result.counts["faults"] == 1


@pytest.mark.parametrize("fault", [*LASTING, ROOM[1]], ids=lambda fault: fault.name)
def test_the_store_says_so_when_its_disk_stays_broken_or_gives_no_room(fault: Fault) -> None:
    words = ("room",) if fault in ROOM else ()
    result = run(Case(fault.name, "small", SEED, partial(faults.strike, fault=fault, words=words), 1))
    assert result.findings == []


def test_the_whole_server_outlives_a_sync_that_fails() -> None:
    result = run(Case("server-faults", "small", SEED, partial(server_faults.play, fault=FAULTS[0])))
    assert result.findings == []


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk is root's")
def test_a_full_disk_is_told_and_lost_nothing() -> None:
    result = run(full_disk.cases(SEED)[1])
    assert result.findings == []
    assert result.counts["refused politely"] > 0


def test_what_lies_on_paper_is_known_to_the_hall_when_the_kiosk_was_killed() -> None:
    result = run(Case("kiosk", "small", SEED, kiosk.play, size=1))
    assert result.findings == []
    assert result.counts["labels on paper"] > 0


def test_a_store_that_answers_before_it_commits_is_caught() -> None:
    assert run(Case("controls", "hasty", SEED, kills.of_a_hasty_store, size=20)).caught


def test_a_store_that_ignores_an_error_of_the_disk_is_caught() -> None:
    careless = partial(faults.strike, fault=FAULTS[0], words=("careless",))
    assert run(Case("controls", "careless", SEED, careless, size=9)).caught


def test_a_kiosk_that_ignores_an_error_of_the_disk_is_caught() -> None:
    assert run(Case("controls", "kiosk", SEED, kiosk_faults.of_a_careless_kiosk, size=faults.EVERY)).caught
