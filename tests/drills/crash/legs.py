"""Which cases a whole drill has, by leg. The small form of `make test` picks from the same plays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.drills.crash import faults, full_disk, kills, kiosk, kiosk_faults, postgres, postgres_faults, server_faults
from tests.drills.crash.breaker import FAULTS, LASTING, ROOM
from tests.drills.crash.cases import Case
from tests.drills.crash.faults import EVERY

if TYPE_CHECKING:
    from tests.drills.crash.cases import Play

KILLS = 300  # random ones, on each database
CONTROLS = "controls"


def plan(seed: int, how_many: int = KILLS) -> dict[str, list[Case]]:
    """All legs, the longest first."""
    lives = -(-how_many // kills.KILLS)
    return {
        "postgres": _lives("postgres", seed, postgres.on_postgres, lives),
        "sqlite": _lives("sqlite", seed, kills.on_sqlite, lives),
        "kiosk": kiosk.cases(seed),
        **{fault.name: faults.cases_of(fault, seed) for fault in FAULTS},
        **{fault.name: faults.lasting_cases_of(fault, seed) for fault in LASTING},
        **{kiosk_faults.leg_of(fault): kiosk_faults.cases_of(fault, seed) for fault in (*FAULTS, *LASTING)},
        "room": faults.room_cases(ROOM, seed),
        "server-faults": server_faults.cases(seed),
        "postgres-faults": postgres_faults.cases(seed),
        "full-disk": full_disk.cases(seed),
        CONTROLS: controls(seed),
    }


def controls(seed: int) -> list[Case]:
    """Designs that must be caught."""
    careless = partial(faults.strike, fault=FAULTS[0], words=("careless",))
    return [
        Case(CONTROLS, "answers before it commits", seed, kills.of_a_hasty_store, size=kills.KILLS),
        Case(CONTROLS, "PostgreSQL without its log", seed, postgres.of_a_forgetful_database, size=kills.KILLS),
        Case(CONTROLS, "an error of the disk is ignored", seed, careless, size=9),
        Case(CONTROLS, "a kiosk ignores its disk", seed, kiosk_faults.of_a_careless_kiosk, size=EVERY),
    ]


def _lives(leg: str, seed: int, play: Play, lives: int) -> list[Case]:
    return [Case(leg, f"{no:02}", seed, play, size=kills.KILLS) for no in range(lives)]
