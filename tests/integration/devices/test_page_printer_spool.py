"""What a CUPS that has ended left behind is overwritten and gone, and nothing else is touched."""

import subprocess
import sys
from pathlib import Path

import pytest

from devices.page_printer.spool import empty_spool, main, running

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def spool(tmp_path):
    spool = tmp_path / "spool"
    (spool / "tmp").mkdir(parents=True)
    for name in ("c00001", "d00001-001", "tmp/pdftopdf.x"):
        (spool / name).write_bytes(b"WangXiaoming" * 100_000)
    return spool


@pytest.fixture
def proc(tmp_path):
    """A machine on which one program runs."""
    (tmp_path / "proc/7").mkdir(parents=True)
    (tmp_path / "proc/7/comm").write_text("sh\n")
    return tmp_path / "proc"


def test_documents_and_what_filters_left_are_overwritten_before_they_go(spool):
    names = [path for path in spool.rglob("*") if path.is_file()]
    held = [path.open("rb") for path in names]  # what a disk would still hold of them
    assert empty_spool(spool) == len(names) == 3
    assert [path for path in spool.rglob("*") if path.is_file()] == []
    for file in held:
        assert not file.read().strip(b"\0")
        file.close()


def test_links_and_folders_are_left_alone(spool, tmp_path):
    letter = tmp_path / "letter"
    letter.write_text("not of the spool", encoding="utf-8")
    (spool / "link").symlink_to(letter)
    (spool / "folder").mkdir()
    empty_spool(spool)
    assert letter.read_text(encoding="utf-8") == "not of the spool"
    assert (spool / "folder").is_dir()


def test_nothing_is_touched_while_the_daemon_runs(spool, proc):
    (proc / "9").mkdir()
    (proc / "9/comm").write_text("cupsd\n")
    assert running(proc) == [9]
    assert "cupsd runs (9)" in main(spool, proc=proc)
    assert len(list(spool.iterdir())) == 3
    (proc / "9/comm").write_text("sleep\n")
    assert main(spool, proc=proc) == ""
    assert [path.name for path in spool.iterdir()] == ["tmp"]


def test_a_spool_that_is_not_there_is_told_in_a_line(tmp_path, proc):
    said = main(tmp_path / "nothing", proc=proc)
    assert "check path and permission" in said
    assert "检查路径和权限" in said


def test_it_runs_by_itself_and_says_by_its_exit_code_that_it_could_not(tmp_path):
    words = [sys.executable, "-m", "devices.page_printer.spool", str(tmp_path / "nothing")]
    shown = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT, timeout=40)
    assert shown.returncode == 1
    assert shown.stderr.count("\n") == 1
