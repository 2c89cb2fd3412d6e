"""The booking platform hears how many places are left (CL-C1): for each queue and day, when it changes.

Looked at now and then, not at each booking: a city may sell a place that is gone, and is told so (`refused`).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hall_server.contract.city.appointments import CAPACITY, MAX_SLOTS, CapacityTold, SlotLeft
from hall_server.contract.city.ports import PortName
from hall_server.domain.city.telling import Draft, messages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.domain.seams import Clock, Commits, Promise, Transaction
    from hall_server.domain.site import HallSite
    from hall_server.flows.booking_desk import BookingDesk

AT_ONCE = 20  # messages in one commit
DAYS_MAX = 31


class CityCapacity:
    """What the city was told last, as this process knows it; after a start everything once more."""

    def __init__(self, bookings: BookingDesk, commits: Commits, clock: Clock) -> None:
        self._bookings = bookings
        self._commits = commits
        self._clock = clock
        self._told: dict[tuple[str, str], tuple[SlotLeft, ...]] = {}

    def tell(self, site: HallSite, today: str) -> Promise[int] | None:
        """Post what changed, the nearest days first; None: nothing did."""
        at = self._clock.now()
        fresh: list[CapacityTold] = []
        for queue, day, slots in self._now(site, today):
            if len(fresh) == AT_ONCE:
                break
            if self._told.get((queue, day), ()) != slots:
                self._told[queue, day] = slots
                items = tuple(item.id for item in site.items.values() if item.queue == queue)
                fresh.append(CapacityTold(queue=queue, items=items, day=day, at=at, slots=slots))
        if not fresh:
            return None
        port = PortName.APPOINTMENTS
        drafts = [Draft(port, CAPACITY, f"{one.queue}:{one.day}", one) for one in fresh]
        messages = messages_of(drafts, (port,), at, str(at))

        def work(tx: Transaction) -> int:
            return sum(tx.post(message) for message in messages)

        return self._commits.submit(work)

    def _now(self, site: HallSite, today: str) -> Iterator[tuple[str, str, tuple[SlotLeft, ...]]]:
        for ahead in range(DAYS_MAX):
            day = _after(today, ahead)
            for queue in site.queues.values():
                if queue.book_share:
                    page = self._bookings.slots(queue.id, day)
                    slots = tuple(SlotLeft(one.starts_at, one.ends_at, one.places, one.left) for one in page.slots)
                    yield queue.id, day, slots[:MAX_SLOTS]


def _after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
