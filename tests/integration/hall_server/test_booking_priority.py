"""What a booking is worth when a counter calls: the credit comes with the slot, and walk-ins always have their turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.bookings import Book, Channel, CheckIn
from hall_server.contract.messages import CompleteTicket, VisitorMask
from hall_server.contract.vocabulary import PrintAnswer
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.unit.hall_server.domain.appointment.made import hall
from tests.unit.hall_server.halls import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.contract.messages import TicketView

MINUTE = 60_000_000
TWO = NOON + 120 * MINUTE


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    opened = MadeHall(tmp_path, site=hall())
    yield opened
    opened.close()


def booked(made: MadeHall, name: str = "ab", starts_at: int = TWO) -> str:
    order = Book("i1", starts_at, Channel.KIOSK, VisitorMask(name * 16))
    return made.hall.bookings.book(KIOSK, fresh(), order).result().id


def here(made: MadeHall, booking: str) -> TicketView:
    """Whoever booked checks in and holds the slip."""
    ticket = made.hall.bookings.check_in(KIOSK, fresh(), booking, CheckIn()).result().ticket
    return made.answer(ticket.id, PrintAnswer.PAPER)


def walk_in(made: MadeHall) -> TicketView:
    return made.waiting("i3")


def at(made: MadeHall, minutes: float) -> None:
    """So many minutes from the beginning of the slot."""
    made.clock.at = TWO + int(minutes * MINUTE)


@pytest.mark.parametrize(
    ("walked_in", "checked_in", "called", "first"),
    [
        (-14.9, 0, 1, "booked"),  # the walk-in waited less than 15 minutes longer
        (-15.1, 0, 1, "walk_in"),
        (-29.9, -15, 1, "booked"),  # early: once the slot has begun the credit is there
        (-20, -19, -1, "walk_in"),  # early, before the slot: in the order of coming
        (-18, -19, -1, "booked"),
        (-4.9, 10, 10, "booked"),  # on time to the last minute
        (-5.1, 10, 10, "walk_in"),
        (-1, 11, 12, "walk_in"),  # late: like a walk-in who came when the slot began
        (1, 11, 12, "booked"),
        (-59.9, 30, 31, "walk_in"),
    ],
)
def test_who_is_called_first(made: MadeHall, walked_in: float, checked_in: float, called: float, first: str) -> None:
    """Minutes from the beginning of the slot."""
    at(made, -120)
    booking = booked(made)
    tickets: dict[str, str] = {}
    for when, who in sorted([(walked_in, "walk_in"), (checked_in, "booked")]):
        at(made, when)
        tickets[who] = (walk_in(made) if who == "walk_in" else here(made, booking)).id
    at(made, called)
    assert made.call(made.open(1)).id == tickets[first]


def test_after_three_booked_calls_it_is_a_walk_ins_turn(made: MadeHall) -> None:
    """CL-C10: booked visitors who keep coming never shut the others out."""
    bookings = [booked(made, f"{number:02x}") for number in range(5)]
    at(made, -10)
    waits = walk_in(made)
    at(made, 0)
    tickets = [here(made, booking).id for booking in bookings]
    who = made.open(1)
    called = []
    for _ in range(6):
        ticket = made.call(who)
        called.append(ticket.id)
        made.hall.serve(who, fresh(), ticket.id).result()
        made.hall.complete(who, fresh(), ticket.id, CompleteTicket()).result()
    assert called == [*tickets[:3], waits.id, *tickets[3:]]


def test_whoever_is_late_gains_nothing_by_it(made: MadeHall) -> None:
    """On time to the last minute counts for more than late by a second."""
    on_time, late = booked(made, "ab"), booked(made, "cd")
    at(made, 10)
    first = here(made, on_time)
    made.clock.at += 1
    second = here(made, late)
    who = made.open(1)
    assert made.call(who).id == first.id
    made.hall.serve(who, fresh(), first.id).result()
    made.hall.complete(who, fresh(), first.id, CompleteTicket()).result()
    assert made.call(who).id == second.id
