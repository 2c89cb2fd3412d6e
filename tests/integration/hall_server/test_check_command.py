"""`kapok hall check` as a technician types it (CL-A5, CL-C13)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.integration.hall_server.served import SITE_FILE, kapok

if TYPE_CHECKING:
    from pathlib import Path

UNSOLVED = 'kinds = ["unsolved", "agency"]'


@pytest.fixture
def without_unsolved(tmp_path: Path):
    """The demo hall at a level, without its counter for what could not be settled 办不成事."""

    def made(level: str) -> str:
        text = SITE_FILE.read_text(encoding="utf-8")
        assert UNSOLVED in text
        path = tmp_path / "hall.toml"
        text = text.replace(UNSOLVED, 'kinds = ["agency"]', 1).replace('level = "district"', f'level = "{level}"', 1)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return made


@pytest.mark.parametrize(("level", "severity", "code"), [("district", "fault", 1), ("street", "advice", 0)])
def test_cl_a5_a_missing_kind_of_counter_is_told_with_its_clause(without_unsolved, level, severity, code) -> None:
    answer = kapok("hall", "check", "--site", without_unsolved(level), "--strict", "--json")
    kinds = [one for one in json.loads(answer.stdout)["findings"] if one["code"] == "counter_kind_missing"]
    assert [(one["subject"], one["severity"], one["clause"]) for one in kinds] == [("unsolved", severity, "CL-A5")]
    assert answer.returncode == code


def test_cl_c13_findings_are_told_in_words_and_change_nothing() -> None:
    answer = kapok("hall", "check", "--site", str(SITE_FILE))
    assert answer.returncode == 0
    assert "12 counters, 10 queues, 28 items" in answer.stdout
    assert "CL-C13: queue H: all its counters are closed from 12:00 until 14:00 on weekdays 1-5" in answer.stdout


def test_a_fault_does_not_fail_the_command_unless_it_is_asked_to(without_unsolved) -> None:
    answer = kapok("hall", "check", "--site", without_unsolved("district"))
    assert answer.returncode == 0
    assert "fault CL-A5: no counter of kind unsolved" in answer.stdout


SSO = '\n[sso]\nissuer = "http://sso.example/oidc"\nclient_id = "hall"\n'


def test_cl_h1_a_provider_that_is_asked_in_clear_is_a_fault_and_a_missing_secret_ends_it(tmp_path: Path) -> None:
    path = tmp_path / "hall.toml"
    path.write_text(SITE_FILE.read_text(encoding="utf-8") + SSO, encoding="utf-8")
    answer = kapok("hall", "check", "--site", str(path), "--json")
    found = [one for one in json.loads(answer.stdout)["findings"] if one["clause"] == "CL-H1"]
    assert [(one["code"], one["severity"]) for one in found] == [("issuer_in_clear", "fault")]
    path.write_text(path.read_text(encoding="utf-8") + 'client_secret_file = "none"\n', encoding="utf-8")
    answer = kapok("hall", "check", "--site", str(path))
    assert (answer.returncode, "sso.client_secret_file" in answer.stderr) == (1, True)
    assert "Traceback" not in answer.stderr
