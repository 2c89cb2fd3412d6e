"""Made-up visits that say something of the hall: ratings (UI-K31). Pure; nobody said any of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import TicketState
from kiosk.session.rating import RatingStep, RatingWay
from kiosk.session.state import Page, Session, Visit

if TYPE_CHECKING:
    from hall_server.contract.messages import TicketView


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
        "rating_again": at(RatingStep.AGAIN, 5),
        "rating_kept": replace(at(RatingStep.KEPT, 5), online=False),
        "rating_not_yet": at(RatingStep.NOT_YET, 5),
        "rating_lost": at(RatingStep.LOST, 5),
    }
