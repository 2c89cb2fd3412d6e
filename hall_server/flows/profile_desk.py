"""A visitor's yes to having their file read 一人一档: kept in the book of records before anybody is asked (CL-G9).

The entry names the visit and the kiosk, never whose file it was nor what stood in it. Knows no city.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.correlation import correlation_of
from hall_server.domain.records import Record

if TYPE_CHECKING:
    from hall_server.contract.city_questions import ReadProfile
    from hall_server.domain.seams import Commits, Promise, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

READ = "profile_read"


class ProfileRead(msgspec.Struct, frozen=True):
    """What the entry says besides when, where and in which visit. `cards`: they wanted 您可能符合 as well."""

    cards: bool = False


class ProfileDesk:
    """Behind one object of `Hall`."""

    def __init__(self, here: Here, commits: Commits) -> None:
        self._here = here
        self._commits = commits

    def agreed(self, caller: Caller, order: ReadProfile) -> Promise[Record]:
        """Keep that they said yes. HallProblem(bad_request) when they did not."""
        if not order.consent:
            raise HallProblem(ProblemCode.BAD_REQUEST, "nobody said yes", field="$.consent")
        record = Record(
            at=self._here.clock.now(),
            kind=READ,
            about=correlation_of(order.visit),
            actor_kind=caller.kind,
            actor=caller.id,
            what=msgspec.Raw(msgspec.json.encode(ProfileRead(order.cards))),
        )

        def flow(tx: Transaction) -> Record:
            return tx.add_record(record)

        return self._commits.submit(flow)
