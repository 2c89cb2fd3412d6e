"""The fuzzers in small: everything kept of every codec, some changed cases of each, a few hundred hostile requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fuzz.again import command, still_breaking
from tests.fuzz.api import Hammer
from tests.fuzz.codec import BROKEN, codec, names
from tests.fuzz.controls import broken_api_is_caught
from tests.fuzz.hall import hall_in
from tests.fuzz.mutate import findings, mutated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fuzz.hall import Hall

TIMES = {
    "backup_archive": 3,
    "escpos": 100,
    "hall_answers": 600,
    "site_files": 250,
}  # the slow ones; the others USUALLY
USUALLY = 2000
CASES = 150
NAMES = (f"{BROKEN}.crash", f"{BROKEN}.timeout", "scanned.crash")


@pytest.mark.parametrize("name", names())
def test_what_is_kept_of_a_codec_and_changes_of_it_bring_nothing_out(name: str) -> None:
    target = codec(name)
    cases = target.corpus()
    assert not findings(target, cases)
    assert not findings(target, mutated(cases, TIMES.get(name, USUALLY)))


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    made = hall_in(folder_of(tmp_path_factory))
    yield made
    made.stop()
    assert made.served.verify().endswith("whole")
    assert not [line for line in made.served.log if "bug path=" in line]


def folder_of(factory: pytest.TempPathFactory) -> Path:
    return factory.mktemp("fuzz")


@pytest.mark.timeout(180)
def test_hostile_requests_are_answered_as_the_description_says(hall: Hall) -> None:
    run = Hammer(hall).ask(CASES)
    assert run.cases >= CASES
    assert not run.errors()
    assert not run.violations()
    assert run.negative
    assert run.refused
    assert run.said_yes


def test_an_answer_of_another_shape_than_the_description_says_is_caught(hall: Hall) -> None:
    assert broken_api_is_caught(hall, cases=10)


def test_a_crash_of_an_earlier_run_is_found_again_until_it_is_mended(tmp_path: Path) -> None:
    target = codec(BROKEN)
    (found, *_) = findings(target, mutated(list(target.seeds), 5000))
    broken, mended, other = (tmp_path / f"{name}-{no}" for no, name in enumerate(NAMES))
    broken.write_bytes(bytes.fromhex(found.split("'")[1]))
    mended.write_bytes(target.seeds[0])
    other.write_bytes(b"")
    for _ in range(2):
        assert still_breaking(BROKEN, tmp_path) == [command(BROKEN, str(broken))]
    assert sorted(tmp_path.iterdir()) == sorted((broken, other))
