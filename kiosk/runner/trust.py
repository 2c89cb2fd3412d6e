"""Whose signed codes count at this kiosk: what the hall says, kept for a start without it.

The kiosk trusts its hall: it holds the hall's key and takes numbers, times and items from it, so it takes the roots
from it too (`contract.hall_trust` says why the signature comes along). Its own part is to go back to no older list,
whatever it is told. A list that cannot be used changes nothing; a hall that says it trusts nobody is believed at once.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from hall_server.contract.codes.trust_list import TrustListError
from hall_server.contract.hall_trust import list_in
from kiosk.codes.following import NOBODY
from kiosk.local_store import LocalStoreError
from kiosk.runner.journalling import in_journal

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from hall_server.contract.hall_trust import HallTrust
    from kiosk.codes.following import FollowingVerifier
    from kiosk.local_store import LocalStore

LOG = logging.getLogger("kapok.kiosk.trust")


class TrustKeeper:
    """Lets `codes` follow what the hall says. `journal` runs one job at a time."""

    def __init__(self, codes: FollowingVerifier, store: LocalStore, journal: Executor) -> None:
        self._codes, self._store, self._journal = codes, store, journal
        self._told: HallTrust | None = None  # what is in force
        self._refused: HallTrust | None = None  # of which the log knows

    async def restore(self) -> None:
        """What the hall said to an earlier life of this process. Raises LocalStoreError."""
        kept = await in_journal(self._journal, self._store.facts.trust)
        if kept is not None:
            self._follow(kept)

    async def heard(self, told: HallTrust | None) -> None:
        """What the hall says now; None: it trusts nobody. A disk that refuses costs the next start's list."""
        if told == self._told or not self._follow(told):
            return
        try:
            await in_journal(self._journal, self._store.facts.keep_trust, told)
        except LocalStoreError:
            LOG.exception("the trust list is used and not kept")

    def _follow(self, told: HallTrust | None) -> bool:
        """Whether it is in force now."""
        try:
            trust = NOBODY if told is None else list_in(told, self._told)
        except TrustListError as error:
            if told != self._refused:
                LOG.warning("the trust list is not taken, the one in force stays: %s", error)
            self._refused = told
            return False
        self._codes.follow(trust, () if told is None else told.audiences)
        self._told = told
        LOG.info("codes of %d issuers count, by trust list %d", len(trust.issuers), trust.serial)
        return True
