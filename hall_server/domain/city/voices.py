"""Rules of ratings and complaints: which rating counts, what of a text may be kept, the table of categories."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.ratings import RatingStage
from hall_server.contract.staff import StaffRole
from hall_server.contract.voices import ComplaintCategory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.domain.records import Record

RATING, COMPLAINT, WORK_ORDER, ORDER_ANSWER = "rating", "complaint", "work_order", "order_answer"  # kinds of records
RATING_CASE = "rating_case"
BAD_STARS = 2  # 不满意, 非常不满意: somebody of the hall answers for looking into it
LEFT_OUT = "（号码略）"
_NUMBER = re.compile(r"\d(?:[ \u3000.\-_]?[\dXx]){6,}")
_CATEGORIES_MAX = 200

CATEGORIES = (  # until a hall is given its city's table
    ComplaintCategory("wait", "等得太久"),
    ComplaintCategory("manner", "态度不好"),
    ComplaintCategory("refused", "不该不办"),
    ComplaintCategory("paper", "要的材料不对"),
    ComplaintCategory("fee", "收费"),
    ComplaintCategory("place", "环境和设备"),
    ComplaintCategory("other", "别的"),
)


class RatingRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record of `RATING`. Which clerk it was about is not in it."""

    stage: RatingStage
    stars: int
    channel: str
    options: tuple[str, ...] = ()
    again: bool = False


class RatingCase(msgspec.Struct, frozen=True):
    """A record of `RATING_CASE` 回访: opened by a bad rating, once a visit; `rating` is the n of that record."""

    rating: int
    owner: StaffRole = StaffRole.LEAD


class ComplaintRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A record of `COMPLAINT`; what was written is in the message alone, until it is forgotten there."""

    category: str
    ticket: str = ""


def is_again(records: Iterable[Record], stage: RatingStage) -> bool:
    """Whether a stage of a ticket has its valid rating: one each, whatever came by which way (CL-F3)."""
    return any(one.kind == RATING and one.as_(RatingRecord).stage is stage for one in records)


def opens_case(records: Iterable[Record], stars: int) -> bool:
    """Whether a rating is bad and none of the same visit was before."""
    return stars <= BAD_STARS and not any(one.kind == RATING_CASE for one in records)


def without_numbers(words: str) -> str:
    """A text in which no number of a person, a card or a telephone stands."""
    return _NUMBER.sub(LEFT_OUT, words)[:500]


def complaint_number(day: str, n: int) -> str:
    """受理号: the day and the record's own number, so that no two are alike."""
    return f"TS{day.replace('-', '')[2:]}-{n}"


def categories_in(table: bytes) -> tuple[ComplaintCategory, ...]:
    """A city's table (CL-F16): TOML, `[[category]]` with `code` and `name`. Raises ValueError for one that is none."""
    try:
        found = msgspec.toml.decode(table, type=dict[str, tuple[ComplaintCategory, ...]])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from None
    rows = found.get("category", ())
    if not 0 < len(rows) <= _CATEGORIES_MAX or len({one.code for one in rows}) != len(rows):
        raise ValueError("expected [[category]], each code once")
    return rows
