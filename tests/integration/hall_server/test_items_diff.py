"""CL-B1, B2, A12: `kapok hall items diff` and `kapok hall venues` as somebody types them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.integration.hall_server.served import SITE_FILE, kapok

if TYPE_CHECKING:
    from pathlib import Path

DEED = '["m_deed", "不动产权证", "main", "不动产权证"]'


@pytest.fixture
def south(tmp_path: Path) -> Path:
    """The demo hall with another list for i28 and, flagged as its own, other days for i25."""
    text = SITE_FILE.read_text(encoding="utf-8")
    assert DEED in text
    text = text.replace(DEED, '["m_deed", "不动产权证", "tol", ""]').replace(
        "promise_days = 5\n", 'promise_days = 7\nlocal = ["promise_days"]\n', 1
    )
    path = tmp_path / "south.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_divergent_material_is_shown_field_by_field(south: Path) -> None:
    """CL-B1 Two venues with a divergent material list: a field-level difference, and exit code 1."""
    told = kapok("hall", "items", "diff", str(SITE_FILE), str(south))
    assert told.returncode == 1
    assert told.stdout.splitlines() == [
        'i25 promise_days: "5" -> "7"  (local)',
        'i28 materials.m_deed: "不动产权证 [main] (不动产权证)" -> "不动产权证 [tol]"',
    ]


def test_a_script_reads_both_versions_and_every_difference(south: Path) -> None:
    told = json.loads(kapok("hall", "items", "diff", str(SITE_FILE), str(south), "--json").stdout)
    assert told["left"] != told["right"]
    assert (told["apart"], [one["field"] for one in told["differences"]]) == (1, ["promise_days", "materials.m_deed"])


def test_equal_files_leave_with_zero_and_upstream_is_asked_for_its_four_fields_only(
    south: Path, tmp_path: Path
) -> None:
    same = kapok("hall", "items", "diff", str(SITE_FILE), str(SITE_FILE))
    assert (same.returncode, same.stdout) == (0, "no differences\n")
    assert kapok("hall", "items", "diff", "--upstream", str(SITE_FILE), str(south)).returncode == 0
    altered = tmp_path / "altered.toml"
    altered.write_text(
        SITE_FILE.read_text(encoding="utf-8").replace('kind = "permit"', 'kind = "reward"', 1), encoding="utf-8"
    )
    told = kapok("hall", "items", "diff", "--upstream", str(SITE_FILE), str(altered))
    assert (told.returncode, told.stdout) == (1, 'i01 kind: "permit" -> "reward"\n')


def test_a_file_that_is_none_is_told_without_a_traceback(south: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_bytes(b"\xff\x00[[item")
    for words in ((str(south), str(broken)), (str(tmp_path / "none.toml"), str(south)), (str(south),)):
        told = kapok("hall", "items", "diff", *words)
        assert told.returncode not in {0, -6, -11}
        assert "Traceback" not in told.stderr
        assert told.stderr


def test_what_a_site_file_says_does_nothing_to_a_terminal(tmp_path: Path) -> None:
    odd = tmp_path / "odd.toml"
    text = SITE_FILE.read_text(encoding="utf-8").replace(DEED, '["m_deed", "\\u001b[2J\\n", "main", ""]')
    odd.write_text(text, encoding="utf-8")
    told = kapok("hall", "items", "diff", str(SITE_FILE), str(odd))
    assert '"\\x1b[2J\\x0a [main]"' in told.stdout
    assert len(told.stdout.splitlines()) == 1


def test_the_map_of_venues_has_this_hall_and_the_others() -> None:
    """CL-A12 The export contains area, opening hours and barrier-free facilities."""
    told = json.loads(kapok("hall", "venues", "--site", str(SITE_FILE), "--json").stdout)
    assert [one["id"] for one in told] == ["gz-demo-district", "gz-demo-city", "gz-demo-street"]
    assert {"floor_m2", "hours", "barrier_free", "address", "phone"} <= told[0].keys()
    assert told[0]["hours"] == "1-5 09:00-17:30"
    words = kapok("hall", "venues", "--site", str(SITE_FILE)).stdout.splitlines()
    assert words[1] == "gz-demo-city · 广州市政务服务中心 · city"


def test_a_published_version_is_compared_with_a_file(south: Path, tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "data"))
    assert kapok("hall", "init", "--site", str(SITE_FILE), *data).returncode == 0
    assert kapok("hall", "items", "publish", "--site", str(SITE_FILE), *data).returncode == 0
    version = json.loads(kapok("hall", "items", "list", *data, "--json").stdout)["holds"]
    told = kapok("hall", "items", "diff", *data, version, str(south))
    assert (told.returncode, told.stdout.count("\n")) == (1, 2)
    assert "say with --data of which hall" in kapok("hall", "items", "diff", version, str(south)).stderr
