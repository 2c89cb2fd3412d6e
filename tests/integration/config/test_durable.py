"""Files that get their name when they are whole. That they outlive a power cut is drill-power's to show."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from config.durable import make_folder, move, new_file, sync

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_has_its_name_when_it_is_whole_and_is_for_its_owner_only(tmp_path: Path) -> None:
    with new_file(tmp_path / "a") as made:
        made.write_text("x")
        assert not (tmp_path / "a").exists()
    assert (tmp_path / "a").read_text() == "x"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_a_file_that_could_not_be_filled_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no"), new_file(tmp_path / "a"):
        raise ValueError("no")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(FileExistsError), new_file(tmp_path / "a"):
        pass
    assert (tmp_path / "a").read_text() == "old"


def test_a_whole_file_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").write_text("new")
    move(tmp_path / "b", tmp_path / "a")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("a", "new")]


def test_folders_are_made_down_to_the_last_which_has_the_mode(tmp_path: Path) -> None:
    for _ in range(2):
        make_folder(tmp_path / "a" / "b", 0o700)
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_what_is_not_there_cannot_be_synced(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync(tmp_path / "a")
