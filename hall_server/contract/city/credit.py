"""信用信息: one question of a hall before 容缺受理, answered yes or no, and kept by nobody here (clause CL-D3).

The answer is about one person and one item at this moment. It stands in no record, no log and no repr: the hall that
asked knows it until the clerk has read it.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.city.licences import Holder
from hall_server.contract.city.wire import Word


class MayDefer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`POST /credit/may-defer`: may this person hand in `materials` later? `staff`: who asks, a named person always."""

    item: Word
    business: Word  # the id of the visit
    place: Word
    staff: Word
    holder: Holder
    materials: Annotated[tuple[Word, ...], msgspec.Meta(min_length=1, max_length=32)]


class CreditAnswer(msgspec.Struct, frozen=True):
    """Yes or no, without a reason: a reason would be the person's data."""

    may: bool

    def __repr__(self) -> str:
        """Without the answer."""
        return "CreditAnswer(…)"
