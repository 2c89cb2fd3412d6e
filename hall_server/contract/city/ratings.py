"""好差评: a visitor's word about one stage of one visit, for the city's rating system (CL-F1–F6).

Which member of staff it was about is not in it, and no console of the hall shows it to clerks.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.city.wire import Word

RATING = "rating"  # the kind of its message


class RatingChannel(StrEnum):
    """Where it was given."""

    COUNTER = "counter"  # the pad at the counter
    KIOSK = "kiosk"
    PAGE = "page"  # the ticket page behind the slip's code
    CITY = "city"


class RatingStage(StrEnum):
    """What it is about; of each there is one valid rating, later ones are 追评."""

    SERVICE = "service"
    RESULT = "result"


class RatingTold(msgspec.Struct, frozen=True, kw_only=True):
    """`rating`. `stars`: 5 非常满意 … 1 非常不满意. `again`: 追评, beside the valid one and not instead of it."""

    ticket: Word
    stage: RatingStage
    stars: Annotated[int, msgspec.Meta(ge=1, le=5)]
    at: Moment
    channel: RatingChannel
    item: Word
    options: Annotated[tuple[Word, ...], msgspec.Meta(max_length=12)] = ()  # codes of what was ticked
    counter: int | None = None
    correlation: str = ""
    again: bool = False
