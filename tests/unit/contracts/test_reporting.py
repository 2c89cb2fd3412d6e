"""The report of the contract suites tells the truth: sentences, results, faults, whom was asked; no secrets."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from tests.contracts.city.reporting import REFERENCE, Reporter, address_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def report(name: str, outcome: str = "passed", when: str = "call") -> pytest.TestReport:
    told: Any = SimpleNamespace(
        nodeid=f"tests/contracts/city/test_seals.py::{name}", outcome=outcome, when=when, passed=outcome == "passed"
    )
    return cast("pytest.TestReport", told)


def written(out: Path, *reports: pytest.TestReport) -> dict[str, Any]:
    reporter = Reporter(out)
    for one in reports:
        reporter.pytest_runtest_logreport(one)
    reporter.pytest_sessionfinish()
    told: dict[str, Any] = json.loads((out / "seals.json").read_text(encoding="utf-8"))
    return told


def test_each_test_stands_with_its_sentence_its_fault_and_its_result(tmp_path: Path) -> None:
    told = written(tmp_path, report("test_nothing_is_lost[down]"), report("test_a_seal_is_made"))
    assert told["tests"][0] == {"says": "nothing is lost", "result": "held", "case": "down"}
    assert (told["faults"], told["held"], told["against"]) == (["down"], True, REFERENCE)
    assert "| nothing is lost | down | held |" in (tmp_path / "seals.md").read_text(encoding="utf-8")


def test_a_failure_is_told_also_one_before_the_test_began(tmp_path: Path) -> None:
    told = written(tmp_path, report("test_a", "passed", "setup"), report("test_a", "failed", "setup"))
    assert [one["result"] for one in told["tests"]] == ["NOT HELD"]
    assert told["held"] is False


def test_whom_a_buyer_asked_stands_there_without_what_is_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAPOK_CITY_SEALS", "https://user:word@seals.example:8443/v1?key=secret")
    assert address_of("seals") == "https://seals.example:8443/v1"
