"""How many wrong codes one source, and all together, may try: so that nobody finds one by trying. In memory alone."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from hall_server.domain.seams import Clock

WITHIN_US = 10 * 60 * 1_000_000
OF_ONE, OF_ALL = 5, 100
_MICRO = 1_000_000


class Guesses:
    """One hall's. Of 32⁸ codes at most a hundred are tried in the ten minutes that one is good for."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong: deque[tuple[int, str]] = deque()

    def judge(self, source: str) -> None:
        """HallProblem(too_many_requests) with the seconds to wait."""
        now = self._clock.steady()
        while self._wrong and now - self._wrong[0][0] >= WITHIN_US:
            self._wrong.popleft()
        theirs = [at for at, who in self._wrong if who == source]
        if len(theirs) >= OF_ONE or len(self._wrong) >= OF_ALL:
            since = theirs[0] if len(theirs) >= OF_ONE else self._wrong[0][0]
            raise HallProblem(ProblemCode.TOO_MANY_REQUESTS, retry_after_s=(since + WITHIN_US - now) / _MICRO)

    def wrong(self, source: str) -> None:
        """One more."""
        self._wrong.append((self._clock.steady(), source))
