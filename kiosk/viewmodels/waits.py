"""How it stands in a queue for somebody who would take a number now: people and a band, or the true word. Pure.

A wait is always a band (definitions.md 15). What the hall cannot do any more today says what is left (CL-C13).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Intake
from kiosk.values import Value
from kiosk.viewmodels.hall_time import clock_at

if TYPE_CHECKING:
    from hall_server.contract.messages import HallNow, QueueNow
    from kiosk.session.state import Session

LONG_MIN = 60  # from here on another time may be better (ui.md K8)
LAST_US = 30 * 60 * 1_000_000  # before the end of the day: who comes now is told until when


class Wait(Value, frozen=True):
    """How it stands in a queue, by `state`.

    band: people and minutes; none: nobody waits; later: numbers now, serving from `when`; closed: no counter is open;
    not_yet: numbers from `when`; tomorrow: no more numbers today, the next on the day after, or on `month`/`day`;
    ended: no more numbers, nobody knows when; unknown. `warned`: a number may not be served today.
    """

    state: str = "unknown"
    waiting: int = 0
    low_min: int = 0
    high_min: int = 0
    when: str = ""
    month: int = 0
    day: int = 0
    warned: bool = False

    @property
    def gives_numbers(self) -> bool:
        """Whether a number can be had now."""
        return self.state not in {"not_yet", "tomorrow", "ended"}


def hall_now(session: Session) -> HallNow | None:
    """The hall as it stands; None while it does not answer, for what it said before may no longer be true."""
    return session.hall if session.online else None


def queue_wait(hall: HallNow | None, queue: str) -> Wait:
    """The wait for somebody who came to `queue` now."""
    found = queue_of(hall, queue)
    if hall is None or found is None:
        return Wait()
    if not found.numbers:
        return _no_numbers(hall, found)
    warned = found.intake is Intake.MAY_NOT_BE_SERVED
    if found.intake is Intake.NOT_BEFORE and found.opens_at is not None:
        return Wait("later", found.waiting, when=clock_at(found.opens_at, hall.utc_offset_s))
    if not found.open_counters:
        return Wait("closed", found.waiting, warned=warned)
    if found.wait is None:
        return Wait("none", warned=warned)
    return Wait("band", found.waiting, found.wait.low_min, found.wait.high_min, warned=warned)


def queue_of(hall: HallNow | None, queue: str) -> QueueNow | None:
    """The queue as the hall tells it."""
    return next((entry for entry in hall.queues if entry.id == queue), None) if hall else None


def _no_numbers(hall: HallNow, queue: QueueNow) -> Wait:
    if queue.numbers_from is None:
        return Wait("ended")
    local = datetime.fromtimestamp(queue.numbers_from / 1_000_000, UTC) + timedelta(seconds=hall.utc_offset_s)
    days = (local.date() - date.fromisoformat(hall.business_day)).days
    if days <= 0:
        return Wait("not_yet", when=f"{local:%H:%M}")
    return Wait("tomorrow") if days == 1 else Wait("tomorrow", month=local.month, day=local.day)


def advice(hall: HallNow | None, queue: str) -> tuple[str, str]:
    """What must be known before a number is taken, and a time: may_not_be_served | not_before | ends_soon | long."""
    wait, found = queue_wait(hall, queue), queue_of(hall, queue)
    if hall is None or found is None:
        return "", ""
    if wait.warned:
        return "may_not_be_served", ""
    if wait.state == "later":
        return "not_before", wait.when
    if wait.state == "band" and wait.low_min + wait.high_min > 2 * LONG_MIN:
        return "long", ""
    if found.closes_at is not None and 0 <= found.closes_at - hall.at <= LAST_US:
        return "ends_soon", clock_at(found.closes_at, hall.utc_offset_s)
    return "", ""
