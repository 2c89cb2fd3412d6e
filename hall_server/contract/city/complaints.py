"""投诉与 12345: what visitors complain of, and the work orders that come of calls to the hotline (CL-F7, F15, F16).

News: `work_order`, whose subject is its number. Messages: `complaint`, `answered`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.city.wire import Word

COMPLAINT, ANSWERED = "complaint", "answered"  # kinds of messages
WORK_ORDER = "work_order"  # of news

Words = Annotated[str, msgspec.Meta(max_length=500)]
Code = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,31}\Z")]


class ComplaintTold(msgspec.Struct, frozen=True, kw_only=True):
    """`complaint`: anonymous always; whoever wishes an answer asks by `number`. `ticket` "": not about a visit."""

    number: Word  # 受理号, as on the slip
    category: Code
    at: Moment
    words: Words = ""
    ticket: str = ""
    item: str = ""
    place: Annotated[str, msgspec.Meta(max_length=64)] = ""  # the kiosk or counter where it was handed in


class WorkOrder(msgspec.Struct, frozen=True, kw_only=True):
    """The body of `work_order`: what the hall is to look into, by when (0: no term)."""

    category: Code
    words: Words
    at: Moment
    due_at: Moment = 0
    ticket: str = ""  # or a complaint's number


class OrderState(StrEnum):
    """How far the hall is with a work order."""

    RECEIVED = "received"
    ANSWERED = "answered"
    NOT_OURS = "not_ours"  # 退回


class OrderAnswered(msgspec.Struct, frozen=True, kw_only=True):
    """`answered`: of two about one `order` the later `at` counts."""

    order: Word
    state: OrderState
    at: Moment
    words: Words = ""
