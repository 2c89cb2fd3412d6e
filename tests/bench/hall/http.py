"""P3, P4: POST take over real connections, one client and 128, beside twins on the same flows and store.

P3 is told in multiples of what physics asks: one synced write and one round trip over the loopback, by the same client.
The FastAPI twin has packages of its own, fetched into out/twin-packages once; without them it is left out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from hall_server.store.sqlite_store import FILE_NAME
from tests.bench.hall.floor import Floor, Slice
from tests.bench.hall.place import Client, Place, hall_server, make_place, twin
from tests.bench.hall.proof import Proof
from tests.bench.hall.slices import Round, in_turns, middle, ratio
from tests.bench.report import OUT, Row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANY = 128
TWIN_PACKAGES = OUT / "twin-packages"
WANTED = ("fastapi>=0.115", "pydantic>=2.9")


class Taker:
    """One client process with the server it asks."""

    def __init__(self, stack: ExitStack, port: int, key: str = "none") -> None:
        self._client = Client("load", str(port), key)
        stack.callback(self._client.close)
        self.bad = 0
        self.busy: list[float] = []

    def with_clients(self, connections: int, *, back: bool = True) -> Callable[[float], Slice]:
        """An arm: so many connections at once. What was taken is given back afterwards, not counted."""

        def arm(seconds: float) -> Slice:
            told = self._client.ask(connections=connections, seconds=seconds, back=back)
            self.bad += told["bad"]
            self.busy.append(told["client_busy"])
            return Slice(told["done"], told["seconds"], told["took"])

        return arm

    def told(self) -> list[tuple[str, str]]:
        return [(ticket, label) for ticket, label in self._client.ask(tell=True)]


def fastapi_env() -> dict[str, str] | None:
    """An environment in which FastAPI is found; None when it cannot be brought here."""
    if not TWIN_PACKAGES.exists():
        print("fetching FastAPI and pydantic for the twin", file=sys.stderr)
        words = [sys.executable, "-m", "pip", "install", "-q", "--target", str(TWIN_PACKAGES), *WANTED]
        if subprocess.run(words, check=False).returncode:
            return None
    return {**os.environ, "PYTHONPATH": str(TWIN_PACKAGES)}


def measure(folder: Path) -> list[Row]:
    """P3 and P4 with their proofs."""
    with ExitStack() as stack:
        floor = stack.enter_context(Floor(folder))
        place, beside, third = (make_place(folder / name) for name in ("hall", "raw", "fastapi"))
        hall = Taker(stack, stack.enter_context(hall_server(place)).port, place.keys["kiosk"])
        raw = Taker(stack, stack.enter_context(_twin("raw_asgi", beside)).port)
        echo = Taker(stack, stack.enter_context(twin("echo")).port)
        env = fastapi_env()
        fast = Taker(stack, stack.enter_context(_twin("fastapi_pydantic", third, env)).port) if env else None
        one = in_turns(
            "P3: one client",
            {"floor": floor.slice, "echo": echo.with_clients(1, back=False), "hall": hall.with_clients(1)},
        )
        arms = {"hall": hall.with_clients(MANY), "raw": raw.with_clients(MANY)}
        if fast:
            arms["fastapi"] = fast.with_clients(MANY)
        many = in_turns(f"P4: {MANY} clients", arms)
        proof = Proof(place.data / FILE_NAME)
        proof.told(hall.told())
        return [*p3(one), *p4(many, hall), *proof.rows("P4")]


def _twin(name: str, place: Place, env: dict[str, str] | None = None):
    return twin(name, str(place.site), str(place.data), env=env)


def p3(rounds: list[Round]) -> list[Row]:
    physics = middle(rounds, lambda one: one["floor"].at(0.5) + one["echo"].at(0.5)) * 1e6
    times = ratio(rounds, lambda one: one["hall"].at(0.5), lambda one: one["floor"].at(0.5) + one["echo"].at(0.5))
    p99 = ratio(rounds, lambda one: one["hall"].at(0.99), lambda one: one["floor"].at(0.99) + one["echo"].at(0.99))
    return [
        Row("P3", "POST take, 1 client, p50", times, "× phys.", "<= 5", times <= 5),
        Row("P3p50", "the same", middle(rounds, lambda one: one["hall"].at(0.5)) * 1e6, "us"),
        Row("P3p99", "the same, p99 against the p99 of floor + loopback", p99, "× phys."),
        Row("P3phys", "floor + loopback round trip, p50", physics, "us"),
    ]


def p4(rounds: list[Round], hall: Taker) -> list[Row]:
    to_raw = ratio(rounds, lambda one: one["hall"].rate, lambda one: one["raw"].rate)
    tail = ratio(rounds, lambda one: one["hall"].at(0.99), lambda one: one["hall"].at(0.5))
    found = [
        Row("P4", f"POST take, {MANY} clients, rate", to_raw, "× raw", ">= 0.65", to_raw >= 0.65),
        Row("P4p99", "the same, p99 in multiples of p50", tail, "× p50", "<= 5", tail <= 5),
        Row("P4rate", "the same, numbers a second", middle(rounds, lambda one: one["hall"].rate), "/s"),
        Row("P4raw", "raw-ASGI twin on the same flows and store", middle(rounds, lambda one: one["raw"].rate), "/s"),
        Row("P4bad", "refusals and errors", hall.bad, "", "== 0", hall.bad == 0),
        Row("P4busy", "share of a core that the client used", sum(hall.busy) / len(hall.busy), ""),
    ]
    if "fastapi" in rounds[0]:
        times = ratio(rounds, lambda one: one["hall"].rate, lambda one: one["fastapi"].rate)
        rate = middle(rounds, lambda one: one["fastapi"].rate)
        found += [
            Row("P4fast", "against a FastAPI + pydantic twin on the same store", times, "× FastAPI"),
            Row("P4fastr", "that twin, numbers a second", rate, "/s"),
        ]
    else:
        print("FastAPI could not be fetched: its twin is left out", file=sys.stderr)
    return found
