"""A circuit breaker: after some failures in a row nobody is asked for a while, then one at a time tries again.

So a city that is away costs the hall nothing but a look now and then, and one that comes back is not run over.
Knows no HTTP; used from several threads.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FAILURES = 3  # in a row
REST_S, REST_MAX_S = 1.0, 60.0


class Breaker:
    """One platform's. `steady` counts seconds and never steps back."""

    def __init__(self, steady: Callable[[], float]) -> None:
        self._steady = steady
        self._lock = threading.Lock()
        self._failures = 0
        self._closed_until = 0.0  # nobody is asked before

    @property
    def resting(self) -> bool:
        """Whether nobody should be asked now. Takes no turn: for whoever only looks."""
        with self._lock:
            return self._steady() < self._closed_until

    def enter(self) -> bool:
        """May this one ask? After a rest one may, and the others wait for what comes of it."""
        with self._lock:
            now = self._steady()
            if now < self._closed_until:
                return False
            if self._failures >= FAILURES:
                self._closed_until = now + self._rest()
            return True

    def worked(self) -> None:
        """There was an answer."""
        with self._lock:
            self._failures, self._closed_until = 0, 0.0

    def failed(self, after_s: float = 0.0) -> None:
        """There was none. `after_s`: the city's own wish, kept within the longest rest."""
        with self._lock:
            self._failures += 1
            rest = self._rest() if self._failures >= FAILURES else 0.0
            self._closed_until = self._steady() + min(max(rest, after_s), REST_MAX_S)

    def _rest(self) -> float:
        doublings = min(self._failures - FAILURES, 10)
        return min(REST_S * 2.0**doublings, REST_MAX_S)
