"""A run that was stopped goes on with the same program only; results of another one are not mixed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drills.crash.begun import begin, over
from tests.drills.crash.sources import mark

if TYPE_CHECKING:
    from pathlib import Path


def test_a_run_goes_on_when_everything_is_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = begin(tmp_path / "run", kills=300, sources="a")
    (tmp_path / "run" / "leg.json").touch()
    assert begin(tmp_path / "run", kills=300, sources="a") == first
    assert (tmp_path / "run" / "leg.json").exists()
    assert capsys.readouterr().out.endswith("goes on\n")


@pytest.mark.parametrize(
    ("kills", "sources", "seed", "fresh"),
    [(300, "b", "", False), (25, "a", "", False), (300, "a", "8", False), (300, "a", "7", True)],
)
def test_results_of_another_program_or_plan_are_dropped_and_it_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kills: int, sources: str, seed: str, *, fresh: bool
) -> None:
    begin(tmp_path / "run", kills=300, sources="a", seed="7")
    (tmp_path / "run" / "leg.json").touch()
    begin(tmp_path / "run", kills=kills, sources=sources, seed=seed, fresh=fresh)
    assert not (tmp_path / "run" / "leg.json").exists()
    assert "begins anew: " in capsys.readouterr().out


@pytest.mark.parametrize("told", ["", "[]", "{}", '{"seed": 7, "kills": 300}'])
def test_a_state_that_is_broken_or_of_an_older_drill_is_begun_anew(tmp_path: Path, told: str) -> None:
    (tmp_path / "run.json").write_text(told)
    (tmp_path / "leg.json").touch()
    begin(tmp_path, kills=300, sources="a")
    assert not (tmp_path / "leg.json").exists()


def test_a_run_that_is_over_does_not_go_on(tmp_path: Path) -> None:
    begin(tmp_path, kills=300, sources="a")
    (tmp_path / "leg.json").touch()
    over(tmp_path)
    begin(tmp_path, kills=300, sources="a")
    assert not (tmp_path / "leg.json").exists()


def test_sources_have_another_mark_when_one_changes_and_the_same_when_python_compiles_it(tmp_path: Path) -> None:
    (tmp_path / "kiosk" / "__pycache__").mkdir(parents=True)
    (tmp_path / "kiosk" / "one.py").write_text("1")
    before = mark(tmp_path, ["kiosk"])
    (tmp_path / "kiosk" / "__pycache__" / "one.pyc").write_text("x")
    assert mark(tmp_path, ["kiosk"]) == before
    (tmp_path / "kiosk" / "one.py").write_text("2")
    assert mark(tmp_path, ["kiosk"]) != before
