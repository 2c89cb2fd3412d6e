"""What kiosks ask that give numbers out and read codes themselves: numbers, to be heard later, whose codes count.

The protocols stand in `contract.offline` and `contract.hall_trust`. A key is bound to its kiosk: nobody speaks for
another one.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED, HTTP_304_NOT_MODIFIED

from hall_server.api.door import enter, idempotency_key, kiosk_of, order_of
from hall_server.contract.hall_trust import HallTrust
from hall_server.contract.offline import OUTBOX_BODY_LIMIT, AskLease, LeaseGrant, Outbox, OutboxAck
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.rights import Right

Asked = Request[Any, Any, Any]


@post(
    "/halls/{hall_id:str}/leases",
    right=Right.VISIT,
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
    right=Right.VISIT,
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


@get(
    "/halls/{hall_id:str}/codes/trust_list",
    right=Right.VISIT,
    summary="Whose signed codes count here",
)
async def trust_list(request: Asked, hall_id: FromPath[str]) -> Response[HallTrust | None]:
    """The list in force and its root's signature. With `If-None-Match`: 304 while it is the same.

    Refused with `not_found` where nobody is trusted: the site file has no [codes].
    """
    told = (await enter(request, hall_id)).trust
    if told is None:
        raise HallProblem(ProblemCode.NOT_FOUND, "this hall has no trust list")
    headers = {"ETag": f'"{hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:16]}"'}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(None, status_code=HTTP_304_NOT_MODIFIED, headers=headers)
    return Response(told, headers=headers)


HANDLERS = [lease, outbox, trust_list]
