"""From results to the verdict: what was promised, too little done, a slow median, another program meanwhile."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.bench import report as reporting
from tests.drills.crash.begun import Begun
from tests.drills.crash.cases import Result
from tests.drills.crash.judgement import judge
from tests.drills.crash.legs import CONTROLS, KILLS, plan

if TYPE_CHECKING:
    from pathlib import Path

BEGUN = Begun(7, KILLS, "mark")
SERVED = ("sqlite", "postgres", "kiosk", "full-disk")


@pytest.fixture(autouse=True)
def _out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "OUT", tmp_path)


def results(kills: int = KILLS, seconds: float = 0.5) -> dict[str, list[Result]]:
    """A drill in which all went well."""
    found = {
        leg: [Result(case.full_name, counts={"faults": 1}, caught=leg == CONTROLS) for case in cases]
        for leg, cases in plan(BEGUN.seed, kills).items()
    }
    for leg in SERVED:
        for one in found[leg]:
            one.counts = {"kills": 25}
            one.seconds, one.waited, one.load = [seconds], [seconds], [1.0]
    return found


def told(tmp_path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((tmp_path / "drill-crash.json").read_text(encoding="utf-8"))
    return found


def test_a_whole_drill_without_findings_is_held(tmp_path: Path) -> None:
    assert judge(results(), BEGUN, "mark") == 0
    assert "short run" not in json.dumps(told(tmp_path))


def test_a_short_run_is_held_and_says_that_it_is_short(tmp_path: Path) -> None:
    assert judge(results(25), Begun(7, 25, "mark"), "mark") == 0
    assert "short run" in json.dumps(told(tmp_path))


def test_fewer_kills_than_asked_are_not_held() -> None:
    assert judge(results(25), BEGUN, "mark") == 1


def test_a_program_that_was_changed_meanwhile_is_not_held() -> None:
    assert judge(results(), BEGUN, "another") == 1


def test_a_median_that_is_slow_by_the_clock_is_not_held_though_all_of_it_was_waiting_for_a_core(tmp_path: Path) -> None:
    assert judge(results(seconds=2.5), BEGUN, "mark") == 1
    assert all("serving again, median" in one for one in told(tmp_path)["findings"])


def test_a_control_that_was_not_caught_is_not_held() -> None:
    found = results()
    found[CONTROLS][-1].caught = False
    assert judge(found, BEGUN, "mark") == 1
