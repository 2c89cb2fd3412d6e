"""办件进度: where a case is, in one line and without anything of the person (CL-E21).

News: `status`, whose subject is the case. A case is named by the id of the visit (`correlation`, or the ticket's id),
an application's by its own; `number` is what people have on paper. A holder's list is asked for with who they are.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.city.licences import Holder
from hall_server.contract.city.wire import Word

STATUS = "status"  # the kind of news
MOST_CASES = 50  # of one holder, the newest
CaseName = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z_-]{1,64}\Z")]  # an id, or the number on the receipt
_Short = Annotated[str, msgspec.Meta(max_length=64)]


class CaseState(StrEnum):
    """How far a case is."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    IN_WORK = "in_work"
    SUPPLEMENT = "supplement"  # 待补正
    DECIDED = "decided"
    READY = "ready"  # 可领证
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class CaseStatus(msgspec.Struct, frozen=True, kw_only=True):
    """A case as it stands. `due_at` 0: no promise. `place`: where to collect, as the city words it.

    `item`: what it is about, as people call it; `contact`: a telephone that answers for it.
    """

    case: Word
    state: CaseState
    at: Moment
    due_at: Moment = 0
    place: Annotated[str, msgspec.Meta(max_length=60)] = ""
    number: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z_-]{0,64}\Z")] = ""
    item: _Short = ""
    contact: Annotated[str, msgspec.Meta(max_length=32)] = ""


class CasesWanted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`POST /progress/mine`: whose cases, asked where. The answer is for that person alone."""

    holder: Holder
    place: Word


class HolderCases(msgspec.Struct, frozen=True):
    """The newest first; none is an answer too."""

    cases: Annotated[tuple[CaseStatus, ...], msgspec.Meta(max_length=MOST_CASES)]
