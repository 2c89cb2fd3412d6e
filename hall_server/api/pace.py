"""How fast one key may ask: a bucket of requests that fills steadily and is emptied by asking (OWASP ASVS 2.4.1).

Keeps a hall answering when a kiosk or somebody with its key asks without end. Keys that do not exist have no bucket:
they are refused before. Knows no clock: the steady microseconds are handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Callable

_SECOND = 1_000_000


class Pace:
    """`per_s` requests a second for each key in the long run, `burst` at once."""

    def __init__(self, per_s: int, burst: int, steady: Callable[[], int]) -> None:
        self._cost = _SECOND / per_s  # microseconds that one request takes to come back
        self._depth = self._cost * burst
        self._steady = steady
        self._empty_until: dict[str, float] = {}  # by key: when its bucket would be full again, were nothing asked

    def spend(self, key_id: str) -> None:
        """Let one request of a key pass, or refuse it with too_many_requests and the seconds to wait."""
        now = self._steady()
        full_at = max(self._empty_until.get(key_id, 0.0), now) + self._cost
        over = full_at - now - self._depth
        if over > 0:
            raise HallProblem(ProblemCode.TOO_MANY_REQUESTS, retry_after_s=round(over / _SECOND, 3))
        self._empty_until[key_id] = full_at
