"""The small form of `make drill-history`: real servers, 32 consoles, every ticket's history; and the control."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drills.history.judge import Findings, again, judge, keep
from tests.drills.history.legs import Plan, run_leg, run_naive
from tests.drills.history.wing_gong import refusals

if TYPE_CHECKING:
    from pathlib import Path

SQLITE_CALLS, POSTGRES_CALLS, CONTROL_CALLS = 1_500, 500, 1_000
PATIENCE_S = 240  # some ten seconds each on two free cores


def check(plan: Plan, folder: Path) -> None:
    done = run_leg(plan, folder / "leg")
    assert not done.broken
    found = judge(done)
    assert not found.refused, found.refused[0].words()
    assert found == Findings([], [], [], [])
    assert done.recorder.calls >= plan.calls
    assert done.kills == plan.kills
    assert done.recorder.unread


@pytest.mark.slow
@pytest.mark.timeout(PATIENCE_S)
def test_every_history_is_linearizable_when_32_consoles_call_at_one_server_that_is_killed(tmp_path: Path) -> None:
    check(Plan("SQLite", SQLITE_CALLS, kills=1), tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(PATIENCE_S)
def test_every_history_is_linearizable_when_32_consoles_call_at_two_servers(tmp_path: Path, database: str) -> None:
    check(Plan("PostgreSQL", POSTGRES_CALLS, servers=2, database=database), tmp_path)


def test_a_hall_without_transactions_is_refused_when_many_consoles_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.bench.report.OUT", tmp_path)
    recorder = run_naive(CONTROL_CALLS, consoles=32)
    refused = list(refusals(recorder.histories))
    assert refused
    assert any(len({one.counter for one in each.piece if one.verb == "call_next"}) > 1 for each in refused)
    kept = keep("control", refused, recorder)
    assert again(kept)[0] == refused[0].words()


def test_the_same_hall_is_accepted_when_one_console_calls() -> None:
    recorder = run_naive(CONTROL_CALLS, consoles=1)
    assert recorder.calls >= CONTROL_CALLS
    assert not list(refusals(recorder.histories))
