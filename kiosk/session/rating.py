"""评一评 (UI-K31): whoever shows the slip of a finished ticket may say how it went, in one of five words, or not.

Voluntary (CL-F2): nothing is chosen beforehand, going without a word is as easy as any word, a page that nobody touches
leaves no rating at all, and one visit is asked once. What was said is out of sight as soon as it is said.
"""

from __future__ import annotations

from enum import StrEnum

from hall_server.contract.vocabulary import TicketState
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Chosen, Touch, Touched
from kiosk.session.journey import Errand, Journey, JourneyEvent, Way
from kiosk.session.leaving import Turn, end_visit, patient
from kiosk.session.state import Page, Session
from kiosk.values import replace

STARS = {"5": 5, "4": 4, "3": 3, "2": 2, "1": 1}  # 非常满意 … 非常不满意


class RatingStep(StrEnum):
    """How far a rating is. Permanent: the page has a sentence for each."""

    ASKING = "asking"
    SENDING = "sending"
    HEARD = "heard"
    AGAIN = "again"  # 追评: there was one before, which stays
    KEPT = "kept"  # without the hall: told when it is back
    NOT_YET = "not_yet"  # the hall has no end of this service yet
    LOST = "lost"  # neither heard nor kept


class RatingWay(Way, frozen=True):
    """A rating on its way; the stars themselves are not kept here once they are said."""

    step: RatingStep = RatingStep.ASKING
    key: str = ""
    poor: bool = False  # 不满意 or worse: what went wrong may be told as well


class SendRating(Errand, frozen=True):
    """评价 under `key` → RatingSent."""

    key: str
    ticket_id: str
    stars: int


class RatingSent(JourneyEvent, frozen=True):
    """What became of it."""

    key: str
    step: RatingStep


def can_rate(session: Session) -> bool:
    """Whether the ticket behind the slip is one of today that is done, and this visit was not asked before."""
    visit, hall = session.current_visit(), session.hall
    seen = visit.seen
    if seen is None or hall is None or rating_way(session) is not None:
        return False
    return seen.state is TicketState.COMPLETED and seen.business_day == hall.business_day


def rating_way(session: Session) -> RatingWay | None:
    """How far the rating is; None when none was begun."""
    way = session.current_visit().way
    return way if isinstance(way, RatingWay) else None


def _begin(session: Session, _: Touched) -> Turn:
    return (_on(session, RatingWay(), "rating_s"), ()) if can_rate(session) else (session, ())


def _starred(session: Session, event: Chosen) -> Turn:
    """One of the five; a second touch, or a number of stars that there is not, changes nothing."""
    way, seen, stars = rating_way(session), session.current_visit().seen, STARS.get(event.value)
    if way is None or seen is None or stars is None or way.step is not RatingStep.ASKING or not event.fresh_id:
        return session, ()
    sending = RatingWay(RatingStep.SENDING, event.fresh_id, poor=stars <= STARS["2"])
    return _on(session, sending, "hall_s"), (SendRating(event.fresh_id, seen.id, stars),)


def _sent(session: Session, event: RatingSent) -> Turn:
    way = rating_way(session)
    if way is None or way.key != event.key or way.step is not RatingStep.SENDING or session.page is not Page.RATING:
        return session, ()
    good = event.step in {RatingStep.HEARD, RatingStep.AGAIN, RatingStep.KEPT}
    return _on(session, replace(way, step=event.step), "thanks_s"), (PlayTone(Tone.OK if good else Tone.WARN),)


def _over(session: Session) -> Turn:
    """Time is over: before an answer that is 未评价; a runner that says nothing ends in thanks that promise nothing."""
    way = rating_way(session)
    if way is not None and way.step is RatingStep.SENDING:
        return _on(session, replace(way, step=RatingStep.LOST), "thanks_s"), (PlayTone(Tone.WARN),)
    return end_visit(session)


def _leave(session: Session, _: Touched) -> Turn:
    return end_visit(session)


def _on(session: Session, way: RatingWay, rule: str) -> Session:
    visit = replace(session.current_visit(), way=way)
    ends_at = session.now + patient(session, rule)
    return replace(session, page=Page.RATING, visit=visit, page_ends_at=ends_at, last_touch=session.now)


JOURNEY = Journey(
    touches={
        (Page.TICKET_STATE, Touch.RATE): _begin,
        (Page.RATING, Touch.SKIP): _leave,
        (Page.RATING, Touch.FINISH): _leave,
    },
    choices={(Page.RATING, Choice.STARS): _starred},
    answers={RatingSent: _sent},
    ends={Page.RATING: _over},
)
