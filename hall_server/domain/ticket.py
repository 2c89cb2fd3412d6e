"""The life of a ticket 号 as values: a promise with a number, its events, and what somebody wishes to happen to it.

Knows no rule: what may happen is `moves`' table, judged by `life`.
"""

from __future__ import annotations

import msgspec

from hall_server.contract.messages import OnBehalf, VisitorMask
from hall_server.contract.vocabulary import ActorKind, Chip, Delivery, Move, Origin, Outcome, PrintAnswer, TicketState

SECOND = 1_000_000  # in the microseconds that `at` counts

PRINT_ANSWER_TIMEOUT = "print_answer_timeout"
UNCONFIRMED_NO_ANSWER = "unconfirmed_no_answer"
DAY_OVER = "day_over"  # the hall closed its day
TURN_AGAIN = "turn_again"  # enough others were called since the no-show


class Birth(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What a take settles for good.

    Nothing of the person is in it, so events can be kept when the person is forgotten.
    """

    number: int
    item: str
    origin: Origin = Origin.ONLINE
    chips: tuple[Chip, ...] = ()
    for_other: bool = False
    items: tuple[str, ...] = ()  # all items of the visit when there are several, `item` first (CL-A7, CL-D7)
    bundle: str = ""
    catalogue: str = ""  # the version of the items that was in force (CL-B3)
    since: int | None = None  # since when the visitor waits, when that is not the moment of the event
    booking: str = ""
    booked_for: int | None = None  # the beginning of the slot, when the visitor came in time for it
    correlation: str = ""  # one id for booking, ticket, acceptance and rating (CL-H4)
    come_back_at: int | None = None  # no counter works for the queue before this moment; the place is kept
    carried_from: str = ""  # the ticket of another day that this one goes on for
    modes: str = ""  # how the visitor likes to read; letters of the slip's code


class Restored(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a move had changed, as it was before: an undo event brings it along, so that replaying needs no history."""

    queue: str
    counter: int | None = None
    called_at: int | None = None
    last_called_at: int | None = None
    served_at: int | None = None
    held_at: int | None = None
    ended_at: int | None = None
    recalls: int = 0
    outcome: Outcome | None = None
    end_reason: str = ""
    directed_to: int | None = None
    no_shows: int = 0
    missed_at: int | None = None
    chips: tuple[Chip, ...] | None = None  # None: the move left them alone


class TicketEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One remembered move. `n` is given when the store remembers it.

    New fields need defaults: old events keep their hash.
    """

    n: int = 0
    at: int
    business_day: str
    move: Move
    ticket: str
    label: str
    queue: str
    state: TicketState  # after the move
    actor_kind: ActorKind
    actor: str = ""
    counter: int | None = None
    reason: str = ""
    answer: PrintAnswer | None = None
    delivery: Delivery | None = None  # set when the move settles it
    outcome: Outcome | None = None
    birth: Birth | None = None
    to_counter: int | None = None  # a transfer to one counter
    remind_at: int | None = None  # of a hold: when the clerk wished to look for the visitor again
    calls: int | None = None  # calls that the queue had seen today, at a no-show
    run: int = 0  # booked calls in a row at the counter: before a call, or after a call was undone
    undone: Move | None = None
    restored: Restored | None = None
    chips: tuple[Chip, ...] | None = None  # all of the ticket's from now on; None: as before


class Ticket(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One visit's place in a queue.

    Times are UTC microseconds; `place` is the number of its first event: the order of coming. `since` is when the
    visitor began to wait; transfer, hold and return leave both alone: nobody loses a place.
    """

    id: str
    business_day: str
    queue: str
    number: int
    label: str
    item: str
    kiosk: str
    origin: Origin
    state: TicketState
    delivery: Delivery = Delivery.NONE
    taken_at: int
    place: int
    n: int
    counter: int | None = None
    called_at: int | None = None
    last_called_at: int | None = None
    served_at: int | None = None
    ended_at: int | None = None
    recalls: int = 0
    outcome: Outcome | None = None
    end_reason: str = ""
    chips: tuple[Chip, ...] = ()
    for_other: bool = False
    visitor: VisitorMask | None = None
    since: int = 0
    items: tuple[str, ...] = ()
    bundle: str = ""
    catalogue: str = ""
    booking: str = ""
    booked_for: int | None = None
    correlation: str = ""
    come_back_at: int | None = None
    carried_from: str = ""
    directed_to: int | None = None  # transferred to this counter: no other calls it
    held_at: int | None = None
    no_shows: int = 0
    missed_at: int | None = None  # how many calls the queue had seen at the no-show
    on_behalf: OnBehalf | None = None  # beside `visitor`: of the person, and in no event
    modes: str = ""

    @property
    def unconfirmed(self) -> bool:
        """Nobody has said yet that the visitor holds the number."""
        return self.delivery is Delivery.NONE


class Actor(msgspec.Struct, frozen=True):
    """Who makes a move: a kiosk's id, a clerk's staff number, or the server itself."""

    kind: ActorKind
    id: str = ""


SERVER = Actor(ActorKind.SERVER)


class Step(msgspec.Struct, frozen=True):
    """A wished-for move with what belongs to it."""

    move: Move
    counter: int | None = None
    answer: PrintAnswer | None = None
    outcome: Outcome | None = None
    reason: str = ""
    queue: str = ""  # where a transfer goes; empty: it stays in its queue
    to_counter: int | None = None
    remind_at: int | None = None  # of a hold
    calls: int | None = None  # calls that the queue has seen today
    run: int = 0  # booked calls in a row at the counter so far
    undoes: TicketEvent | None = None  # the ticket's last event, and the ticket before it
    before: Ticket | None = None
    chips: tuple[Chip, ...] | None = None  # what the ticket has from now on, where that changes
