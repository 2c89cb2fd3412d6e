"""Cut after cut on one store after the other: make, live, go dark at some step, come back, look, live on.

Everything is drawn from one seed: when it goes dark, what survives, when a store is made anew. What programs do
meanwhile is their own, so a seed repeats the choices, not the moment.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from tests.drills.power.plug import Rig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

EARLY = 160  # steps: a start takes about as many
AT_WORK = (40, 6400)  # steps: from a few commits to where the log is folded back
MAKING = 130  # steps: making a store takes about as many
EARLY_IN = 3  # one cut in so many comes while the program starts
FRESH_AFTER = 20  # cuts on one store, about
SAY_EVERY_S = 10.0
SHOWN = 3  # findings of one look


class Told(Protocol):
    """What a subject has told so far."""

    def hear(self, told: tuple[Any, ...]) -> None: ...


class Living(Protocol):
    """A program that tells what it has done (see plug.Life)."""

    name: str

    def go(self) -> None: ...

    def told(self, *last: str) -> Iterable[tuple[Any, ...]]: ...

    def kill(self) -> list[tuple[Any, ...]]: ...


class Subject(Protocol):
    """A store with its programs."""

    @property
    def told(self) -> Told: ...

    @property
    def made(self) -> bool: ...

    def make(self) -> Living: ...

    def start(self, *, calm: bool) -> Living: ...

    def findings(self) -> list[str]: ...


@dataclass
class Tally:
    """What was seen. `cases` are findings with the words to see them again."""

    cuts: int = 0
    looks: int = 0
    told: int = 0
    how: Counter[str] = field(default_factory=Counter)
    when: Counter[str] = field(default_factory=Counter)
    cases: list[str] = field(default_factory=list)


class Run:
    """One subject through many cuts."""

    def __init__(self, name: str, seed: int, make: Callable[[Rig, random.Random], Subject]) -> None:
        self._name, self._seed, self._make = name, seed, make
        self._rng = random.Random(f"{name} {seed}")
        self._said = time.monotonic()
        self.tally = Tally()

    def run(self, cuts: int) -> Tally:
        """So many cuts, or until there is a finding: what comes after it would tell nothing."""
        while self.tally.cuts < cuts and not self.tally.cases:
            with Rig() as rig:
                self._one_store(rig, min(FRESH_AFTER, cuts - self.tally.cuts))
        return self.tally

    def _one_store(self, rig: Rig, cuts: int) -> None:
        subject = self._make(rig, self._rng)
        here = Place(rig, subject, [])
        until = self.tally.cuts + cuts
        while not subject.made and not self.tally.cases:
            rig.power_for(self._rng.randrange(1, 2 * MAKING))
            life = subject.make()
            self._hear(here, life, "made", "refused")
            self._cut(here, life, "being made")
        while self.tally.cuts < until and not self.tally.cases:
            if not self._rng.randrange(EARLY_IN):
                rig.power_for(self._rng.randrange(1, EARLY))
                life = subject.start(calm=False)
                life.go()  # at once: some are ready before it is dark
                self._hear(here, life)
                self._cut(here, life, "starting")
            life = self._looked_at(here)
            if self.tally.cases:
                return
            rig.power_for(int(AT_WORK[0] * (AT_WORK[1] / AT_WORK[0]) ** self._rng.random()))
            life.go()
            self._hear(here, life)
            self._cut(here, life, "at work")
        if not self.tally.cases:
            self._looked_at(here)  # the last cut too

    def _looked_at(self, here: Place) -> Living:
        """Start it, let it give new numbers, look at all that it ever told."""
        life = here.subject.start(calm=True)
        self._hear(here, life, "ready", "refused")
        if not self.tally.cases:
            self._look(here)
        return life

    def _hear(self, here: Place, life: Living, *last: str) -> None:
        for told in life.told(*last):
            self._told(here, told)

    def _told(self, here: Place, told: tuple[Any, ...]) -> None:
        self.tally.told += 1
        here.subject.told.hear(told)
        if told[0] == "refused" and not here.rig.dark.wait(0.2):  # a dark disk is refused by all
            self._case(here, [f"its own program refuses it: {told[1]}"])

    def _cut(self, here: Place, life: Living, when: str) -> None:
        for told in life.kill():
            self._told(here, told)
        seed = self._rng.randrange(2**32)
        lost = here.rig.cut(seed)
        here.history.append(f"cut {len(here.history) + 1} while {when}, seed {seed}, {lost}")
        self.tally.cuts += 1
        self.tally.how[lost.partition(":")[0]] += 1
        self.tally.when[f"{when}, {life.name}"] += 1
        if time.monotonic() - self._said > SAY_EVERY_S:
            self._said = time.monotonic()
            print(f"  {self._name}: {self.tally.cuts} cuts, {self.tally.told} things told", flush=True)

    def _look(self, here: Place) -> None:
        self.tally.looks += 1
        self._case(here, here.subject.findings())

    def _case(self, here: Place, findings: list[str]) -> None:
        last = "; ".join(here.history[-2:])
        if findings:
            more = f" (and {len(findings) - SHOWN} more)" if len(findings) > SHOWN else ""
            words = "; ".join(findings[:SHOWN]) + more
            self.tally.cases.append(f"{self._name}, seed {self._seed}, after {last}: {words}")


@dataclass(frozen=True)
class Place:
    """One store on one disk, and the cuts that it went through."""

    rig: Rig
    subject: Subject
    history: list[str]
