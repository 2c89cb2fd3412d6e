"""What may be asked of one ticket or one counter: who may, with which words, and what the hall is asked then.

One table for both doorways: the framework's (`commanding`) and the front. Knows no HTTP.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.api.door import clerk_with, kiosk_with
from hall_server.contract.counters import PauseCounter
from hall_server.contract.messages import (
    CallTicket,
    CancelTicket,
    CompleteTicket,
    ConfirmPrint,
    Empty,
    HoldTicket,
    SignIn,
    Transfer,
)
from hall_server.contract.priority import GivePriority
from hall_server.contract.vocabulary import Role
from hall_server.domain.rights import Right
from hall_server.flows.hall import Hall

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.messages import CounterNow, TicketView
    from hall_server.domain.hall_state import ApiKey
    from hall_server.domain.seams import Promise
    from hall_server.flows.caller import Caller

    Ask = Callable[[Hall, ApiKey, str, Any, Any], Promise[Any]]


class Command(msgspec.Struct, frozen=True):
    """`ask` is given the hall, the bearer's key, the idempotency key, whom it is about, and the body as a `shape`.

    It raises HallProblem, as the promise does.
    """

    ask: Ask
    shape: type[msgspec.Struct] = Empty
    right: Right = Right.SERVE


def _plain(ask: Callable[[Hall, Caller, str, str], Promise[TicketView]]) -> Command:
    """A move that needs no words but the ticket."""

    def asked(hall: Hall, bearer: ApiKey, key: str, ticket: str, _: Empty) -> Promise[TicketView]:
        return ask(hall, clerk_with(bearer), key, ticket)

    return Command(asked)


def _confirm_print(hall: Hall, bearer: ApiKey, key: str, ticket: str, order: ConfirmPrint) -> Promise[TicketView]:
    return hall.confirm_print(kiosk_with(bearer), key, ticket, order)


def _complete(hall: Hall, bearer: ApiKey, key: str, ticket: str, order: CompleteTicket) -> Promise[TicketView]:
    return hall.complete(clerk_with(bearer), key, ticket, order)


def _call(hall: Hall, bearer: ApiKey, key: str, ticket: str, order: CallTicket) -> Promise[TicketView]:
    return hall.call(clerk_with(bearer, order.counter), key, ticket, order)


def _hold(hall: Hall, bearer: ApiKey, key: str, ticket: str, order: HoldTicket) -> Promise[TicketView]:
    return hall.hold(clerk_with(bearer), key, ticket, order)


def _transfer(hall: Hall, bearer: ApiKey, key: str, ticket: str, order: Transfer) -> Promise[TicketView]:
    return hall.transfer(clerk_with(bearer), key, ticket, order)


def _cancel(hall: Hall, bearer: ApiKey, key: str, ticket: str, order: CancelTicket) -> Promise[TicketView]:
    by = kiosk_with(bearer) if bearer.role is Role.KIOSK else clerk_with(bearer)
    return hall.cancel(by, key, ticket, order)


def _priority(hall: Hall, bearer: ApiKey, key: str, ticket: str, order: GivePriority) -> Promise[TicketView]:
    return hall.greeters.give_priority(kiosk_with(bearer), key, ticket, order)


def _call_next(hall: Hall, bearer: ApiKey, key: str, counter: int, _: Empty) -> Promise[TicketView]:
    return hall.call_next(clerk_with(bearer, counter), key, counter)


def _sign_in(hall: Hall, bearer: ApiKey, key: str, counter: int, order: SignIn) -> Promise[CounterNow]:
    return hall.sign_in(clerk_with(bearer, counter), key, counter, order)


def _sign_out(hall: Hall, bearer: ApiKey, key: str, counter: int, _: Empty) -> Promise[CounterNow]:
    return hall.sign_out(clerk_with(bearer, counter), key, counter)


def _pause(hall: Hall, bearer: ApiKey, key: str, counter: int, order: PauseCounter) -> Promise[CounterNow]:
    return hall.pauses.begin(clerk_with(bearer, counter), key, counter, order)


def _back(hall: Hall, bearer: ApiKey, key: str, counter: int, _: Empty) -> Promise[CounterNow]:
    return hall.pauses.end(clerk_with(bearer, counter), key, counter)


TICKET = {
    "confirm_print": Command(_confirm_print, ConfirmPrint, Right.VISIT),
    "complete": Command(_complete, CompleteTicket),
    "call": Command(_call, CallTicket),
    "hold": Command(_hold, HoldTicket),
    "transfer": Command(_transfer, Transfer),
    "cancel": Command(_cancel, CancelTicket, Right.ASSIST),
    "priority": Command(_priority, GivePriority, Right.STAFF_CORNER),
    "recall": _plain(Hall.recall),
    "serve": _plain(Hall.serve),
    "no_show": _plain(Hall.no_show),
    "return": _plain(Hall.bring_back),
    "resume": _plain(Hall.resume),
    "undo": _plain(Hall.undo),
}
"""By the last word of the path, behind the ticket's id."""
COUNTER = {
    "call_next": Command(_call_next),
    "sign_in": Command(_sign_in, SignIn),
    "sign_out": Command(_sign_out),
    "pause": Command(_pause, PauseCounter),
    "back": Command(_back),
}
"""By the last word of the path, behind the counter's number."""
