"""The kiosk's store as a subject of the drill: how it is started, what must be true after a cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.drills.power import kiosk_life
from tests.drills.power.kiosk_findings import KioskTold, kiosk_findings, read

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from tests.drills.power.plug import Life, Rig


class KioskSubject:
    """One kiosk's store on one disk. It makes itself when it is first opened."""

    made = True

    def __init__(self, rig: Rig, rng: random.Random, *, weak: bool) -> None:
        del rng  # all lives are alike
        self._rig, self._weak = rig, weak
        self._path = rig.mount / "kapok" / "kiosk.db"
        self._lives = 0
        self.told = KioskTold()

    def make(self) -> Life:
        """There is no other making than starting."""
        return self.start(calm=False)

    def start(self, *, calm: bool) -> Life:
        """Another boot."""
        del calm
        self._lives += 1
        return self._rig.begin(_live, self._path, self._lives, self._weak)

    def findings(self) -> list[str]:
        """What is not as it was told; the store is open and waits."""
        aside = [f"{one.name} was put aside" for one in self._path.parent.glob("*.broken-*")]
        return aside + kiosk_findings(read(self._path), self.told)


def _live(wire: Any, path: Path, life: int, weak: bool) -> None:
    kiosk_life.live(wire, path, life, weak=weak)
