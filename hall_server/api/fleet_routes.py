"""机群 over HTTP: a kiosk tells how it is, and hears what it shall do (CL-E14)."""

from __future__ import annotations

from typing import Any

from litestar import Request, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK

from hall_server.api.door import enter, idempotency_key, kiosk_of, order_of
from hall_server.contract.fleet import Heartbeat, SignedOrders
from hall_server.domain.rights import Right

Asked = Request[Any, Any, Any]


@post(
    "/halls/{hall_id:str}/kiosks/{kiosk:str}/health",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="How a kiosk is, and what it shall do",
)
async def health(request: Asked, hall_id: FromPath[str], kiosk: FromPath[str]) -> SignedOrders:
    """Nothing is kept under the key: each heartbeat is the newest. A kiosk obeys only what its hall signed for it."""
    hall = await enter(request, hall_id)
    idempotency_key(request)
    return hall.fleet.beat(kiosk_of(request), kiosk, await order_of(request, Heartbeat))


HANDLERS = [health]
