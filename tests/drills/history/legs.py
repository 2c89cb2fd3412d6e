"""One leg of the drill: a real hall on one database with one server or more, 32 consoles, kills now and then."""

from __future__ import annotations

import asyncio
import time
import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from random import Random
from typing import TYPE_CHECKING, Any

import uvloop

from tests.bench.hall.place import COUNTERS, site_file
from tests.drills.history.consoles import Console, Run
from tests.drills.history.naive import NaiveHall
from tests.drills.history.recorder import Recorder
from tests.drills.history.wire import Cuts, Wire
from tests.integration.hall_server.served import Served

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

_TELL_EVERY_S = 10.0
_LOOK_EVERY_S = 0.1
_LOCK_S = 1.05  # the hall's locks of a recall and a no-show are a second here
_LIMITS = "[defaults]\nrecall_lock_s = 1\nno_show_lock_s = 1\nundo_s = 86400\n"
_HALL_TIME = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class Plan:
    """What a leg is to do. `database` empty: SQLite."""

    name: str
    calls: int
    servers: int = 1
    kills: int = 0
    database: str = ""
    seed: int = 1


@dataclass(frozen=True)
class Done:
    """What it did, and where the hall lies afterwards."""

    recorder: Recorder
    where: Path | str
    seconds: float
    kills: int
    broken: list[str]  # what ended it early: a 5xx, a server that did not answer or start


def run_leg(plan: Plan, folder: Path) -> Done:
    """Serve a fresh hall in a folder, let the consoles work, stop the servers."""
    leg = _Leg(plan, folder)
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            begin, broken = time.monotonic(), []
            try:
                runner.run(leg.work())
            except ExceptionGroup as group:
                broken = [repr(one) for one in group.exceptions]
            return Done(leg.recorder, leg.servers[0].where, time.monotonic() - begin, leg.kills, broken)
    finally:
        for server in leg.servers:
            server.stop()


def run_naive(calls: int, consoles: int, seed: int = 1) -> Recorder:
    """The control: the same consoles at a hall that calls without a transaction."""
    hall, recorder = NaiveHall(), Recorder()
    run = Run(recorder, calls, dict.fromkeys(range(1, consoles + 1), ("A", "C", "E", "H")), lock_s=0.0)
    kiosk = hall.door(0)
    made = [Console(no, hall.door(no), kiosk, run, Random(f"{seed} {no}")) for no in run.counters]
    asyncio.run(_all_at_once(*(console.work() for console in made)))
    return recorder


class _Leg:
    def __init__(self, plan: Plan, folder: Path) -> None:
        folder.mkdir()
        self._plan = plan
        site = site_file(folder)
        far = datetime.now(_HALL_TIME) + timedelta(hours=12)  # no business day ends in the middle of it
        text = site.read_text("utf-8").replace("[defaults]\n", f'{_LIMITS}day_rolls_at = "{far:%H}:00"\n', 1)
        site.write_text(text, "utf-8")
        tables = tomllib.loads(text)["counter"]
        self.recorder = Recorder()
        self._run = Run(self.recorder, plan.calls, {one["no"]: tuple(one["queues"]) for one in tables}, _LOCK_S)
        self.servers = [
            Served(folder / f"server{at}", "--site", str(site), database=plan.database) for at in range(plan.servers)
        ]
        self._doors: list[int] = []
        self._wires: list[Wire] = []
        self.kills = 0

    async def work(self) -> None:
        for server in self.servers:
            server.start()
            self._doors.append(_port(server))
        telling = asyncio.create_task(self._tell())
        try:
            await _all_at_once(self._kill_now_and_then(), *(console.work() for console in self._consoles()))
        finally:
            telling.cancel()
            await asyncio.gather(telling, *(wire.leave() for wire in self._wires), return_exceptions=True)

    def _consoles(self) -> list[Console]:
        server, cuts = self.servers[0], Cuts()
        kiosk = _header(server.credential("kiosk", "K1"))
        made = []
        for no in range(1, COUNTERS + 1):
            chance, at = Random(f"{self._plan.seed} {no}"), no % len(self._doors)
            desk = Wire(self._doors, at, _header(server.credential("counter", f"C{no}", str(no))), chance, cuts)
            beside = Wire(self._doors, at, kiosk, chance, cuts)
            self._wires += [desk, beside]
            made.append(Console(no, desk, beside, self._run, chance))
        return made

    async def _tell(self) -> None:
        begin = time.monotonic()
        while True:
            await asyncio.sleep(_TELL_EVERY_S)
            done, seconds = self.recorder.calls, time.monotonic() - begin
            told = f"{done:,} of {self._plan.calls:,} calls, {done / seconds:.0f}/s, {self.kills} kills"
            print(f"{self._plan.name}: {told}", flush=True)

    async def _kill_now_and_then(self) -> None:
        """Kill a server each time another share of the calls is made, the servers in turn."""
        while self.kills < self._plan.kills:
            while self.recorder.calls < self._plan.calls * (self.kills + 1) / (self._plan.kills + 1):
                await asyncio.sleep(_LOOK_EVERY_S)
            at = self.kills % len(self.servers)
            self.kills += 1
            await asyncio.shield(asyncio.to_thread(self._kill_and_start, at))

    def _kill_and_start(self, at: int) -> None:
        self.servers[at].kill()
        self.servers[at].start()
        self._doors[at] = _port(self.servers[at])


async def _all_at_once(*works: Coroutine[Any, Any, None]) -> None:
    """Until all are done; the first that fails ends the others."""
    async with asyncio.TaskGroup() as group:
        for work in works:
            group.create_task(work)


def _port(server: Served) -> int:
    return int(server.address.rsplit(":", 1)[1])


def _header(credential: dict[str, str]) -> str:
    return f"Kapok {credential['key_id']}.{credential['secret']}"
