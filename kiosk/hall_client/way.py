"""The way from a kiosk that runs to its hall, looked at again and again: cards, name, answer, delay, clock, key."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from config.machine import Level, look
from config.machine.looks import disk, memory, network_cards, temperature
from kiosk.hall_client.looks import look_at_key, looks_at_hall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.machine import Look
    from kiosk.hall_client.client import HallClient

KEPT = 200  # answers that p95 is taken of: the last few minutes
SHARE = 0.95


class WayToHall:
    """Looks of one machine. Blocking: called in a thread, one at a time."""

    def __init__(self, folder: Path, hall: HallClient, server: str, limit_s: float, root: Path = Path("/")) -> None:
        self._folder, self._hall, self._server, self._limit_s, self._root = folder, hall, server, limit_s, root
        self._times: deque[float] = deque(maxlen=KEPT)

    def looks(self) -> Iterator[Look]:
        """What a kiosk that runs can see of itself and of its way to the hall; its boxes tell of themselves."""
        yield disk(self._folder)
        yield memory(self._root)
        yield from temperature(self._root)
        yield from (replace(one, part="cards") for one in network_cards(self._root))
        yield from looks_at_hall(self._server, self._limit_s, self._times)
        if self._times:
            yield self._latency()
        yield look_at_key(self._hall, self._server)

    def _latency(self) -> Look:
        p95_s = p95(self._times)
        level = Level.WARNING if p95_s > self._limit_s else Level.FINE
        return look("latency", "hall_p95", level, ms=round(p95_s * 1000), asked=len(self._times))


def p95(times_s: deque[float]) -> float:
    """What nineteen of twenty answers were faster than, in seconds; of few answers the slowest."""
    ordered = sorted(times_s)
    return ordered[min(len(ordered) - 1, int(SHARE * len(ordered)))]
