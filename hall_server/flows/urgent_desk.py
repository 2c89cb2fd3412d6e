"""紧急通知 of one hall: posted and lifted by staff, kept in the book of records, told with each look at it (CL-H22).

Answered from memory: what the book says last, while its time runs. Other processes' entries are found within a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import UrgentNotice
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.urgent_notice import MINUTES_MOST, LiftUrgentNotice, PostUrgentNotice, UrgentNow
from hall_server.domain.records import Record
from hall_server.flows.desk import staff
from hall_server.flows.once import InFlight, Request, once
from hall_server.flows.records_since import before_moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

KIND = "urgent_notice"
_MINUTE = 60_000_000
_PAGE = 500


class UrgentDesk:
    """The one notice that stands, or none."""

    def __init__(self, here: Here, commits: Commits, keys: InFlight, reader: Reader) -> None:
        self._here, self._commits, self._keys, self._reader = here, commits, keys, reader
        self._notice: UrgentNotice | None = None
        at = here.clock.now()
        self._read_to = before_moment(reader, "", at + 1)
        for record in reader.records(KIND, before_moment(reader, KIND, at - MINUTES_MOST * _MINUTE), _PAGE):
            self._notice = record.as_(UrgentNow).notice
        self._told = self.now()

    def now(self) -> UrgentNotice | None:
        """What stands at this moment."""
        notice = self._notice
        return notice if notice is not None and self._here.clock.now() < notice.until else None

    def post(self, caller: Caller, key: str, order: PostUrgentNotice) -> Promise[UrgentNow]:
        """In the place of the one before. The key is its id.

        HallProblem(bad_request: nobody said who | not_allowed: no such member of staff).
        """
        at = self._here.clock.now()
        notice = UrgentNotice(
            id=key,
            words=order.words,
            words_hk=order.words_hk,
            words_en=order.words_en,
            at=at,
            until=at + order.minutes * _MINUTE,
        )
        return self._command(caller, key, order, UrgentNow(notice))

    def lift(self, caller: Caller, key: str, order: LiftUrgentNotice) -> Promise[UrgentNow]:
        """It is over; again is the same. HallProblem as for `post`."""
        return self._command(caller, key, order, UrgentNow())

    def changed(self) -> bool:
        """Look into the book and at the clock; whether another one stands than the last time. About once a second."""
        while found := self._reader.records("", self._read_to, _PAGE):
            self._read_to = found[-1].n
            for record in found:
                if record.kind == KIND:
                    self._notice = record.as_(UrgentNow).notice
        before, self._told = self._told, self.now()
        return self._told != before

    def _command(
        self, caller: Caller, key: str, order: PostUrgentNotice | LiftUrgentNotice, now: UrgentNow
    ) -> Promise[UrgentNow]:
        at = self._here.clock.now()
        what = msgspec.Raw(msgspec.json.encode(now))

        def flow(tx: Transaction) -> UrgentNow:
            who = self._who(order.by or staff(tx, caller).id)
            tx.add_record(Record(at=at, kind=KIND, about=key, actor_kind=caller.kind, actor=who, what=what))
            return now

        return self._submitted(Request(key, KIND, "", caller, order), flow, at)

    def _who(self, staff_no: str) -> str:
        if not staff_no:
            raise HallProblem(ProblemCode.BAD_REQUEST, "expected a work number", field="$.by")
        if self._here.site.staff and staff_no not in self._here.site.staff:
            raise HallProblem(ProblemCode.NOT_ALLOWED, "no such member of staff", field="$.by")
        return staff_no

    def _submitted(self, request: Request, flow: Callable[[Transaction], UrgentNow], at: int) -> Promise[UrgentNow]:
        self._keys.enter(request.key)
        promise = self._commits.submit(lambda tx: once(tx, request, at, UrgentNow, flow), (request.key,))
        return self._keys.leave_with(request.key, promise)
