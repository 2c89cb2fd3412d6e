"""What happened in the hall as messages to the city: of each ticket's and each booking's move, whom it concerns.

Told again after a hall was restored it is the same message. Nothing of a person is in it: the city knows a booking by
its own number, and whoever booked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.domain.city.post import CityMessage, message_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hall_server.contract.city.notices import NoticeChannel
    from hall_server.contract.city.ports import PortName
    from hall_server.domain.appointment import Booking, BookingEvent
    from hall_server.domain.hall_state import Incarnation
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Ticket, TicketEvent


_LIFE = 1 << 44


class Draft(NamedTuple):
    """One thing to tell. `subject`: what must arrive in order; `body`: the port's own shape."""

    port: PortName
    kind: str
    subject: str
    body: msgspec.Struct
    correlation: str = ""
    once: str = ""  # told once under this word, whatever happening it comes of


class Wish(NamedTuple):
    """How a visitor wishes to hear of a ticket. `reference`: of a booking at the city; "" = the hall knows where."""

    channel: NoticeChannel
    reference: str = ""


class TicketMoved(NamedTuple):
    """A move, and the ticket as it stands when this is told: later than the move, perhaps."""

    site: HallSite
    event: TicketEvent
    ticket: Ticket
    booking: Booking | None  # that it was checked in with
    life: int = 1  # of the database, counted from 1
    wish: Wish | None = None


class BookingMoved(NamedTuple):
    """The same of a booking."""

    site: HallSite
    event: BookingEvent
    booking: Booking
    life: int = 1


def life_of(lives: Sequence[Incarnation], n: int) -> int:
    """In which life of the database, counted from 1, a ticket's event happened: told later, it is told the same."""
    return max(1, sum(one.n < n for one in lives))


def life_at(lives: Sequence[Incarnation], at: int) -> int:
    """The same by its moment, for events that are not counted with the tickets'."""
    return max(1, sum(one.at <= at for one in lives))


def version_of(life: int, n: int, *, after: bool = False) -> int:
    """Versions of one thing grow with the hall's history, also over a restored backup, whose numbers begin again.

    `after`: of a second history, all of which comes behind the first. Less than 2**53 for 511 lives.
    """
    return life * _LIFE + (_LIFE // 2 if after else 0) + n


def messages_of(drafts: Iterable[Draft], ports: Sequence[PortName], at: int, *about: str) -> list[CityMessage]:
    """Those for ports that the hall has. `about`: what names the happening, once and for all."""
    return [
        CityMessage(
            id=message_id(draft.port.value, draft.kind, draft.subject, *((draft.once,) if draft.once else about)),
            port=draft.port,
            kind=draft.kind,
            subject=draft.subject,
            correlation=draft.correlation,
            made_at=at,
            body=msgspec.json.encode(draft.body),
        )
        for draft in drafts
        if draft.port in ports
    ]
