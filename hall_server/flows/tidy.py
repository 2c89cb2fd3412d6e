"""Each business day, and now and then again: old seats and tickets are closed, old first answers forgotten.

Nobody asks for an answer again after its business day and 72 h more (definitions.md 8).
An answer goes when the clock says so and the hall has seen enough days: a clock that was set ten days ahead and back
has seen two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.domain.business_day import day_after, day_before, day_began
from hall_server.flows.close_day import close_day, close_days_ahead
from hall_server.flows.close_old_seats import close_old_seats

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.seams import Promise, Transaction
    from hall_server.flows.here import Here

_HOUR = 3_600 * 1_000_000
_DAYS = 4  # the day of the answer and three more
_AGAIN = 10 * 60 * 1_000_000  # what comes late into an old day (an outbox, an undo, a slip) is closed soon too
_KEPT = _DAYS * 24 * _HOUR


class Tidying:
    """Once a business day, until it was committed, and every ten minutes again."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._seen: set[str] = set()  # business days on which this process was alive
        self._done = ""
        self._at = 0
        self._strays = False

    def was_moved(self, business_day: str, today: str) -> None:
        """A ticket of `business_day` was just moved. One of a day that is not near is closed at the next tick.

        After a clock was wrong by far an outbox brings numbers of another season, a slip that was at its printer is
        confirmed, a counter puts somebody back in line: the same number may be given today. Those of yesterday, whose
        visitors may still stand in line, have their ten minutes.
        """
        self._strays = self._strays or not day_before(today) <= business_day <= day_after(today)

    def work(self, today: str) -> Callable[[Transaction], str] | None:
        """What is to be committed now; None when this day's is done."""
        self._seen.add(today)
        at = self._here.clock.now()
        if self._done == today and not self._strays and abs(at - self._at) < _AGAIN:
            return None

        def forget(tx: Transaction) -> str:
            here = self._here
            close_old_seats(tx, here)
            close_day(tx, here, day_before(today))
            close_days_ahead(tx, here, day_after(today))
            days = sorted({here.day(hour * _HOUR) for hour in tx.answer_hours()} | self._seen)
            if len(days) > _DAYS:
                began = day_began(days[-_DAYS], here.site.zone, here.site.limits.day_rolls_at_min)
                tx.forget_answers(min(here.clock.now() - _KEPT, began))
            return today

        self._at, self._strays = at, False
        return forget

    def heard(self, promise: Promise[str]) -> None:
        """The commit's answer: only a day that was tidied is done."""
        try:
            self._done = promise.result()
        except Exception:  # noqa: BLE001 - the tick logs what failed, whatever it was; here it only means: not done
            return
