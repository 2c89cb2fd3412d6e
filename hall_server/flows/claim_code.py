"""Which signed codes were shown in this hall: the first kiosk that claims one has it (definitions.md 14).

Kept for a day, as a mark from which no code can be made: a code lives for a minute, but kiosks that were alone report
later. A double use is an entry in the book of records. Knows no person.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.code_claims import CodeClaimed
from hall_server.domain.code_claims import USED_TWICE, CodeClaim, code_mark
from hall_server.domain.records import Record

if TYPE_CHECKING:
    from hall_server.contract.code_claims import ClaimCode
    from hall_server.domain.seams import Clock, Commits, Promise, Transaction
    from hall_server.flows.caller import Caller

_log = logging.getLogger("kapok.hall.codes")

KEPT_S = 24 * 3600
_TIDY_S = 600
_SECOND = 1_000_000


class UsedTwice(msgspec.Struct, frozen=True):
    """What the record of a double use says; its `about` is the code's mark. `alone`: reported afterwards."""

    first: str
    alone: bool


class CodeClaims:
    """The claims of one hall, whichever process is asked."""

    def __init__(self, clock: Clock, commits: Commits) -> None:
        self._clock = clock
        self._commits = commits
        self._tidied = -_TIDY_S * _SECOND

    def claim(self, caller: Caller, key: str, order: ClaimCode) -> Promise[CodeClaimed]:
        """Whether this kiosk is the first; the same key gives the same answer."""
        at, steady = self._clock.now(), self._clock.steady()
        tidy = steady - self._tidied >= _TIDY_S * _SECOND
        if tidy:
            self._tidied = steady
        mine = CodeClaim(code_mark(order.issuer, order.jti), caller.id, key, at)

        def work(tx: Transaction) -> CodeClaimed:
            if tidy:
                tx.forget_code_claims(at - KEPT_S * _SECOND)
            before = tx.code_claim(mine.code)
            if before is None:
                tx.add_code_claim(mine)
                return CodeClaimed(first=True)
            first = (before.kiosk, before.key) == (mine.kiosk, mine.key)
            if not first and not _told(tx, mine):
                _tell(tx, caller, before, mine, alone=order.alone)
            return CodeClaimed(first)

        return self._commits.submit(work)


def _told(tx: Transaction, mine: CodeClaim) -> bool:
    """Whether this kiosk's second use is written down already: a repeat is no third."""
    return any(one.kind == USED_TWICE and one.actor == mine.kiosk for one in tx.records_about(mine.code))


def _tell(tx: Transaction, caller: Caller, before: CodeClaim, mine: CodeClaim, *, alone: bool) -> None:
    what = msgspec.Raw(msgspec.json.encode(UsedTwice(before.kiosk, alone)))
    tx.add_record(
        Record(at=mine.at, kind=USED_TWICE, about=mine.code, actor_kind=caller.kind, actor=caller.id, what=what)
    )
    how = "without the hall" if alone else "and refused there"
    _log.warning("a code was used twice: by kiosk=%s, then by kiosk=%s %s", before.kiosk, mine.kiosk, how)
