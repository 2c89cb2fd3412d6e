"""有消息告诉我、评价、投诉, the hotline's work orders over HTTP. Answered at once; the city hears of it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar import Request, get, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.door import clerk_of, enter, idempotency_key, kiosk_of, order_of
from hall_server.contract.messages import Empty
from hall_server.contract.notice_wishes import NoticesWished, WishNotices
from hall_server.contract.vocabulary import Role
from hall_server.contract.voices import (
    AnswerOrder,
    Complain,
    ComplaintCategories,
    ComplaintKept,
    GiveRating,
    OrderAnswer,
    RatingKept,
    WorkOrders,
)
from hall_server.domain.rights import Right

if TYPE_CHECKING:
    from hall_server.flows.caller import Caller

Asked = Request[Any, Any, Any]
_HALL = "/halls/{hall_id:str}"
_TICKET = f"{_HALL}/tickets/{{ticket_id:str}}"


@post(f"{_TICKET}/notices", right=Right.ASSIST, status_code=HTTP_200_OK, summary="有消息告诉我 tell me")
async def wish(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> NoticesWished:
    """A wish, with an address that is kept in memory for this ticket only; `not_found` where there is no platform."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, WishNotices)
    return await hall.notices.wish(_caller(request), key, ticket_id.lower(), order)


@post(f"{_TICKET}/no_notices", right=Right.ASSIST, status_code=HTTP_200_OK, summary="不用告诉我 tell me no more")
async def stop(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> NoticesWished:
    """From now on; the address is forgotten."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.notices.stop(_caller(request), key, ticket_id.lower())


@post(f"{_TICKET}/rate", right=Right.VISIT, status_code=HTTP_200_OK, summary="评价 rate")
async def rate(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> RatingKept:
    """One valid rating of each stage of a visit; a later one is kept beside it (追评). Staff rate nobody (CL-F2)."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, GiveRating)
    return await hall.voices.rate(kiosk_of(request), key, ticket_id.lower(), order)


@get(f"{_HALL}/complaints/categories", right=Right.ASSIST, summary="诉求分类 what one can complain of")
async def categories(request: Asked, hall_id: FromPath[str]) -> ComplaintCategories:
    """In the order in which they are shown."""
    return (await enter(request, hall_id)).voices.table()


@post(f"{_HALL}/complaints", right=Right.ASSIST, status_code=HTTP_201_CREATED, summary="投诉 complain")
async def complain(request: Asked, hall_id: FromPath[str]) -> ComplaintKept:
    """Anonymous; its number is for the slip."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, Complain)
    return await hall.voices.complain(_caller(request), key, order)


@get(f"{_HALL}/work_orders", right=Right.SERVE, summary="12345 工单 work orders of the hotline")
async def orders(request: Asked, hall_id: FromPath[str]) -> WorkOrders:
    """The newest first."""
    return (await enter(request, hall_id)).voices.orders()


@post(
    f"{_HALL}/work_orders/{{number:str}}/answer",
    right=Right.SERVE,
    status_code=HTTP_200_OK,
    summary="答复工单 answer a work order",
)
async def answer(request: Asked, hall_id: FromPath[str], number: FromPath[str]) -> OrderAnswer:
    """Told to the hotline."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, AnswerOrder)
    return await hall.voices.answer(clerk_of(request), key, number, order)


def _caller(request: Asked) -> Caller:
    return kiosk_of(request) if request.state.api_key.role is Role.KIOSK else clerk_of(request)


HANDLERS = [wish, stop, rate, categories, complain, orders, answer]
