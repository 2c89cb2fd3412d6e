"""导办台: what greeters ask and do about numbers besides giving and cancelling them: find one, let somebody go first.

The one door by which a ticket becomes a priority ticket after it was taken. The event says that its marks changed, the
book of records says why and by whom; boards hear of neither (CL-G4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import TicketView
from hall_server.contract.priority import KIND, GivePriority, PriorityCost, PriorityReason, PriorityRecord
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.priority_cost import goes_first, prioritised, priority_cost, unprioritised
from hall_server.domain.records import Record
from hall_server.domain.ticket import Step
from hall_server.flows.desk import find, move, staff
from hall_server.flows.once import InFlight, Request, once

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.seams import Commits, Promise, Transaction
    from hall_server.domain.ticket import Actor, Ticket
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here
    from hall_server.flows.live_hall import LiveHall

    Shown = Callable[[Transaction, Ticket, Caller], TicketView]


class GreeterDesk:
    """Of one hall."""

    def __init__(
        self, here: Here, commits: Commits, keys: InFlight, live: Callable[[], LiveHall], shown: Shown
    ) -> None:
        self._here, self._commits, self._keys, self._live, self._shown = here, commits, keys, live, shown

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
