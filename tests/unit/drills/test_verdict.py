"""A drill's verdict: held only when nothing was found and every control was caught."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.bench import report as reporting
from tests.drills.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "OUT", tmp_path)


def test_a_drill_without_findings_is_held(capsys: pytest.CaptureFixture[str]) -> None:
    verdict = Verdict("drill-x")
    verdict.at_least("cuts", "cuts", 200, 200)
    verdict.nothing("lost", "acknowledged tickets lost", [])
    verdict.control("normal", "synchronous NORMAL", caught=3)
    assert verdict.finish() == 0
    assert "drill-x: HELD" in capsys.readouterr().out


def test_a_broken_promise_is_kept_in_the_file_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verdict = Verdict("drill-x")
    verdict.nothing("lost", "acknowledged tickets lost", ["seed 7: A1001 is gone"])
    assert verdict.finish() == 1
    assert "seed 7: A1001 is gone" in capsys.readouterr().err
    assert json.loads((tmp_path / "drill-x.json").read_text())["findings"] == ["seed 7: A1001 is gone"]


def test_a_control_that_was_not_caught_fails() -> None:
    verdict = Verdict("drill-x")
    verdict.control("normal", "synchronous NORMAL", caught=0)
    assert verdict.finish() == 1


def test_a_drill_that_did_too_little_fails() -> None:
    verdict = Verdict("drill-x")
    verdict.at_least("cuts", "cuts", 199, 200)
    verdict.at_most("again", "serving again after", 2.5, 2, "s")
    assert verdict.finish() == 1
    assert len(verdict.findings) == 2
