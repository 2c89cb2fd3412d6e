"""A code is good once: what a kiosk remembers of the codes that it took, in bounded memory, as long as they live.

For a kiosk that has to decide alone; with the hall in reach it is the hall that claims a jti. The memory is the
process's: a code that was taken in the minute before a kiosk started anew is found by the hall when the kiosk reports
it, as a double use (definitions.md 14). Knows no wall clock: it is handed a steady one, which nobody can set back.
"""

from __future__ import annotations

from hall_server.contract.codes.answers import Accepted, Answer, Refused
from hall_server.contract.codes.claims import MAX_LIFE_S
from hall_server.contract.codes.reference_code import UNKNOWN_CLOCK_S
from hall_server.contract.codes.refusals import Refusal

KEPT_S = MAX_LIFE_S + 2 * UNKNOWN_CLOCK_S  # no kiosk accepts one code over a longer time than this
LIMIT = 4096  # a code every 60 ms for four minutes


class Used:
    """The codes of the last minutes. When it is full it refuses what is new rather than forget what still lives."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._until: dict[tuple[str, str], int] = {}  # in order of forgetting, as time only goes on

    def __len__(self) -> int:
        """How many it remembers."""
        return len(self._until)

    def once(self, answer: Answer, steady_us: int) -> Answer:
        """The same answer, and the code is used; or Refused, when it was already. Only Accepted ones are remembered.

        `steady_us`: microseconds of a clock that only goes forward (CLOCK_BOOTTIME).
        """
        if not isinstance(answer, Accepted):
            return answer
        self._forget(steady_us)
        key = (answer.claims.issuer, answer.claims.jti)
        if key in self._until:
            return Refused(Refusal.ALREADY_USED)
        if len(self._until) >= self._limit:
            return Refused(Refusal.TOO_MANY_AT_ONCE)
        self._until[key] = steady_us + KEPT_S * 1_000_000
        return answer

    def _forget(self, steady_us: int) -> None:
        for key, until in list(self._until.items()):
            if until > steady_us:
                return
            del self._until[key]
