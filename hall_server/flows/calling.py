"""What every call does besides the move: missed visitors get their turn again, and the day's calls are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import Move
from hall_server.domain.queue import booked_run_after
from hall_server.domain.ticket import SERVER, TURN_AGAIN, Step, Ticket
from hall_server.flows.desk import move

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.seams import Transaction
    from hall_server.domain.ticket import Actor
    from hall_server.flows.here import Here


def bring_back_missed(tx: Transaction, here: Here, queues: Sequence[str], day: str) -> None:
    """Who missed their call waits again, in their old place, once enough others of the queue were called. Only once.

    How many is a setting (definitions.md 17: three further calls of the queue). Who was told to come back at a time is
    not called again before it.
    """
    at = here.clock.now()
    for missed in tx.missed_tickets(queues, day):
        if missed.missed_at is not None and missed.no_shows == 1 and (missed.come_back_at or 0) <= at:
            further = tx.calls_made(missed.queue, day) - missed.missed_at
            if further >= here.site.limits.return_after_calls:
                move(tx, here, missed, Step(Move.RETURN, reason=TURN_AGAIN), SERVER)


def call(tx: Transaction, here: Here, ticket: Ticket, step: Step, by: Actor) -> Ticket:
    """The called ticket; one more call of its queue today, and of its counter: booked or not (CL-C10)."""
    counter, day = step.counter or 0, ticket.business_day
    run = tx.booked_run(counter, day)
    called = move(tx, here, ticket, msgspec.structs.replace(step, run=run), by)
    count_call(tx, ticket, 1)
    after = booked_run_after(run, called)
    if after != run:
        tx.put_booked_run(counter, day, after)
    return called


def count_call(tx: Transaction, ticket: Ticket, more: int) -> None:
    """Count a call of the ticket's queue, or take it back."""
    calls = tx.calls_made(ticket.queue, ticket.business_day)
    tx.put_calls_made(ticket.queue, ticket.business_day, max(0, calls + more))
