"""机群 over HTTP: a kiosk tells how it is, and hears what it shall do (CL-E14)."""

from __future__ import annotations

from typing import Any

from litestar import Request, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK

from hall_server.api.door import bytes_of, enter, idempotency_key, kiosk_of, order_of
from hall_server.contract.fleet import Heartbeat, SignedOrders
from hall_server.contract.fleet_deeds import PARCEL_MOST, ParcelTaken
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


@post(
    "/halls/{hall_id:str}/kiosks/{kiosk:str}/deeds/{deed:str}/parcel",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="What a kiosk was sent to fetch",
    request_max_body_size=PARCEL_MOST,
)
async def parcel(request: Asked, hall_id: FromPath[str], kiosk: FromPath[str], deed: FromPath[str]) -> ParcelTaken:
    """The end of its log, masked, or a JPEG of its idle screen; held in memory for a quarter of an hour.

    `not_found`: nobody sent for it, or it was told as done already.
    """
    hall = await enter(request, hall_id)
    idempotency_key(request)
    return hall.fleet.hand_over(kiosk_of(request), kiosk, deed, await bytes_of(request))


HANDLERS = [health, parcel]
