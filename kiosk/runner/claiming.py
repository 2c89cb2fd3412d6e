"""A signed code is good once: the hall is asked, or told afterwards (definitions.md 14).

With the hall in reach it decides; a kiosk that is alone goes by its own memory (`contract.codes.once`) and tells the
hall when it is there again, so that a double use is found. What is still to be told lies in this process's memory: it
is about the past, and nobody's number hangs on it. Knows no person; logs no code.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hall_server.contract.code_claims import ClaimCode
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.problems import ProblemCode
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.in_time import in_time, unless_silent

if TYPE_CHECKING:
    from hall_server.contract.codes.claims import Claims
    from kiosk.runner.ports import Clock, Hall
    from kiosk.runner.standby import Standby

LOG = logging.getLogger("kapok.kiosk.claiming")

REMEMBERED = 1000  # codes taken alone; more than a kiosk sees in a day


@dataclass
class Claiming:
    """Claims codes for this kiosk. `again_s`: how often it looks whether there is somebody to tell."""

    hall: Hall
    standby: Standby
    clock: Clock
    within_s: float
    again_s: float = 2.0
    _owed: dict[str, ClaimCode] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def owed(self) -> int:
        """How many codes the hall has not heard of yet."""
        return len(self._owed)

    async def refusal(self, claims: Claims) -> Refusal | None:
        """Why a good code is refused all the same; None: it is the first time, as far as can be known here."""
        key, order = str(uuid.uuid4()), ClaimCode(claims.issuer, claims.jti)
        try:
            unless_silent(self.standby)
            first = await in_time(lambda: self.hall.claim_code(key, order), self.within_s)
        except HallSilentError as error:
            LOG.info("a code is taken without the hall: %s", error)
            self.standby.silent(self.clock())
            self._owe(key, ClaimCode(claims.issuer, claims.jti, alone=True))
        except HallRefusedError as error:
            if error.code == ProblemCode.TOO_MANY_REQUESTS:
                return Refusal.TOO_MANY_AT_ONCE
            LOG.warning("the hall does not say whether a code was used: %s", error.code)  # of an older program
        else:
            return None if first else Refusal.ALREADY_USED
        return None

    def _owe(self, key: str, order: ClaimCode) -> None:
        if len(self._owed) >= REMEMBERED:
            del self._owed[next(iter(self._owed))]
            LOG.warning("a code that was taken alone is never told: there are too many")
        self._owed[key] = order
        self._news.set()

    async def run(self) -> None:
        """Tell the hall of codes that were taken without it, until cancelled."""
        while True:
            await self._news.wait()
            self._news.clear()
            while self._owed:
                if not self.standby.answers or not await self._tell():
                    await asyncio.sleep(self.again_s)

    async def _tell(self) -> bool:
        key, order = next(iter(self._owed.items()))
        try:
            first = await in_time(lambda: self.hall.claim_code(key, order), self.within_s)
        except HallSilentError:
            return False
        except HallRefusedError as error:
            LOG.warning("the hall will not hear of a code that was taken alone: %s", error.code)
        else:
            if not first:
                LOG.warning("a code that was taken alone had been used elsewhere")
        self._owed.pop(key, None)
        return True
