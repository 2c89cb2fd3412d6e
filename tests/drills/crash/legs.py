"""Which cases a whole drill has, by leg. The small form of `make test` picks from the same plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.drills.crash import kills
from tests.drills.crash.cases import Case

if TYPE_CHECKING:
    from tests.drills.crash.cases import Play

KILLS = 300  # random ones, on each database


def plan(seed: int, how_many: int = KILLS) -> dict[str, list[Case]]:
    """All legs, the longest first."""
    lives = -(-how_many // kills.KILLS)
    return {
        "sqlite": _lives("sqlite", seed, kills.on_sqlite, lives),
        "controls": [Case("controls", "sqlite-kills", seed, kills.of_a_hasty_store, size=kills.KILLS)],
    }


def _lives(leg: str, seed: int, play: Play, lives: int) -> list[Case]:
    return [Case(leg, f"{no:02}", seed, play, size=kills.KILLS) for no in range(lives)]
