"""The commanding half of the API: parse, ask the hall, answer. Every POST carries an Idempotency-Key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from litestar import Request, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.door import clerk_of, enter, idempotency_key, kiosk_of, needs, order_of
from hall_server.contract.lists import ClosedDay
from hall_server.contract.messages import (
    CallTicket,
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
from hall_server.contract.vocabulary import ActorKind, Role
from hall_server.flows.caller import Caller
from hall_server.flows.hall import Hall

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from hall_server.domain.seams import Promise

Asked = Request[Any, Any, Any]
_TICKET = "/halls/{hall_id:str}/tickets/{ticket_id:str}"
_COUNTER = "/halls/{hall_id:str}/counters/{no:int}"


@post("/halls/{hall_id:str}/tickets", guards=[needs(Role.KIOSK)], status_code=HTTP_201_CREATED, summary="取号 take")
async def take_ticket(request: Asked, hall_id: FromPath[str]) -> TicketView:
    """A reserved ticket; the Idempotency-Key is its id."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, TakeTicket)
    return await hall.take_ticket(kiosk_of(request), key, order)


@post(
    f"{_TICKET}/confirm_print", guards=[needs(Role.KIOSK)], status_code=HTTP_200_OK, summary="What became of the slip"
)
async def confirm_print(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketView:
    """A late answer always wins."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, ConfirmPrint)
    return await hall.confirm_print(kiosk_of(request), key, ticket_id.lower(), order)


@post(f"{_COUNTER}/call_next", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="叫号 call the next")
async def call_next(request: Asked, hall_id: FromPath[str], no: FromPath[int]) -> TicketView:
    """The ticket whose turn it is."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.call_next(clerk_of(request, no), key, no)


@post(f"{_TICKET}/complete", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="办结 complete")
async def complete(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketView:
    """Without an outcome it is the item's usual one."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, CompleteTicket)
    return await hall.complete(clerk_of(request), key, ticket_id.lower(), order)


@post(f"{_TICKET}/call", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="叫号 call one by hand")
async def call(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketView:
    """Out of turn; the event says so."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, CallTicket)
    return await hall.call(clerk_of(request, order.counter), key, ticket_id.lower(), order)


@post(f"{_TICKET}/hold", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="挂起 hold")
async def hold(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketView:
    """The visitor fetches something; the counter is free meanwhile."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, HoldTicket)
    return await hall.hold(clerk_of(request), key, ticket_id.lower(), order)


@post(f"{_TICKET}/transfer", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="转移 transfer")
async def transfer(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketView:
    """To another queue or one counter; number, place and waiting time go along."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, Transfer)
    return await hall.transfer(clerk_of(request), key, ticket_id.lower(), order)


@post(
    f"{_TICKET}/cancel",
    guards=[needs(Role.KIOSK, Role.COUNTER)],
    status_code=HTTP_200_OK,
    summary="弃号 give the number up",
)
async def cancel(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketView:
    """By the visitor at a kiosk (the slip's code is the ticket's id), or by staff."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    at_kiosk = request.state.api_key.role is Role.KIOSK
    return await hall.cancel(kiosk_of(request) if at_kiosk else clerk_of(request), key, ticket_id.lower())


@post("/halls/{hall_id:str}/close_day", guards=[needs(Role.ADMIN)], status_code=HTTP_200_OK, summary="The day is over")
async def close_day(request: Asked, hall_id: FromPath[str]) -> ClosedDay:
    """Who still waits is told so: their slips have priority on the next day."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.close_day(Caller(ActorKind.CLERK), key)


@post(f"{_COUNTER}/sign_in", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="A clerk opens a counter")
async def sign_in(request: Asked, hall_id: FromPath[str], no: FromPath[int]) -> CounterNow:
    """The machine with the key vouches for the clerk."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, SignIn)
    return await hall.sign_in(clerk_of(request, no), key, no, order)


@post(f"{_COUNTER}/sign_out", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="A clerk closes a counter")
async def sign_out(request: Asked, hall_id: FromPath[str], no: FromPath[int]) -> CounterNow:
    """Not while somebody stands there."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.sign_out(clerk_of(request, no), key, no)


_Plain = Callable[["Hall", Caller, str, str], "Promise[TicketView]"]


def _plain(move: str, summary: str, told: str, ask: _Plain) -> HTTPRouteHandler:
    """The route of a move that needs no words but the ticket."""

    @post(
        f"{_TICKET}/{move}",
        guards=[needs(Role.COUNTER)],
        status_code=HTTP_200_OK,
        summary=summary,
        description=told,
        operation_id=move,
    )
    async def asked(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketView:
        hall = await enter(request, hall_id)
        key, _ = idempotency_key(request), await order_of(request, Empty)
        return await ask(hall, clerk_of(request), key, ticket_id.lower())

    return asked


PLAIN = [
    _plain("recall", "重呼 call again", "A few times, not too fast.", Hall.recall),
    _plain("serve", "办理 begin to serve", "The visitor is at the counter.", Hall.serve),
    _plain("no_show", "过号 nobody came", "Locked for the time that is the visitor's.", Hall.no_show),
    _plain("return", "回来了 back after a no-show", "They wait again in their old place.", Hall.bring_back),
    _plain("resume", "A held visitor is back", "Served at once, where the key is or where it was held.", Hall.resume),
    _plain("undo", "撤销 take the last move back", "Within some seconds, by the clerk who made it.", Hall.undo),
]
HANDLERS = [
    take_ticket, confirm_print, cancel, call_next, call, hold, transfer, complete, sign_in, sign_out, close_day, *PLAIN,
]  # fmt: skip
