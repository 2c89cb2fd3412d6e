"""The life of a ticket 号: a promise with a number. Only the moves in `moves` may happen to it; each is one event.

`decide` judges and returns the event (or refuses, changing nothing); `apply` turns ticket + event into the new ticket
and is the same function that replays a history. Knows no clock, makes no ids, has never heard of databases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import VisitorMask
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import (
    ActorKind,
    Chip,
    Delivery,
    Move,
    Origin,
    Outcome,
    PrintAnswer,
    TicketState,
)
from hall_server.domain.moves import MOVES, PRINT_ANSWERS

if TYPE_CHECKING:
    from hall_server.domain.site import Limits

SECOND = 1_000_000  # in the microseconds that `at` counts

PRINT_ANSWER_TIMEOUT = "print_answer_timeout"
UNCONFIRMED_NO_ANSWER = "unconfirmed_no_answer"


class Birth(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a take settles for good.

    Nothing of the person is in it, so events can be kept when the person is forgotten.
    """

    number: int
    item: str
    origin: Origin = Origin.ONLINE
    chips: tuple[Chip, ...] = ()
    for_other: bool = False


class TicketEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
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


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    """One visit's place in a queue.

    Times are UTC microseconds; `place` is the number of its take event: the order of taking.
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
    void_reason: str = ""
    chips: tuple[Chip, ...] = ()
    for_other: bool = False
    visitor: VisitorMask | None = None

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


_AT_COUNTER = frozenset({Move.RECALL, Move.SERVE, Move.NO_SHOW, Move.COMPLETE})
_DELIVERED = {PrintAnswer.PAPER: Delivery.PAPER, PrintAnswer.SCREEN: Delivery.SCREEN}
_STRENGTH = {Delivery.NONE: 0, Delivery.SCREEN: 1, Delivery.PAPER: 2}


def decide(ticket: Ticket, step: Step, at: int, by: Actor, limits: Limits) -> TicketEvent | None:
    """Judge a step at a time (UTC microseconds).

    Returns the event, or None when the step is allowed but changes nothing (a repeated answer about the slip).
    Raises HallProblem(illegal_move | not_your_ticket | recall_too_soon | recalls_used_up | no_show_too_soon).
    """
    target = _target(ticket, step)
    delivery = _better_delivery(ticket, step)
    if step.move is Move.CONFIRM_PRINT and target is ticket.state and delivery is None:
        return None
    _check_counter(ticket, step, by)
    _check_locks(ticket, step, at, by, limits)
    return TicketEvent(
        at=at,
        business_day=ticket.business_day,
        move=step.move,
        ticket=ticket.id,
        label=ticket.label,
        queue=ticket.queue,
        state=target,
        actor_kind=by.kind,
        actor=by.id,
        counter=step.counter if step.move is Move.CALL else ticket.counter,
        reason=UNCONFIRMED_NO_ANSWER if step.move is Move.NO_SHOW and target is TicketState.VOID else step.reason,
        answer=step.answer,
        delivery=delivery,
        outcome=step.outcome,
    )


def born(event: TicketEvent, birth: Birth, visitor: VisitorMask | None = None) -> Ticket:
    """The ticket that a take event makes; its place is the event's number."""
    return Ticket(
        id=event.ticket,
        business_day=event.business_day,
        queue=event.queue,
        number=birth.number,
        label=event.label,
        item=birth.item,
        kiosk=event.actor,
        origin=birth.origin,
        state=event.state,
        taken_at=event.at,
        place=event.n,
        n=event.n,
        chips=birth.chips,
        for_other=birth.for_other,
        visitor=visitor,
    )


def apply(ticket: Ticket, event: TicketEvent) -> Ticket:
    """The ticket after an event that `decide` allowed; also how a history is replayed."""
    return msgspec.structs.replace(
        ticket,
        state=event.state,
        n=event.n,
        delivery=event.delivery or ticket.delivery,
        **_changes(ticket, event),
    )


def passed(since: int, at: int, wait_s: int) -> bool:
    """Whether a lock of `wait_s` seconds is over.

    A clock that went back a little behind `since` has not reached the end; one that went back by more than the lock is
    long counts as over: nobody waits a year.
    """
    return abs(at - since) >= wait_s * SECOND


def _changes(ticket: Ticket, event: TicketEvent) -> dict[str, object]:
    match event.move:
        case Move.CALL:
            return {"counter": event.counter, "called_at": event.at, "last_called_at": event.at, "recalls": 0}
        case Move.RECALL:
            return {"last_called_at": event.at, "recalls": ticket.recalls + 1}
        case Move.SERVE:
            return {"served_at": event.at}
        case Move.COMPLETE:
            return {"outcome": event.outcome, "ended_at": event.at}
        case _ if event.state is TicketState.VOID:
            return {"void_reason": event.reason, "ended_at": event.at}
        case Move.NO_SHOW:
            return {"ended_at": event.at}
        case _ if ticket.state is TicketState.VOID:  # a late answer: back to its old place, as if never called
            cleared = dict.fromkeys(("counter", "called_at", "last_called_at", "ended_at"))
            return {**cleared, "void_reason": "", "recalls": 0}
        case _:
            return {}


def _target(ticket: Ticket, step: Step) -> TicketState:
    if step.answer is not None:
        target = PRINT_ANSWERS.get((ticket.state, step.answer)) if _answer_fits(ticket, step.answer) else None
    else:
        target = MOVES.get((ticket.state, step.move))
        if target is TicketState.NO_SHOW and ticket.unconfirmed:
            target = TicketState.VOID
    if target is None:
        raise HallProblem(ProblemCode.ILLEGAL_MOVE, f"{step.move.value} in state {ticket.state.value}")
    return target


def _answer_fits(ticket: Ticket, answer: PrintAnswer) -> bool:
    """The two answers that the state alone does not settle."""
    if ticket.state is TicketState.CALLED and answer is PrintAnswer.VOID:
        return ticket.unconfirmed
    if ticket.state is TicketState.VOID and answer in _DELIVERED:
        return ticket.void_reason == UNCONFIRMED_NO_ANSWER
    return True


def _better_delivery(ticket: Ticket, step: Step) -> Delivery | None:
    """What the answer settles about delivery: paper beats screen beats nothing, never the other way round."""
    found = _DELIVERED.get(step.answer) if step.answer is not None else None
    return found if found is not None and _STRENGTH[found] > _STRENGTH[ticket.delivery] else None


def _check_counter(ticket: Ticket, step: Step, by: Actor) -> None:
    if step.move in _AT_COUNTER and by.kind is ActorKind.CLERK and step.counter != ticket.counter:
        raise HallProblem(ProblemCode.NOT_YOUR_TICKET, f"it is at counter {ticket.counter}")


def _check_locks(ticket: Ticket, step: Step, at: int, by: Actor, limits: Limits) -> None:
    if step.move is Move.RECALL:
        if ticket.recalls >= limits.recalls_max:
            raise HallProblem(ProblemCode.RECALLS_USED_UP, f"{ticket.recalls} of {limits.recalls_max}")
        _refuse_before(ticket.last_called_at, at, limits.recall_lock_s, ProblemCode.RECALL_TOO_SOON)
    if step.move is Move.NO_SHOW and by.kind is not ActorKind.SERVER:
        lock_s = limits.unconfirmed_call_s if ticket.unconfirmed else limits.no_show_lock_s
        _refuse_before(ticket.called_at, at, lock_s, ProblemCode.NO_SHOW_TOO_SOON)


def _refuse_before(since: int | None, at: int, lock_s: int, code: ProblemCode) -> None:
    if since is not None and not passed(since, at, lock_s):
        raise HallProblem(code, retry_after_s=round(lock_s - max(0, at - since) / SECOND, 3))
