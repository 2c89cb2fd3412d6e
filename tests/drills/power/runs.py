"""The drill's two runs: many cuts under the hall's store, many under the kiosk's."""

from __future__ import annotations

from tests.drills.power.drill import Run, Tally
from tests.drills.power.hall_subject import HallSubject
from tests.drills.power.kiosk_subject import KioskSubject
from tests.drills.power.plug import load_once

LOADED = ["tests.drills.power.hall_life", "tests.drills.power.kiosk_life", "hall_server.store.migrate"]


def cut_hall(cuts: int, seed: int, *, weak: bool = False) -> Tally:
    """So many cuts under halls, one fresh now and then; ends at the first look that finds anything."""
    load_once(LOADED)
    return Run("hall", seed, lambda rig, rng: HallSubject(rig, rng, weak=weak)).run(cuts)


def cut_kiosk(cuts: int, seed: int, *, weak: bool = False) -> Tally:
    """The same under kiosks."""
    load_once(LOADED)
    return Run("kiosk", seed, lambda rig, rng: KioskSubject(rig, rng, weak=weak)).run(cuts)
