"""Calls with 8 and with 32 counters at once: each calls, serves and completes as fast as it is answered."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from hall_server.store.sqlite_store import FILE_NAME
from tests.bench.hall.floor import Floor, Slice
from tests.bench.hall.place import Client, hall_server, make_place
from tests.bench.hall.proof import Proof
from tests.bench.hall.slices import in_turns, middle, ratio
from tests.bench.report import Row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FEW, MANY = 8, 32
GOAL_MS = 50


def measure(folder: Path) -> list[Row]:
    """The two rows, their multiples of the floor, and the proof that nobody was called twice."""
    with ExitStack() as stack:
        floor = stack.enter_context(Floor(folder))
        place = make_place(folder / "hall")
        server = stack.enter_context(hall_server(place))
        clerks = Client("clerks", str(server.port), place.keys["kiosk"], place.keys["counter"], str(MANY))
        stack.callback(clerks.close)
        bad: list[int] = []

        def at(counters: int) -> Callable[[float], Slice]:
            def arm(seconds: float) -> Slice:
                told = clerks.ask(counters=counters, seconds=seconds)
                bad.append(told["bad"])
                return Slice(told["done"], told["seconds"], told["took"])

            return arm

        rounds = in_turns("calls", {"floor": floor.slice, "few": at(FEW), "many": at(MANY)})
        proof = Proof(place.data / FILE_NAME)
        told = clerks.ask(tell=True)
        proof.told([(ticket, label) for ticket, label in told["taken"]])
        proof.called(told["called"])
        rows: list[Row] = []
        for name, counters in (("few", FEW), ("many", MANY)):
            p99 = middle(rounds, lambda one, name=name: one[name].at(0.99)) * 1e3
            times = ratio(rounds, lambda one, name=name: one[name].at(0.99), lambda one: one["floor"].at(0.99))
            p50 = middle(rounds, lambda one, name=name: one[name].at(0.5)) * 1e3
            id_ = f"C{counters}"
            rows += [
                Row(
                    f"{id_}p99", f"call_next with {counters} counters, p99", p99, "ms", f"<= {GOAL_MS}", p99 <= GOAL_MS
                ),
                Row(f"{id_}p50", "the same, p50", p50, "ms"),
                Row(f"{id_}f", "the same, p99 in multiples of the floor's p99", times, "× floor"),
            ]
        rows.append(Row("C0p99", "floor, p99", middle(rounds, lambda one: one["floor"].at(0.99)) * 1e3, "ms"))
        called = len(told["called"])
        return [
            *rows,
            Row("Cbad", f"refusals among {called} calls", sum(bad), "", "== 0", sum(bad) == 0),
            *proof.rows("C"),
        ]
