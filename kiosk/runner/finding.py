"""What a code stands for, asked of the hall while the visitor waits: bookings, one booking, a ticket.

Whatever does not come in time is no answer: the session knows a way on without it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.in_time import in_time, unless_silent
from kiosk.session.effects import FindBooking, FindBookings, FindTicket
from kiosk.session.events import BookingsFound, NothingFound, TicketSeen

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.runner.ports import Clock, Hall, Post
    from kiosk.runner.standby import Standby
    from kiosk.session.effects import Question

LOG = logging.getLogger("kapok.kiosk.finding")


@dataclass(frozen=True)
class Finder:
    """Carries out FindBookings, FindBooking and FindTicket. `hall_us`: the hall's time as well as it is known."""

    hall: Hall
    standby: Standby
    post: Post
    clock: Clock
    within_s: float
    hall_us: Callable[[], int]

    async def find(self, effect: Question) -> None:
        """Ask once and post what came of it."""
        try:
            unless_silent(self.standby)
            self.post(await self._found(effect))
        except HallRefusedError as error:
            LOG.info("the hall knows nothing of a code: %s", error.code)
            self.post(NothingFound(self.clock(), effect.look, error.code))
        except HallSilentError as error:
            LOG.info("a code is not looked up: the hall is silent (%s)", error)
            self.standby.silent(self.clock())
            self.post(NothingFound(self.clock(), effect.look, error.code))

    async def _found(self, effect: Question) -> BookingsFound | TicketSeen:
        match effect:
            case FindBookings(look=look, pseudonym=pseudonym):
                bookings = await in_time(lambda: self.hall.bookings_of(pseudonym), self.within_s)
                return BookingsFound(self.clock(), look, bookings, self.hall_us())
            case FindBooking(look=look, booking_id=booking_id):
                booking = await in_time(lambda: self.hall.booking(booking_id), self.within_s)
                return BookingsFound(self.clock(), look, (booking,), self.hall_us())
            case FindTicket(look=look, ticket_id=ticket_id):
                ticket = await in_time(lambda: self.hall.ticket(ticket_id), self.within_s)
                return TicketSeen(self.clock(), look, ticket)
            case _:  # pragma: no cover - the type checker proves it
                assert_never(effect)
