"""The small form of `make soak-board`: a few calls on a real board, and boards that must be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drills.soak_board.__main__ import BATCH, GROWTH, HOARD, Seen, soak

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_forty_calls_are_shown_and_said_and_a_board_that_keeps_them_is_found(tmp_path: Path) -> None:
    seen = soak(2 * BATCH, tmp_path, HOARD)
    assert seen.findings() == []
    assert seen.said >= len(seen.shown) - 1
    assert seen.growth > GROWTH


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ([1, 2], "A003 was called and never shown"),
        ([1, 3, 2], "call 2 after 3"),
        ([1, 2, 2, 3], "call 2 after 2"),
    ],
)
def test_a_board_that_loses_doubles_or_mixes_calls_would_be_found(shown: list[int], found: str) -> None:
    seen = Seen(called=["A001", "A002", "A003"], shown=[{"n": n, "label": f"A00{n}"} for n in shown])
    assert found in seen.findings()


def test_growth_is_the_most_after_the_warm_up() -> None:
    assert Seen(heap_mb=[2.0, 2.5, 1.9]).growth == 1.25
