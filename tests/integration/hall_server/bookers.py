"""Whoever books, for the tests of appointments: a hall that takes bookings, and short words for what people do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.bookings import (
    Book,
    BookingState,
    Channel,
    CheckIn,
)
from hall_server.contract.messages import VisitorMask
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.appointment import BookingRule, OutOfHours
from hall_server.domain.calendar import Span
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.unit.hall_server.domain.appointment.made import hall
from tests.unit.hall_server.halls import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.bookings import BookingView, CheckedIn

MINUTE, DAY = 60_000_000, 1_440 * 60_000_000
TWO, EVENING = NOON + 120 * MINUTE, NOON + 480 * MINUTE
GREETER = Caller(ActorKind.CLERK, "1009")
RULE = BookingRule(out_of_hours=(OutOfHours((1, 2, 3, 4, 5), Span(19 * 60, 21 * 60), places=1),), open_per_person=9)
SITE = hall(RULE)


def person(name: str = "ab") -> VisitorMask:
    return VisitorMask(name * 16, "陈*明", "123X")


def go_to(made: MadeHall, at: int) -> None:
    """Time passes until a moment."""
    made.clock.forward((at - made.clock.at) / 1_000_000)


def booked(made: MadeHall, starts_at: int = TWO, name: str = "ab", item: str = "i1", key: str = "") -> BookingView:
    order = Book(item, starts_at, Channel.KIOSK, person(name))
    return made.hall.bookings.book(KIOSK, key or fresh(), order).result()


def checked_in(made: MadeHall, booking: BookingView, by: Caller = KIOSK, key: str = "") -> CheckedIn:
    return made.hall.bookings.check_in(by, key or fresh(), booking.id, CheckIn()).result()


def refused(call: Callable[[], object]) -> ProblemCode:
    with pytest.raises(HallProblem) as problem:
        call()
    return problem.value.code


def left(made: MadeHall, starts_at: int = TWO) -> int:
    return next(slot.left for slot in made.hall.bookings.slots("A", "").slots if slot.starts_at == starts_at)


def state(made: MadeHall, booking: BookingView) -> BookingState:
    return made.hall.bookings.booking(booking.id).state
