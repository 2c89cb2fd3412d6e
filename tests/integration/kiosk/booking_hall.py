"""A hall in memory that knows bookings and codes: what `stand_in.MemoryHall` does, and check-in besides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.bookings import BookingState, BookingView, Channel
from hall_server.contract.problems import HallProblem
from hall_server.contract.vocabulary import ActorKind
from hall_server.flows.caller import Caller
from kiosk.hall_client import HallRefusedError, Taken
from tests.integration.kiosk.stand_in import MemoryHall
from tests.unit.hall_server.claims import MemoryClaims

if TYPE_CHECKING:
    import threading

    from hall_server.contract.bookings import CheckIn
    from hall_server.contract.code_claims import ClaimCode
    from hall_server.contract.messages import HallNow, TicketView

MINUTE = 60_000_000


def booking(number: int, at: int, queue: str = "A", state: BookingState = BookingState.BOOKED) -> BookingView:
    """A booking whose slot begins at a moment; check-in is open half an hour before and 40 minutes after."""
    return BookingView(
        id=f"00000000-0000-4000-8000-0000000000b{number}",
        queue=queue,
        item="i05",
        item_name="社会保障卡挂失补换",
        day="2026-10-16",
        starts_at=at,
        ends_at=at + 30 * MINUTE,
        state=state,
        channel=Channel.CITY,
        made_at=1,
        check_in_from=at - 30 * MINUTE,
        on_time_until=at + 10 * MINUTE,
        check_in_until=at + 40 * MINUTE,
        cancel_until=at - 60 * MINUTE,
    )


@dataclass
class BookingHall(MemoryHall):
    """`at`: the hall's time when it is asked. `stalled`: lookups and check-ins wait until it is set."""

    at: int = 1
    kiosk: str = "K1"
    booked: dict[str, list[BookingView]] = field(default_factory=dict)  # by pseudonym
    claims: MemoryClaims = field(default_factory=MemoryClaims)
    looked_up: list[str] = field(default_factory=list)
    checked_in: list[tuple[str, str]] = field(default_factory=list)
    check_in_refusal: str = ""
    stalled: threading.Event | None = None

    def now(self) -> HallNow:
        return msgspec.structs.replace(super().now(), at=self.at)

    def bookings_of(self, pseudonym: str) -> tuple[BookingView, ...]:
        self.looked_up.append(pseudonym)
        self._answers()
        return tuple(self.booked.get(pseudonym, ()))

    def booking(self, booking_id: str) -> BookingView:
        self._answers()
        found = [one for mine in self.booked.values() for one in mine if one.id == booking_id]
        if not found:
            raise HallRefusedError("booking_unknown")
        return found[0]

    def ticket(self, ticket_id: str) -> TicketView:
        self._answers()
        if ticket_id not in self.tickets:
            raise HallRefusedError("ticket_unknown")
        return self.tickets[ticket_id]

    def check_in(self, ticket_id: str, booking_id: str, _command: CheckIn) -> Taken:
        self._answers()
        if self.check_in_refusal:
            raise HallRefusedError(self.check_in_refusal)
        self.checked_in.append((ticket_id, booking_id))
        self.tickets[ticket_id] = self.made(ticket_id)
        return Taken(self.tickets[ticket_id], "one")

    def claim_code(self, key: str, order: ClaimCode) -> bool:
        self._answers()
        try:
            return self.claims.claim(Caller(ActorKind.KIOSK, self.kiosk), key, order).result().first
        except HallProblem as problem:
            raise HallRefusedError(problem.code) from problem

    def _answers(self) -> None:
        if self.stalled is not None:
            self.stalled.wait(20)
        self._answering()
