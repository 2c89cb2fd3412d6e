"""The commands of one hall: each is a flow in a transaction, remembered under its idempotency key, told as a promise.

What `Hall` is made of besides its questions. Holds no rule: who may do what is decided in the flows and the domain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from hall_server.contract.lists import ClosedDay, ClosedTicket
from hall_server.contract.messages import (
    CallTicket,
    CancelTicket,
    CompleteTicket,
    ConfirmPrint,
    CounterNow,
    Empty,
    HoldTicket,
    SignIn,
    TakeTicket,
    TicketView,
    Transfer,
)
from hall_server.contract.vocabulary import ActorKind, Intake, TicketState
from hall_server.domain.hall_state import counter_now
from hall_server.domain.items.reach import Applicant
from hall_server.flows.bring_back import bring_back
from hall_server.flows.call_next import call_by_hand, call_next
from hall_server.flows.cancel import cancel
from hall_server.flows.close_day import close_day
from hall_server.flows.complete import complete
from hall_server.flows.confirm_print import confirm_print
from hall_server.flows.hold import hold
from hall_server.flows.no_show import no_show
from hall_server.flows.once import InFlight, Request, once
from hall_server.flows.recall import recall
from hall_server.flows.resume import resume
from hall_server.flows.serve import serve
from hall_server.flows.sign_in import sign_in
from hall_server.flows.sign_out import sign_out
from hall_server.flows.take_ticket import Taking, take_ticket
from hall_server.flows.transfer import transfer
from hall_server.flows.undo import undo
from hall_server.flows.views import BEFORE_CALL, hours_for, ticket_view
from hall_server.flows.visits import items_of, queue_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.seams import Clock, Commits, Promise, Transaction
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Ticket
    from hall_server.flows.caller import Caller
    from hall_server.flows.greeter_desk import GreeterDesk
    from hall_server.flows.here import Here
    from hall_server.flows.item_desk import ItemDesk
    from hall_server.flows.licence_desk import LicenceDesk
    from hall_server.flows.live_hall import LiveHall
    from hall_server.flows.pause_desk import PauseDesk

T = TypeVar("T")


class HallCommands:
    """Everything that may be asked of a hall to change it."""

    clock: Clock
    items: ItemDesk
    licences: LicenceDesk
    pauses: PauseDesk
    greeters: GreeterDesk
    _here: Here
    _live: LiveHall
    _commits: Commits
    _keys: InFlight

    @property
    def site(self) -> HallSite:
        """The hall with the version of its catalogue that is in force."""
        return self._here.site

    # -- the visitor ---------------------------------------------------------------------------------------------

    def take_ticket(self, caller: Caller, key: str, order: TakeTicket) -> Promise[TicketView]:
        """取号. The idempotency key is the ticket's id.

        The applicant's region is judged and goes no further: not into the ticket, its events or what is kept of the
        request.
        """
        self.items.shelf.settle()
        applicant = Applicant(order.region or "", lives_here=order.lives_here)
        order = msgspec.structs.replace(order, region=None)

        def taken(tx: Transaction) -> TicketView:
            site, at = self.site, self.clock.now()
            items = items_of(site, order)
            queue = queue_for(site, self._live, items, applicant, at)
            hours = hours_for(site, self._live, queue, at)
            ticket = take_ticket(tx, self._here, key, Taking(order, caller, hours, items, queue))
            view = self._shown(tx, ticket, caller)
            return msgspec.structs.replace(view, may_not_be_served=hours.code is Intake.MAY_NOT_BE_SERVED)

        return self._command(Request(key, "take", key, caller, order), TicketView, taken)

    def confirm_print(self, caller: Caller, key: str, ticket_id: str, order: ConfirmPrint) -> Promise[TicketView]:
        """What became of the slip."""

        def flow(tx: Transaction) -> Ticket:
            return confirm_print(tx, self._here, ticket_id, order.answer, caller)

        return self._move(Request(key, "confirm_print", ticket_id, caller, order), flow)

    def cancel(
        self, caller: Caller, key: str, ticket_id: str, proof: CancelTicket | None = None
    ) -> Promise[TicketView]:
        """弃号. `proof`: see the flow."""

        def flow(tx: Transaction) -> Ticket:
            return cancel(tx, self._here, ticket_id, caller, proof)

        return self._move(Request(key, "cancel", ticket_id, caller, proof or Empty()), flow)

    # -- the counter ---------------------------------------------------------------------------------------------

    def call_next(self, caller: Caller, key: str, counter: int) -> Promise[TicketView]:
        """叫号: the next ticket comes to a counter."""

        def flow(tx: Transaction) -> Ticket:
            self.pauses.over(tx, counter, caller)
            return call_next(tx, self._here, counter, caller)

        return self._move(Request(key, "call_next", str(counter), caller, Empty()), flow)

    def call(self, caller: Caller, key: str, ticket_id: str, order: CallTicket) -> Promise[TicketView]:
        """叫号 by hand: a ticket that the clerk names."""

        def flow(tx: Transaction) -> Ticket:
            self.pauses.over(tx, order.counter, caller)
            return call_by_hand(tx, self._here, ticket_id, order, caller)

        return self._move(Request(key, "call", ticket_id, caller, order), flow)

    def recall(self, caller: Caller, key: str, ticket_id: str) -> Promise[TicketView]:
        """重呼."""
        return self._plain("recall", recall, caller, key, ticket_id)

    def serve(self, caller: Caller, key: str, ticket_id: str) -> Promise[TicketView]:
        """办理."""
        return self._plain("serve", serve, caller, key, ticket_id)

    def no_show(self, caller: Caller, key: str, ticket_id: str) -> Promise[TicketView]:
        """过号."""
        return self._plain("no_show", no_show, caller, key, ticket_id)

    def bring_back(self, caller: Caller, key: str, ticket_id: str) -> Promise[TicketView]:
        """回来了 (the move `return`)."""
        return self._plain("return", bring_back, caller, key, ticket_id)

    def resume(self, caller: Caller, key: str, ticket_id: str) -> Promise[TicketView]:
        """A held visitor is back."""

        def flow(tx: Transaction) -> Ticket:
            if caller.counter is not None:
                self.pauses.over(tx, caller.counter, caller)
            return resume(tx, self._here, ticket_id, caller)

        return self._move(Request(key, "resume", ticket_id, caller, Empty()), flow)

    def undo(self, caller: Caller, key: str, ticket_id: str) -> Promise[TicketView]:
        """撤销."""
        return self._plain("undo", undo, caller, key, ticket_id)

    def hold(self, caller: Caller, key: str, ticket_id: str, order: HoldTicket) -> Promise[TicketView]:
        """挂起."""

        def flow(tx: Transaction) -> Ticket:
            return hold(tx, self._here, ticket_id, order, caller)

        return self._move(Request(key, "hold", ticket_id, caller, order), flow)

    def transfer(self, caller: Caller, key: str, ticket_id: str, order: Transfer) -> Promise[TicketView]:
        """转移."""

        def flow(tx: Transaction) -> Ticket:
            return transfer(tx, self._here, ticket_id, order, caller, cost=self.greeters.cost_of)

        return self._move(Request(key, "transfer", ticket_id, caller, order), flow)

    def complete(self, caller: Caller, key: str, ticket_id: str, order: CompleteTicket) -> Promise[TicketView]:
        """办结."""

        def flow(tx: Transaction) -> Ticket:
            return complete(tx, self._here, ticket_id, order.outcome, caller)

        return self._move(Request(key, "complete", ticket_id, caller, order), flow)

    # -- seats and the day ---------------------------------------------------------------------------------------

    def sign_in(self, caller: Caller, key: str, counter: int, order: SignIn) -> Promise[CounterNow]:
        """A clerk opens a counter."""

        def flow(tx: Transaction) -> CounterNow:
            session = sign_in(tx, self._here, counter, order)
            return counter_now(self.site.counter(counter), session, tx.at_counter(counter))

        return self._command(Request(key, "sign_in", str(counter), caller, order), CounterNow, flow)

    def sign_out(self, caller: Caller, key: str, counter: int) -> Promise[CounterNow]:
        """A clerk closes a counter."""

        def flow(tx: Transaction) -> CounterNow:
            sign_out(tx, self._here, counter, caller)
            return counter_now(self.site.counter(counter), None, None)

        return self._command(Request(key, "sign_out", str(counter), caller, Empty()), CounterNow, flow)

    def close_day(self, caller: Caller, key: str) -> Promise[ClosedDay]:
        """The hall closes its day: who still waits is told, with priority tomorrow."""

        def flow(tx: Transaction) -> ClosedDay:
            day = self._here.day(self.clock.now())
            closed = close_day(tx, self._here, day, caller)
            return ClosedDay(day, tuple(map(_closed, closed)))

        return self._command(Request(key, "close_day", "", caller, Empty()), ClosedDay, flow)

    # -- how a command runs --------------------------------------------------------------------------------------

    def _plain(
        self, verb: str, flow: Callable[[Transaction, Here, str, Caller], Ticket], caller: Caller, key: str, ticket: str
    ) -> Promise[TicketView]:
        return self._move(Request(key, verb, ticket, caller, Empty()), lambda tx: flow(tx, self._here, ticket, caller))

    def _move(self, request: Request, flow: Callable[[Transaction], Ticket]) -> Promise[TicketView]:
        return self._command(request, TicketView, lambda tx: self._shown(tx, flow(tx), request.caller))

    def _shown(self, tx: Transaction, ticket: Ticket, caller: Caller) -> TicketView:
        to_counter = caller.kind is ActorKind.CLERK and ticket.counter is not None
        to_counter = to_counter and caller.counter in {None, ticket.counter}
        site = self.items.shelf.known(ticket.catalogue)
        ahead = tx.ahead(ticket) if ticket.state in BEFORE_CALL else 0
        view = ticket_view(site, self._live, ticket, ahead, self.clock.now(), to_counter=to_counter)
        return self.licences.lighter(view)

    def _command(self, request: Request, shape: type[T], answer: Callable[[Transaction], T]) -> Promise[T]:
        self._keys.enter(request.key)
        promise = self._commits.submit(lambda tx: once(tx, request, self.clock.now(), shape, answer), (request.key,))
        return self._keys.leave_with(request.key, promise)


def _closed(ticket: Ticket) -> ClosedTicket:
    return ClosedTicket(ticket.id, ticket.label, ticket.queue, priority=ticket.state is TicketState.EXPIRED)
