"""The life of a ticket 号 as rules: only the moves in `moves` may happen to it; each is one event.

`decide` judges and returns the event (or refuses, changing nothing); `apply` turns ticket + event into the new ticket
and is the same function that replays a history. Knows no clock, makes no ids, has never heard of databases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Delivery, Move, PrintAnswer, TicketState
from hall_server.domain.moves import LINES, SLIP, UNDOABLE, When
from hall_server.domain.ticket import (
    DAY_OVER,
    SECOND,
    UNCONFIRMED_NO_ANSWER,
    Actor,
    Birth,
    Restored,
    Step,
    Ticket,
    TicketEvent,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hall_server.contract.messages import OnBehalf, VisitorMask
    from hall_server.domain.site import Limits

Changes: TypeAlias = dict[str, object]  # fields of a ticket and what they become

_AT_COUNTER = frozenset({Move.RECALL, Move.SERVE, Move.NO_SHOW, Move.COMPLETE, Move.HOLD})
_ALSO_AT_COUNTER = frozenset({Move.TRANSFER, Move.CANCEL})  # from anywhere else too
_TAKES_COUNTER = frozenset({Move.CALL, Move.RESUME})
_HERE = frozenset({TicketState.CALLED, TicketState.SERVING})
_DELIVERED = {PrintAnswer.PAPER: Delivery.PAPER, PrintAnswer.SCREEN: Delivery.SCREEN}
_STRENGTH = {Delivery.NONE: 0, Delivery.SCREEN: 1, Delivery.PAPER: 2}


def decide(ticket: Ticket, step: Step, at: int, by: Actor, limits: Limits) -> TicketEvent | None:
    """Judge a step at a time (UTC microseconds).

    Returns the event, or None when the step is allowed but changes nothing (a repeated answer about the slip).
    Raises HallProblem(illegal_move | not_your_ticket | recall_too_soon | recalls_used_up | no_show_too_soon |
    nothing_to_undo | undo_too_late).
    """
    target = _target(ticket, step, by)
    delivery = _better_delivery(ticket, step)
    if step.move is Move.CONFIRM_PRINT and target is ticket.state and delivery is None:
        return None
    _check_counter(ticket, step, by)
    _check_locks(ticket, step, at, by, limits)
    silent = step.move is Move.NO_SHOW and target is TicketState.VOID
    return TicketEvent(
        at=at,
        business_day=ticket.business_day,
        move=step.move,
        ticket=ticket.id,
        label=ticket.label,
        queue=step.queue or (step.before or ticket).queue,
        state=target,
        actor_kind=by.kind,
        actor=by.id,
        counter=step.counter if step.move in _TAKES_COUNTER else (step.before or ticket).counter,
        reason=UNCONFIRMED_NO_ANSWER if silent else step.reason,
        answer=step.answer,
        delivery=delivery,
        outcome=step.outcome,
        to_counter=step.to_counter,
        remind_at=step.remind_at,
        calls=step.calls if target is TicketState.NO_SHOW else None,
        run=step.run,
        undone=step.undoes.move if step.undoes else None,
        restored=_as_it_was(step.before, step.undoes) if step.before else None,
        chips=step.chips,
    )


def born(
    event: TicketEvent, birth: Birth, visitor: VisitorMask | None = None, on_behalf: OnBehalf | None = None
) -> Ticket:
    """The ticket that a take event makes; its place is the event's number.

    A number that was given without the hall may come with the word about its slip: it is born as that word makes it.
    """
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
        delivery=event.delivery or Delivery.NONE,
        taken_at=event.at,
        place=event.n,
        n=event.n,
        chips=birth.chips,
        for_other=birth.for_other,
        visitor=visitor,
        since=event.at if birth.since is None else birth.since,
        items=birth.items or (birth.item,),
        bundle=birth.bundle,
        catalogue=birth.catalogue,
        booking=birth.booking,
        booked_for=birth.booked_for,
        correlation=birth.correlation,
        come_back_at=birth.come_back_at,
        carried_from=birth.carried_from,
        on_behalf=on_behalf,
        modes=birth.modes,
        ended_at=event.at if event.state is TicketState.VOID else None,
    )


def born_as(answer: PrintAnswer | None) -> tuple[TicketState, Delivery | None]:
    """How a number comes into the hall's books when the word about its slip comes with it, or does not yet."""
    if answer is None:
        return TicketState.RESERVED, None
    lines = LINES[TicketState.RESERVED, Move.CONFIRM_PRINT]
    state = next(line.target for line in lines if line.when is SLIP[answer])
    return state or TicketState.RESERVED, _DELIVERED.get(answer)


def apply(ticket: Ticket, event: TicketEvent) -> Ticket:
    """The ticket after an event that `decide` allowed; also how a history is replayed."""
    return msgspec.structs.replace(
        ticket,
        state=event.state,
        n=event.n,
        delivery=event.delivery or ticket.delivery,
        **_changes(ticket, event),
    )


def replay(events: Iterable[TicketEvent]) -> Ticket | None:
    """The ticket that a history makes, without the visitor's masks; None for an empty history."""
    ticket: Ticket | None = None
    for event in events:
        if event.birth is not None:
            ticket = born(event, event.birth)
        elif ticket is not None:
            ticket = apply(ticket, event)
    return ticket


def passed(since: int, at: int, wait_s: int) -> bool:
    """Whether a lock of `wait_s` seconds is over.

    A clock that went back a little behind `since` has not reached the end; one that went back by more than the lock is
    long counts as over: nobody waits a year.
    """
    return abs(at - since) >= wait_s * SECOND


def _changes(ticket: Ticket, event: TicketEvent) -> Changes:
    if event.restored is not None:
        before = msgspec.structs.asdict(event.restored)
        return before if event.restored.chips is not None else {**before, "chips": ticket.chips}
    change = _CHANGES.get(event.move)
    return change(ticket, event) if change else {}


def _answered(ticket: Ticket, event: TicketEvent) -> Changes:
    if event.state is TicketState.VOID:
        return _ended(ticket, event)
    if ticket.state is TicketState.VOID:  # a late answer: back to its old place, as if never called
        return {**_IN_LINE_AGAIN}
    return {}


def _ended(_: Ticket, event: TicketEvent) -> Changes:
    return {"end_reason": event.reason, "ended_at": event.at}


def _missed(ticket: Ticket, event: TicketEvent) -> Changes:
    return {**_ended(ticket, event), "no_shows": ticket.no_shows + 1, "missed_at": event.calls}


def _called(_: Ticket, event: TicketEvent) -> Changes:
    return {"counter": event.counter, "called_at": event.at, "last_called_at": event.at, "recalls": 0}


def _transferred(_: Ticket, event: TicketEvent) -> Changes:
    marks: Changes = {} if event.chips is None else {"chips": event.chips}
    return {**_IN_LINE_AGAIN, "queue": event.queue, "directed_to": event.to_counter, **marks}


_IN_LINE_AGAIN: Changes = {
    **dict.fromkeys(("counter", "called_at", "last_called_at", "served_at", "held_at", "ended_at", "missed_at")),
    "end_reason": "",
    "recalls": 0,
}
_CHANGES: dict[Move, Callable[[Ticket, TicketEvent], Changes]] = {
    Move.CONFIRM_PRINT: _answered,
    Move.CALL: _called,
    Move.RECALL: lambda ticket, event: {"last_called_at": event.at, "recalls": ticket.recalls + 1},
    Move.SERVE: lambda _, event: {"served_at": event.at},
    Move.HOLD: lambda _, event: {"held_at": event.at},
    Move.RESUME: lambda _, event: {"held_at": None, "counter": event.counter},
    Move.TRANSFER: _transferred,
    Move.RETURN: lambda _, __: {**_IN_LINE_AGAIN},
    Move.COMPLETE: lambda _, event: {"outcome": event.outcome, "ended_at": event.at},
    Move.NO_SHOW: _missed,
    Move.CANCEL: _ended,
}


def _as_it_was(before: Ticket, undone: TicketEvent | None) -> Restored:
    found = {name: getattr(before, name) for name in Restored.__struct_fields__}
    return Restored(**found if undone is not None and undone.chips is not None else {**found, "chips": None})


def _target(ticket: Ticket, step: Step, by: Actor) -> TicketState:
    for line in LINES.get((ticket.state, step.move), ()):
        if _holds(line.when, ticket, step, by):
            return line.target or _state_before(step)
    raise HallProblem(ProblemCode.ILLEGAL_MOVE, f"{step.move.value} in state {ticket.state.value}")


def _holds(when: When, ticket: Ticket, step: Step, by: Actor) -> bool:
    said = SLIP[step.answer] if step.answer is not None else None
    match when:
        case When.SLIP_OUT | When.SLIP_VOID | When.SLIP_UNKNOWN:
            return said is when
        case When.UNCONFIRMED:
            return ticket.unconfirmed
        case When.UNCONFIRMED_VOID:
            return ticket.unconfirmed and said is When.SLIP_VOID
        case When.VOID_BY_SILENCE:
            return said is When.SLIP_OUT and ticket.end_reason in {UNCONFIRMED_NO_ANSWER, DAY_OVER}
        case When.MISSED_BEFORE:
            return ticket.no_shows > 0
        case When.BY_STAFF:
            return by.kind is ActorKind.CLERK and ticket.end_reason != DAY_OVER
        case When.DAY_OVER:
            return step.reason == DAY_OVER
        case _:
            return True


def _state_before(step: Step) -> TicketState:
    if step.before is None or step.undoes is None or step.undoes.move not in UNDOABLE:
        raise HallProblem(ProblemCode.NOTHING_TO_UNDO)
    return step.before.state


def _better_delivery(ticket: Ticket, step: Step) -> Delivery | None:
    """What the step settles about delivery: paper beats screen beats nothing, never the other way round.

    Whoever is served holds the number, whatever the kiosk knows about the slip.
    """
    if step.move is Move.SERVE and ticket.unconfirmed:
        return Delivery.SCREEN
    found = _DELIVERED.get(step.answer) if step.answer is not None else None
    return found if found is not None and _STRENGTH[found] > _STRENGTH[ticket.delivery] else None


def _check_counter(ticket: Ticket, step: Step, by: Actor) -> None:
    bound = step.move in _AT_COUNTER or (step.move in _ALSO_AT_COUNTER and ticket.state in _HERE)
    if bound and by.kind is ActorKind.CLERK and step.counter != ticket.counter:
        raise HallProblem(ProblemCode.NOT_YOUR_TICKET, f"it is at counter {ticket.counter}")


def _check_locks(ticket: Ticket, step: Step, at: int, by: Actor, limits: Limits) -> None:
    if step.move is Move.RECALL:
        if ticket.recalls >= limits.recalls_max:
            raise HallProblem(ProblemCode.RECALLS_USED_UP, f"{ticket.recalls} of {limits.recalls_max}")
        _refuse_before(ticket.last_called_at, at, limits.recall_lock_s, ProblemCode.RECALL_TOO_SOON)
    if step.move is Move.NO_SHOW and by.kind is not ActorKind.SERVER:
        lock_s = limits.unconfirmed_call_s if ticket.unconfirmed else limits.no_show_lock_s
        _refuse_before(ticket.called_at, at, lock_s, ProblemCode.NO_SHOW_TOO_SOON)
    if step.undoes is not None:
        if (step.undoes.actor_kind, step.undoes.actor) != (by.kind, by.id):
            raise HallProblem(ProblemCode.NOTHING_TO_UNDO, "the last move was somebody else's")
        if passed(step.undoes.at, at, limits.undo_s):
            raise HallProblem(ProblemCode.UNDO_TOO_LATE, f"after {limits.undo_s} s")


def _refuse_before(since: int | None, at: int, lock_s: int, code: ProblemCode) -> None:
    if since is not None and not passed(since, at, lock_s):
        raise HallProblem(code, retry_after_s=round(lock_s - max(0, at - since) / SECOND, 3))
