"""The commanding half of the API: parse, ask the hall, answer. Every POST carries an Idempotency-Key."""

from __future__ import annotations

from typing import Any

from litestar import Request, post
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.door import clerk_of, enter, idempotency_key, kiosk_of, needs, order_of
from hall_server.contract.messages import (
    CompleteTicket,
    ConfirmPrint,
    CounterNow,
    Empty,
    SignIn,
    TakeTicket,
    TicketView,
)
from hall_server.contract.vocabulary import Role

Asked = Request[Any, Any, Any]
_TICKET = "/halls/{hall_id:str}/tickets/{ticket_id:str}"
_COUNTER = "/halls/{hall_id:str}/counters/{no:int}"


@post("/halls/{hall_id:str}/tickets", guards=[needs(Role.KIOSK)], status_code=HTTP_201_CREATED, summary="取号 take")
async def take_ticket(request: Asked, hall_id: str) -> TicketView:
    """A reserved ticket; the Idempotency-Key is its id."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, TakeTicket)
    return await hall.take_ticket(kiosk_of(request), key, order)


@post(
    f"{_TICKET}/confirm_print", guards=[needs(Role.KIOSK)], status_code=HTTP_200_OK, summary="What became of the slip"
)
async def confirm_print(request: Asked, hall_id: str, ticket_id: str) -> TicketView:
    """A late answer always wins."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, ConfirmPrint)
    return await hall.confirm_print(kiosk_of(request), key, ticket_id.lower(), order)


@post(f"{_COUNTER}/call_next", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="叫号 call the next")
async def call_next(request: Asked, hall_id: str, no: int) -> TicketView:
    """The ticket whose turn it is."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.call_next(clerk_of(request, no), key, no)


@post(f"{_TICKET}/recall", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="重呼 call again")
async def recall(request: Asked, hall_id: str, ticket_id: str) -> TicketView:
    """A few times, not too fast."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.recall(clerk_of(request), key, ticket_id.lower())


@post(f"{_TICKET}/serve", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="办理 begin to serve")
async def serve(request: Asked, hall_id: str, ticket_id: str) -> TicketView:
    """The visitor is at the counter."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.serve(clerk_of(request), key, ticket_id.lower())


@post(f"{_TICKET}/no_show", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="过号 nobody came")
async def no_show(request: Asked, hall_id: str, ticket_id: str) -> TicketView:
    """Locked for the time that is the visitor's."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.no_show(clerk_of(request), key, ticket_id.lower())


@post(f"{_TICKET}/complete", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="办结 complete")
async def complete(request: Asked, hall_id: str, ticket_id: str) -> TicketView:
    """Without an outcome it is the item's usual one."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, CompleteTicket)
    return await hall.complete(clerk_of(request), key, ticket_id.lower(), order)


@post(f"{_COUNTER}/sign_in", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="A clerk opens a counter")
async def sign_in(request: Asked, hall_id: str, no: int) -> CounterNow:
    """The machine with the key vouches for the clerk."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, SignIn)
    return await hall.sign_in(clerk_of(request, no), key, no, order)


@post(f"{_COUNTER}/sign_out", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="A clerk closes a counter")
async def sign_out(request: Asked, hall_id: str, no: int) -> CounterNow:
    """Not while somebody stands there."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.sign_out(clerk_of(request, no), key, no)


HANDLERS = [take_ticket, confirm_print, call_next, recall, serve, no_show, complete, sign_in, sign_out]
