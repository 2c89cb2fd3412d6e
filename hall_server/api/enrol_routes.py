"""登记 over HTTP: a machine asks with a one-time code, and fetches its profile under its own signature (ADR 0019)."""

from __future__ import annotations

from typing import Any

from litestar import Request, get, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_201_CREATED

from hall_server.api.door import enter, idempotency_key, order_of
from hall_server.contract.enrolment import AskEnrolment, Enrolling, SignedProfile
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.rights import Right

Asked = Request[Any, Any, Any]


@post(
    "/halls/{hall_id:str}/enrolments",
    right=Right.OPEN,
    status_code=HTTP_201_CREATED,
    summary="登记 a machine asks to be a kiosk, or a counter's",
    security=[{}],
)
async def ask(request: Asked, hall_id: FromPath[str]) -> Enrolling:
    """With a code of eight characters, good for ten minutes and one machine; five wrong ones shut a source out.

    The same machine that asks again hears the same.
    """
    hall = request.app.state.hall
    if hall_id != hall.site.id:
        raise HallProblem(ProblemCode.HALL_UNKNOWN, hall_id[:64])
    idempotency_key(request)  # what repeats an order here is its code and its key
    order = await order_of(request, AskEnrolment)
    told: Enrolling = await hall.enrolment.ask(order, request.client.host if request.client else "")
    return told


@get("/halls/{hall_id:str}/profile", right=Right.OWN_PROFILE, summary="What an enrolled machine needs to know, signed")
async def profile(request: Asked, hall_id: FromPath[str]) -> SignedProfile:
    """`enrolment_waiting` until somebody has compared the fingerprint; afterwards as often as it asks."""
    hall = await enter(request, hall_id)
    return hall.enrolment.profile(request.state.api_key.id)


HANDLERS = [ask, profile]
