"""A wish for another version: left once, and what came of it read from the book of the slots."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kiosk.runner.version_wish import WISH, VersionWish

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def wish(tmp_path: Path) -> VersionWish:
    (tmp_path / "slots").mkdir()
    return VersionWish(tmp_path, tmp_path / "slots/kiosk.json")


def test_cl_e14_a_wish_is_left_for_the_slots_and_stays_while_they_have_not_taken_it_up(wish: VersionWish) -> None:
    wish.wish("0.2.0")
    assert (wish.folder / WISH).read_text() == "0.2.0\n"
    wish.wish("0.3.0")
    assert (wish.folder / WISH).read_text() == "0.2.0\n"


@pytest.mark.parametrize(
    ("book", "failed"),
    [
        ({"wished": "0.2.0", "came": 3}, True),
        ({"wished": "0.2.0", "came": 2}, True),
        ({"wished": "0.2.0", "came": 0}, False),
        ({"wished": "0.1.0", "came": 3}, False),
        ({"at_work": "0.1.0", "bad": []}, False),
        ([], False),
    ],
)
def test_what_came_of_it_stands_in_the_book(wish: VersionWish, book: object, failed: bool) -> None:
    wish.book.write_text(json.dumps(book))
    assert wish.failed("0.2.0") is failed


def test_before_the_slots_wrote_a_book_nothing_failed(wish: VersionWish) -> None:
    assert not wish.failed("0.2.0")


def test_a_machine_without_slots_says_that_it_cannot(tmp_path: Path) -> None:
    assert VersionWish(tmp_path, tmp_path / "none/kiosk.json").failed("0.2.0")
