"""统一申办受理: what became of a visit, for the platform that goes on with the case (CL-H4, CL-H5, CL-D3)."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment, Reference
from hall_server.contract.city.wire import Word
from hall_server.contract.vocabulary import Outcome

CASE = "case"  # the kind of its message
CASE_OUTCOMES = frozenset(
    {
        Outcome.ACCEPTED,
        Outcome.DONE_AT_ONCE,
        Outcome.RECEIVED,
        Outcome.SUPPLEMENT_NOTICE,
        Outcome.TOLERANT_ACCEPTED,
        Outcome.REFUSED_WITH_REASON,
    }
)


class CaseItem(msgspec.Struct, frozen=True):
    """A service item of the visit: the hall's id, and the code by which the city knows it (the id again if none)."""

    id: Word
    code: Word


class CaseTold(msgspec.Struct, frozen=True, kw_only=True):
    """`case`: how one visit's service ended. Of two about one `ticket` the higher `version` counts.

    `correlation` finds the visit everywhere, `booking` and `reference` the appointment that it began with. `withdrawn`:
    the ending was taken back, there is none any more. Who came is not in it: the counter hands that over itself.
    """

    ticket: Word
    version: int
    at: Moment
    items: Annotated[tuple[CaseItem, ...], msgspec.Meta(max_length=50)]
    correlation: str = ""
    booking: str = ""
    reference: Reference = ""
    counter: int | None = None
    outcome: Outcome | None = None
    withdrawn: bool = False
