"""Made-up visits that say something of the hall: ratings and complaints (UI-K30, K31). Pure; nobody said any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import TicketState
from hall_server.contract.voices import ComplaintCategory
from kiosk.session.complaining import ComplaintStep, ComplaintWay
from kiosk.session.rating import RatingStep, RatingWay
from kiosk.session.state import Page, Session, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.messages import TicketView

_TABLE = ("办不成事", "办事效率", "服务态度", "一次没讲清", "环境与设备", "多跑了路", "收费", "意见建议", "其他")


def rating_examples(idle: Session, ticket: TicketView) -> dict[str, Session]:
    """UI-K31 before and after."""
    done = msgspec.structs.replace(ticket, state=TicketState.COMPLETED, ahead=None, wait=None)

    def at(step: RatingStep, ends_in_s: float) -> Session:
        visit = Visit(started_at=idle.now, seen=done, way=RatingWay(step, "example"))
        return replace(idle, page=Page.RATING, visit=visit, page_ends_at=idle.now + ends_in_s)

    return {
        "rating": at(RatingStep.ASKING, 18),
        "rating_sending": at(RatingStep.SENDING, 9),
        "rating_heard": at(RatingStep.HEARD, 5),
        "rating_poor": replace(
            at(RatingStep.HEARD, 5),
            visit=Visit(started_at=idle.now, seen=done, way=RatingWay(RatingStep.HEARD, "example", poor=True)),
        ),
        "rating_again": at(RatingStep.AGAIN, 5),
        "rating_kept": replace(at(RatingStep.KEPT, 5), online=False),
        "rating_not_yet": at(RatingStep.NOT_YET, 5),
        "rating_lost": at(RatingStep.LOST, 5),
    }


def complaint_examples(idle: Session) -> dict[str, Session]:
    """别的办法 and UI-K30."""
    table = tuple(ComplaintCategory(f"{place:02}", name) for place, name in enumerate(_TABLE, 1))

    def at(step: ComplaintStep, **more: object) -> Session:
        way = ComplaintWay(Page.WAYS, step, "example", table, "02", **more)  # type: ignore[arg-type]  # fields of a way
        return replace(idle, page=Page.COMPLAINT, visit=Visit(started_at=idle.now, way=way))

    ways = replace(idle, page=Page.WAYS, visit=Visit(started_at=idle.now))
    return {
        "ways": ways,
        "ways_offline": replace(ways, online=False),
        "complaint": at(ComplaintStep.CATEGORY),
        "complaint_words": at(ComplaintStep.WORDS, said=frozenset({"long_wait"})),
        "complaint_words_more": at(ComplaintStep.WORDS, list_page=1),
        "complaint_loading": at(ComplaintStep.LOADING),
        "complaint_sending": replace(at(ComplaintStep.SENDING), page_ends_at=idle.now + 19),
        "complaint_heard": at(ComplaintStep.HEARD, number="TS261016-0007", slip=True),
        "complaint_without_slip": at(ComplaintStep.HEARD, number="TS261016-0007", slip=False),
        "complaint_kept": replace(at(ComplaintStep.KEPT), online=False),
        "complaint_unsaid": replace(at(ComplaintStep.UNSAID, said=frozenset({"long_wait"})), online=False),
        "complaint_lost": replace(at(ComplaintStep.LOST), online=False),
    }
