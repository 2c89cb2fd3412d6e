"""Signed codes over HTTP: the one thing that a kiosk asks the hall about them, whether it is the first to see one."""

from __future__ import annotations

from typing import Any

from litestar import Request, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK

from hall_server.api.door import enter, idempotency_key, kiosk_of, order_of
from hall_server.contract.code_claims import ClaimCode, CodeClaimed
from hall_server.domain.rights import Right

Asked = Request[Any, Any, Any]


@post(
    "/halls/{hall_id:str}/codes/claims",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="A signed code was shown: is it the first time?",
)
async def claim(request: Asked, hall_id: FromPath[str]) -> CodeClaimed:
    """Good once in the hall, whichever kiosk it is shown at. Nothing of the person is asked."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, ClaimCode)
    return await hall.codes.claim(kiosk_of(request), key, order)


HANDLERS = [claim]
