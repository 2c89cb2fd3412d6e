"""Around a kiosk: made-up people with cards, boxes that fail, a hall that is away. All by command lines."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from tests.tour.stage import Stage

if TYPE_CHECKING:
    import random
    from pathlib import Path

NAMES = ("陈建明", "欧阳丽华", "李国强", "Wong Tai Man")
BIRTHS = ("19400307", "19581224", "19900228", "20050615")
SCREEN = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    "QT_SCALE_FACTOR": "0.5",  # a quarter of the dots to paint; every page, name and place stays as it is
}
START_S = 180.0  # of a program, while the kiosks that are up already walk
PRINTER_FAULTS = ("paper-out", "cover-open")


class World:
    """A hall, a kiosk and its boxes. `names` and `numbers`: of all who ever laid a card down."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.stage = Stage(folder, quick=True, start_s=START_S)
        self._rng = rng
        self.names: set[str] = set()
        self.numbers: set[str] = set()
        self._away = False
        self._people = 0

    async def open(self) -> None:
        """Put everything up."""
        await self.stage.build()
        await self.stage.open_hall()
        await self.stage.plug_in()
        await self.stage.open_kiosk("--play", env=SCREEN)

    async def close(self) -> None:
        """Over; a hall that was held still is let go first, so that it can end."""
        if self.stage.hall is not None and self.stage.hall.running:
            self._hall(away=False)
        await self.stage.close()

    async def lay_a_card(self) -> None:
        """A person nobody has seen before lays their card down and takes it up again, or forgets it for a while."""
        self._people += 1
        name = self._rng.choice(NAMES)
        number = f"440106{self._rng.choice(BIRTHS)}{self._people % 1000:03d}"
        self.names.add(name)
        self.numbers.add(number)
        await self.stage.reader.say(f"lay {name} {number}")

    async def lift(self) -> None:
        """The card is taken up."""
        await self.stage.reader.say("lift")

    async def something_fails(self) -> str:
        """One fault at random; says which."""
        fault = self._rng.choice(["hall", "printer", "unreadable", "reader"])
        if fault == "hall":
            self._hall(away=True)
        elif fault == "printer":
            await self.stage.printer.say(self._rng.choice(PRINTER_FAULTS))
        elif fault == "unreadable":
            await self.stage.reader.say("unreadable")
        else:
            await self.stage.reader.say("unplug")
        return fault

    async def heal(self) -> None:
        """Nothing is wrong any more."""
        self._hall(away=False)
        await self.stage.printer.say("heal")
        for word in ("plug", "heal", "lift"):
            await self.stage.reader.say(word)

    def _hall(self, *, away: bool) -> None:
        if away is not self._away and self.stage.hall is not None:
            os.kill(self.stage.hall.pid, signal.SIGSTOP if away else signal.SIGCONT)
            self._away = away
