"""One random walk: touches whatever the accessibility tree offers, then finds the way home. Knows no page."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

from tests.tour.programs import ProgramFailedError

if TYPE_CHECKING:
    import random

    from tests.tour.programs import Program

HOME_WITHIN_S = 45.0  # 12 s of quiet in 大字, 5 s of warning, and a page or two with an end of their own
OWN = 0.85  # how often something of the page is touched, and not the bar that all pages share
PATIENCE = 0.9  # how often somebody who wants out touches a button instead of waiting
ANSWER = ".answer."  # a no to the page's question leads on, not out
OUT = ("finish", "back", "noted", "give_up", "close", "leave", "no", "skip", "decline", "end")


class Standing(Protocol):
    """Where a kiosk stands."""

    kiosk: Program


class Around(Protocol):
    """What a monkey asks of the world around its kiosk; `names` and `numbers`: of all who ever laid a card down."""

    names: set[str]
    numbers: set[str]

    @property
    def stage(self) -> Standing: ...

    async def lay_a_card(self) -> None: ...

    async def lift(self) -> None: ...

    async def something_fails(self) -> str: ...

    async def heal(self) -> None: ...


@dataclass
class Walk:
    """What one walk saw."""

    touched: list[str] = field(default_factory=list)
    pages: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    def told(self, number: int, seed: int) -> list[str]:
        """Its findings with how to see them again."""
        runs = [(name, len(list(same))) for name, same in groupby(self.touched)]
        way = " ".join(name if times == 1 else f"{name} ×{times}" for name, times in runs[-12:])
        return [f"walk {number} (SEED={seed}): {finding}; last touches: {way}" for finding in self.findings]


class Monkey:
    """Walks; `rng` makes each walk the same again for the same seed, as far as time allows.

    What was touched seldom is touched rather than what was touched often: so the pages behind pages are reached.
    """

    def __init__(self, world: Around, rng: random.Random, home_within_s: float = HOME_WITHIN_S) -> None:
        self._world, self._rng, self._home_within_s = world, rng, home_within_s
        self._touched: Counter[str] = Counter()

    async def walk(self) -> Walk:
        """From home through some touches back to home, and what was left there."""
        walk = Walk()
        try:
            for _ in range(self._rng.randint(3, 10)):
                await self._do_something(walk)
            await self._world.heal()
            await self._go_home(walk)
            await self._look_for_remains(walk)
        except ProgramFailedError as error:
            walk.findings.append(str(error))
        return walk

    async def _do_something(self, walk: Walk) -> None:
        chance = self._rng.random()
        if chance < 0.10:
            await self._world.lay_a_card()
            await asyncio.sleep(self._rng.choice((0.2, 0.9)))
        elif chance < 0.16:
            await self._world.lift()
        elif chance < 0.20:
            walk.faults.append(await self._world.something_fails())
        elif chance < 0.23:
            await self._world.heal()
        else:
            names = (await self.look())["look"]
            own = [name for name in names if not name.startswith("access.")]
            if names:
                await self._touch(walk, self._seldom(own if own and self._rng.random() < OWN else names))

    def _seldom(self, names: list[str]) -> str:
        return self._rng.choices(names, [1 / (1 + self._touched[name]) for name in names])[0]

    async def _touch(self, walk: Walk, name: str) -> None:
        kiosk = self._world.stage.kiosk
        mark = kiosk.mark
        walk.touched.append(name)
        self._touched[name] += 1
        walk.pages.add(name.partition(".")[0])
        await kiosk.say(f"tap {name}")
        await kiosk.heard(r"^(tapped|cannot tap) ", since=mark)  # it may have gone meanwhile

    async def look(self) -> dict[str, Any]:
        """What can be touched, every word of the scene, the clipboard."""
        kiosk = self._world.stage.kiosk
        mark = kiosk.mark
        await kiosk.say("look")
        found = await kiosk.heard(r'^\{"look".*', since=mark)
        return dict(json.loads(found[0]))

    def page(self) -> str:
        """Which page stands, and whether 您还在吗？ does."""
        lines = reversed(self._world.stage.kiosk.lines)
        told: dict[str, Any] = next((json.loads(line) for line in lines if line.startswith('{"page"')), {})
        return "warning" if told.get("warning") else str(told.get("page", ""))

    async def _go_home(self, walk: Walk) -> None:
        """A person who wants out: buttons that sound like it, else they wait. Home must come by itself at last."""
        ends = time.monotonic() + self._home_within_s
        while self.page() != "home":
            if time.monotonic() > ends:
                walk.findings.append(f"no way home from {self.page()} in {self._home_within_s:.0f} s")
                return
            names = (await self.look())["look"]
            out = [name for name in names if name.rpartition(".")[2].startswith(OUT) and ANSWER not in name]
            if out and self._rng.random() < PATIENCE:
                await self._touch(walk, self._rng.choice(out))
            await asyncio.sleep(0.15)

    async def _look_for_remains(self, walk: Walk) -> None:
        look = await self.look()
        held = "\n".join([*look["words"], look["clipboard"]])
        for what, secrets in (("a name", self._world.names), ("a number", self._world.numbers)):
            if any(secret in held for secret in secrets):
                walk.findings.append(f"{what} is left in the scene or on the clipboard")
