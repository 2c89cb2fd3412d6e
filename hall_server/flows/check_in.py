"""签到: whoever booked is here and gets a ticket. Early and on time with the booked credit, which comes with the slot.

Late: like a walk-in who came at the beginning of the slot. Bookings of the same person and queue that are due together
become one ticket with several items; those of another queue are checked in by themselves: one ticket per queue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.bookings import BookingMove, BookingState
from hall_server.contract.items import MAX_ITEMS
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Move, Origin, PrintAnswer, TicketState
from hall_server.domain.appointment import MINUTE, Arrival, arrival, target
from hall_server.domain.items.correlation import correlation_of
from hall_server.domain.ticket import SECOND, UNCONFIRMED_NO_ANSWER, Birth, Step
from hall_server.flows.birth import Newcomer, give_number, refuse_reused
from hall_server.flows.bookings import find_booking, move_booking, rule_of
from hall_server.flows.desk import move, staff

if TYPE_CHECKING:
    from hall_server.contract.bookings import CheckIn
    from hall_server.domain.appointment import Booking
    from hall_server.domain.seams import Transaction
    from hall_server.domain.ticket import Ticket
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

_LOOK_BACK = 24 * 60 * MINUTE  # a slot and its grace end on the day after at the latest


class Checking(NamedTuple):
    """Who checks which booking in, under which id of a ticket, and what they ask for."""

    booking: str
    ticket: str
    order: CheckIn
    by: Caller


class CameIn(NamedTuple):
    """What came of it."""

    ticket: Ticket
    bookings: list[Booking]
    late: bool


def check_in(tx: Transaction, here: Here, asked: Checking) -> CameIn:
    """The ticket: reserved for a kiosk that prints it, waiting when staff gave it by word of mouth.

    A booking whose first ticket became void may be checked in again.
    Raises HallProblem(booking_unknown | booking_not_confirmed | booking_settled | too_early_to_check_in | booking_over
    | queue_unknown), or idempotency_key_reused when the id is a ticket's already.
    """
    booking = find_booking(tx, asked.booking)
    refuse_reused(tx, asked.ticket)
    target(booking.state, BookingMove.CHECK_IN)
    if booking.state is BookingState.CHECKED_IN and not _in_vain(tx, booking):
        raise HallProblem(ProblemCode.BOOKING_SETTLED, "its ticket is there")
    at = here.clock.now()
    came = _came(here, booking, at)
    if came is Arrival.TOO_EARLY:
        opens_at = booking.starts_at - rule_of(here.site, booking).early_min * MINUTE
        raise HallProblem(ProblemCode.TOO_EARLY_TO_CHECK_IN, retry_after_s=-((at - opens_at) // SECOND))
    if came is Arrival.OVER:
        raise HallProblem(ProblemCode.BOOKING_OVER)
    together = [booking, *_due_too(tx, here, booking, came, at)]
    ticket = _ticket(tx, here, asked, together, at, late=came is Arrival.LATE)
    actor = staff(tx, asked.by)
    checked_in = [move_booking(tx, here, one, BookingMove.CHECK_IN, actor, ticket=ticket.id) for one in together]
    return CameIn(ticket, checked_in, late=came is Arrival.LATE)


def _ticket(tx: Transaction, here: Here, asked: Checking, together: list[Booking], at: int, *, late: bool) -> Ticket:
    first, begins = together[0], min(one.starts_at for one in together)
    queue = here.site.queues.get(first.queue)
    if queue is None:
        raise HallProblem(ProblemCode.QUEUE_UNKNOWN, first.queue)  # the site file has changed since
    items = tuple(dict.fromkeys(one.item for one in together))
    by_staff = asked.by.kind is ActorKind.CLERK
    actor, behalf = staff(tx, asked.by), asked.order.on_behalf

    def birth_of(number: int) -> Birth:
        return Birth(
            number=number,
            item=first.item,
            origin=Origin.STAFF if by_staff else Origin.ONLINE,
            chips=asked.order.chips,
            for_other=asked.order.for_other or (behalf is not None and behalf.is_for_a_person),
            items=items if len(items) > 1 else (),
            catalogue=here.site.offer.catalogue.version,
            since=begins if late else None,
            booking=first.id,
            booked_for=None if late else begins,
            correlation=correlation_of(asked.ticket, first.correlation),
            modes=asked.order.modes,
        )

    who = Newcomer(asked.ticket, queue, Move.CHECK_IN, actor, at, first.visitor, behalf)
    ticket = give_number(tx, here, who, birth_of)
    return move(tx, here, ticket, Step(Move.CONFIRM_PRINT, answer=PrintAnswer.SCREEN), actor) if by_staff else ticket


def _due_too(tx: Transaction, here: Here, booking: Booking, came: Arrival, at: int) -> list[Booking]:
    if booking.visitor is None:
        return []
    own = tx.bookings_of(booking.visitor.pseudonym, booking.starts_at - _LOOK_BACK)
    due = [
        one
        for one in own
        if one.id != booking.id
        and one.queue == booking.queue
        and (one.state is BookingState.BOOKED or _in_vain(tx, one))
        and _came(here, one, at) is came
    ]
    return due[: MAX_ITEMS - 1]


def _in_vain(tx: Transaction, booking: Booking) -> bool:
    """Whether it was checked in, but nobody ever held the number. A slip that was never heard of may still turn up."""
    ticket = tx.ticket(booking.ticket) if booking.state is BookingState.CHECKED_IN else None
    if ticket is None or ticket.state is not TicketState.VOID:
        return False
    return ticket.end_reason != UNCONFIRMED_NO_ANSWER


def _came(here: Here, booking: Booking, at: int) -> Arrival:
    return arrival(booking, rule_of(here.site, booking), at)
