"""UI-K31 评一评: five words of equal weight, then thanks. Pure; which of them was touched is not shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.leaving import patient
from kiosk.session.rating import RatingStep, rating_way
from kiosk.values import Value
from kiosk.viewmodels.frame import seconds_left, share_left
from kiosk.viewmodels.tongue import ticket_item

if TYPE_CHECKING:
    from kiosk.session.state import Session

ALL = (5, 4, 3, 2, 1)
SAID = {RatingStep.HEARD, RatingStep.AGAIN, RatingStep.KEPT}


class RatingProps(Value, frozen=True):
    """`step`: a RatingStep. `stars`: of the five words, from the top; always all of them, none of them chosen."""

    step: str = RatingStep.ASKING
    item: str = ""
    label: str = ""
    stars: tuple[int, ...] = ALL
    poor: bool = False  # said, and not well: what went wrong may be told as well
    seconds: int = 0
    share: float = 0.0


def rating_props(session: Session) -> RatingProps:
    """Derive the page."""
    way, seen = rating_way(session), session.current_visit().seen
    step = RatingStep.ASKING if way is None else way.step
    rule = {RatingStep.ASKING: "rating_s", RatingStep.SENDING: "hall_s"}.get(step, "thanks_s")
    return RatingProps(
        step=step,
        item=ticket_item(session, seen) if seen else "",
        label=seen.label if seen else "",
        poor=way is not None and way.poor and step in SAID,
        seconds=seconds_left(session.page_ends_at, session.now),
        share=share_left(session.page_ends_at, session.now, patient(session, rule)),
    )
