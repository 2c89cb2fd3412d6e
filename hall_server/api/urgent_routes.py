"""紧急通知 over HTTP: staff post and lift it; every look at the hall (`GET now`) tells what stands."""

from __future__ import annotations

from typing import Any

from litestar import Request, get, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.door import clerk_of, enter, idempotency_key, order_of
from hall_server.contract.urgent_notice import LiftUrgentNotice, PostUrgentNotice, UrgentNow
from hall_server.domain.rights import Right

Asked = Request[Any, Any, Any]
_NOTICE = "/halls/{hall_id:str}/urgent_notice"


@post(_NOTICE, right=Right.TELL_ALL, status_code=HTTP_201_CREATED, summary="紧急通知 tell everybody")
async def tell(request: Asked, hall_id: FromPath[str]) -> UrgentNow:
    """One sentence on every kiosk, in the place of the one before; it ends by itself. Kept in the book of records."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, PostUrgentNotice)
    return await hall.tell_urgent(hall.urgent.post(clerk_of(request), key, order))


@post(f"{_NOTICE}/lift", right=Right.TELL_ALL, status_code=HTTP_200_OK, summary="紧急通知 it is over")
async def lift(request: Asked, hall_id: FromPath[str]) -> UrgentNow:
    """Again is the same."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, LiftUrgentNotice)
    return await hall.tell_urgent(hall.urgent.lift(clerk_of(request), key, order))


@get(_NOTICE, right=Right.TELL_ALL, summary="The urgent notice that stands")
async def stands(request: Asked, hall_id: FromPath[str]) -> UrgentNow:
    """None when nothing does."""
    return UrgentNow((await enter(request, hall_id)).urgent.now())


HANDLERS = [tell, lift, stands]
