"""A visitor's hand and eyes at the kiosk: touches by name, pages by what they show, photographs."""

from __future__ import annotations

import asyncio
import json
import re
from typing import TYPE_CHECKING

from tests.tour.programs import ProgramFailedError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tour.programs import Program


def _fits(shown: object, wanted: object) -> bool:
    return bool(wanted.search(str(shown))) if isinstance(wanted, re.Pattern) else shown == wanted


class KioskHand:
    """Speaks `kapok kiosk run --play`: `tap NAME` and `shot FILE` in, what stands on the screen out."""

    def __init__(self, kiosk: Program, pictures: Path) -> None:
        self._kiosk = kiosk
        self._pictures = pictures
        self._taken = 0

    def showing(self) -> dict:
        """The newest line that tells what stands on the screen."""
        for line in reversed(self._kiosk.lines):
            if line.startswith('{"page"'):
                return json.loads(line)
        return {}

    async def until(self, *, within_s: float = 20, **wanted: object) -> dict:
        """Wait until the screen shows all of `wanted`, such as page="card", card="waiting"."""
        try:
            async with asyncio.timeout(within_s):
                while True:
                    mark = self._kiosk.mark
                    shown = self.showing()
                    if all(_fits(shown.get(key), value) for key, value in wanted.items()):
                        return shown
                    await self._kiosk.more(mark)
        except TimeoutError:
            raise ProgramFailedError(
                f"the kiosk did not show {wanted} in {within_s} s; it shows {self.showing()}"
            ) from None

    async def tap(self, name: str) -> None:
        mark = self._kiosk.mark
        await self._kiosk.say(f"tap {name}")
        found = await self._kiosk.heard(rf"^(tapped|cannot tap) {re.escape(name)}(.*)", since=mark)
        if found[1] != "tapped":
            raise ProgramFailedError(found[0])

    async def look(self) -> dict:
        """What can be touched (`look`), what can be read (`seen`), every word, seen or not, and the clipboard."""
        mark = self._kiosk.mark
        await self._kiosk.say("look")
        return json.loads((await self._kiosk.heard(r'^\{"look"', since=mark)).string)

    async def photograph(self, what: str) -> Path:
        self._taken += 1
        path = self._pictures / f"{self._taken:02d}_{what}.png"
        mark = self._kiosk.mark
        await self._kiosk.say(f"shot {path}")
        await self._kiosk.heard(rf"^shot {re.escape(str(path))}", since=mark)
        return path
