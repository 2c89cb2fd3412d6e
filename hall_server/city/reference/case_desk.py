"""The acceptance platform of the reference city: cases come from halls, go on here, and their progress is told.

A case is named by the visit (`correlation`, else the ticket). Of two messages about a ticket the higher version counts.
In memory. Knows no HTTP and nobody's name.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import msgspec

from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.contract.city.acceptance import CASE, CaseTold
from hall_server.contract.city.ports import PortName
from hall_server.contract.city.progress import STATUS, CaseState, CaseStatus
from hall_server.contract.vocabulary import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.reference.inbox import Inbox, Told
    from hall_server.city.reference.news import News

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
        inbox.listen(PortName.ACCEPTANCE.value, CASE, self._hear)

    def status(self, case: str) -> CaseStatus:
        """Where a case is. Raises CityError(not_found)."""
        found = self._cases.get(case)
        if found is None:
            raise CityError(CityProblem.NOT_FOUND)
        return found

    def go_on(self, case: str, state: CaseState, due_at: int = 0, place: str = "") -> CaseStatus:
        """A department works on it. Raises CityError(not_found)."""
        self.status(case)
        return self._put(CaseStatus(case=case, state=state, at=self._now_us(), due_at=due_at, place=place))

    def _put(self, status: CaseStatus) -> CaseStatus:
        self._cases[status.case] = status
        while len(self._cases) > MOST:
            self._cases.popitem(last=False)
        self._news.say(PortName.PROGRESS.value, status.case, STATUS, status)
        return status

    def _hear(self, told: Told) -> None:
        said = msgspec.json.decode(told.body, type=CaseTold)
        if said.version <= self._versions.get(said.ticket, 0):
            return
        self._versions[said.ticket] = said.version
        state = CaseState.WITHDRAWN if said.outcome is None else _BEGINS.get(said.outcome, CaseState.RECEIVED)
        self._put(CaseStatus(case=said.correlation or said.ticket, state=state, at=self._now_us()))
