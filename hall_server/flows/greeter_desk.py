"""导办台: what greeters ask and do about numbers besides giving and cancelling them: find one, let somebody go first.

The one door by which a ticket becomes a priority ticket after it was taken, and stops being one. The event says that
its marks changed, the book of records says why and by whom; boards hear of neither (CL-G4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import TicketView
from hall_server.contract.priority import (
    BACK_KIND,
    BACK_WITHIN_S,
    KIND,
    GivePriority,
    PriorityCost,
    PriorityReason,
    PriorityRecord,
    PriorityTakenBack,
    TakePriorityBack,
)
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Chip, Move, TicketState
from hall_server.domain.priority_cost import as_before, goes_first, prioritised, priority_cost, unprioritised
from hall_server.domain.records import Record
from hall_server.domain.ticket import SECOND, Step
from hall_server.flows.desk import find, move, staff
from hall_server.flows.once import InFlight, Request, once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.domain.ticket import Actor, Ticket
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here
    from hall_server.flows.live_hall import LiveHall

    Shown = Callable[[Transaction, Ticket, Caller], TicketView]


CANCELLABLE = frozenset({TicketState.WAITING, TicketState.UNCONFIRMED, TicketState.HELD, TicketState.NO_SHOW})
"""What staff who walk the hall may cancel: nobody who is at a counter."""


class GreeterDesk:
    """Of one hall."""

    def __init__(
        self,
        here: Here,
        commits: Commits,
        keys: InFlight,
        live: Callable[[], LiveHall],
        shown: Shown,
        *,
        reader: Reader,
    ) -> None:
        self._here, self._commits, self._keys, self._live, self._shown = here, commits, keys, live, shown
        self._reader = reader

    def cost(self, ticket_id: str) -> PriorityCost | None:
        """What it would cost others; None: it does not wait, or goes first already."""
        ticket = self._live().ticket(ticket_id)
        if ticket is None or ticket.state is not TicketState.WAITING or goes_first(ticket.chips):
            return None
        return self.cost_of(ticket)

    def give_priority(self, caller: Caller, key: str, ticket_id: str, order: GivePriority) -> Promise[TicketView]:
        """请优先: the ticket counts as having come earlier from now on. Who goes first already stays as they are.

        HallProblem(ticket_unknown | illegal_move: it does not wait).
        """
        at = self._here.clock.now()

        def flow(tx: Transaction) -> TicketView:
            ticket = find(tx, ticket_id)
            if ticket.state is not TicketState.WAITING:
                raise HallProblem(ProblemCode.ILLEGAL_MOVE, f"priority in state {ticket.state.value}")
            if goes_first(ticket.chips):
                return self._shown(tx, ticket, caller)
            who = staff(tx, caller)
            tx.add_record(priority_entry(ticket, order.reason, self.cost_of(ticket), who, at))
            chips = prioritised(ticket).chips
            step = Step(Move.TRANSFER, queue=ticket.queue, to_counter=ticket.directed_to, chips=chips)
            return self._shown(tx, move(tx, self._here, ticket, step, who), caller)

        request = Request(key, KIND, ticket_id, caller, order)
        self._keys.enter(key)
        promise = self._commits.submit(lambda tx: once(tx, request, at, TicketView, flow), (key,))
        return self._keys.leave_with(key, promise)

    def given_min_ago(self, ticket_id: str) -> int | None:
        """How many minutes ago a priority was given that can be taken back now; None: there is none."""
        ticket, at = self._live().ticket(ticket_id), self._here.clock.now()
        if ticket is None or not _stands(ticket):
            return None
        given = _by_hand(self._reader.records_about(ticket_id))
        return None if given is None or not _lately(given, at) else max(0, at - given.at) // (60 * SECOND)

    def take_back(self, caller: Caller, key: str, ticket_id: str, order: TakePriorityBack) -> Promise[TicketView]:
        """收回: within ten minutes and before the call, by whichever greeter; everybody stands as before it.

        HallProblem(ticket_unknown | illegal_move: it does not wait | nothing_to_undo: none was given by hand |
        undo_too_late).
        """
        at = self._here.clock.now()

        def flow(tx: Transaction) -> TicketView:
            ticket = find(tx, ticket_id)
            if ticket.state is not TicketState.WAITING:
                raise HallProblem(ProblemCode.ILLEGAL_MOVE, f"priority in state {ticket.state.value}")
            given = _by_hand(tx.records_about(ticket_id)) if _stands(ticket) else None
            if given is None:
                raise HallProblem(ProblemCode.NOTHING_TO_UNDO)
            if not _lately(given, at):
                raise HallProblem(ProblemCode.UNDO_TOO_LATE)
            who = staff(tx, caller)
            tx.add_record(_back_entry(given, who, at))
            step = Step(Move.TRANSFER, queue=ticket.queue, to_counter=ticket.directed_to, chips=as_before(ticket).chips)
            return self._shown(tx, move(tx, self._here, ticket, step, who), caller)

        request = Request(key, BACK_KIND, ticket_id, caller, order)
        self._keys.enter(key)
        promise = self._commits.submit(lambda tx: once(tx, request, at, TicketView, flow), (key,))
        return self._keys.leave_with(key, promise)

    def cost_of(self, ticket: Ticket) -> PriorityCost:
        """What it costs others that a ticket goes first, as it stands or is about to stand in line."""
        site, live = self._here.site, self._live()
        line = [one for one in live.line(site.queues) if one.id != ticket.id]
        line.append(unprioritised(ticket))
        return priority_cost(unprioritised(ticket), line, site, self._here.clock.now(), live.sessions.keys())


def priority_entry(ticket: Ticket, reason: PriorityReason, cost: PriorityCost, who: Actor, at: int) -> Record:
    """What the book keeps of a priority that was given: why, by whom, and what it was known to cost others."""
    what = msgspec.Raw(msgspec.json.encode(PriorityRecord(reason, cost.others, cost.each_s)))
    return Record(at=at, kind=KIND, about=ticket.id, actor_kind=who.kind, actor=who.id, what=what)


def _stands(ticket: Ticket) -> bool:
    return ticket.state is TicketState.WAITING and Chip.PRIORITY in ticket.chips


def _by_hand(records: Iterable[Record]) -> Record | None:
    """The priority of the book that stands: the newest, when a greeter gave it and nobody has taken it back."""
    about = [one for one in records if one.kind in {KIND, BACK_KIND}]
    if not about or about[-1].kind == BACK_KIND:
        return None
    return None if about[-1].as_(PriorityRecord).reason is PriorityReason.SENT_ON else about[-1]


def _lately(given: Record, at: int) -> bool:
    return at - given.at < BACK_WITHIN_S * SECOND


def _back_entry(given: Record, who: Actor, at: int) -> Record:
    what = msgspec.Raw(msgspec.json.encode(PriorityTakenBack(given.actor, max(0, at - given.at) // SECOND)))
    return Record(at=at, kind=BACK_KIND, about=given.about, actor_kind=who.kind, actor=who.id, what=what)
