"""取号: give a number out. The ticket is reserved until its slip is answered for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.domain.life import born
from hall_server.domain.numbering import fresh_row, label_of, series, take_number
from hall_server.domain.ticket import Birth, Ticket, TicketEvent

if TYPE_CHECKING:
    from hall_server.contract.messages import TakeTicket
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


def take_ticket(tx: Transaction, here: Here, ticket_id: str, order: TakeTicket, by: Caller) -> Ticket:
    """A new reserved ticket under the id that the kiosk made.

    Raises HallProblem(item_unknown), or idempotency_key_reused when the id is a ticket's already (its first answer was
    kept for three days and is gone).
    """
    item = here.site.item(order.item)
    if tx.ticket(ticket_id) is not None:
        raise HallProblem(ProblemCode.IDEMPOTENCY_KEY_REUSED, "this id is a ticket already")
    at = here.clock.now()
    day = here.day(at)
    queue = here.site.queues[item.queue]
    letter = queue.letter + series(day, [here.day(began) for began in tx.rebirths()])
    row = tx.number_row(letter, day) or fresh_row(queue.lease_from, tx.highest_number(letter, day))
    number, row = take_number(row, queue.lease_from)
    tx.put_number_row(letter, day, row)
    birth = Birth(number=number, item=item.id, chips=order.chips, for_other=order.for_other)
    event = TicketEvent(
        at=at,
        business_day=day,
        move=Move.TAKE,
        ticket=ticket_id,
        label=label_of(letter, number, queue.width),
        queue=queue.id,
        state=TicketState.RESERVED,
        actor_kind=ActorKind.KIOSK,
        actor=by.id,
        birth=birth,
    )
    return tx.remember(event, lambda numbered: born(numbered, birth, order.visitor))
