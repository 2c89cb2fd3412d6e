"""取号: give a number out. The ticket is reserved until its slip is answered for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Intake, Move, Origin, TicketState
from hall_server.domain.business_day import day_began
from hall_server.domain.items.correlation import correlation_of
from hall_server.domain.ticket import DAY_OVER, SECOND, Actor, Birth, Ticket
from hall_server.flows.birth import Newcomer, give_number, refuse_reused

if TYPE_CHECKING:
    from hall_server.contract.messages import TakeTicket
    from hall_server.domain.calendar import IntakeAnswer
    from hall_server.domain.seams import Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

CARRIED_DAYS = 14  # the longest closure of a year, Spring Festival with its neighbours
_ORDER_KEPT = 10_000  # a day becomes nine seconds: carried tickets keep their order and stay before all others


class Taking(NamedTuple):
    """Who takes a number for what, and what the calendar says about the queue at this moment.

    `items`: all of the visit, the first one first; `queue`: where the one ticket for them stands (see `visits`). Empty:
    only the item of the order, in its own queue.
    """

    order: TakeTicket
    by: Caller
    hours: IntakeAnswer
    items: tuple[str, ...] = ()
    queue: str = ""


def take_ticket(tx: Transaction, here: Here, ticket_id: str, taking: Taking) -> Ticket:
    """A new reserved ticket under the id that the kiosk made.

    Raises HallProblem(item_unknown | queue_closed | cannot_carry_over), or idempotency_key_reused when the id is a
    ticket's already (its first answer was kept for three days and is gone).
    """
    order, by, hours, items, queue_id = taking
    site = here.site
    item = site.item(order.item)
    by_hand = by.kind is ActorKind.CLERK  # 替人取号
    correlation = correlation_of(ticket_id, order.correlation)
    refuse_reused(tx, ticket_id)
    at = here.clock.now()
    _refuse_closed(here, hours, at)
    since = _first_today(tx, here, order.carry_over, here.day(at)) if order.carry_over else None

    def birth_of(number: int) -> Birth:
        return Birth(
            number=number,
            item=item.id,
            origin=Origin.STAFF if by_hand else Origin.ONLINE,
            chips=order.chips,
            for_other=order.for_other or (order.on_behalf is not None and order.on_behalf.is_for_a_person),
            items=items if len(items) > 1 else (),
            bundle=order.bundle,
            catalogue=site.offer.catalogue.version,
            since=since,
            correlation=correlation,
            come_back_at=hours.opens_at if hours.code is Intake.NOT_BEFORE else None,
            carried_from=order.carry_over,
            modes=order.modes,
        )

    giver = Actor(ActorKind.CLERK if by_hand else ActorKind.KIOSK, by.id)
    queue = site.queues[queue_id or item.queue]
    who = Newcomer(ticket_id, queue, Move.TAKE, giver, at, order.visitor, order.on_behalf)
    return give_number(tx, here, who, birth_of)


def _refuse_closed(here: Here, hours: IntakeAnswer, at: int) -> None:
    if hours.code is Intake.CLOSED and not here.site.numbers_when_closed:
        again = hours.numbers_from
        wait_s = 0 if again is None else max(0, again - at) // SECOND
        raise HallProblem(ProblemCode.QUEUE_CLOSED, hours.reason or "", field="$.item", retry_after_s=wait_s)


def _first_today(tx: Transaction, here: Here, old_id: str, day: str) -> int:
    """Since when somebody waits who was sent home: the beginning of today, before everybody, in the order of that day.

    Good for some days, so that a weekend or a holiday takes it from nobody.
    """
    old = tx.ticket(old_id)
    sent_home = old is not None and (old.state, old.end_reason) == (TicketState.EXPIRED, DAY_OVER)
    if old is None or not sent_home or not _some_days_ago(old.business_day, day) or tx.carried(old_id):
        raise HallProblem(ProblemCode.CANNOT_CARRY_OVER, old_id, field="$.carry_over")
    site = here.site
    then, now = (day_began(one, site.zone, site.limits.day_rolls_at_min) for one in (old.business_day, day))
    return now + max(0, old.since - then) // _ORDER_KEPT


def _some_days_ago(then: str, today: str) -> bool:
    days = (date.fromisoformat(today) - date.fromisoformat(then)).days
    return 0 < days <= CARRIED_DAYS
