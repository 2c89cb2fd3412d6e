"""A page that changed makes another build; nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.app.build import PAGES, build_of

if TYPE_CHECKING:
    from pathlib import Path


def pages(folder: Path, **files: str) -> str:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return build_of(folder)


def test_the_same_pages_make_the_same_build_wherever_they_lie(tmp_path: Path) -> None:
    first, second = (pages(tmp_path / name, static__a="x", templates__b="y") for name in ("one", "two"))
    assert first == second
    assert "+" in first


def test_a_page_that_is_changed_moved_added_or_removed_makes_another_build(tmp_path: Path) -> None:
    builds = [
        pages(tmp_path / "as it was", static__a="x", templates__b="y"),
        pages(tmp_path / "changed", static__a="z", templates__b="y"),
        pages(tmp_path / "moved", static__b="x", templates__b="y"),
        pages(tmp_path / "added", static__a="x", templates__b="y", static__c=""),
        pages(tmp_path / "removed", static__a="x"),
        pages(tmp_path / "cut elsewhere", static__a="xy", templates__b=""),
        build_of(tmp_path / "none"),
    ]
    assert len(set(builds)) == len(builds)


def test_the_real_pages_are_found() -> None:
    assert build_of() != build_of(PAGES / "none")
