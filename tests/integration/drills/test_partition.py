"""The partition drill's smaller form: 200 short worlds hold, the naive designs do not, and a seed is a seed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.drills.partition.naming import CONTROLS, Naming
from tests.drills.partition.play import play
from tests.drills.partition.world import nothing_left_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE, EACH, FIRST_OF_CONTROLS = 0.4, 25, 40
ONCE = """
from tests.drills.partition.play import play
from tests.drills.partition.world import nothing_left_behind
with nothing_left_behind():
    print(play({seed}, size={size}).trace)
"""


@pytest.fixture(scope="module", autouse=True)
def _clean() -> Iterator[None]:
    with nothing_left_behind():
        yield


@pytest.mark.parametrize("first", range(1, 201, EACH))
def test_no_number_is_given_twice_and_none_is_lost_in_short_worlds(first: int) -> None:
    played = [play(seed, size=SIZE) for seed in range(first, first + EACH)]
    assert [finding for one in played for finding in one.findings] == []
    assert sum(one.held for one in played) > 5 * EACH, "people got numbers"
    without = Counter[str]()
    for one in played:
        without.update(one.tally)
    assert without["lease"]
    assert without["emergency"]
    assert without["restores"]
    assert without["two at one hall"], "a clone met its original"


@pytest.mark.parametrize("naming", CONTROLS, ids=lambda naming: naming.name.replace(" ", "-"))
def test_a_naive_design_is_caught_by_the_same_faults(naming: type[Naming]) -> None:
    assert any(play(seed, naming).duplicates for seed in range(1, FIRST_OF_CONTROLS))


def test_a_seed_gives_the_same_trace_again_also_in_another_process() -> None:
    here = play(3, size=SIZE)
    assert play(3, size=SIZE).trace == here.trace
    assert play(4, size=SIZE).trace != here.trace
    environment = {**os.environ, "PYTHONHASHSEED": "77"}
    words = ONCE.format(seed=3, size=SIZE)
    there = subprocess.run([sys.executable, "-c", words], env=environment, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == here.trace
