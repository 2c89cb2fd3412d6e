"""What visitors say of the hall, as it comes from kiosks, counters and ticket pages: ratings and complaints (CL-F).

Nobody is named in any of it, and nobody has to say who they are.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall_server.contract.city.complaints import Code, OrderState, Words
from hall_server.contract.city.ratings import RatingChannel, RatingStage
from hall_server.contract.city.wire import Word
from hall_server.contract.messages import Command


class GiveRating(Command, frozen=True):
    """评价. `stars`: 5 非常满意 … 1 非常不满意; `options`: codes of what was ticked."""

    stars: Annotated[int, msgspec.Meta(ge=1, le=5)]
    stage: RatingStage = RatingStage.SERVICE
    channel: RatingChannel = RatingChannel.KIOSK
    options: Annotated[tuple[Word, ...], msgspec.Meta(max_length=12)] = ()


class RatingKept(msgspec.Struct, frozen=True, kw_only=True):
    """`again`: there was a valid one of this stage already; this is 追评 beside it. What was said is not repeated."""

    ticket: str
    stage: RatingStage
    again: bool


class Complain(Command, frozen=True):
    """投诉. Without a `ticket` it is about the hall. Runs of seven or more digits in `words` are not kept."""

    category: Code
    words: Words = ""
    ticket: Annotated[str, msgspec.Meta(max_length=64)] = ""


class ComplaintKept(msgspec.Struct, frozen=True, kw_only=True):
    """`number`: 受理号, for the slip."""

    number: str
    category: str
    at: int
    hotline: str = ""


class ComplaintCategory(msgspec.Struct, frozen=True):
    """One row of the table of categories."""

    code: Code
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]


class ComplaintCategories(msgspec.Struct, frozen=True):
    """All of them, in the order in which they are shown."""

    categories: tuple[ComplaintCategory, ...]


class WorkOrderView(msgspec.Struct, frozen=True, kw_only=True):
    """A work order of the hotline as it stands in the hall."""

    number: str
    version: int
    category: str
    words: str
    at: int
    due_at: int = 0
    ticket: str = ""
    state: OrderState = OrderState.RECEIVED


class WorkOrders(msgspec.Struct, frozen=True):
    """The newest first."""

    orders: tuple[WorkOrderView, ...]


class AnswerOrder(Command, frozen=True):
    """What the hall says of a work order."""

    state: OrderState
    words: Words = ""


class OrderAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """That it was said."""

    number: str
    state: OrderState
    at: int
