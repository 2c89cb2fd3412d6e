"""The acceptance platform of the reference city: cases come from halls, go on here, and their progress is told.

A case is named by the visit (`correlation`, else the ticket), an application's by its own id; both may have a number.
Of two messages about a ticket the higher version counts. In memory. Knows no HTTP and nobody's name: a holder is the
handle that codes carry.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import msgspec

from hall_server.city.reference.case_shelf import BEGUN, DAY_US
from hall_server.city.reference.licence_shelf import BY_NUMBER
from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.acceptance import CASE, CaseTold
from hall_server.contract.city.ports import PortName
from hall_server.contract.city.progress import MOST_CASES, STATUS, CaseState, CaseStatus
from hall_server.contract.vocabulary import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.reference.inbox import Inbox, Told
    from hall_server.city.reference.news import News
    from hall_server.contract.city.licences import Holder

MOST = 20_000
_BEGINS = {
    Outcome.ACCEPTED: CaseState.ACCEPTED,
    Outcome.TOLERANT_ACCEPTED: CaseState.ACCEPTED,
    Outcome.RECEIVED: CaseState.RECEIVED,
    Outcome.SUPPLEMENT_NOTICE: CaseState.SUPPLEMENT,
    Outcome.DONE_AT_ONCE: CaseState.CLOSED,
    Outcome.REFUSED_WITH_REASON: CaseState.CLOSED,
}


class CaseDesk:
    """All cases of this city."""

    def __init__(self, inbox: Inbox, news: News, now_us: Callable[[], int]) -> None:
        self._news = news
        self._now_us = now_us
        self._cases: OrderedDict[str, CaseStatus] = OrderedDict()
        self._versions: dict[str, int] = {}
        self._named: dict[str, str] = {}  # by the number on the receipt: the case
        self._whose: dict[str, str] = {}  # by case: the holder's handle
        for one in BEGUN:
            due = now_us() + one.due_in * DAY_US if one.due_in else 0
            at = max(0, now_us() - one.days_ago * DAY_US)
            self.begin(
                CaseStatus(
                    case=one.number,
                    number=one.number,
                    state=one.state,
                    at=at,
                    due_at=due,
                    place=one.place,
                    item=one.item,
                    contact=one.contact,
                ),
                one.whose,
            )
        inbox.listen(PortName.ACCEPTANCE.value, CASE, self._hear)

    def status(self, case: str) -> CaseStatus:
        """Where a case is, by its id or its number. Raises CityError(not_found)."""
        found = self._cases.get(self._named.get(case, case))
        if found is None:
            raise CityError(CityProblem.NOT_FOUND)
        return found

    def mine(self, holder: Holder) -> tuple[CaseStatus, ...]:
        """Somebody's cases, the newest first; of whom nothing is known there are none."""
        who = holder.handle or BY_NUMBER.get(holder.number, "")
        found = [one for case, one in self._cases.items() if who and self._whose.get(case) == who]
        return tuple(sorted(found, key=lambda one: -one.at)[:MOST_CASES])

    def begin(self, status: CaseStatus, whose: str) -> CaseStatus:
        """A case of somebody's own."""
        self._whose[status.case] = whose
        self._named[status.number] = status.case
        return self._put(status)

    def go_on(self, case: str, state: CaseState, due_at: int = 0, place: str = "") -> CaseStatus:
        """A department works on it. Raises CityError(not_found)."""
        known = self.status(case)
        return self._put(msgspec.structs.replace(known, state=state, at=self._now_us(), due_at=due_at, place=place))

    def _put(self, status: CaseStatus) -> CaseStatus:
        self._cases[status.case] = status
        while len(self._cases) > MOST:
            gone, last = self._cases.popitem(last=False)
            self._whose.pop(gone, None)
            self._named.pop(last.number, None)
        self._news.say(PortName.PROGRESS.value, status.case, STATUS, status)
        return status

    def _hear(self, told: Told) -> None:
        said = msgspec.json.decode(told.body, type=CaseTold)
        if said.version <= self._versions.get(said.ticket, 0):
            return
        self._versions[said.ticket] = said.version
        state = CaseState.WITHDRAWN if said.outcome is None else _BEGINS.get(said.outcome, CaseState.RECEIVED)
        self._put(CaseStatus(case=said.correlation or said.ticket, state=state, at=self._now_us()))
