"""A visitor's yes or no on its way to the hall, and what is found after a yes, until nothing is looked for any more.

Whose licences they are is known to `Holders` only. A hall that cannot be asked finds nothing: the things are brought.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall_server.contract.licence_visits import GiveConsent
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.in_time import in_time
from kiosk.session.consent import KeepConsent, LicencesCame

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.licence_visits import LicencesFound
    from kiosk.runner.errands import Errands
    from kiosk.runner.holders import Holders
    from kiosk.runner.ports import Clock, LicenceVerbs, Post

LOG = logging.getLogger("kapok.kiosk.licences")

WITHIN_S = 2.0
AGAIN_S = 0.5
MOST_TRIES = 12  # the city has 5 s at the hall


@dataclass(frozen=True)
class Consents:
    """Performs KeepConsent. `verbs` block; None: this kiosk has no hall for them."""

    verbs: LicenceVerbs | None
    holders: Holders
    post: Post
    clock: Clock
    fresh_id: Callable[[], str]
    again_s: float = AGAIN_S

    def serve(self, errands: Errands) -> None:
        """Take the errand on."""
        errands.register(KeepConsent, self.keep)

    async def keep(self, errand: KeepConsent) -> None:
        """Tell the hall once; after a yes ask until everything is found, or the hall has nothing more to say."""
        found: LicencesFound | None = None
        try:
            if self.verbs is not None and await self._told(self.verbs, errand):
                found = await self._found(self.verbs, errand)
        except (HallSilentError, HallRefusedError) as error:
            LOG.info("licences are not looked for: %s", error.code)
        if errand.given:
            self.post(LicencesCame(self.clock(), errand.visit, found))

    async def _told(self, verbs: LicenceVerbs, errand: KeepConsent) -> bool:
        order, key = self._order(errand), self.fresh_id()
        if order is None:
            LOG.warning("nobody knows whose licences these are any more")
            return False
        await in_time(lambda: verbs.consent(key, errand.visit, order), WITHIN_S)
        return errand.given

    def _order(self, errand: KeepConsent) -> GiveConsent | None:
        purpose = errand.purpose
        if not errand.given:
            return GiveConsent(given=False, items=purpose.items, licences=purpose.licences)
        holder = self.holders.of(errand.holder)
        if holder is None:
            return None
        principal = self.holders.of(errand.principal) if errand.principal else None
        return GiveConsent(
            given=True, items=purpose.items, licences=purpose.licences, holder=holder, principal=principal
        )

    async def _found(self, verbs: LicenceVerbs, errand: KeepConsent) -> LicencesFound:
        found = await in_time(lambda: verbs.found(errand.visit), WITHIN_S)
        for _ in range(MOST_TRIES):
            if not found.looking:
                break
            self.post(LicencesCame(self.clock(), errand.visit, found))
            await asyncio.sleep(self.again_s)
            found = await in_time(lambda: verbs.found(errand.visit), WITHIN_S)
        return found
