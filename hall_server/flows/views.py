"""How tickets, events and the hall look to those who ask: domain values in, contract shapes out. Decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import (
    CounterQueue,
    EventView,
    HallNow,
    QueuedTicket,
    QueueNow,
    TicketView,
    WaitBand,
)
from hall_server.contract.vocabulary import Intake, Move, TicketState
from hall_server.contract.wait_band import wait_band
from hall_server.domain.backlog import Work, backlog_at_most_s
from hall_server.domain.backlog import backlogs_s as backlogs_s_of
from hall_server.domain.business_day import utc_offset_s
from hall_server.domain.dispatch import CounterMemory, for_everybody
from hall_server.domain.hall_state import counter_now, free_for
from hall_server.domain.plan import CHANGE_OVER_MIN
from hall_server.domain.queue import called_at, for_anybody, in_order, next_ticket
from hall_server.flows.visits import materials_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from hall_server.domain.calendar import IntakeAnswer
    from hall_server.domain.forecast import Forecast
    from hall_server.domain.site import HallSite, QueueRule
    from hall_server.domain.ticket import Ticket, TicketEvent
    from hall_server.flows.live_hall import LiveHall

SHOWN_IN_LINE = 20
WARY = 1.25  # on what is expected; simulated days of the demo hall: most are told who must be, few in vain
BEFORE_CALL = frozenset({TicketState.RESERVED, TicketState.UNCONFIRMED, TicketState.WAITING})


def ticket_view(
    site: HallSite, live: LiveHall, ticket: Ticket, ahead: int, at: int, *, to_counter: bool = False
) -> TicketView:
    """A ticket at a moment for its kiosk, or with the visitor's masks for its own counter."""
    item = site.items.get(ticket.item)
    before_call = ticket.state in BEFORE_CALL
    wanted = materials_of(site, ticket.items) if len(ticket.items) > 1 else ()
    where = called_at(ticket, site)
    return TicketView(
        id=ticket.id,
        label=ticket.label,
        business_day=ticket.business_day,
        queue=ticket.queue,
        item=ticket.item,
        item_name=item.name if item else ticket.item,
        state=ticket.state,
        origin=ticket.origin,
        delivery=ticket.delivery,
        taken_at=ticket.taken_at,
        n=ticket.n,
        ahead=ahead if before_call else None,
        wait=_band(_wait_of(site, live, ticket, ahead, at)) if before_call else None,
        counters=where.counters,
        low_counters=where.low,
        bring=tuple(one.name for one in wanted) if wanted else item.bring if item else (),
        counter=ticket.counter,
        called_at=ticket.called_at,
        served_at=ticket.served_at,
        recalls=ticket.recalls,
        outcome=ticket.outcome,
        visitor=ticket.visitor if to_counter else None,
        chips=ticket.chips,
        for_other=ticket.for_other,
        place=where.place,
        items=ticket.items,
        more_names=tuple(site.items[one].name if one in site.items else one for one in ticket.items[1:]),
        materials=wanted,
        bundle=ticket.bundle,
        catalogue=ticket.catalogue,
        correlation=ticket.correlation,
        booked_for=ticket.booked_for,
        come_back_at=ticket.come_back_at,
        directed_to=ticket.directed_to,
        no_shows=ticket.no_shows,
        end_reason=ticket.end_reason,
        on_behalf=ticket.on_behalf if to_counter else None,
        modes=ticket.modes,
    )


_IN_OWN_WORDS = frozenset({Move.HOLD, Move.TRANSFER})  # what a clerk typed is for colleagues, not for boards


def _reason_for_everybody(event: TicketEvent) -> str:
    if event.move is Move.CALL:
        return for_everybody(event.reason)
    return "" if event.move in _IN_OWN_WORDS else event.reason


def event_view(event: TicketEvent) -> EventView:
    """An event for everybody."""
    return EventView(
        n=event.n,
        at=event.at,
        move=event.move,
        ticket=event.ticket,
        label=event.label,
        queue=event.queue,
        state=event.state,
        actor_kind=event.actor_kind,
        actor=event.actor,
        counter=event.counter,
        reason=_reason_for_everybody(event),
        answer=event.answer.value if event.answer else "",
    )


def hours_for(site: HallSite, live: LiveHall, queue: str, at: int) -> IntakeAnswer:
    """`site.intake` of a queue for whoever comes now. The line is played forward only when that could change the code.

    Where it could not, `turn_at` is the moment that nobody ahead would make.
    """
    answer = site.intake(queue, at, 0.0)
    if answer.code is Intake.CLOSED:
        return answer
    work = _work(site, live, (queue,))
    if answer.code is Intake.FINE:
        at_most_s = (backlog_at_most_s(work, queue) + 1) * WARY  # a second, for sums in another order
        if site.intake(queue, at, at_most_s).code is Intake.FINE:
            return answer
    return site.intake(queue, at, backlogs_s_of(work, (queue,))[queue] * WARY)


def backlogs_s(site: HallSite, live: LiveHall, queues: Collection[str]) -> dict[str, float]:
    """How long the counters have to work, while open, before somebody who comes now to a queue is called: rather long.

    Whoever is told of a break in vain has lost nothing; whom nobody told has lost two hours (CL-C13).
    """
    seated = _work(site, live)
    served = _served(seated)
    found = backlogs_s_of(seated) if served.intersection(queues) else {}
    if not served.issuperset(queues):
        planned = _planned(site, seated)
        found |= {name: seconds for name, seconds in backlogs_s_of(planned).items() if name not in served}
    return {name: seconds * WARY for name, seconds in found.items()}


def _work(site: HallSite, live: LiveHall, queues: Collection[str] = ()) -> Work:
    """What the counters that somebody sits at have to do; all counters of the plan when those serve none of `queues`.

    Before opening the plan is all that is known.
    """
    each_s = {name: rule.service_s + CHANGE_OVER_MIN * 60 for name, rule in site.queues.items()}
    seated = Work(
        lines={name: [ticket.place for ticket in live.line((name,))] for name in site.queues},
        counters={no: site.counters[no].queues for no in list(live.sessions) if no in site.counters},
        busy_s={no: each_s.get(ticket.queue, 0.0) / 2 for no, ticket in list(live.at_counter.items())},
        each_s=each_s,
    )
    return _planned(site, seated) if queues and _served(seated).isdisjoint(queues) else seated


def _served(work: Work) -> set[str]:
    return {name for queues in work.counters.values() for name in queues}


def _planned(site: HallSite, work: Work) -> Work:
    return msgspec.structs.replace(work, counters={no: rule.queues for no, rule in site.counters.items()})


def counter_queue(site: HallSite, live: LiveHall, counter: int, n: int, at: int) -> CounterQueue:
    """Whom a counter may call, the next first. Raises HallProblem(counter_unknown)."""
    rule = site.counter(counter)
    line = for_anybody(live.line(rule.queues), live.sessions.__contains__)
    memory = CounterMemory(live.booked_runs[counter])
    order = in_order(line, rule, at, site, memory)
    choice = next_ticket(line, rule, at, site, memory)
    return CounterQueue(
        counter=counter,
        n=n,
        waiting=len(order),
        why=choice.why.why if choice else None,
        reason=str(choice.why) if choice else "",
        tickets=tuple(_queued(site, ticket, at) for ticket in order[:SHOWN_IN_LINE]),
    )


def hall_now(site: HallSite, live: LiveHall, n: int, incarnation: str, at: int) -> HallNow:
    """The whole hall in one snapshot."""
    backlogs = backlogs_s(site, live, site.queues)
    queues = tuple(_queue_now(site, live, rule, at, backlogs[rule.id]) for rule in site.queues.values())
    waits = [queue.wait for queue in queues if queue.wait is not None and queue.waiting]
    hours, doors = site.hours_on(live.business_day), site.doors_closed(at)
    widest = WaitBand(min(w.low_min for w in waits), max(w.high_min for w in waits)) if waits else None
    counters = tuple(
        counter_now(site.counters[no], live.sessions.get(no), live.at_counter.get(no)) for no in sorted(site.counters)
    )
    return HallNow(
        hall=site.id,
        hall_name=site.name,
        n=n,
        incarnation=incarnation,
        at=at,
        business_day=live.business_day,
        opens=hours.opens,
        closes=hours.closes,
        hotline=site.hotline,
        waiting=sum(queue.waiting for queue in queues),
        wait=widest,
        open_counters=len(live.working),
        queues=queues,
        counters=counters,
        hall_name_en=site.english_name,
        utc_offset_s=utc_offset_s(at, site.zone),
        public_address=site.public_address,
        closed_because=doors.reason.value if doors else "",
        opens_at=doors.until if doors else None,
    )


def _free(site: HallSite, live: LiveHall, queue: str) -> int:
    return free_for(site, queue, live.at_counter, live.working, live.waiting)


def _wait_of(site: HallSite, live: LiveHall, ticket: Ticket, ahead: int, at: int) -> Forecast | None:
    """Of a ticket in line; one whose slip is still being printed is told what whoever comes is told."""
    told = live.waits.coming if ticket.state is TicketState.RESERVED else live.waits.in_line
    return told(site, live, ticket.queue, ahead, at)


def _band(expected: Forecast | None) -> WaitBand | None:
    return wait_band(expected.p10, expected.p90) if expected else None


def _queue_now(site: HallSite, live: LiveHall, rule: QueueRule, at: int, backlog_s: float) -> QueueNow:
    waiting, working = live.waiting[rule.id], live.working
    open_counters = sum(1 for no in site.counters_of(rule.id) if no in working)
    hours = site.intake(rule.id, at, backlog_s)
    free = _free(site, live, rule.id)
    wait = _band(live.waits.coming(site, live, rule.id, waiting, at)) if waiting >= free else None
    return QueueNow(
        id=rule.id,
        letter=rule.letter,
        name=rule.name,
        waiting=waiting,
        open_counters=open_counters,
        wait=wait,
        intake=hours.code,
        opens_at=hours.opens_at,
        closes_at=hours.closes_at,
        numbers=hours.code is not Intake.CLOSED or site.numbers_when_closed,
        numbers_from=hours.numbers_from,
        reason=hours.reason.value if hours.reason else "",
    )


def _queued(site: HallSite, ticket: Ticket, at: int) -> QueuedTicket:
    item = site.items.get(ticket.item)
    return QueuedTicket(
        id=ticket.id,
        label=ticket.label,
        queue=ticket.queue,
        item=ticket.item,
        item_name=item.name if item else ticket.item,
        state=ticket.state,
        waited_min=max(0, at - ticket.taken_at) // 60_000_000,
        chips=ticket.chips,
        for_other=ticket.for_other,
        modes=ticket.modes,
    )
