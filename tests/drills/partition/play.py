"""One seed from its first visitor to the judgement: drawn, played, healed, and looked at from outside."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.drills.invariants import hall_findings
from tests.drills.partition.faults import Faults
from tests.drills.partition.judgement import TOLD_S, not_heard, weigh
from tests.drills.partition.naming import Naming
from tests.drills.partition.people import Visitor
from tests.drills.partition.screens import Board, Console, pages_of
from tests.drills.partition.world import SECOND, World
from tests.unit.hall_server.halls import NOON, SITE

if TYPE_CHECKING:
    from tests.drills.partition.kiosk import SimKiosk

ROLL_US = NOON + 16 * 3600 * SECOND  # 04:00 hall time of the next morning
CONVERGED_S = 5.0
TICK_S = 2.0  # of the server
WAITED_S = 40.0  # how long one that does not converge is looked at


@dataclass
class Played:
    """What one seed came to."""

    seed: int
    naming: str
    trace: str
    duplicates: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    excused: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)
    converged_s: float = 0.0
    held: int = 0
    carried: int = 0
    size: float = 1.0
    faults: list[str] = field(default_factory=list)
    tally: Counter[str] = field(default_factory=Counter)

    @property
    def findings(self) -> list[str]:
        """Everything that must not be, each with how to see it again."""
        words = [
            *(f"given twice: {one}" for one in self.duplicates),
            *(f"lost: {one}" for one in self.lost),
            *(f"broken: {one}" for one in self.broken),
            *(f"not converged: {one}" for one in self.slow),
        ]
        return [f"{self.again}  # {one}" for one in words]

    @property
    def again(self) -> str:
        """The command that plays this very seed with everything that happens in it."""
        smaller = "" if self.size == 1.0 else f"SIZE={self.size:g} "
        other = "" if self.naming == Naming.name else f"NAMING='{self.naming}' "
        return f"{smaller}{other}SEED={self.seed} make drill-partition"


class _Complaints(logging.Handler):
    """The programs' own faults, which they log and survive."""

    def __init__(self, world: World) -> None:
        super().__init__(logging.ERROR)
        self._world = world

    def emit(self, record: logging.LogRecord) -> None:
        if "fault of our own" in record.getMessage() or "a timer failed" in record.getMessage():
            self._world.fault(f"log: {record.getMessage()} {record.exc_info[1] if record.exc_info else ''!r}")


def play(seed: int, naming: type[Naming] = Naming, *, size: float = 1.0, verbose: bool = False) -> Played:
    """Play one seed. The same seed gives the same trace, in every process; `size` makes it shorter."""
    world = World(seed, naming(), verbose=verbose)
    complaints, logs = _Complaints(world), logging.getLogger("kapok")
    before = logs.level, logs.propagate
    logs.setLevel(logging.ERROR)
    logs.propagate = False
    logs.addHandler(complaints)
    asyncio.set_event_loop(world.loop)
    try:
        return world.loop.run_until_complete(_Game(world, size).played())
    finally:
        logs.removeHandler(complaints)
        logs.level, logs.propagate = before
        world.close()
        asyncio.set_event_loop(None)


class _Game:
    def __init__(self, world: World, size: float) -> None:
        self.world, self.rng, self.size = world, world.rng, size
        self.faults = Faults(world)
        self.tasks: list[asyncio.Task[None]] = []

    async def played(self) -> Played:
        world, rng = self.world, self.rng
        lasts = rng.uniform(240, 420) * self.size
        if rng.random() < 0.4:  # the day rolls over while it lasts
            world.begins_us = ROLL_US - int(rng.uniform(0.2, 0.8) * lasts) * SECOND
        world.main.start()
        for number in range(1, rng.choice((3, 3, 4))):
            world.kiosk(f"K{number}", f"K{number}").boot()
        boards = [Board(world, world.link(f"B{no}", f"B{no}", "board")) for no in (1, 2)]
        consoles = [Console(world, world.link(f"C{no}", str(no), "counter"), no) for no in SITE.counters]
        for one in (*boards, *consoles):
            self._run(one.run())
        self._run(self._ticks())
        await asyncio.sleep(rng.uniform(1, 20))
        self._plan(lasts)
        await asyncio.sleep(lasts)
        await self._stop(consoles)
        self.faults.heal()
        slow, took = await self._converges(boards)
        await self._everything_is_told()
        pages_of(boards, world.fault)
        outcome = self._judged(boards)
        outcome.slow, outcome.converged_s = slow, took
        for task in self.tasks:
            task.cancel()
        return outcome

    def _plan(self, lasts: float) -> None:
        rng = self.rng
        busy: set[SimKiosk] = set()
        for _ in range(int(rng.randint(25, 45) * self.size)):
            self._run(self._later(rng.uniform(0, lasts - 45), Visitor(self.world, busy).run()))
        for fault in self.faults.drawn(rng.randint(4, 10 if self.size == 1.0 else 6)):
            at = rng.uniform(0, lasts * 0.8)
            self._run(self._later(at, fault(rng.uniform(5, lasts - at))))

    @staticmethod
    async def _later(after: float, what: object) -> None:
        await asyncio.sleep(after)
        await what

    async def _stop(self, consoles: list[Console]) -> None:
        for console in consoles:
            console.works = False
        for task in self.tasks[len(consoles) + 3 :]:  # visitors and faults
            if not task.done():
                task.cancel()
        await asyncio.sleep(0)

    async def _ticks(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            if self.world.main.up:
                self.world.main.tick()

    def _run(self, work: object) -> None:
        task = self.world.loop.create_task(work)
        self.tasks.append(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            self.world.fault(f"{task.get_coro().__qualname__}: {type(error).__name__}: {error}")

    async def _converges(self, boards: list[Board]) -> tuple[list[str], float]:
        began, late = self.world.loop.time(), []
        while True:
            lacks = [f"{one.device.hardware}: {word}" for one in self.world.kiosks if (word := one.settled())]
            lacks += [board.behind for board in boards if board.behind]
            took = self.world.loop.time() - began
            if took > CONVERGED_S and lacks and not late:
                late = [f"after {CONVERGED_S:g} s: {'; '.join(lacks)}"]
            if not lacks or took > WAITED_S:
                self.world.say("", f"converged after {took:.2f} s" if not lacks else "did not converge")
                return late, took
            await asyncio.sleep(0.25)

    async def _everything_is_told(self) -> None:
        ends = self.world.loop.time() + TOLD_S
        while not_heard(self.world) and self.world.loop.time() < ends:
            await asyncio.sleep(0.5)

    def _judged(self, boards: list[Board]) -> Played:
        world = self.world
        out = Played(world.seed, world.naming.name, "", list(world.duplicates), carried=world.net.carried)
        out.size = self.size
        weigh(world, out)
        out.lost += not_heard(world)
        out.broken = [*world.findings, *hall_findings(world.main.path, SITE.id, {})]
        out.held, out.faults, out.tally = len(world.slips), self.faults.happened, world.tally
        out.tally["two at one hall"] += sum(server.fence.met for server in world.servers)
        out.trace = world.trace_hash
        return out
