"""The commanding half of the API: parse, ask the hall, answer. Every POST carries an Idempotency-Key.

Whatever is asked of the hall's own tickets and counters is answered by `front`; these handlers answer other spellings
and stand in the description. Both ask by `commands`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar import Request, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.commands import COUNTER, TICKET
from hall_server.api.door import enter, idempotency_key, kiosk_of, order_of
from hall_server.contract.lists import ClosedDay
from hall_server.contract.messages import CounterNow, Empty, TakeTicket, TicketView
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.rights import Right
from hall_server.flows.caller import Caller

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from hall_server.api.commands import Command

Asked = Request[Any, Any, Any]


@post("/halls/{hall_id:str}/tickets", right=Right.VISIT, status_code=HTTP_201_CREATED, summary="取号 take")
async def take_ticket(request: Asked, hall_id: FromPath[str]) -> TicketView:
    """A reserved ticket; the Idempotency-Key is its id."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, TakeTicket)
    return await hall.take_ticket(kiosk_of(request), key, order)


@post("/halls/{hall_id:str}/close_day", right=Right.RUN_HALL, status_code=HTTP_200_OK, summary="The day is over")
async def close_day(request: Asked, hall_id: FromPath[str]) -> ClosedDay:
    """Who still waits is told so: their slips have priority on the next day."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.close_day(Caller(ActorKind.CLERK), key)


async def _asked(request: Asked, hall_id: str, command: Command, about: object) -> Any:  # noqa: ANN401 - a command's own answer: each handler names its shape for the API's description
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, command.shape)
    return await command.ask(hall, request.state.api_key, key, about, order)


def _of_ticket(verb: str, summary: str, told: str) -> HTTPRouteHandler:
    """The route of a command about one ticket."""
    command = TICKET[verb]

    @post(
        f"/halls/{{hall_id:str}}/tickets/{{ticket_id:str}}/{verb}",
        right=command.right,
        status_code=HTTP_200_OK,
        summary=summary,
        description=told,
        operation_id=verb,
    )
    async def asked(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketView:
        view: TicketView = await _asked(request, hall_id, command, ticket_id.lower())
        return view

    return asked


_COUNTER = "/halls/{hall_id:str}/counters/{no:int}"


@post(f"{_COUNTER}/call_next", right=Right.SERVE, status_code=HTTP_200_OK, summary="叫号 call the next")
async def call_next(request: Asked, hall_id: FromPath[str], no: FromPath[int]) -> TicketView:
    """The ticket whose turn it is."""
    view: TicketView = await _asked(request, hall_id, COUNTER["call_next"], no)
    return view


@post(f"{_COUNTER}/sign_in", right=Right.SERVE, status_code=HTTP_200_OK, summary="A clerk opens a counter")
async def sign_in(request: Asked, hall_id: FromPath[str], no: FromPath[int]) -> CounterNow:
    """The machine with the key vouches for the clerk."""
    now: CounterNow = await _asked(request, hall_id, COUNTER["sign_in"], no)
    return now


@post(f"{_COUNTER}/sign_out", right=Right.SERVE, status_code=HTTP_200_OK, summary="A clerk closes a counter")
async def sign_out(request: Asked, hall_id: FromPath[str], no: FromPath[int]) -> CounterNow:
    """Not while somebody stands there."""
    now: CounterNow = await _asked(request, hall_id, COUNTER["sign_out"], no)
    return now


@post(f"{_COUNTER}/pause", right=Right.SERVE, status_code=HTTP_200_OK, summary="暂停 a counter pauses")
async def pause(request: Asked, hall_id: FromPath[str], no: FromPath[int]) -> CounterNow:
    """Not while somebody stands there; a call ends it as well."""
    now: CounterNow = await _asked(request, hall_id, COUNTER["pause"], no)
    return now


@post(f"{_COUNTER}/back", right=Right.SERVE, status_code=HTTP_200_OK, summary="A counter goes on after a pause")
async def back(request: Asked, hall_id: FromPath[str], no: FromPath[int]) -> CounterNow:
    """Without a pause it changes nothing."""
    now: CounterNow = await _asked(request, hall_id, COUNTER["back"], no)
    return now


OF_TICKETS = [
    _of_ticket("confirm_print", "What became of the slip", "A late answer always wins."),
    _of_ticket(
        "cancel",
        "弃号 give the number up",
        "By staff, or at a kiosk that names the visitor's pseudonym or their slip's code; else `not_your_ticket`.",
    ),
    _of_ticket(
        "priority",
        "请优先 let somebody go first",
        "By staff behind a kiosk's PIN, with a reason that stays in the book.",
    ),
    _of_ticket("call", "叫号 call one by hand", "Out of turn; the event says so."),
    _of_ticket("hold", "挂起 hold", "The visitor fetches something; the counter is free meanwhile."),
    _of_ticket(
        "transfer", "转移 transfer", "To another queue or one counter; number, place and waiting time go along."
    ),
    _of_ticket("complete", "办结 complete", "Without an outcome it is the item's usual one."),
    _of_ticket("recall", "重呼 call again", "A few times, not too fast."),
    _of_ticket("serve", "办理 begin to serve", "The visitor is at the counter."),
    _of_ticket("no_show", "过号 nobody came", "Locked for the time that is the visitor's."),
    _of_ticket("return", "回来了 back after a no-show", "They wait again in their old place."),
    _of_ticket("resume", "A held visitor is back", "Served at once, where the key is or where it was held."),
    _of_ticket("undo", "撤销 take the last move back", "Within some seconds, by the clerk who made it."),
]
HANDLERS = [take_ticket, call_next, sign_in, sign_out, pause, back, close_day, *OF_TICKETS]
