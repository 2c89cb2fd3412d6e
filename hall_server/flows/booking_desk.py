"""Appointments 预约 of one hall: questions and commands, behind one object of `Hall`.

Questions read committed rows; commands are promises, each remembered under its idempotency key. Knows nothing of the
doorways, and holds no rule: `hall_server.domain.appointment` decides.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from hall_server.contract.bookings import (
    Book,
    BookingHistory,
    BookingPage,
    BookingStep,
    BookingView,
    CancelBooking,
    CheckedIn,
    CheckIn,
    ConfirmBooking,
    ExcuseBooking,
    Slot,
    SlotPage,
)
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.appointment import MINUTE, OPEN, cancel_until, opens_for, over_at, slots, still_ahead
from hall_server.domain.calendar.openings import hall_day
from hall_server.flows.book import book
from hall_server.flows.bookings import rule_of
from hall_server.flows.cancel_booking import cancel_booking, excuse_booking
from hall_server.flows.check_in import Checking, check_in
from hall_server.flows.clock_steps import ClockSteps
from hall_server.flows.confirm_booking import confirm_booking
from hall_server.flows.miss_bookings import miss_bookings
from hall_server.flows.once import InFlight, Request, once

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.messages import TicketView
    from hall_server.domain.appointment import Booking, SlotPlan
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Ticket
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

    Shown = Callable[[Transaction, Ticket, Caller], TicketView]

T = TypeVar("T")
_CURSOR = re.compile(r"([0-9]{1,16})-([0-9]{1,16})")
_A_DAY = timedelta(days=1) // timedelta(microseconds=1)


class BookingDesk:
    """Whoever books, cancels, confirms or checks in. Walk-ins never come here."""

    def __init__(self, here: Here, commits: Commits, keys: InFlight, reader: Reader, shown: Shown) -> None:
        self._here = here
        self._commits = commits
        self._keys = keys
        self._reader = reader
        self._shown = shown
        self._looked = -1  # the minute in which missed bookings were looked for last
        self._steps = ClockSteps(here.clock)

    # -- questions -----------------------------------------------------------------------------------------------

    def slots(self, queue: str, day: str) -> SlotPage:
        """What can be booked of a queue on a day ("" = today). HallProblem(queue_unknown | bad_request)."""
        site, at = self._here.site, self._here.clock.now()
        if queue not in site.queues:
            raise HallProblem(ProblemCode.QUEUE_UNKNOWN, queue, field="queue")
        today = hall_day(site.calendar, at)
        wanted = _date(day) if day else today
        rule = site.booking.on(wanted)
        if rule is None or not opens_for(wanted, rule, today):
            return SlotPage(queue, wanted.isoformat(), ())
        ahead = [slot for slot in slots(site, queue, wanted) if still_ahead(slot, rule, at)]
        taken = self._reader.booked_between(queue, ahead[0].starts_at, ahead[-1].starts_at) if ahead else {}
        return SlotPage(queue, wanted.isoformat(), tuple(_slot(slot, taken.get(slot.starts_at, 0)) for slot in ahead))

    def booking(self, booking_id: str, *, to_staff: bool = False) -> BookingView:
        """One booking. HallProblem(booking_unknown)."""
        booking = self._reader.booking(booking_id)
        if booking is None:
            raise HallProblem(ProblemCode.BOOKING_UNKNOWN, booking_id)
        return booking_view(self._here.site, booking, to_staff=to_staff)

    def page(self, day: str, after: str = "", limit: int = 50) -> BookingPage:
        """Bookings of a day ("" = today), for staff. HallProblem(bad_request)."""
        site = self._here.site
        wanted = (_date(day) if day else hall_day(site.calendar, self._here.clock.now())).isoformat()
        found = self._reader.bookings_page(wanted, _cursor(after), limit + 1)
        shown = found[:limit]
        more = f"{shown[-1].starts_at}-{shown[-1].place}" if len(found) > limit else ""
        return BookingPage(wanted, tuple(booking_view(site, one, to_staff=True) for one in shown), more)

    def own(self, pseudonym: str) -> tuple[BookingView, ...]:
        """A person's bookings that are still to come, in the order of their slots."""
        found = self._reader.bookings_of(pseudonym, self._here.clock.now() - 2 * _A_DAY)
        return tuple(booking_view(self._here.site, one) for one in found if one.state in OPEN)

    def history(self, booking_id: str) -> BookingHistory:
        """Everything that happened to a booking. HallProblem(booking_unknown)."""
        events = self._reader.booking_history(booking_id)
        if not events:
            raise HallProblem(ProblemCode.BOOKING_UNKNOWN, booking_id)
        steps = (BookingStep(e.n, e.at, e.move, e.state, e.actor_kind.value, e.actor, e.reason) for e in events)
        return BookingHistory(booking_id, tuple(steps))

    # -- commands ------------------------------------------------------------------------------------------------

    def book(self, caller: Caller, key: str, order: Book) -> Promise[BookingView]:
        """预约. The idempotency key is the booking's id."""
        return self._move(Request(key, "book", key, caller, order), lambda tx: book(tx, self._here, key, order, caller))

    def cancel(self, caller: Caller, key: str, booking_id: str, order: CancelBooking) -> Promise[BookingView]:
        """取消预约."""

        def flow(tx: Transaction) -> Booking:
            return cancel_booking(tx, self._here, booking_id, order.reason, caller)

        return self._move(Request(key, "cancel_booking", booking_id, caller, order), flow)

    def excuse(self, caller: Caller, key: str, booking_id: str, order: ExcuseBooking) -> Promise[BookingView]:
        """A missed booking counts no more."""

        def flow(tx: Transaction) -> Booking:
            return excuse_booking(tx, self._here, booking_id, order.reason, caller)

        return self._move(Request(key, "excuse_booking", booking_id, caller, order), flow)

    def confirm(self, caller: Caller, key: str, booking_id: str, order: ConfirmBooking) -> Promise[BookingView]:
        """Outside the opening hours a named member of staff says that they will be there."""

        def flow(tx: Transaction) -> Booking:
            return confirm_booking(tx, self._here, booking_id, order.clerk, caller)

        return self._move(Request(key, "confirm_booking", booking_id, caller, order), flow)

    def check_in(self, caller: Caller, key: str, booking_id: str, order: CheckIn) -> Promise[CheckedIn]:
        """签到. The idempotency key is the ticket's id."""

        def flow(tx: Transaction) -> CheckedIn:
            came = check_in(tx, self._here, Checking(booking_id, key, order, caller))
            views = tuple(booking_view(self._here.site, one, to_staff=_is_staff(caller)) for one in came.bookings)
            return CheckedIn(self._shown(tx, came.ticket, caller), views, came.late)

        return self._command(Request(key, "check_in", booking_id, caller, order), CheckedIn, flow)

    def tick(self) -> list[Promise[object]]:
        """Once a minute: close what was missed; not soon after somebody set the clock, for it is final."""
        minute = self._here.clock.now() // MINUTE
        if minute == self._looked or not self._here.site.booking.rules:
            return []
        if self._steps.lately():
            return []
        self._looked = minute
        return [self._commits.submit(lambda tx: miss_bookings(tx, self._here))]

    def _move(self, request: Request, flow: Callable[[Transaction], Booking]) -> Promise[BookingView]:
        def moved(tx: Transaction) -> BookingView:
            return booking_view(self._here.site, flow(tx), to_staff=_is_staff(request.caller))

        return self._command(request, BookingView, moved)

    def _command(self, request: Request, shape: type[T], answer: Callable[[Transaction], T]) -> Promise[T]:
        self._keys.enter(request.key)
        at = self._here.clock.now
        promise = self._commits.submit(lambda tx: once(tx, request, at(), shape, answer), (request.key,))
        return self._keys.leave_with(request.key, promise)


def booking_view(site: HallSite, booking: Booking, *, to_staff: bool = False) -> BookingView:
    """A booking as its kiosk sees it, or with the masks for staff; never with the pseudonym."""
    rule, item = rule_of(site, booking), site.items.get(booking.item)
    seen = booking.visitor if to_staff else None
    return BookingView(
        id=booking.id,
        queue=booking.queue,
        item=booking.item,
        item_name=item.name if item else booking.item,
        day=booking.day,
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        state=booking.state,
        channel=booking.channel,
        made_at=booking.made_at,
        check_in_from=booking.starts_at - rule.early_min * MINUTE,
        on_time_until=booking.starts_at + rule.late_min * MINUTE,
        check_in_until=over_at(booking, rule),
        cancel_until=cancel_until(booking, rule),
        out_of_hours=booking.out_of_hours,
        correlation=booking.correlation,
        reference=booking.reference,
        ticket=booking.ticket,
        confirmed_by=booking.confirmed_by,
        name_mask=seen.name_mask if seen else "",
        number_mask=seen.number_mask if seen else "",
    )


def _slot(slot: SlotPlan, taken: int) -> Slot:
    return Slot(slot.starts_at, slot.ends_at, slot.places, max(0, slot.places - taken), slot.out_of_hours)


def _is_staff(caller: Caller) -> bool:
    return caller.kind is ActorKind.CLERK


def _date(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise HallProblem(ProblemCode.BAD_REQUEST, "expected a date as in 2026-01-31", field="day") from None


def _cursor(after: str) -> tuple[int, int]:
    if not after:
        return (-1, -1)
    found = _CURSOR.fullmatch(after)
    if found is None:
        raise HallProblem(ProblemCode.BAD_REQUEST, "expected `next` of the page before", field="after")
    return int(found[1]), int(found[2])
