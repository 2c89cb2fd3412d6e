"""P5: from a take until the last of 200 screens has its news, beside a bare asyncio program that does as little."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from hall_server.store.sqlite_store import FILE_NAME
from tests.bench.hall.floor import Slice
from tests.bench.hall.place import Client, hall_server, make_place, twin
from tests.bench.hall.proof import Proof
from tests.bench.hall.slices import in_turns, middle, ratio
from tests.bench.report import Row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCREENS = 200


def measure(folder: Path) -> list[Row]:
    """P5 with its proof."""
    with ExitStack() as stack:
        place = make_place(folder / "hall")
        server = stack.enter_context(hall_server(place))
        bare = stack.enter_context(twin("bare_push", str(folder)))
        hall = Client("listen", str(server.port), place.keys["kiosk"], place.keys["board"])
        stack.callback(hall.close)
        beside = Client("listen", str(bare.port), "none", "none")
        stack.callback(beside.close)
        for one in (hall, beside):
            one.ask(listeners=SCREENS)
        rounds = in_turns("P5: push", {"hall": _arm(hall), "bare": _arm(beside)})
        proof = Proof(place.data / FILE_NAME)
        proof.told([(ticket, label) for ticket, label in hall.ask(tell=True)])
        half = ratio(rounds, lambda one: one["hall"].at(0.5), lambda one: one["bare"].at(0.5))
        tail = ratio(rounds, lambda one: one["hall"].at(0.99), lambda one: one["bare"].at(0.99))
        return [
            Row("P5p50", f"take → last of {SCREENS} screens, p50", half, "× bare", "<= 2", half <= 2),
            Row("P5p99", "the same, p99", tail, "× bare", "<= 3", tail <= 3),
            Row("P5ms50", "the same, p50", middle(rounds, lambda one: one["hall"].at(0.5)) * 1e3, "ms"),
            Row("P5ms99", "the same, p99", middle(rounds, lambda one: one["hall"].at(0.99)) * 1e3, "ms"),
            Row("P5bare", "bare asyncio twin, p50", middle(rounds, lambda one: one["bare"].at(0.5)) * 1e3, "ms"),
            *proof.rows("P5"),
        ]


def _arm(client: Client) -> Callable[[float], Slice]:
    def arm(seconds: float) -> Slice:
        told = client.ask(seconds=seconds)
        return Slice(told["done"], told["seconds"], told["took"])

    return arm
