"""A site file drafted, looked at, published, served, and rolled back; a row that nobody sealed is served by nobody."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hall_server.domain.site_versions import Published, SitePublished, holds_on, publication_record
from hall_server.store.sqlite_store import FILE_NAME, SqliteStore
from kapok import main
from tests.integration.hall_server.served import HALL_ID, SITE_FILE, Served, kapok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEW_NAME = "三号改名窗口"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Served]:
    made = kapok("hall", "init", "--site", str(SITE_FILE), "--data", str(tmp_path / "data"))
    assert made.returncode == 0, made.stderr
    served = Served(tmp_path / "data")
    yield served
    served.stop()


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    path = tmp_path / "new.toml"
    text = SITE_FILE.read_text(encoding="utf-8")
    path.write_text(text.replace('no = 3\nname = "综合受理(个人)"', f'no = 3\nname = "{NEW_NAME}"'), encoding="utf-8")
    return path


def site(hall: Served, *words: str) -> str:
    done = CliRunner().invoke(main, ["hall", "site", words[0], "--data", str(hall.data), *words[1:]])
    assert done.exit_code == 0, done.output
    return done.stdout


def names(hall: Served) -> set[str]:
    hall.start()
    board = hall.machine("board", "B1")
    told = {counter["name"] for counter in board.get("now").json()["counters"]}
    board.close()
    assert hall.stop() == 0
    return told


def test_a_version_is_drafted_compared_published_served_and_rolled_back(hall: Served, changed: Path) -> None:
    own, here = ("--site", str(SITE_FILE)), ("--site", str(changed))
    first = json.loads(site(hall, "draft", *own, "--by", "0100", "--json"))["version"]
    site(hall, "publish", *own, first, "--by", "0200")
    second = json.loads(site(hall, "draft", *here, "--by", "0100", "--json"))["version"]
    assert json.loads(site(hall, "list", "--json"))["holds"] == first  # a draft changes nothing
    assert f'counter[3].name: "综合受理(个人)" -> "{NEW_NAME}"' in site(hall, "diff", *own, second)
    site(hall, "publish", *own, second, "--by", "0200")
    assert NEW_NAME in names(hall)  # served with the old file on the command line
    listed = json.loads(site(hall, "list", "--json"))
    assert (listed["holds"], [one["by"] for one in listed["published"]]) == (second, ["0200", "0200"])
    site(hall, "rollback", *own, "--by", "0300")
    assert json.loads(site(hall, "list", "--json"))["holds"] == first
    assert kapok("db", "verify", "--data", str(hall.data)).stdout.strip().endswith("whole")


def test_what_a_draft_must_not_hold_or_cannot_be_is_refused_and_nothing_is_kept(hall: Served, changed: Path) -> None:
    right = changed.read_text(encoding="utf-8")
    for text, says in (
        (f'{right}\n[[user]]\nstaff_no = "0100"\nname = "测试"\n', "accounts are kept on /people"),
        (right.replace("walk_in_floor = 0.4", "walk_in_floor = 4"), "hall.walk_in_floor"),
    ):
        changed.write_text(text, encoding="utf-8")
        refused = kapok("hall", "site", "draft", "--data", str(hall.data), "--site", str(changed), "--by", "0100")
        assert refused.returncode == 1
        assert says in refused.stderr
    assert json.loads(site(hall, "list", "--json"))["drafts"] == []
    unknown = ("hall", "site", "publish", "--data", str(hall.data), "--site", str(SITE_FILE), "0" * 16, "--by", "1")
    assert "no draft" in kapok(*unknown).stderr


def test_a_publication_without_the_halls_seal_is_not_served(hall: Served, changed: Path) -> None:
    version = json.loads(site(hall, "draft", "--site", str(changed), "--by", "0100", "--json"))["version"]
    store = SqliteStore(hall.data / FILE_NAME, HALL_ID)
    forged = publication_record(version, SitePublished("2026-01-01", "0" * 64), 1, "0200")
    store.run(lambda tx: tx.add_record(forged))
    store.close()
    assert "NO SEAL" in site(hall, "list")
    refused = kapok("hall", "serve", "--site", str(SITE_FILE), "--data", str(hall.data), "--port", "0")
    assert refused.returncode == 1
    assert f"site version {version} carries no seal of this hall" in refused.stderr


def test_nothing_of_the_book_can_be_changed_unseen(hall: Served, changed: Path) -> None:
    site(hall, "draft", "--site", str(changed), "--by", "0100")
    with sqlite3.connect(hall.data / FILE_NAME) as base:
        base.execute("UPDATE record SET body = replace(body, ?, ?)", (NEW_NAME, "别的名字"))
    base.close()
    assert kapok("db", "verify", "--data", str(hall.data)).returncode == 1


def test_of_several_the_one_that_began_last_holds_and_a_coming_one_waits() -> None:
    def one(n: int, first: str) -> Published:
        return Published(n, f"v{n}", first, 0, "0100", "")

    there = [one(1, "2026-11-01"), one(2, "2026-12-01"), one(3, "2026-11-20"), one(4, "2026-11-20")]
    assert holds_on(there, "2026-10-31") is None
    assert [holds_on(there, day).version for day in ("2026-11-19", "2026-11-20", "2026-12-01")] == ["v1", "v4", "v2"]
