"""The small form of `make soak-kiosk`: a few walks before a real kiosk, and the control that must be found."""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.drills.soak_kiosk.__main__ import Seen, Walks, one_kiosk
from tests.drills.soak_kiosk.monkey import Monkey, Walk
from tests.drills.soak_kiosk.world import World
from tests.tour.programs import Program
from tests.tour.remains import Look

if TYPE_CHECKING:
    from pathlib import Path

BAD_KIOSK = """
import json, sys
mode = sys.argv[1]
print(json.dumps({"page": "home"}), flush=True)
for line in sys.stdin:
    verb, _, name = line.strip().partition(" ")
    if verb == "look":
        held = "陈建明" if mode == "keeps" else ""
        print(json.dumps({"look": ["home.go"], "words": ["木棉"], "clipboard": held}), flush=True)
    elif mode == "ends":
        sys.exit("Traceback (most recent call last)")
    else:
        print(json.dumps({"page": "cellar" if mode == "dead end" else "home"}), flush=True)
        print(f"tapped {name}", flush=True)
"""


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_few_people_walk_about_and_leave_nothing(tmp_path: Path) -> None:
    seen = await one_kiosk(Walks(2), 20261123, tmp_path)
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


@dataclass
class Bare:
    """A stage with nothing on it but a kiosk."""

    kiosk: Program


class Cellar:
    """A world with a kiosk that is bad in one way."""

    def __init__(self, kiosk: Program) -> None:
        self.stage = Bare(kiosk)
        self.names, self.numbers = {"陈建明"}, set[str]()

    async def heal(self) -> None:
        """Nothing fails here but the kiosk."""

    lay_a_card = lift = heal

    async def something_fails(self) -> str:
        """The same."""
        return "nothing"


@pytest.mark.parametrize(
    ("way", "found"),
    [
        ("dead end", "no way home from cellar in 1 s"),
        ("keeps", "a name is left in the scene or on the clipboard"),
        ("ends", "the kiosk ended; its last words"),
    ],
)
async def test_a_kiosk_that_is_bad_would_be_found(way: str, found: str, tmp_path: Path) -> None:
    """The controls: a page without a way out, a name on the clipboard, a crash."""
    kiosk = await Program("the kiosk", [sys.executable, "-c", BAD_KIOSK, way], tmp_path / "log").start()
    try:
        await kiosk.heard("home")
        walk = await Monkey(Cellar(kiosk), random.Random(4), home_within_s=1.0).walk()
    finally:
        await kiosk.stop()
    assert len(walk.findings) == 1
    assert found in walk.findings[0]


def test_a_card_in_a_log_would_be_found(tmp_path: Path) -> None:
    """The control of the look through stores, logs, slips and temporary files."""
    (tmp_path / "kiosk.log").write_text("read 44010619900228001X of 陈建明", encoding="utf-8")
    found = {one.what for one in Look({"陈建明"}, {"440106199002280010"}).into_folder(tmp_path)}
    assert found == {"an identity number", "a visitor's name or number", "a number of 17 or 18 digits"}
