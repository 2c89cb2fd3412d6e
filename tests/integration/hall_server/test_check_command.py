"""`kapok hall check` as a technician types it (CL-A5, CL-C13)."""

from __future__ import annotations

import json
import re
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
        text = text.replace('pack = "guangzhou"\n', "", 1)  # its name is a district's
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


def test_every_finding_names_file_key_and_what_was_expected(without_unsolved) -> None:
    path = without_unsolved("district")
    found = json.loads(kapok("hall", "check", "--site", path, "--json").stdout)["findings"]
    (kind,) = [one for one in found if one["code"] == "counter_kind_missing"]
    assert (kind["file"], kind["key"], kind["expected"]) == (path, "counter.kinds", '"unsolved" at one counter')
    assert all(one["file"] and one["key"] and one["expected"] for one in found)
    assert f'{path}: counter.kinds: expected "unsolved" at one counter' in kapok("hall", "check", "--site", path).stdout


def test_the_plan_checker_looks_over_each_open_day(tmp_path: Path) -> None:
    day = (SITE_FILE.parent / "demo_day.toml").read_text(encoding="utf-8")
    busy = tmp_path / "busy.toml"
    busy.write_text(re.sub(r"day_total=\d+", "day_total=4000", day), encoding="utf-8")
    answer = json.loads(kapok("hall", "check", "--site", str(SITE_FILE), "--day", str(busy), "--json").stdout)
    assert list(answer["plan"]) == ["mon", "tue", "wed", "thu", "fri"]
    assert {one["code"] for one in answer["plan"]["mon"]} >= {"left_over"}
    said = kapok("hall", "check", "--site", str(SITE_FILE), "--day", str(busy)).stdout
    assert "warning mon: queue A: whoever comes from" in said


@pytest.mark.parametrize(
    ("name", "pack", "says"),
    [
        ("木棉区政务大厅", "guangzhou", "nearest: 木棉区政务服务中心"),
        ("广州市木棉区政务服务中心", "tianjin", "found '广州市木棉区政务服务中心'"),
        ("广州市木棉区政务服务中心", "beijing", "hall.pack: one of guangzhou, tianjin, or empty"),
    ],
)
def test_cl_a3_a4_a_name_of_no_legal_shape_is_refused_with_the_nearest(tmp_path: Path, name, pack, says) -> None:
    text = SITE_FILE.read_text(encoding="utf-8").replace('pack = "guangzhou"', f'pack = "{pack}"', 1)
    path = tmp_path / "hall.toml"
    path.write_text(text.replace('name = "广州市木棉区政务服务中心"', f'name = "{name}"', 1), encoding="utf-8")
    answer = kapok("hall", "check", "--site", str(path))
    assert answer.returncode == 1
    assert f"{path}: hall." in answer.stderr
    assert says in answer.stderr


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
