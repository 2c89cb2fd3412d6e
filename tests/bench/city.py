"""`make bench-city`: what a take costs while the city is there, says 503, is gone, and where no city is at all.

Four halls, each with a city of its own; whole visits one after the other, in turns of two seconds, so that a busy
minute slows all. Every visit leaves a letter for the acceptance platform. Afterwards the cities come back, and what
they have is held against what was completed: nothing lost, nothing doubled.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.report import Row, report
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import Served

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS, SLICE_S = 20, 2.0
GOAL = 1.2
COUNTER, ITEM = 1, "i01"


class Arm:
    """A hall whose city is in some state; visits in it, and how long their takes took (ms)."""

    def __init__(self, folder: Path, *, city: ServedCity | None) -> None:
        self.city = city
        self.hall = hall_of(folder, city) if city else Served(folder / "data")
        self.hall.start()
        self.kiosk = self.hall.machine("kiosk", "K1", "K1")
        self.staff = self.hall.machine("counter", "c")
        self.completed: list[str] = []
        said = self.staff.post(f"counters/{COUNTER}/sign_in", {"clerk": "1001"})
        assert said.ok, said.text

    def visits(self, seconds: float) -> list[float]:
        """Take, slip, call, serve, complete, again and again."""
        took: list[float] = []
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            began = time.perf_counter()
            ticket = self.kiosk.take(ITEM)["id"]
            took.append((time.perf_counter() - began) * 1000)
            self.kiosk.confirm(ticket)
            for path, body in (("call", {"counter": COUNTER}), ("serve", {}), ("complete", {})):
                said = self.staff.post(f"tickets/{ticket}/{path}", body)
                assert said.ok, said.text
            self.completed.append(ticket)
        return took

    def close(self) -> None:
        self.kiosk.close()
        self.staff.close()
        self.hall.stop()
        if self.city:
            self.city.stop()


def arms(folder: Path, stack: ExitStack) -> dict[str, Arm]:
    """up, down (503), gone (its process ended), none."""
    made: dict[str, Arm] = {}
    for name in ("up", "down", "gone", "none"):
        own = folder / name
        own.mkdir()
        city = None if name == "none" else ServedCity(own / "city")
        made[name] = Arm(own, city=city)
        stack.callback(made[name].close)
    down, gone = made["down"].city, made["gone"].city
    assert down
    assert gone
    down.ask("PUT", "/faults", json={"down": True})
    gone.stop()
    made["gone"].city = None
    return made


def p99(took: list[float]) -> float:
    return sorted(took)[len(took) * 99 // 100]


def arrived(arm: Arm) -> tuple[int, int]:
    """How many completed visits the city does not know a minute after it is back, and how many it has twice."""
    assert arm.city
    arm.city.ask("PUT", "/faults", json={})
    wanted, until = set(arm.completed), time.monotonic() + 120
    while True:
        told = arm.city.ask("GET", "/inbox?port=acceptance").json()
        heard = [one["body"]["ticket"] for one in told if not one["body"].get("withdrawn")]
        if wanted <= set(heard) or time.monotonic() > until:
            return len(wanted - set(heard)), len(heard) - len(set(heard))
        time.sleep(0.5)


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as name, ExitStack() as stack:
        made = arms(Path(name), stack)
        rounds: list[dict[str, list[float]]] = []
        names = list(made)
        for at in range(-1, ROUNDS):
            turn = at % len(names)
            one = {name: made[name].visits(SLICE_S) for name in names[turn:] + names[:turn]}
            if at >= 0:
                rounds.append(one)
            print(f"\rtakes beside a city: {at + 1}/{ROUNDS} ", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        lost = {name: arrived(made[name]) for name in ("up", "down")}
    return rows(rounds, lost)


def rows(rounds: list[dict[str, list[float]]], lost: dict[str, tuple[int, int]]) -> list[Row]:
    def ratio(name: str, of: Callable[[list[float]], float]) -> float:
        return statistics.median(of(one[name]) / of(one["up"]) for one in rounds)

    missing, doubled = (sum(one[at] for one in lost.values()) for at in (0, 1))
    told = [
        Row(f"CT-{name}", f"take p99, city {name}", statistics.median(p99(one[name]) for one in rounds), "ms")
        for name in ("up", "down", "gone", "none")
    ]
    for name in ("down", "gone"):
        value = ratio(name, p99)
        told.append(Row(f"CT-{name}/up", f"take p99, city {name}", value, "× up", f"<= {GOAL}", value <= GOAL))
    told.append(Row("CT-none/up", "take p99, without any city", ratio("none", p99), "× up"))
    told.append(Row("CT-p50", "take p50, city down", ratio("down", statistics.median), "× up"))
    takes = sum(len(one["up"]) for one in rounds)
    told.append(Row("CT-n", "takes measured with the city up", takes, ""))
    told.append(Row("CT-lost", "visits the city never heard of, once back", missing, "", "== 0", missing == 0))
    told.append(Row("CT-twice", "visits the city heard of twice", doubled, "", "== 0", doubled == 0))
    return told


if __name__ == "__main__":
    report("bench-city", measure())
