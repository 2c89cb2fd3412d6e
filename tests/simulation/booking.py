"""Those of the visitors who book: each gets the slot next to the time at which they come, as long as there is one.

They book in the morning, before the first number; whoever finds no slot comes without.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING

from hall_server.contract.bookings import Book, Channel
from hall_server.contract.messages import VisitorMask
from hall_server.contract.problems import HallProblem, ProblemCode
from tests.integration.hall_server.made import KIOSK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.contract.bookings import Slot
    from hall_server.flows.hall import Hall
    from tests.simulation.people import Visitor

_LATE_S = 8 * 60  # somebody so late for a slot is still on time


def book_slots(hall: Hall, people: Iterable[Visitor], midnight: int) -> dict[str, str]:
    """The bookings that were made: by visitor, the booking's id."""
    made: dict[str, str] = {}
    for visitor in people:
        wanted = midnight + int((visitor.came_s - _LATE_S) * 1_000_000)
        slot = _slot(hall, visitor.queue, wanted) if visitor.books else None
        if slot is None:
            continue
        key = str(uuid.uuid5(uuid.UUID(visitor.id), "booking"))
        person = VisitorMask(hashlib.sha256(visitor.id.encode()).hexdigest()[:32], "陈*", "0000")
        try:
            hall.bookings.book(KIOSK, key, Book(visitor.item, slot.starts_at, Channel.KIOSK, person)).result()
        except HallProblem as problem:
            if problem.code is not ProblemCode.SLOT_FULL:
                raise
            continue
        made[visitor.id] = key
    return made


def _slot(hall: Hall, queue: str, wanted: int) -> Slot | None:
    """The first slot from a moment on that is near enough to come early for."""
    near = wanted + 30 * 60 * 1_000_000
    return next((one for one in hall.bookings.slots(queue, "").slots if wanted <= one.starts_at < near), None)
