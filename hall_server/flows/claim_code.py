"""Which signed codes were shown in this hall: the first kiosk that claims one has it (definitions.md 14).

Held in this process's memory, a day long and never more than `LIMIT`: a code lives for a minute, what is kept longer
finds double uses that kiosks report when they have been alone. A server that starts anew has forgotten them, and where
several processes serve one hall each knows its own only: docs/codes.md says what that means. Knows no person.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.code_claims import CodeClaimed
from hall_server.contract.codes.once import KEPT_S as LIVES_S
from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from hall_server.contract.code_claims import ClaimCode
    from hall_server.domain.seams import Clock
    from hall_server.flows.caller import Caller

_log = logging.getLogger("kapok.hall.codes")

LIMIT = 20_000
KEPT_S = 24 * 3600
_SECOND = 1_000_000


class _Claim(NamedTuple):
    kiosk: str
    key: str
    at: int


class CodeClaims:
    """The claims of one hall in one process. Counts by the clock that nobody sets."""

    def __init__(self, clock: Clock, limit: int = LIMIT) -> None:
        self._clock = clock
        self._limit = limit
        self._claims: dict[tuple[str, str], _Claim] = {}  # in the order of coming

    def __len__(self) -> int:
        """How many it remembers."""
        return len(self._claims)

    def claim(self, caller: Caller, key: str, order: ClaimCode) -> CodeClaimed:
        """Whether this kiosk is the first; the same key gives the same answer.

        Raises HallProblem(too_many_requests) when there is no room left for a code of this minute.
        """
        now = self._clock.steady()  # nobody can set it back
        self._forget(now)
        about, mine = (order.issuer, order.jti), _Claim(caller.id, key, now)
        before = self._claims.get(about)
        if before is None:
            self._claims[about] = mine
            return CodeClaimed(first=True)
        first = before[:2] == mine[:2]
        if not first:
            how = "without the hall" if order.alone else "and refused there"
            _log.warning("a code was used twice: by kiosk=%s, then by kiosk=%s %s", before.kiosk, mine.kiosk, how)
        return CodeClaimed(first)

    def _forget(self, now: int) -> None:
        """The oldest go: when they are a day old, or sooner when there is no room and their codes are dead."""
        while self._claims:
            about, oldest = next(iter(self._claims.items()))
            full = len(self._claims) >= self._limit
            if now - oldest.at < (LIVES_S if full else KEPT_S) * _SECOND:
                break
            del self._claims[about]
        if len(self._claims) >= self._limit:
            raise HallProblem(ProblemCode.TOO_MANY_REQUESTS, "too many codes at once", retry_after_s=LIVES_S)
