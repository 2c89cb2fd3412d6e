"""P6: what an idle screen costs the server, how large it is with 200 of them, and whether it grows with the events.

FULL=1 makes a million events; otherwise 40,000, said in the row.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from hall_server.store.sqlite_store import FILE_NAME
from tests.bench.hall.place import Client, Server, hall_server, make_place
from tests.bench.hall.proof import Proof
from tests.bench.report import Row

if TYPE_CHECKING:
    from pathlib import Path

SCREENS, IDLE = 200, 1_000
EVENTS = 1_000_000 if os.environ.get("FULL") else 40_000
WARM = 20_000  # events before the first look: caches of SQLite and of the allocator have their size then
CLIENTS = 32
SLICE_S = 2.0


def measure(folder: Path) -> list[Row]:
    """P6 with its proof."""
    with ExitStack() as stack:
        place = make_place(folder / "hall")
        server = stack.enter_context(hall_server(place))
        load = Client("load", str(server.port), place.keys["kiosk"])
        stack.callback(load.close)
        _events(load, WARM, "warm")
        before = server.rss_mb
        done = _events(load, EVENTS, "flat")
        grown = _settled(server) - before
        screens = Client("listen", str(server.port), place.keys["kiosk"], place.keys["board"])
        stack.callback(screens.close)
        screens.ask(listeners=SCREENS)
        small = server.rss_mb
        screens.ask(listeners=SCREENS + IDLE)
        each = (_settled(server) - small) / IDLE * 1000
        proof = Proof(place.data / FILE_NAME)
        proof.told([(ticket, label) for ticket, label in load.ask(tell=True)])
        return [
            Row("P6each", f"memory for an idle screen, of {IDLE}", each, "kB", "<= 25", each <= 25),
            Row("P6", f"the server's memory with {SCREENS} screens", small, "MB", "<= 90", small <= 90),
            Row("P6flat", f"growth over {done} events", grown, "MB", "< 2", grown < 2),
            *proof.rows("P6"),
        ]


def _settled(server: Server) -> float:
    time.sleep(1)
    return server.rss_mb


def _events(load: Client, count: int, title: str) -> int:
    """Numbers taken and given back until so many events have happened."""
    done = 0
    while done < count:
        done += load.ask(connections=CLIENTS, seconds=SLICE_S, ends=True)["done"]
        print(f"\rP6 {title}: {done}/{count} events ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return done
