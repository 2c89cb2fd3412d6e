"""What kiosks ask that give numbers out themselves: a block of numbers, and to be heard about what they did alone.

The protocol stands in `contract.offline`. A key is bound to its kiosk: nobody speaks for another one.
"""

from __future__ import annotations

from typing import Any

from litestar import Request, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.door import enter, idempotency_key, kiosk_of, needs, order_of
from hall_server.contract.offline import OUTBOX_BODY_LIMIT, AskLease, LeaseGrant, Outbox, OutboxAck
from hall_server.contract.vocabulary import Role

Asked = Request[Any, Any, Any]


@post(
    "/halls/{hall_id:str}/leases",
    guards=[needs(Role.KIOSK)],
    status_code=HTTP_201_CREATED,
    summary="A block of numbers for when the hall does not answer",
)
async def lease(request: Asked, hall_id: FromPath[str]) -> LeaseGrant:
    """Fifty numbers of a queue, good until the business day is over, in the boot that asked.

    Refused with `lease_fenced` when another machine or a newer boot bears this identity.
    """
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, AskLease)
    behind = hall.check_seen(f"{order.incarnation}.{order.seen_n}")
    if behind is not None:
        await behind
    return await hall.kiosks.lease(kiosk_of(request), key, order)


@post(
    "/halls/{hall_id:str}/kiosks/{kiosk:str}/outbox",
    guards=[needs(Role.KIOSK)],
    status_code=HTTP_200_OK,
    summary="What a kiosk did without the hall, in order and once",
    request_max_body_size=OUTBOX_BODY_LIMIT,
)
async def outbox(request: Asked, hall_id: FromPath[str], kiosk: FromPath[str]) -> OutboxAck:
    """At most 1,000 rows and 1 MiB. Acknowledges the highest `seq` up to which nothing is missing; a replay is free.

    Refused rows are settled too: their numbers stand in nobody's line.
    """
    hall = await enter(request, hall_id)
    key, body = idempotency_key(request), await order_of(request, Outbox)
    return await hall.kiosks.outbox(kiosk_of(request), key, kiosk, body)


HANDLERS = [lease, outbox]
