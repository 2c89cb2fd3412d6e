"""A block of numbers is lent to a kiosk, so that it can go on when the hall does not answer (definitions.md 3-5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.offline import LeaseGrant
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.lease import Lease, day_ends, grant
from hall_server.domain.numbering import fresh_row, series
from hall_server.flows.meet_kiosk import Speaker, meet_kiosk

if TYPE_CHECKING:
    from hall_server.contract.offline import AskLease
    from hall_server.domain.seams import Transaction
    from hall_server.flows.here import Here


def lease_numbers(tx: Transaction, here: Here, order: AskLease) -> LeaseGrant:
    """The next block of the queue's leased band. Raises HallProblem(queue_unknown | lease_fenced)."""
    queue = here.site.queues.get(order.queue)
    if queue is None:
        raise HallProblem(ProblemCode.QUEUE_UNKNOWN, order.queue, field="$.queue")
    at = here.clock.now()
    day = here.day(at)
    kiosk = meet_kiosk(tx, at, _speaker(order))
    if kiosk.quarantined:
        raise HallProblem(ProblemCode.LEASE_FENCED, "this identity is under quarantine")
    letter = queue.letter + series(day, here.rebirths(tx))
    row = tx.number_row(letter, day) or fresh_row(queue.lease_from, tx.highest_number(letter, day))
    first, last, row = grant(row)
    tx.put_number_row(letter, day, row)
    ends = day_ends(day, here.site.zone, here.site.limits.day_rolls_at_min)
    tx.add_lease(Lease(day, letter, first, last, queue.id, kiosk.kiosk, kiosk.epoch, kiosk.boot_id, at, ends))
    life = tx.lives()[-1].id
    own = queue.letter + kiosk.emergency_letter
    box = tx.outbox(kiosk.kiosk, life)
    return LeaseGrant(
        epoch=kiosk.epoch,
        business_day=day,
        incarnation=life,
        queue=queue.id,
        letter=letter,
        first=first,
        last=last,
        expires_at=ends,
        emergency_letter=kiosk.emergency_letter,
        emergency_next=tx.highest_number(own, day) + 1 if kiosk.emergency_letter else 1,
        width=queue.width,
        acked=box.acked if box else 0,
    )


def _speaker(order: AskLease) -> Speaker:
    return Speaker(
        order.kiosk, order.boot_id, order.fingerprint, seen_n=order.seen_n, had_letter=order.emergency_letter
    )
