"""Lists, histories, reasons and summaries as they travel: for staff programs and other halls. Views may grow."""

from __future__ import annotations

import msgspec

from hall_server.contract.messages import EventView, QueueNow, WaitBand
from hall_server.contract.vocabulary import TicketState


class TicketLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """A ticket in a list: what a list needs and nothing of the person; about 200 bytes."""

    id: str
    label: str
    queue: str
    item: str
    state: TicketState
    place: int
    taken_at: int
    counter: int | None = None
    no_shows: int = 0


class TicketPage(msgspec.Struct, frozen=True):
    """Tickets of a day in the order of coming. Ask again with `after` = `next` while it is not None."""

    n: int
    business_day: str
    tickets: tuple[TicketLine, ...]
    next: int | None = None


class TicketHistory(msgspec.Struct, frozen=True):
    """Everything that ever happened to a ticket, in order (CL-F9)."""

    ticket: str
    events: tuple[EventView, ...]


class CallReason(msgspec.Struct, frozen=True):
    """Why a ticket was called when it was, in one Chinese and one English sentence."""

    n: int
    at: int
    counter: int | None
    reason: str  # the code with its numbers, as the event keeps it
    zh: str
    en: str


class TicketWhy(msgspec.Struct, frozen=True):
    """The reasons of all calls of a ticket, in order."""

    ticket: str
    label: str
    calls: tuple[CallReason, ...]


class KioskPlace(msgspec.Struct, frozen=True):
    """A kiosk for those who look for one."""

    id: str
    name: str


class HallSummary(msgspec.Struct, frozen=True):
    """What one hall tells another (CL-C15): how busy it is, when it is open, where its kiosks are.

    `incarnation` and `n` say which state this is: whoever has it already has nothing new to write down.
    """

    hall: str
    hall_name: str
    level: str
    incarnation: str
    n: int
    at: int
    business_day: str
    opens: str
    closes: str
    load: str  # free | moderate | busy: 空闲/适中/繁忙
    waiting: int
    open_counters: int
    wait: WaitBand | None
    queues: tuple[QueueNow, ...]
    kiosks: tuple[KioskPlace, ...]


class ClosedTicket(msgspec.Struct, frozen=True):
    """A ticket that the day closed; with `priority` its slip is good for the next day."""

    id: str
    label: str
    queue: str
    priority: bool


class ClosedDay(msgspec.Struct, frozen=True):
    """What closing a day did."""

    business_day: str
    tickets: tuple[ClosedTicket, ...]
