"""The small form of `make soak-kiosk`: a few walks before a real kiosk, and the control that must be found."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.drills.soak_kiosk.__main__ import Seen, one_kiosk
from tests.drills.soak_kiosk.monkey import Monkey, Walk
from tests.drills.soak_kiosk.world import World

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_few_people_walk_about_and_leave_nothing(tmp_path: Path) -> None:
    seen = await one_kiosk(2, 20261123, tmp_path)
    assert (seen.findings, seen.left) == ([], [])
    assert seen.walks == 2
    assert seen.touches > 2


async def test_a_name_that_stays_on_the_screen_would_be_found(tmp_path: Path) -> None:
    """The control: what is written on the first page counts as somebody's name here."""
    world = World(tmp_path, random.Random(1))
    await world.open()
    try:
        await world.stage.kiosk.heard(r'^\{"page": "home"', within_s=60)
        world.names.add("请人帮忙")
        walk = Walk()
        await Monkey(world, random.Random(1))._look_for_remains(walk)
    finally:
        await world.close()
    assert walk.findings == ["a name is left in the scene or on the clipboard"]


def test_growth_is_judged_after_the_warm_up_and_needs_two_halves() -> None:
    assert Seen(held_mb=[50.0]).growth == 1.0
    assert Seen(held_mb=[10.0, *[100.0] * 5, *[120.0] * 4]).growth == pytest.approx(1.2)
