"""查进度 between a kiosk and its hall: where somebody's cases are, in five steps, by when, whom to call (CL-E21).

By the number on the receipt, or the slip, nothing is told but the step: whoever finds the paper learns nothing of a
person. What the cases are about goes to whoever has shown card or code.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.city.licences import Holder
from hall_server.contract.city.progress import CaseName, CaseState
from hall_server.contract.messages import Command
from hall_server.contract.vocabulary import Outcome

STEPS = 5  # 收件、受理、审查、决定、送达
STEP: dict[CaseState, int] = {
    CaseState.RECEIVED: 1,
    CaseState.ACCEPTED: 2,
    CaseState.IN_WORK: 3,
    CaseState.SUPPLEMENT: 3,
    CaseState.DECIDED: 4,
    CaseState.READY: 5,
    CaseState.CLOSED: 5,
    CaseState.WITHDRAWN: 0,
}
ENDED_AS: dict[Outcome, CaseState] = {  # what the hall itself knows of a visit that is over
    Outcome.ACCEPTED: CaseState.ACCEPTED,
    Outcome.TOLERANT_ACCEPTED: CaseState.ACCEPTED,
    Outcome.RECEIVED: CaseState.RECEIVED,
    Outcome.SUPPLEMENT_NOTICE: CaseState.SUPPLEMENT,
    Outcome.DONE_AT_ONCE: CaseState.CLOSED,
    Outcome.REFUSED_WITH_REASON: CaseState.CLOSED,
}


class AskProgress(Command, frozen=True, kw_only=True):
    """By one of three: `holder` (card or code was shown), `case` (the number on the receipt), `ticket` (a slip).

    ValueError for none or several.
    """

    holder: Holder | None = None
    case: CaseName | None = None
    ticket: Annotated[str, msgspec.Meta(max_length=64)] = ""

    def __post_init__(self) -> None:
        if [self.holder is not None, self.case is not None, bool(self.ticket)].count(True) != 1:
            msg = "either a holder, a case or a ticket"
            raise ValueError(msg)


class ToldBy(StrEnum):
    """Who says so."""

    CITY = "city"
    HALL = "hall"  # the city gives no answer: how the visit ended here


class CaseView(msgspec.Struct, frozen=True, kw_only=True):
    """One case. `step`: 1 to 5, 0 when it was withdrawn; `contact`: whom to call; moments 0: none."""

    number: str  # as on the receipt; of a visit without one its id
    state: CaseState
    step: int
    at: Moment
    due_at: Moment = 0
    place: str = ""  # where to collect
    contact: str = ""
    item: str = ""  # what it is about; only for whoever has shown card or code
    told_by: ToldBy = ToldBy.CITY


class CasesFound(msgspec.Struct, frozen=True):
    """The newest first. `asked`: whether the city has answered; without it only what the hall knows is here."""

    cases: tuple[CaseView, ...]
    asked: bool = True
