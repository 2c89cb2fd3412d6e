"""How a ticket comes into the world, whoever asks for it: the next number of its letter, one event, reserved.

Shared by 取号 (take) and 签到 (check_in). Decides nothing about who may have a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import TicketState
from hall_server.domain.life import born
from hall_server.domain.numbering import fresh_row, label_of, series, take_number
from hall_server.domain.ticket import TicketEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.messages import OnBehalf, VisitorMask
    from hall_server.contract.vocabulary import Move
    from hall_server.domain.seams import Transaction
    from hall_server.domain.site import QueueRule
    from hall_server.domain.ticket import Actor, Birth, Ticket
    from hall_server.flows.here import Here


class Newcomer(NamedTuple):
    """Who is given a number, under which id, in which queue, by which move and whom."""

    ticket: str
    queue: QueueRule
    move: Move
    by: Actor
    at: int
    visitor: VisitorMask | None = None
    on_behalf: OnBehalf | None = None


def refuse_reused(tx: Transaction, ticket_id: str) -> None:
    """HallProblem(idempotency_key_reused) when the id is a ticket's already."""
    if tx.is_ticket(ticket_id):
        raise HallProblem(ProblemCode.IDEMPOTENCY_KEY_REUSED, "this id is a ticket already")


def give_number(tx: Transaction, here: Here, who: Newcomer, birth_of: Callable[[int], Birth]) -> Ticket:
    """The reserved ticket; `birth_of` makes from its number what is settled for good."""
    queue, day = who.queue, here.day(who.at)
    letter = queue.letter + series(day, here.rebirths(tx))
    row = tx.number_row(letter, day) or fresh_row(queue.lease_from, tx.highest_number(letter, day))
    number, row = take_number(row, queue.lease_from)
    tx.put_number_row(letter, day, row)
    birth = birth_of(number)
    event = TicketEvent(
        at=who.at,
        business_day=day,
        move=who.move,
        ticket=who.ticket,
        label=label_of(letter, number, queue.width),
        queue=queue.id,
        state=TicketState.RESERVED,
        actor_kind=who.by.kind,
        actor=who.by.id,
        birth=birth,
    )
    return tx.remember(event, lambda numbered: born(numbered, birth, who.visitor, who.on_behalf))
