"""办件进度: where a case is, in one line and without anything of the person (CL-E21).

News: `status`, whose subject is the case. A case is named by the id of the visit (`correlation`, or the ticket's id).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.city.wire import Word

STATUS = "status"  # the kind of news


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
    """A case as it stands. `due_at` 0: no promise. `place`: where to collect, as the city words it."""

    case: Word
    state: CaseState
    at: Moment
    due_at: Moment = 0
    place: Annotated[str, msgspec.Meta(max_length=60)] = ""
